# make demo    parse the bundled report and show what is in its record
# make docs    fill in the outputs that pages and notebooks show, and build build/docs/index.html
# make test    everything that a change has to pass
# Both set up what they need in .venv; a machine needs Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT := $(wildcard corpora/west-midlands/2020-21/*.pdf)
RECORD := demo/west-midlands-2020-21.json
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo docs test browser tesseract lint types layers schema corpora bench profile audit clean

help:
	@sed -n 's/^# //p' Makefile

demo: $(VENV)/.core
	@test -n "$(REPORT)" || { echo "error: no PDF in corpora/west-midlands/2020-21"; exit 1; }
	@mkdir -p demo
	@$(BIN)/reportparse parse $(firstword $(REPORT)) --output $(RECORD)
	@$(BIN)/reportparse info $(RECORD)
	@echo
	@echo "The record of $(firstword $(REPORT)) is in $(RECORD)"

test: lint types layers browser tesseract
	$(BIN)/python -m pytest

# The pages are tested in Chromium; its tests are skipped without it, and fail where CI is set.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		  apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; } || \
		echo "no Chromium: the tests of web pages are skipped; on Debian and Ubuntu: apt install chromium"

# Scans are recognised by Tesseract, with Ghostscript's help; their tests are skipped without them, and fail where CI is set.
tesseract:
	@{ command -v tesseract && command -v gs; } >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		  apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-eng ghostscript >/dev/null; } || \
		echo "no Tesseract: the tests of scans are skipped; on Debian and Ubuntu: apt install tesseract-ocr ghostscript"

lint: $(VENV)/.dev
	$(BIN)/ruff check

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

# The reports of corpora/ with their truths, made anew from their sources.
corpora: $(VENV)/.dev
	$(BIN)/python corpora/build.py

# The JSON Schema, written anew after a change to the models.
schema: $(VENV)/.core
	$(BIN)/reportparse schema --output schema/report.schema.json

# The pages, with the outputs of today; they open from disk.
docs: $(VENV)/.dev
	$(BIN)/python docs/tools/outputs.py
	$(BIN)/python docs/tools/notebooks.py
	$(BIN)/sphinx-build -q -W --keep-going -b html docs build/docs
	@echo "build/docs/index.html"

# What takes the time of one parse, from the start of Python on.
profile: $(VENV)/.core
	$(BIN)/python benchmarks/where.py $(firstword $(REPORT))

# Speed and memory, beside plain text of the same file.
bench: $(VENV)/.core
	$(BIN)/python benchmarks/parse.py $(REPORT)

# Known weaknesses of what is pinned, by the Python package index: asks the network, and fails where it has no answer.
AUDIT := build/audit
audit:
	@$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	$(AUDIT)/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "error: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "error: $(PYTHON) can not make virtual environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@$(BIN)/python -m compileall -q src  # as an installed package has it: the first command need not
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(INSTALL) --editable '.[dev]'
	@touch $@
