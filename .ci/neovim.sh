#!/usr/bin/env bash
# Print the path of a Neovim of at least 0.11, unpacking one into the cache when the machine has none.
#
# Order: KANWU_NVIM; an nvim in PATH; one unpacked earlier; one unpacked now from a newer Debian suite than the
# machine's own. The machine's packages stay as they are: the files go into a prefix of the cache and run through the
# C library unpacked beside them. Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

suite=${KANWU_NVIM_SUITE:-forky}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci
prefix=$cache/neovim-$suite
launcher=$prefix/kanwu-nvim

recent_enough() {
    local version major minor
    version=$("$1" --version 2>/dev/null | sed -n '1s/^NVIM v\([0-9]*\.[0-9]*\).*/\1/p') || return 1
    [[ -n $version ]] || return 1
    major=${version%%.*} minor=${version#*.}
    ((major > 0 || minor >= 11))
}

for candidate in "${KANWU_NVIM:-}" "$(command -v nvim || true)" "$launcher"; do
    if [[ -n $candidate && -x $candidate ]] && recent_enough "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done

# The mirror that this machine's apt uses already, in either of the two forms of a sources file.
mirror() {
    local files=(/etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list)
    local file
    for file in "${files[@]}"; do
        [[ -r $file ]] || continue
        grep -Eq '^Signed-By:.*debian-archive-keyring|^Suites:.*(bookworm|trixie|stable)|^deb .*/debian/? ' "$file" || continue
        sed -nE -e 's/^URIs: *([^ ]+).*/\1/p' -e 's/^deb +(\[[^]]*\] +)?([^ ]+) .*/\2/p' "$file"
    done | head -n 1
}

base=$(mirror)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
if [[ -z $base || ! -r $keyring ]]; then
    echo "no Neovim of 0.11 or later, and this machine's apt sources name no Debian mirror to take one from;" \
        "set KANWU_NVIM to one" >&2
    exit 1
fi

echo "unpacking Neovim of Debian $suite into $prefix" >&2
mkdir -p "$cache"
work=$(mktemp -d "$cache/unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/root"
: >"$work/status"
printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$base" "$suite" >"$work/sources.list"

# A package database of its own, empty: every dependency down to the C library is fetched.
apt=(apt-get -qq
    -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$work/lists" -o Dir::State::Status="$work/status"
    -o Dir::Cache="$work" -o Dir::Cache::Archives="$work/archives"
    -o APT::Sandbox::User=root -o APT::Install-Recommends=false
    -o Binary::apt-get::APT::Keep-Downloaded-Packages=true -o Debug::NoLocking=true)
"${apt[@]}" update >&2
"${apt[@]}" --yes --download-only install neovim >&2
for package in "$work"/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar --extract --directory "$work/root" --keep-directory-symlink
done

libraries=$(dirname "$(find "$work/root/usr/lib" -name 'libc.so.6' | head -n 1)")
libraries=${libraries#"$work/root"}
loader=$(find "$work/root" -name 'ld-linux*.so*' | head -n 1)
loader=${loader#"$work/root"}
multiarch=${libraries#/usr}
cat >"$work/root/kanwu-nvim" <<LAUNCHER
#!/bin/sh
# Runs the Neovim beside this file with the libraries beside this file.
prefix=\$(dirname "\$(readlink -f "\$0")")
export VIMRUNTIME="\$prefix/usr/share/nvim/runtime"
export LUA_PATH="\$prefix/usr/share/lua/5.1/?.lua;\$prefix/usr/share/lua/5.1/?/init.lua;;"
export LUA_CPATH="\$prefix/usr$multiarch/lua/5.1/?.so;\$prefix/usr/lib/lua/5.1/?.so;;"
exec "\$prefix$loader" --library-path "\$prefix$libraries" "\$prefix/usr/bin/nvim" "\$@"
LAUNCHER
chmod +x "$work/root/kanwu-nvim"
rm -rf "$prefix"
mv "$work/root" "$prefix"

if ! recent_enough "$launcher"; then
    echo "the Neovim unpacked into $prefix does not run:" >&2
    "$launcher" --version >&2 || true
    exit 1
fi
echo "$launcher"
