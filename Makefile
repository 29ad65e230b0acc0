TOOL  := go tool -modfile=tools/go.mod
PKG   ?= ./...
BENCH ?= .
ARGS  ?=

.DEFAULT_GOAL := help
.PHONY: help check generate bench run fmt lint cover standing-all

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: ## everything that must hold before a change is merged
	bash .ci/run

generate: ## write the generated files anew from schema/
	go generate ./...

bench: ## run the benchmarks (BENCH=pattern PKG=./graph/embedded ARGS='-size M')
	go test -run '^$$' -bench '$(BENCH)' -benchmem $(PKG) $(ARGS)

run: ## start the server (ARGS=flags of redthread serve)
	go run ./cmd/redthread serve $(ARGS)

fmt: ## format the Go files
	$(TOOL) golangci-lint fmt

lint: ## lint, vet and look for dead code
	bash .ci/run format vet lint deadcode

cover: ## run the tests and print the coverage of each function
	go test -coverprofile=cover.out -coverpkg=./... $(PKG)
	go tool cover -func=cover.out

standing-all: ## compare standing with its rule table on every case, not only the sample
	go test -run Standing -timeout 60m ./graph -standing.all
