#!/usr/bin/env bash
# Build the wheel and use it as strangers would: install it into a fresh environment and run the first command of the
# README; check action.yml, the template for GitLab and the hooks against their schemas, and run the step of the action
# and a hook with the kanwu of the wheel.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$(.ci/packagers.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A wheel for use is built for release; KANWU_PROFILE=dev is faster to try this script.
"$tools/maturin" build --profile "${KANWU_PROFILE:-release}" --locked --out "$work/wheel"
python3 -m venv "$work/fresh"
"$work/fresh/bin/pip" --quiet install --no-index "$work"/wheel/kanwu-*.whl
kanwu=$work/fresh/bin/kanwu
"$kanwu" --version

# The first command of the README, as `kanwu` instead of `cargo run`.
arguments=$(sed -n 's/^\$ cargo run --release -- \([^#]*[^# ]\) *#.*/\1/p' README.md | head -n 1)
[[ -n $arguments ]] || { echo "README.md begins with no command" >&2; exit 1; }
code=0
# shellcheck disable=SC2086
"$kanwu" $arguments >"$work/said" || code=$?
[[ $code == 1 ]] || { echo "kanwu $arguments: exit code $code" >&2; exit 1; }
grep -qF '错误[figures/sum-mismatch]: 12 + 20 = 32，与“30人”不符' "$work/said"
echo "kanwu $arguments: says what the README says"

"$tools/check-jsonschema" --builtin-schema vendor.github-actions action.yml
"$tools/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci ci/gitlab.yml
"$tools/pre-commit" validate-manifest .pre-commit-hooks.yaml

# The last step of the action, with the kanwu of the wheel where the step before would have put it.
"$tools/python" - <<'PYTHON' >"$work/step"
import yaml

print([step for step in yaml.safe_load(open("action.yml"))["runs"]["steps"] if step["name"] == "Check"][0]["run"])
PYTHON
mkdir -p "$work/root/bin"
ln -s "$kanwu" "$work/root/bin/kanwu"
code=0
PATHS=$'seeds/02-suining-page.txt\nseeds/01-deqing-weekly.txt' ARGUMENTS='--no-config' FAIL_ON=error KANWU_LANG=en \
    SARIF_FILE=$work/a.sarif HTML_FILE='' ROOT=$work/root GITHUB_OUTPUT=$work/output \
    bash -e "$work/step" >"$work/annotations" || code=$?
[[ $code == 1 && $(<"$work/output") == exit-code=1 && -s $work/a.sarif && ! -e $work/.html ]]
grep -q '^::error file=seeds/02-suining-page.txt,line=19,endLine=19,' "$work/annotations"
echo 'action.yml: annotates'

# A hook, on a draft of a repository of its own.
git init --quiet "$work/drafts"
printf '青禾镇修渠\n\n　　2月30日，青禾镇召开动员会。\n' >"$work/drafts/draft.txt"
git -C "$work/drafts" add draft.txt
cp .pre-commit-hooks.yaml "$work/"
git init --quiet "$work/hooks"
mv "$work/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" add .
git -C "$work/hooks" -c user.name=kanwu -c user.email=kanwu@localhost commit --quiet --message hooks
code=0
(
    cd "$work/drafts"
    PATH=$work/fresh/bin:$PATH PRE_COMMIT_HOME=$work/home \
        "$tools/pre-commit" try-repo --all-files "$work/hooks" kanwu-system >"$work/hook" 2>&1
) || code=$?
grep -q 'dates/impossible-date' "$work/hook" || { cat "$work/hook" >&2; exit 1; }
[[ $code == 1 ]]
echo '.pre-commit-hooks.yaml: finds'

for shell in bash zsh fish powershell elvish; do
    "$kanwu" completions "$shell" >"$work/completions.$shell"
    [[ -s $work/completions.$shell ]]
done
bash -n "$work/completions.bash"
for page in '' check format; do
    # shellcheck disable=SC2086
    "$kanwu" man $page | grep -q '^\.TH '
done
echo 'completions and manual pages are there'
