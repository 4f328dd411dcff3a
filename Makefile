# Jobs of a developer; `make help` lists them. Windows without make: run the commands by hand.
PYTHON ?= python

.PHONY: help test check lint types floors catalogue schemas docs-pages docs corpus evaluate demo dist clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  %-12s %s\n", $$1, $$2}'

test: ## all tests
	$(PYTHON) -m pytest -n auto

check: lint types floors test corpus ## everything that must hold before a commit, except the measures

lint: ## style and format
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: ## mypy --strict
	$(PYTHON) -m mypy

floors: ## which room may import which
	lint-imports

catalogue: ## collect messages, compile the English catalogue
	$(PYTHON) scripts/build_catalogue.py

schemas: ## write the JSON Schemas
	$(PYTHON) scripts/build_schemas.py

docs-pages: schemas ## write the pages that come from the code
	$(PYTHON) scripts/build_docs.py

docs: docs-pages ## the documentation, warnings as errors, into site/
	NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict

corpus: ## the corpus is what its sources say
	$(PYTHON) scripts/build_corpus.py --check

evaluate: ## measures on the corpus, against the floors
	$(PYTHON) -m vnreport_nlp evaluate corpus/drafts corpus/annual --floors corpus/floors.json

demo: ## a report on the corpus, in report/
	$(PYTHON) -m vnreport_nlp batch corpus/drafts -o report

dist: ## wheel and source archive, in dist/
	$(PYTHON) -m build

clean: ## what the jobs above leave behind
	rm -rf dist site report .pytest_cache .mypy_cache .ruff_cache
