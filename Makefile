# `make` lists the targets. Each one sets up what it needs in .venv first.

PYTHON ?= python3
BIN := .venv/bin
# constraints.txt is given to every install, also to the one inside the build's own environment.
PIP := PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: help install demo test test-all matrix newest check lint types docs texts bench clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 18

install: .venv/installed  ## set up .venv with d2l in it

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "d2l needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	@# torch on its own and first: with an exact version, pip finds the build for this machine.
	$(PIP) torch
	$(PIP) --editable '.[test]'
	@touch $@

demo: install  ## run the tour, with pictures in the folder demo
	$(BIN)/d2l tour --plot demo
	@echo "The pictures are in the folder demo:" && ls demo

test: install  ## run the quick tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m "not slow"

test-all: install  ## run all tests, and hold coverage at 95 %
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses auto --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

matrix: install  ## run the quick tests with other releases of PyTorch and the rest
	$(BIN)/python -m tests.matrix

# What depends most on Typer, rich, NumPy and matplotlib.
NEWEST := tests/lessons tests/views tests/test_cli.py tests/test_options.py tests/test_completion.py tests/test_show.py

newest: install  ## run some tests with the newest Typer, rich, NumPy and matplotlib
	$(BIN)/python -m tests.matrix torch-2.13 --tests $(NEWEST)

check: lint types  ## lint and types

lint: install  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install  ## mypy --strict
	$(BIN)/mypy

docs: install  ## write the README's output, the pictures and the pages in docs anew
	D2L_REWRITE=1 $(BIN)/python -m pytest --quiet tests/test_docs.py tests/test_pages.py

texts: install  ## write the catalogues of translations anew, and tell what is missing
	$(BIN)/python -m tests.texts

bench: install  ## time commands against a bare import of torch
	$(BIN)/python -m tests.bench

clean:  ## remove what the targets made
	rm -rf .venv .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis dist demo .matrix
	find . -name __pycache__ -prune -exec rm -rf {} +
