#!/usr/bin/env bash
# Print the path of a LibreOffice with Writer, installing Debian's where the machine has none and this is root.
# Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

for candidate in "${KANWU_SOFFICE:-}" "$(command -v soffice || true)"; do
    if [[ -n $candidate && -x $candidate ]]; then
        echo "$candidate"
        exit 0
    fi
done

if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "no soffice in PATH; install libreoffice-writer-nogui, or set KANWU_SOFFICE" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update >&2
apt-get -qq --yes --no-install-recommends install libreoffice-writer-nogui >&2
command -v soffice
