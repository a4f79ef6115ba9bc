# Each target is what a person would type; both set-ups are made once and again when their lists change.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo dashboard test lint evaluate floors bench clean

demo: $(VENV)/.embeddings
	$(BIN)/foi demo --into build/demo

dashboard: $(VENV)/.app demo
	$(BIN)/foi dashboard build/demo/corpus

test: $(VENV)/.test
	$(BIN)/pytest -n auto --dist loadfile

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(VENV)/.core
	$(BIN)/foi evaluate --into build/evaluation

# A floor goes down only with a reason: make floors LOWER='40 harder letters'
floors: $(VENV)/.core
	$(BIN)/python -m foi_analytics.evaluation.floors $(if $(LOWER),--lower "$$LOWER")
	$(BIN)/python -m foi_analytics.statistics.measuring

bench: $(VENV)/.test
	$(BIN)/python tests/benchmarks/analyse_throughput.py

clean:
	rm -rf build $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "foi_analytics needs Python 3.11 or later; name one: make PYTHON=python3.12 demo"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

$(VENV)/.core: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(VENV)/.embeddings: $(VENV)/.core
	$(PIP) --editable '.[embeddings]'
	@touch $@

$(VENV)/.app: $(VENV)/.core
	$(PIP) --editable '.[app]'
	@touch $@

$(VENV)/.test: $(VENV)/.core
	$(PIP) --editable '.[app,exports,fetch,ocr,msg,notebook,tables,train,test,dev]'
	@touch $@
