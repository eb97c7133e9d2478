# Every verb is one line; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup build test e2e fuzz bench docs format lint record examples demo ci

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile
setup: ## Install what building and testing need, switch the commit hook on
	@Scripts/setup --for test && git config core.hooksPath .githooks
build: ## Build everything
	@Scripts/setup && swift build
test: ## Install what the tests need, start the services, run every test
	@Scripts/test
e2e: ## Run the end-to-end tests alone
	@Scripts/test --filter EndToEndTests
fuzz: ## Change files at random for half a minute each: read as libyaml reads them, edited as asked
	@Scripts/fuzz
bench: ## Measure beside libyaml, Yams, PyYAML and ruamel.yaml, write Benchmarks/RESULTS.md
	@Scripts/bench
docs: ## Build the libraries' documentation, warnings are errors
	@Scripts/docs
format: ## Format every Swift file
	@swift format --in-place --parallel --configuration .swift-format -r Package.swift Sources Tests Examples Benchmarks Fuzz
lint: ## Check formatting, shell and spelling
	@Scripts/lint
record: ## Record the golden files again; look at the difference before you commit it
	@Scripts/record
examples: ## Build the examples
	@swift build --package-path Examples
demo: ## See the whole story on a sample homelab
	@Scripts/demo
ci: ## Everything that has to hold before a change lands
	@.ci/run
