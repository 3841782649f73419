# Short names for what a person does often; Maven does the work.
.DEFAULT_GOAL := help
.PHONY: help build test verify fuzz mutation faults crash bench bench-check demo docs screenshots silk temporal format clean ci

MVN ?= mvn -B -q

help: ## shows this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

build: ## builds the command, without tests; ./tokenport runs it
	$(MVN) package -pl cli -am -Dmaven.test.skip=true

test: ## runs the unit tests
	$(MVN) test

verify: ## builds, checks and tests everything, with a real Keycloak
	$(MVN) verify

fuzz: ## fuzzes what reads foreign octets; TARGET=TokenAnswer for one, TIME=10m for longer
	fuzz/run "$(TARGET)" "$(TIME)"

mutation: ## puts faults into oauth2 and secret, and counts those that their tests find (most of an hour)
	$(MVN) process-test-classes -Pmutation -pl secret,integration-tests -am

crash: ## kills a thousand runs at moments that differ each time
	$(MVN) verify -pl integration-tests -am -Dtest=None -Dit.test=CrashIT -Dcrash.kills=1000 -Dcrash.seed=$$(date +%s) \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

bench: ## measures Tokenport and its peers, and writes docs/benchmarks.md (most of an hour)
	$(MVN) package -pl benchmarks -am -Dmaven.test.skip=true
	benchmarks/run --write docs/benchmarks.md

bench-check: ## measures again, and says which ratios moved by more than 15 %
	$(MVN) package -pl benchmarks -am -Dmaven.test.skip=true
	benchmarks/run --check

demo: ## runs the demo
	./tokenport demo

docs: build ## generates the pages of the operators
	./tokenport docs --output docs/operators

faults: ## observes what misbehaving servers do, and writes docs/faults.md
	$(MVN) test -pl integration-tests -am -Dtest=FaultMatrixTest -Dsurefire.failIfNoSpecifiedTests=false \
		-Dtokenport.faults.write=true

screenshots: ## takes the pictures of the pages of 'tokenport serve' anew, into docs/images (needs Chromium)
	$(MVN) verify -pl integration-tests -am -Dtest=None -Dit.test=ScreenshotsIT -Dtokenport.screenshots=true \
		-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

silk: ## builds the plugin for Silk, one JAR, without tests; says where it is
	$(MVN) package -pl hosts/silk -am -Dmaven.test.skip=true
	@ls hosts/silk/target/tokenport-silk-*.jar

temporal: ## builds a real Temporal server for the tests that want one (needs Go; once, some minutes)
	engines/temporal/build-server

format: ## formats the sources
	$(MVN) spotless:apply

clean: ## deletes what builds made
	$(MVN) clean

ci: ## runs what the gate runs
	.ci/run
