# `make run` and `make test` are all the set-up there is: each makes the virtual environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test growth check lint clean lock pictures

run: $(VENV)/.run
	$(BIN)/reconcile run
	@echo "The command is $(BIN)/reconcile; after \`. $(BIN)/activate\`, reconcile alone will do."

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

# Whether the cost of hostile documents of 100 kB is linear; `make test` asks it of 12 kB.
growth: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto tests/hostile/test_growth.py --growth-size 100000

# Lint and the tests that are quick: about a minute and a half on two cores.
check: lint
	$(BIN)/python -m pytest -n auto -m "not slow"

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reconcile needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The pictures of README and docs; needs Chromium.
pictures: $(VENV)/.dev
	$(BIN)/python tools/take_pictures.py

# Resolve the locks anew; needs uv (https://docs.astral.sh/uv/).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find reports -type f ! -name README.md -delete
