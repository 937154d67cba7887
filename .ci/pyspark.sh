#!/usr/bin/env bash
# Print the path of a Python that has PySpark, installing it into the cache when there is none.
#
# Order: KANWU_PYTHON; a Python in the cache. PySpark needs a Java of at least 17, which must be on the machine.
# Messages go to standard error, so that the path alone is on standard output.
set -euo pipefail

if [[ -n ${KANWU_PYTHON:-} ]]; then
    echo "$KANWU_PYTHON"
    exit 0
fi
if ! java -version 2>/dev/null; then
    echo "PySpark needs Java 17 or later: apt-get install openjdk-17-jre-headless" >&2
    exit 1
fi
prefix=${XDG_CACHE_HOME:-$HOME/.cache}/kanwu-ci/pyspark
if ! "$prefix/bin/python" -c 'import pandas, pyarrow, pyspark' 2>/dev/null; then
    echo "installing PySpark into $prefix" >&2
    python3 -m venv "$prefix" >&2
    "$prefix/bin/pip" install --quiet 'pyspark>=4,<5' 'pandas<3' pyarrow >&2
fi
echo "$prefix/bin/python"
