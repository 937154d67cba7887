#!/usr/bin/env bash
# Print the path of a Chromium that can show Chinese, unpacking one into the cache when the machine has none.
#
# Order: KANWU_CHROMIUM; a Chromium or Chrome in PATH; one unpacked earlier; one unpacked now from the Debian suite of
# this machine, with a Chinese font. The machine's packages stay as they are. Messages go to standard error, so that the
# path alone is on standard output.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci
prefix=$cache/chromium
launcher=$prefix/kanwu-chromium

runs() {
    "$1" --version >/dev/null 2>&1
}

for candidate in "${KANWU_CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v google-chrome || true)" "$launcher"; do
    if [[ -n $candidate && -x $candidate ]] && runs "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done

if ! command -v apt-get >/dev/null; then
    echo "no Chromium in PATH, and no apt to take one from; set KANWU_CHROMIUM to one" >&2
    exit 1
fi

echo "unpacking Chromium into $prefix" >&2
mkdir -p "$cache"
work=$(mktemp -d "$cache/unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/root"

# The machine's own list of packages says which dependencies are there already; only the others are fetched.
apt=(apt-get -qq
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o Dir::Cache::Archives="$work/archives"
    -o APT::Sandbox::User=root -o APT::Install-Recommends=false
    -o Binary::apt-get::APT::Keep-Downloaded-Packages=true -o Debug::NoLocking=true)
"${apt[@]}" update >&2
"${apt[@]}" --yes --download-only install chromium fonts-noto-cjk >&2
for package in "$work"/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar --extract --directory "$work/root" --keep-directory-symlink
done

# Some libraries stand in folders of their own below the one for libraries.
libraries=$(cd "$work/root" && find . -name '*.so*' -not -path '*/chromium/*' -printf '$prefix/%h\n' | sort -u | paste -sd:)
cat >"$work/root/fonts.conf" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$prefix/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>$prefix/font-cache</cachedir>
</fontconfig>
FONTS
cat >"$work/root/kanwu-chromium" <<LAUNCHER
#!/bin/sh
# Runs the Chromium beside this file with the libraries and fonts beside this file.
prefix=\$(dirname "\$(readlink -f "\$0")")
export LD_LIBRARY_PATH="$libraries\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="\$prefix/fonts.conf"
exec "\$prefix/usr/lib/chromium/chromium" "\$@"
LAUNCHER
chmod +x "$work/root/kanwu-chromium"
rm -rf "$prefix"
mv "$work/root" "$prefix"

if ! runs "$launcher"; then
    echo "the Chromium unpacked into $prefix does not run:" >&2
    "$launcher" --version >&2 || true
    exit 1
fi
echo "$launcher"
