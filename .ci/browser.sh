#!/usr/bin/env bash
# Print the folder of the packages that drive a browser in tests, fetching them from npm into the cache.
# Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci/browser
if [[ ! -d $cache/node_modules/playwright-core || ! -d $cache/node_modules/axe-core ]]; then
    mkdir -p "$cache"
    # The browser itself comes from .ci/chromium.sh.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix "$cache" \
        'playwright-core@1' 'axe-core@4' >&2
fi
echo "$cache"
