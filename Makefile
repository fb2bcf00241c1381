# make site and make test each set up what they need, on a fresh machine with Python 3.11 or later, and make.
PYTHON := $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PACKER := .cache/release/bin/python
export NO_MKDOCS_2_WARNING := 1
# Where a container forbids it, each of the tests' many processes would compile all of the code anew.
export PYTHONDONTWRITEBYTECODE :=
# Two workers for two cores: a third takes more from the others than it gives. A file goes to one of them: its tests
# share what has been built and looked at. In the order of tests/conftest.py: what takes longest comes first.
SHARED := -n 2 --dist loadfile --no-loadscope-reorder
NODE_MODULES := audit/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help site test content full fuzz style release serve quick check schema messages bench audit format lock clean

help: ## Visa alla kommandon
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

site: $(VENV)/site.done ## Kontrollera rutinen och bygg site/
	$(BIN)/python -m routine build

test: $(VENV)/test.done $(VENV)/chromium.done style ## Stil, typer och varje påstående minst en gång, också i Chromium
	$(BIN)/python -m pytest $(SHARED)

content: $(VENV)/test.done $(VENV)/chromium.done ## Det som en ändring av innehållet prövas mot
	$(BIN)/python -m content $(if $(GITHUB_ACTIONS),--annotations)

full: test content $(NODE_MODULES) ## Allt: varje bredd, skadade filer, granskningen (med Java)
	$(BIN)/python -m pytest $(SHARED) -m full
	FUZZ=2000 $(BIN)/python -m pytest -n 2 tests/test_fuzz.py
	$(MAKE) audit

fuzz: $(VENV)/test.done ## Pröva 20 000 filer som något har hänt med
	FUZZ=20000 $(BIN)/python -m pytest -n 2 tests/test_fuzz.py

style: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quick: style ## Stil, typer och det som varken kräver webbplats eller webbläsare
	$(BIN)/python -m pytest -n 2 -m "not site and not browser and not full"

release: site ## Packa webbplatsen, och motorn med sina paket, i release/
	$(BIN)/python -m routine release $(if $(SINCE),--since $(SINCE))
	test -d .cache/release || $(PYTHON) -m venv .cache/release
	$(PACKER) -m pip install --quiet --require-hashes --no-deps -r requirements/release.txt
	rm -rf release/motor build
	$(PACKER) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir release/motor .
	$(PACKER) -m pip wheel --quiet --no-deps --require-hashes --wheel-dir release/motor -r requirements/site.txt
	$(PACKER) -m cyclonedx_py requirements --output-reproducible --output-file release/motor/sbom.cdx.json \
	  requirements/site.txt
	rm -rf build rutinguiden.egg-info
	cd release/motor && sha256sum *.whl sbom.cdx.json > SHA256SUMS

serve: $(VENV)/site.done ## Förhandsvisa; sidan byggs om när något sparas, och säger vad som är fel
	$(BIN)/python -m routine serve

check: $(VENV)/site.done ## Kontrollera bara rutinen
	$(BIN)/python -m routine check

schema: $(VENV)/site.done ## Skriv schemat till program för redigering ur modellen och rutinens id:n
	$(BIN)/python -m routine schema

messages: $(VENV)/site.done ## Skriv handbokens lista över meddelanden
	$(BIN)/python -m routine messages > handbok/felmeddelanden.md

bench: $(VENV)/test.done $(VENV)/chromium.done ## Mät hastighet, vikt och minne, i en tabell
	$(BIN)/python -m bench

audit: $(VENV)/test.done $(NODE_MODULES) ## Granska märkning och skript, och visa alla mått (behöver Java och Node)
	@command -v java >/dev/null || \
	  { echo "Java saknas: installera det, i Debian default-jre-headless, och kör make audit igen."; exit 1; }
	$(BIN)/python -m routine build
	$(BIN)/python -m audit data/routine.yaml tests/fixtures/small.yaml

format: $(NODE_MODULES) ## Skriv om skript och stilmallar som make audit vill ha dem (behöver Node)
	audit/node_modules/.bin/prettier --write --log-level warn 'routine/pages/**/*.{js,ts,css}' '!**/vendor/**' content

lock: ## Räkna om låsfilerna ur requirements/*.in; UPGRADE=1 tar också in nyare av det som paketen för med sig
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/lock.txt
	for name in lock site test release; do \
	  .cache/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-options \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(if $(UPGRADE),--upgrade) \
	    -o requirements/$$name.txt requirements/$$name.in; \
	done

clean: ## Ta bort allt som går att bygga igen
	rm -rf $(VENV) site .cache audit/node_modules .mypy_cache .pytest_cache .ruff_cache

$(VENV)/site.done: requirements/site.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes --no-deps -r $<
	touch $@

# What the site needs is among them.
$(VENV)/test.done: requirements/test.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes --no-deps -r $<
	touch $(VENV)/site.done $@

$(VENV)/chromium.done: $(VENV)/test.done
	.ci/chromium
	touch $@

$(NODE_MODULES): audit/package-lock.json
	@command -v npm >/dev/null || { echo "npm saknas: installera Node och kör make audit igen."; exit 1; }
	npm ci --prefix audit --no-fund --no-audit --ignore-scripts --silent
	touch $@
