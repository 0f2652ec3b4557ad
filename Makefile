# The two commands of the README, and what else one may want to run.

run book: libpng  ## Build, run the book's commands in order, refresh Output/ and the book.
	swift build
	swift run --skip-build book --run

test: libpng  ## Run every test; one of them runs the book and compares all that it says.
	swift test

faults: libpng  ## Cut 20 training runs by SIGINT and 20 by SIGKILL; compare the bits.
	FAULTS=20 swift test --filter InterruptionTests

mutations: libpng  ## Change 1,000 digits, letters and pixels; count what `book` notices.
	swift run book mutate --missed

log-proof: libpng  ## Compare our `log` with glibc's on 1.1 billion numbers.
	LOG_PROOF=1000000000 swift test --filter LogTests

release: libpng  ## Check that a release build writes what Output/ and the book hold.
	swift build -c release
	swift run -c release --skip-build book --run --check

# The whole book, whose trainings the thread sanitizer slows thirty times, is left out there:
# ChapterTests run the same programs for shorter.
sanitize: libpng  ## Run the tests under the address and the thread sanitizer.
	LSAN_OPTIONS=suppressions=$(CURDIR)/.ci/leaks-of-swift.txt:print_suppressions=0 \
	  swift test --sanitize=address --scratch-path .build/asan
	swift test --sanitize=thread --scratch-path .build/tsan --skip OwnBookTests

# How long each reader is fuzzed.
SECONDS = 60
FUZZ = .build/fuzz/debug/Fuzz

fuzz: $(addprefix fuzz-,idx gzip png safetensors)  ## Fuzz the readers of files.

# New inputs stay in .build; one that ends a reader joins those that `make test` replays.
fuzz-%: fuzzer
	mkdir -p .build/fuzz/corpus/$*
	FUZZ_READER=$* $(FUZZ) .build/fuzz/corpus/$* Tests/Fuzz/Corpus/$* \
	  -artifact_prefix=Tests/Fuzz/Corpus/$*/ -max_total_time=$(SECONDS) -max_len=4096 \
	  -timeout=10 -malloc_limit_mb=128 -print_final_stats=1 -verbosity=0

fuzzer: libpng
	FUZZ=1 swift build --product Fuzz --scratch-path .build/fuzz \
	  -Xswiftc -sanitize=fuzzer,address

bench: libpng .venv/installed  ## Time the peers beside ours; write Benchmarks/RESULTS.md.
	swift build
	swift build -c release --product MLP --scratch-path .build/bench
	.venv/bin/python Benchmarks/bench.py

.venv/installed: Benchmarks/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement $<
	touch $@

site epub pdf test-site:  ## Make the web edition, an EPUB, a PDF; test them.
	@$(MAKE) --no-print-directory -f Site/Makefile $@

format:  ## Lay out the sources.
	swift format -i -r Package.swift Benchmarks Chapters Site Sources Tests

lint:  ## Check the layout of the sources.
	swift format lint --strict -r Package.swift Benchmarks Chapters Site Sources Tests

libpng:  # The one package of the system, installed where it is missing.
	@sh .ci/install-libpng

.PHONY: run book test mutations faults log-proof release sanitize fuzz fuzzer bench
.PHONY: site epub pdf test-site format lint libpng
