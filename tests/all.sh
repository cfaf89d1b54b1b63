#!/usr/bin/env bash
# Everything that must hold, on a fresh machine: system packages (where they can be installed), a virtual
# environment, lint, types, the examples of all rules, the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

packages="antiword catdoc libreoffice-writer-nogui poppler-utils tesseract-ocr"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  missing=""
  for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    # shellcheck disable=SC2086
    apt-get install -y -q --no-install-recommends $missing >/dev/null
  fi
else
  echo "Optional system packages for all tests: $packages" >&2
fi

[ -x .venv/bin/python ] || "${PYTHON:-python3}" -m venv .venv
.venv/bin/python -m pip install -q --disable-pip-version-check -e '.[dev]'

echo "== lint"
.venv/bin/ruff check .
.venv/bin/ruff format --check .
echo "== types"
.venv/bin/mypy
echo "== rules"
.venv/bin/corruptex rules test --lang en
echo "== tests"
.venv/bin/python -m pytest -n auto
