// Opens a report in a real Chromium and does what a reader would: reads, filters, marks, follows references with the
// keyboard, and prints. axe-core looks for what would shut out readers who do not see the page.
//
// KANWU_CHROMIUM is the browser, KANWU_REPORT the page, KANWU_SCREENSHOTS a folder for pictures of it.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";

const require = createRequire(join(process.env.KANWU_NODE_MODULES, "node_modules/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const page_url = "file://" + process.env.KANWU_REPORT;
const picture = (name) => join(process.env.KANWU_SCREENSHOTS, name);

const browser = await chromium.launch({ executablePath: process.env.KANWU_CHROMIUM, args: ["--no-sandbox"] });
let failed = 0;
let ran = 0;
async function check(name, options, run) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("request", (request) => request.url() !== page_url && trouble.push("asks for " + request.url()));
  try {
    await page.goto(page_url);
    await run(page);
    assert.deepEqual(trouble, []);
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.stack}`);
  }
  ran += 1;
  await context.close();
}

const shown = (page, selector) => page.locator(`${selector}:visible`).count();
const contrast = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html)]), []);
};

await check("a page is read, and its picture taken", {}, async (page) => {
  assert.ok((await shown(page, ".note")) > 5);
  assert.equal(await page.locator("h1").count(), 1);
  // A note stands beside its text, not under it.
  const line = page.locator(".line.noted").first();
  const text = await line.locator(":scope > :is(p, h3, h4)").boundingBox();
  const note = await line.locator(".note").first().boundingBox();
  assert.ok(note.x >= text.x + text.width - 1 && Math.abs(note.y - text.y) < 40, JSON.stringify({ text, note }));
  await page.screenshot({ path: picture("report.png") });
});

for (const script of [true, false]) {
  const how = script ? "" : " without scripts";
  await check(`severities and rules are filtered${how}`, { javaScriptEnabled: script }, async (page) => {
    const all = await shown(page, ".note");
    await page.uncheck("#show-error");
    assert.equal(await shown(page, ".note.error"), 0);
    assert.ok((await shown(page, ".note.warning")) > 0);
    assert.equal(await shown(page, "a.ref.error"), 0);
    const line = page.locator("mark.found.error").first();
    assert.ok(await line.isVisible(), "the words themselves stay");
    await page.check("#show-error");
    assert.equal(await shown(page, ".note"), all);
    await page.selectOption("#rule", { index: 1 });
    const one = await shown(page, ".note");
    assert.ok(one > 0 && one < all, `${one} of ${all}`);
    if (script) assert.equal(await page.textContent("#shown"), `${one} / ${all}`);
    await page.check("#only");
    const lines = await shown(page, ".line");
    assert.ok(lines > 0 && lines <= one, `${lines} lines`);
  });
}

await check("names and figures are marked on demand", {}, async (page) => {
  const background = (selector) =>
    page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const kind of ["place", "body", "person", "figure", "date"]) {
    const before = await background(`.mention.${kind}`);
    await page.check(`#mark-${kind}`);
    assert.notEqual(await background(`.mention.${kind}`), before, kind);
  }
  await page.screenshot({ path: picture("marked.png") });
});

await check("the keyboard reaches the text, the filters and the notes", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  const ref = page.locator("a.ref").first();
  await ref.focus();
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.querySelector(":target").className);
  assert.match(target, /^note /);
  await page.locator(".note:target .back").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.querySelector(":target").className), /^ref /);
});

await check("nothing shuts out readers who do not see the page", {}, contrast);
await check("nor by night", { colorScheme: "dark" }, async (page) => {
  await contrast(page);
  await page.screenshot({ path: picture("dark.png") });
});

await check("a narrow screen shows notes under their lines", { viewport: { width: 420, height: 900 } }, async (page) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 420, `${width} wide`);
  await page.screenshot({ path: picture("narrow.png") });
});

await check("it prints with its notes", {}, async (page) => {
  await page.uncheck("#show-info");
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  writeFileSync(picture("report.pdf"), pdf);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 990 });
  assert.equal(await shown(page, ".filters"), 0);
  assert.ok((await shown(page, ".note")) > 0);
  assert.equal(await shown(page, ".note.info"), 0);
  await page.screenshot({ path: picture("print.png") });
});

await browser.close();
console.log(`${ran} checks, ${failed} failed`);
process.exit(failed ? 1 : 0);
