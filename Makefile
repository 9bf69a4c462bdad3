# `make run` and `make test` are the two commands; `make help` lists the rest.
# Stamp files under .venv/ make a second run start at once: a step is redone only when its lock file changes.

PORT ?= 8501
PYTEST_ARGS ?=
JOBS ?= auto
BENCH_ARGS ?=
LOCK_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
# `python -m …`, never the installed scripts: they hold an absolute path and break when the folder is moved.
PY := $(BIN)/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
COMPILE := $(PY) -m uv pip compile --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header \
	$(LOCK_ARGS) pyproject.toml
CHECKS = $(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) $(BIN)/lint-imports
# Whole files to each process, in the order of tests/conftest.py: one server and one Chromium a process, journeys last.
PYTEST = $(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run test test-fast bench check build lock screenshot

help: ## cette liste
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.stamp-run ## servir le tableau de bord sur http://localhost:8501 (PORT=… pour un autre port)
	@exec $(PY) -m streamlit run app.py --server.port=$(PORT)

test: $(VENV)/.stamp-dev ## tous les contrôles et tous les tests : style, couches, bibliothèque, pages, navigateur (JOBS=… processus)
	@$(CHECKS)
	@$(PY) -m tests.newest_streamlit
	@chromium=$$($(PY) -m tests.browser.chromium) && CHROMIUM="$$chromium" $(PYTEST) $(PYTEST_ARGS)

test-fast: $(VENV)/.stamp-dev ## les mêmes contrôles sans les tests longs, du navigateur, ni de processus : moins d’une minute
	@$(CHECKS)
	@$(PYTEST) -m "not browser and not process and not slow" $(PYTEST_ARGS)

bench: $(VENV)/.stamp-dev ## mesurer la vitesse : le moteur, la comparaison, les dépôts, puis les pages dans un vrai Chromium
	@$(PY) -m benchmarks.engine $(BENCH_ARGS)
	@$(PY) -m benchmarks.similar
	@$(PY) -m benchmarks.upload
	@chromium=$$($(PY) -m tests.browser.chromium) && CHROMIUM="$$chromium" $(PY) -m benchmarks.browser

check: $(VENV)/.stamp-run ## contrôler data/ et dire toutes les fautes à la fois
	@$(PY) -m ptce_data check

build: $(VENV)/.stamp-run ## reconstruire data/*.parquet à partir de data/facts/, à l’octet près
	@$(PY) -m ptce_data build

lock: $(VENV)/.stamp-dev ## recalculer les deux fichiers de versions (LOCK_ARGS=--upgrade pour des versions plus récentes)
	@$(COMPILE) --quiet --output-file requirements.txt
	@$(COMPILE) --quiet --extra dev --constraint requirements.txt --output-file requirements-dev.txt

screenshot: $(VENV)/.stamp-dev ## refaire docs/capture.png à partir de l’application
	@chromium=$$($(PY) -m tests.browser.chromium) && CHROMIUM="$$chromium" $(PY) -m benchmarks.screenshot

$(PY):
	@sh .ci/venv $(VENV)

$(VENV)/.stamp-run: requirements.txt | $(PY)
	@echo "Installation de requirements.txt dans $(VENV) (une seule fois)…"
	@$(PIP) -r requirements.txt
	@touch $@

# requirements-dev.txt holds everything in requirements.txt at the same versions: one installation serves both.
$(VENV)/.stamp-dev: requirements-dev.txt requirements.txt | $(PY)
	@echo "Installation de requirements-dev.txt dans $(VENV) (une seule fois)…"
	@$(PIP) -r requirements-dev.txt
	@touch $(VENV)/.stamp-run $@
