# All that must be there is Python 3.11 or newer; uv is used where it is.
PYTHON ?= python3
SERVE ?= 1
B = .venv/bin

# Tests start hundreds of processes: where Python may not keep what it compiled, each compiles all of it again.
unexport PYTHONDONTWRITEBYTECODE

ifneq ($(shell command -v uv),)
  VENV = uv venv --quiet --allow-existing --python $(PYTHON) .venv
  INSTALL = uv pip install --quiet --python .venv --compile-bytecode
else
  VENV = $(PYTHON) -m venv .venv
  INSTALL = $(B)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: demo test check golden bench bench-backends lint ruff pyright mypy arrows lock

demo: .venv/ready ; $(B)/apiwright demo --from examples/bookshop.yaml --into demo $(if $(filter 0,$(SERVE)),--no-serve)
test: lint ; $(B)/pytest tests -n auto && cd exemplar && ../$(B)/pytest -n auto
check: lint ; $(B)/pytest tests -n auto -m "not slow"
golden: .venv/ready ; $(B)/python tests/golden/regenerate.py
bench: .venv/ready ; $(B)/python bench/speed.py && $(B)/python bench/many.py && $(B)/python bench/callers.py && $(B)/python bench/enumeration.py
bench-backends: .venv/ready ; $(B)/python bench/backends $(ARGS)

# Side by side: each of the tools uses one core.
lint: .venv/ready ; @$(MAKE) --no-print-directory --jobs ruff pyright mypy arrows
ruff: ; $(B)/ruff check && $(B)/ruff format --check
pyright: ; $(B)/pyright
mypy: ; $(B)/mypy
arrows: ; $(B)/lint-imports

lock: .venv/ready
	$(B)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --no-emit-package apiwright-keel --no-emit-package apiwright \
	  --group dev --output-file requirements.lock

.venv/ready: requirements.lock packages/keel/pyproject.toml packages/apiwright/pyproject.toml
	$(VENV)
	$(INSTALL) --no-deps --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e packages/keel -e packages/apiwright
	touch $@
