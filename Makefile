# Everything is in bootstrap.py, which works without make as well. Arguments for a command: make test ARGS="-k orders"

PYTHON ?= python3
ARGS ?=
BOOTSTRAP = $(PYTHON) bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run dev test lint typecheck check schema bench soak fake-whatsapp setup lock

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' Makefile | awk -F ':.*## ' '{printf "make %-13s %s\n", $$1, $$2}'

run:  ## Start everything on this machine
	@exec $(BOOTSTRAP) run -- $(ARGS)

dev:  ## The same, restarted when a file changes
	@exec $(BOOTSTRAP) dev -- $(ARGS)

test:  ## Run the tests, but not the long ones
	@$(BOOTSTRAP) test -- $(ARGS)

soak:  ## Run the long, random and heavy tests
	@$(BOOTSTRAP) soak -- $(ARGS)

lint:  ## Check style, form and who imports whom
	@$(BOOTSTRAP) lint

typecheck:  ## Check the types
	@$(BOOTSTRAP) typecheck -- $(ARGS)

check:  ## lint, typecheck, that schema.graphql is current and good, and the dashboard sound
	@$(BOOTSTRAP) check

schema:  ## Export schema.graphql, and say what in it breaks what was committed
	@$(BOOTSTRAP) schema

bench:  ## Run the benchmarks
	@$(BOOTSTRAP) bench -- $(ARGS)

fake-whatsapp:  ## Start a shop with a WhatsApp of its own, and be its customers in a terminal
	@exec $(BOOTSTRAP) fake-whatsapp -- $(ARGS)

setup:  ## Only make .venv
	@$(BOOTSTRAP) setup

lock:  ## Resolve the dependencies of pyproject.toml anew into both locks
	@set -e; tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	$(PYTHON) -m venv "$$tools"; "$$tools/bin/pip" install --quiet --disable-pip-version-check uv; \
	compile="$$tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url"; \
	$$compile pyproject.toml -o requirements.lock; \
	$$compile pyproject.toml --group dev -o requirements-dev.lock
