// Says how many findings are shown. Everything else is done by style sheets, and works without this.
(() => {
  const out = document.getElementById("shown");
  const notes = [...document.querySelectorAll(".note")];
  const say = () => {
    const shown = notes.filter((note) => getComputedStyle(note).display !== "none").length;
    out.textContent = shown === notes.length ? "" : `${shown} / ${notes.length}`;
  };
  document.querySelector(".filters").addEventListener("change", say);
  say();
})();
