# What can be made here. `make` alone lists it.
#
# make book needs Python 3.11 or newer with pip and venv, and nothing else:
# everything is installed into this folder (.venv-tools, .venv).
# Another Python than python3: make book PYTHON=python3.12

PYTHON ?= python3
export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1

UV    := .venv-tools/bin/uv
BIN   := .venv/bin
NODE  := $(BIN)/python tools/node.py
TREE  := BOOKWORK_HTML=_build/html BOOKWORK_TEACHER_HTML=_build/teacher/html \
         BOOKWORK_PDF=_build/pdf BOOKWORK_TEACHER_PDF=_build/teacher/pdf
PACK  := _build/live/python.js
PROSE := index.md README.md CONTRIBUTING.md CHANGELOG.md book exercises seeds src
FIRST  := strict-book builders browser
SECOND := unit wheel newest

START := $(shell date +%s)
say = printf '\n== %s (%ss)\n' "$(1)" "$$(( $$(date +%s) - $(START) ))"

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: pack-if-possible help book teacher-book test lint prose types $(FIRST) $(SECOND) env bench contact format clean distclean

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' \
	  | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

book: pack-if-possible  ## build the book: _build/html, _build/epub, _build/pdf, _build/teacher/pdf
	@$(BIN)/bookwork build all

teacher-book: pack-if-possible  ## build the teacher's edition into _build/teacher/html
	@$(BIN)/bookwork build html --teacher

# Two lanes at once: what needs a built book, and the rest, whose words come when both are done.
test: env  ## run every check (what CI runs)
	@$(MAKE) --no-print-directory lint prose types
	@$(BIN)/python tools/lanes.py "$(MAKE) --no-print-directory $(FIRST)" "$(MAKE) --no-print-directory $(SECOND)"
	@$(call say,all stages passed)

# ---- environments ---------------------------------------------------------
# Each stamp file is as new as the lock that it was made from, so nothing is
# installed twice, and an edited lock is installed before anything runs.

.venv-tools/.stamp: tools/uv.txt
	@$(call say,installing uv into .venv-tools)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Name another one: make book PYTHON=python3.12")'
	$(PYTHON) -m venv --clear .venv-tools
	.venv-tools/bin/python -m pip install --quiet --require-hashes -r tools/uv.txt
	@touch $@

# --inexact: what `make test` has put there beside it stays.
.venv/.book: .venv-tools/.stamp pyproject.toml uv.lock
	@$(call say,installing what the book needs into .venv)
	$(UV) sync --frozen --inexact --extra book --extra live --python $(PYTHON)
	@touch $@

.venv/.dev: .venv-tools/.stamp pyproject.toml uv.lock
	@$(call say,installing what the checks need into .venv)
	$(UV) sync --frozen --group dev --extra book --extra live --python $(PYTHON)
	@touch $@ .venv/.book

# Python for pages.
$(PACK): .venv/.book $(wildcard src/bookwork/live/*)
	@$(call say,making Python for pages)
	$(BIN)/bookwork pack

# The checks need it; a book that is only to be read can do without.
pack-if-possible: .venv/.book
	@$(MAKE) --no-print-directory $(PACK) \
	  || echo "The book will lack the button 'Run this code yourself', and nothing else."

node_modules/.stamp: .venv/.dev package.json package-lock.json
	@$(call say,installing npm packages)
	$(NODE) npm ci --ignore-scripts
	@touch $@

.venv/.chromium: .venv/.dev tools/ensure_chromium.py
	@$(call say,looking for Chromium)
	$(BIN)/python tools/ensure_chromium.py
	@touch $@

.venv/.firefox: .venv/.dev tools/ensure_firefox.py
	@$(call say,looking for Firefox)
	$(BIN)/python -m tools.ensure_firefox
	@touch $@

env: .venv/.dev node_modules/.stamp .venv/.chromium .venv/.firefox $(PACK)  ## install everything that the checks need

# ---- stages ---------------------------------------------------------------

lint: .venv/.dev  ## locks in step, style, layers: uv, ruff, import-linter
	@$(call say,lint)
	$(UV) lock --check
	$(UV) lock --check --project tools/newest
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

prose: .venv/.dev  ## prose: readability, spelling, house rules, claims
	@$(call say,prose)
	$(BIN)/python -W ignore -m tools.prose.readability --strict
	$(BIN)/codespell --config tools/prose/codespell.cfg $(PROSE)
	$(BIN)/python -m tools.prose.house
	$(BIN)/bookwork coverage --strict
	$(BIN)/bookwork coverage --claims

types: node_modules/.stamp  ## types: mypy --strict, tsc --strict
	@$(call say,types)
	$(BIN)/mypy
	$(NODE) node node_modules/typescript/bin/tsc --project tsconfig.json

unit: node_modules/.stamp  ## tests that need neither a built book nor a browser
	@$(call say,unit)
	$(BIN)/pytest -m "not builders and not browser"

wheel: .venv/.dev  ## build the wheel, install it elsewhere, use it
	@$(call say,wheel)
	$(BIN)/python tools/check_wheel.py --uv $(UV)

strict-book: .venv/.dev $(PACK)  ## build both editions, as HTML and PDF, with every warning an error
	@$(call say,strict-book)
	$(BIN)/bookwork build html --fresh --verbose
	$(BIN)/bookwork build html --fresh --verbose --teacher
	$(BIN)/bookwork build pdf --verbose
	$(BIN)/bookwork build pdf --verbose --teacher

builders: strict-book node_modules/.stamp  ## tests of built books: HTML, PDF, text, EPUB, …
	@$(call say,builders)
	$(TREE) $(BIN)/pytest -m "builders and not browser"
	$(BIN)/python tools/contact_sheet.py

browser: strict-book node_modules/.stamp .venv/.chromium .venv/.firefox  ## tests of the book in a real browser
	@$(call say,browser)
	$(TREE) $(BIN)/pytest -m browser

newest: .venv/.dev  ## the same book with the newest Sphinx, serial, parallel, PDF and EPUB
	@$(call say,newest)
	$(BIN)/python tools/newest/build.py --uv $(UV) --python $(PYTHON)

# ---- by hand --------------------------------------------------------------

bench: .venv/.dev .venv/.chromium $(PACK)  ## how fast it prints, runs code and marks, beside peers
	@$(BIN)/bookwork build html
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/bench_live.py
	@$(BIN)/python tools/bench_mark.py

contact: .venv/.dev  ## pictures of every printed page, side by side, in _build/contact
	$(BIN)/python tools/contact_sheet.py

format: .venv/.dev  ## put the code into the house's format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove what was built
	rm -rf _build build dist book/*.csv
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

distclean: clean  ## remove what was built and what was installed
	rm -rf .venv .venv-tools tools/newest/.venv node_modules
