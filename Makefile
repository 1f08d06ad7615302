# The whole interface of a checkout. `make demo` and `make test` set up all that they need: Python 3.11 and Node 20 must be
# there, nothing else. What was set up is stamped under .ok, so that a second run starts at once.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SETUP := .ok/package .ok/gazetteer .ok/land
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check fix golden evals docs setup wheel
.DELETE_ON_ERROR:

demo: $(SETUP)
	@$(BIN)/everyclaim demo

test: $(SETUP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

check: test
	EVERYCLAIM_SLOW=1 $(BIN)/pytest
	$(BIN)/python -m evals --fail

fix: $(SETUP)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: $(SETUP)
	EVERYCLAIM_GOLDEN=1 $(BIN)/pytest tests/golden

evals: $(SETUP)
	$(BIN)/python -m evals

docs: $(SETUP)
	$(BIN)/python -m everyclaim.cli.pages .

wheel: $(SETUP)
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	$(BIN)/python -m hatchling build --target sdist --directory dist
	@ls -l dist

setup: $(SETUP)

.ok/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv .venv
	@mkdir -p .ok && touch $@

.ok/dependencies: requirements/dev.txt .ok/venv
	@echo "Installing the locked Python packages (about two minutes the first time) ..."
	$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

.ok/package: pyproject.toml .ok/dependencies
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.ok/names: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@mkdir -p .ok && touch $@

.ok/gazetteer: .ok/names .ok/package $(wildcard src/everyclaim/lexicon/gazetteer_*.py src/everyclaim/lexicon/places/*.yaml)
	$(BIN)/python -m everyclaim.lexicon.gazetteer_build node_modules
	@touch $@

.ok/land: .ok/names .ok/package src/everyclaim/lexicon/land_build.py
	$(BIN)/python -m everyclaim.lexicon.land_build node_modules
	@touch $@
