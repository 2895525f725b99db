# Boswell's front doors. A fresh machine needs Python 3.11 or newer and make, nothing else.
#
#   make run          an invented company on this machine, with one sign-in link for each role
#   make test         every test that this machine can run
#   make coverage     every branch of reading and judging is walked by its own tests (make test runs it, too)
#   make check        format, lint, types, import contracts, licences
#   make install      the environment for working on Boswell
#   make lock         the hashed locks anew from pyproject.toml
#   make texts        the catalogues of languages brought up to what the code says (docs/languages.md)
#   make screenshots  the pages as pictures, light and dark, wide and narrow

VENV ?= .venv
WORKERS ?= 2
TESTS ?= tests
BIN := $(VENV)/bin

# Python packages come from the hashed locks alone; the project itself is linked without isolation, so that
# its build back end comes from a lock too.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCKED := $(PIP) install --quiet --require-hashes
LINK := $(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .

DEBIAN_PACKAGES := chromium fonts-dejavu-core dovecot-imapd libical3

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test coverage check install lock texts screenshots format debian-packages clean

help:
	@sed -n 's/^#   make/make/p' Makefile

run: $(VENV)/run.stamp
	@$(BIN)/boswell demo

test: $(VENV)/test.stamp debian-packages
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)
	@$(MAKE) --no-print-directory coverage

# The pure packages alone and in a run of their own: the tracer costs the other tests nothing, and no branch counts as
# walked because chance or another package's test came by.
coverage: $(VENV)/test.stamp
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile -m "not hypothesis" --cov=extract --cov=store.judgement \
	    --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100 tests/extract tests/store/judgement

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_contracts.py tests/test_layout.py tests/test_licences.py tests/test_repository.py tests/test_sizes.py

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

install: $(VENV)/dev.stamp
	@echo "Ready: make test, make check, make run."

texts: $(VENV)/test.stamp
	@$(BIN)/python -m tests.i18n.collected

screenshots: $(VENV)/test.stamp debian-packages
	@$(BIN)/python -m bench screenshots

# One lock a purpose: each holds every platform's hashes and no address. The smaller locks follow dev.txt, so that
# all four agree on every version.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
           --no-emit-find-links --no-annotate --no-header --no-strip-extras
FOLLOW := --constraint requirements/dev.txt

lock: $(VENV)/dev.stamp
	$(COMPILE) pyproject.toml --extra test --extra check --extra bench --group build --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --extra test --extra bench $(FOLLOW) --output-file requirements/test.txt
	$(COMPILE) pyproject.toml $(FOLLOW) --output-file requirements/run.txt
	$(COMPILE) --group build $(FOLLOW) --output-file requirements/build.txt
	sed -i 's/, /,/' requirements/*.txt

# The environment. A stamp says which lock was installed; a changed lock or project file installs again.
$(VENV)/bin/pip:
	@for python in $(PYTHON) python3.11 python3 python; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && found="$$python" && break; \
	done; \
	if [ -z "$$found" ]; then \
	    echo "Boswell needs Python 3.11 or newer: install it, or name one with make PYTHON=/path/to/python." >&2; exit 1; \
	fi; \
	"$$found" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "This Python cannot make environments: install its venv module (on Debian and Ubuntu: apt-get install python3-venv)." >&2; exit 1; }; \
	echo "Making the environment in $(VENV) (about a minute, once)."; \
	"$$found" -m venv $(VENV)

$(VENV)/%.stamp: requirements/%.txt requirements/build.txt pyproject.toml | $(VENV)/bin/pip
	@echo "Installing requirements/$*.txt."
	@$(LOCKED) --requirement requirements/build.txt --requirement $<
	@$(LINK)
	@touch $@

debian-packages:
	@if command -v chromium >/dev/null 2>&1 && [ -x /usr/sbin/dovecot ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing Debian packages for the tests with a browser and a mail server: $(DEBIAN_PACKAGES)."; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(DEBIAN_PACKAGES); } \
	        >/dev/null 2>&1 && exit 0; \
	    echo "apt-get could not install them: the tests that need them are skipped."; \
	else \
	    echo "Chromium or Dovecot is not installed and only root on Debian can install it here: the tests that need it are skipped."; \
	fi

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache out build dist
