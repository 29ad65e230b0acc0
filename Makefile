TOOL  := go tool -modfile=tools/go.mod
PKG   ?= ./...
BENCH ?= .
SIZE  ?= S
ARGS  ?=
MEASURED ?= ./graph/embedded ./graph/neo4jstore
NEO4J ?= .neo4j

.DEFAULT_GOAL := help
.PHONY: help check test types generate bench run fmt lint cover screenshots standing-all neo4j-install neo4j neo4j-stop

help: ## print this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: ## everything that must hold before a change is merged
	bash .ci/run

generate: ## write the generated files anew from schema/
	go generate ./...

bench: ## measure both stores in one run each (SIZE=S|M|L BENCH=pattern ARGS='-benchtime 5s'), see docs/performance.md
	REQUIRE_NEO4J=1 go test -run '^$$' -bench '$(BENCH)' -benchtime 3s -timeout 12h $(MEASURED) $(ARGS) -size $(SIZE)

run: ## start the server (ARGS=flags of redthread serve)
	go run ./cmd/redthread serve $(ARGS)

fmt: ## format the Go files
	$(TOOL) golangci-lint fmt

lint: ## lint, vet and look for dead code
	bash .ci/run format vet lint deadcode

test: ## run the tests of all packages (PKG), and say which this machine left out
	@tools/test $(PKG)

types: ## check the types of the pages' sources (node and npm)
	tools/types/check

screenshots: ## take the pictures of docs/screenshots anew (Chromium)
	REQUIRE_BROWSER=1 go test ./web -count=1 -run '^TestScreenshots$$' -screenshots

cover: ## run the tests and print the coverage of each function
	go test -coverprofile=cover.out -coverpkg=./... $(PKG)
	go tool cover -func=cover.out

standing-all: ## compare standing with its rule table on every case, not only the sample
	go test -run Standing -timeout 60m ./graph -standing.all

neo4j-install: ## fetch the Neo4j server for tests, once (Java 17, Maven); then REQUIRE_NEO4J=1 make test
	tools/neo4j/server install

neo4j: ## start a Neo4j server for development in .neo4j/ and print the settings that lead to it (set -a; eval "$(make -s neo4j)")
	@tools/neo4j/server start $(NEO4J)

neo4j-stop: ## stop that server; its data stays
	tools/neo4j/server stop $(NEO4J)
