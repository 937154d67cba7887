#!/usr/bin/env bash
# Print the folder of the programs that packages are built and tried with, installing them from PyPI into the cache.
# Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

tools=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci/packages/tools/bin
if [[ ! -x $tools/maturin || ! -x $tools/pre-commit || ! -x $tools/check-jsonschema ]]; then
    python3 -m venv "${tools%/bin}" >&2
    "$tools/pip" --quiet install 'maturin==1.*' 'pre-commit==4.*' 'check-jsonschema==0.*' >&2
fi
echo "$tools"
