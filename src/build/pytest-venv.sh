#!/bin/sh
# Makes a virtual environment for tests (pytest, import-linter), once for each state of the
# requirements. Usage: pytest-venv.sh DIRECTORY REQUIREMENTS
set -eu

venv=$1
requirements=$2
python=${PYTHON:-python3}

if [ -x "$venv/bin/python" ] && cmp -s "$requirements" "$venv/requirements.installed"; then
  exit 0
fi

fail() {
  echo "ferry's tests need $(tr '\n' ' ' <"$requirements"), and no virtual environment could be made: $1" >&2
  echo "  $2" >&2
  exit 1
}

command -v "$python" >/dev/null 2>&1 ||
  fail "no $python on the PATH" \
    "Install Python 3 (apt-get install python3 python3-venv, or brew install python)."

rm -rf "$venv"
mkdir -p "$(dirname "$venv")"
"$python" -m venv "$venv" >"$venv.log" 2>&1 ||
  fail "'$python -m venv $venv' failed (log: $venv.log)" \
    "On Debian and Ubuntu the module is a package of its own: apt-get install python3-venv"

"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" \
  >>"$venv.log" 2>&1 ||
  fail "pip could not install $requirements (log: $venv.log)" \
    "Check the network, or point PIP_INDEX_URL or PIP_FIND_LINKS at a place that has it."

cp "$requirements" "$venv/requirements.installed"
