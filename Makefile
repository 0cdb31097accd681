# Everything Pentimento needs and everything it caches lies in .venv; delete that folder to start again.
#
#   make serve   set up, then start the studio        make test    the quick tests; SLOW=1 for all of them
#   make paint   paint one picture                    make check   format, lint, types, floors
#   make setup   only set up                          make bench   the figures that the documents quote

VENV := .venv
CACHE := $(CURDIR)/$(VENV)/cache
READY := $(VENV)/ready$(if $(EXTRAS),-$(EXTRAS))
PENTIMENTO := $(VENV)/bin/pentimento

# Optional packages to set up as well, as in `make setup EXTRAS=ray,milvus`.
EXTRAS ?=

# The page is tested where the system has a browser; BROWSER=1 makes its absence a failure.
CHROMIUM := $(firstword $(foreach name,chromium chromium-browser google-chrome google-chrome-stable,\
  $(shell command -v $(name))))

# What `make paint` paints: two pictures, or words.
OUT ?= out/painting.png
CONTENT ?=
STYLE ?=
TITLE ?= A boat on a lake at evening
DESCRIPTION ?= A small boat lies on still water under a glowing sky, with mountains behind it.

export UV_CACHE_DIR := $(CACHE)/uv
export MPLCONFIGDIR := $(CACHE)/matplotlib
export MYPY_CACHE_DIR := $(CACHE)/mypy
export RUFF_CACHE_DIR := $(CACHE)/ruff
export HYPOTHESIS_STORAGE_DIRECTORY := $(CACHE)/hypothesis
# Torch compiles for seconds at every start where its bytecode is missing.
export UV_COMPILE_BYTECODE := 1

.PHONY: serve paint setup test check bench lock

serve: $(READY)
	$(PENTIMENTO) serve

paint: $(READY)
ifneq ($(CONTENT)$(STYLE),)
	$(PENTIMENTO) paint --content "$(CONTENT)" --style "$(STYLE)" --out "$(OUT)"
else
	$(PENTIMENTO) paint --title "$(TITLE)" --description "$(DESCRIPTION)" --out "$(OUT)"
endif

setup: $(READY)

test: $(READY) $(if $(CHROMIUM),$(READY)-e2e)
	$(VENV)/bin/pytest -o cache_dir=$(CACHE)/pytest $(if $(SLOW),--slow) $(if $(BROWSER),--browser)

check: $(READY)
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/ruff check
	$(VENV)/bin/mypy
	$(VENV)/bin/pytest -o cache_dir=$(CACHE)/pytest tests/test_floors.py

bench: $(READY)
	$(PENTIMENTO) bench

# The pinned versions of everything, extras included, with the hashes of their files.
lock: $(READY)
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --group e2e --all-extras --universal --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --upgrade --quiet --output-file requirements.lock

# The lock is given as constraints, so that extras which nobody asked for stay out; hashes are checked all the same.
$(READY): pyproject.toml requirements.lock | $(VENV)/bin/uv
	$(VENV)/bin/uv pip install --python $(VENV)/bin/python --quiet --constraints requirements.lock \
	  --group dev --editable ".$(if $(EXTRAS),[$(EXTRAS)])"
	@touch $@

# Playwright drives the system's browser and needs none of its own.
$(READY)-e2e: $(READY)
	$(VENV)/bin/uv pip install --python $(VENV)/bin/python --quiet --constraints requirements.lock --group e2e
	@touch $@

$(VENV)/bin/uv: | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --no-cache-dir --disable-pip-version-check --quiet uv

$(VENV)/bin/python:
	@for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then echo "$$python -m venv $(VENV)"; exec $$python -m venv $(VENV); fi; \
	done; echo "Pentimento needs Python 3.11 or newer; install it and run make again" >&2; exit 2
