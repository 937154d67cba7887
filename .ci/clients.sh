#!/usr/bin/env bash
# Installs the clients that tests/clients.rs runs, outside the source, and prints the folder. Needs python3 and npm.
set -euo pipefail
folder=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci/clients-1
if [[ ! -f $folder/done ]]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    python3 -m venv "$folder/python" >&2
    "$folder/python/bin/pip" install --quiet pytest-lsp==1.0.1 lsprotocol==2025.0.0 >&2
    npm install --silent --no-audit --no-fund --prefix "$folder" \
        vscode-languageserver-protocol@3.18.5 @codemirror/lsp-client@6 @codemirror/lint@6 jsdom@26 >&2
    touch "$folder/done"
fi
printf '%s\n' "$folder"
