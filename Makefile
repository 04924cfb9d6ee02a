# The commands of this project; CONTRIBUTING.md says more about each.
#
#   make run [ARTICLE=path]     open the window
#   make setup                  only install what it needs
#   make test [ARGS=...]        run the tests, without a display
#   make check                  style, types and layers
#   make bench [ARTICLE=path]   measure speed and memory
#   make gallery                pictures of the window in every look, into build/gallery
#   make clean                  remove everything that was made here

VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/ready-run $(VENV)/ready-dev $(VENV)/ready-bench
ARTICLE ?=
ARGS ?=

quoted_article = $(if $(ARTICLE),'$(subst ','\'',$(ARTICLE))')

.PHONY: run setup test check bench gallery clean

run: $(VENV)/ready-run
	@$(PYTHON) -m reader $(quoted_article)

setup: $(VENV)/ready-run
	@echo 'Ready: make run opens the window.'

test: $(VENV)/ready-dev
	$(PYTHON) -m pytest $(ARGS)

check: $(VENV)/ready-dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports --no-cache

bench: $(VENV)/ready-bench
	@$(PYTHON) -m bench $(quoted_article)

gallery: $(VENV)/ready-dev
	@$(PYTHON) tools/gallery.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment knows where it stands and whose Python it uses: prepare it anew after a move or an upgrade.
ifneq ($(CURDIR),$(if $(realpath $(PYTHON)),$(file <$(VENV)/made-in)))
.PHONY: $(READY)
endif

$(READY): $(VENV)/ready-%: pyproject.toml constraints.txt
	@python3 tools/prepare.py $*
