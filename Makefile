# The two commands of the README, and what else one may want to run.

CHAPTERS = LossFunctions GradientDescent LinearRegression FromTensorSlices MLP

run: libpng  ## Build, run the five chapters in order and refresh Output/.
	swift build
	set -e; for chapter in $(CHAPTERS); do echo "== $$chapter"; swift run --skip-build $$chapter; done
	swift run --skip-build MLP --style tensorflow

test: libpng  ## Run every test.
	swift test

format:  ## Lay out the sources.
	swift format -i -r Package.swift Chapters Sources Tests

lint:  ## Check the layout of the sources.
	swift format lint --strict -r Package.swift Chapters Sources Tests

libpng:  # The one package of the system, installed where it is missing.
	@sh .ci/install-libpng

.PHONY: run test format lint libpng
