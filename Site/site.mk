# The web edition, the EPUB and the PDF: pandoc makes them of the book, Chromium prints.

SITE = .build/site
PARTS = .build/site-parts
PANDOC = pandoc --from gfm+tex_math_dollars --mathml --wrap none --fail-if-warnings \
  --lua-filter Site/filter.lua

# The editions: each has a book, whose name says its language.
BOOKS = $(wildcard book.md book.zh.md)
lang = $(if $(findstring zh,$@),zh-Hans,en)
book = $(if $(findstring zh,$@),book.zh.md,book.md)

site: $(SITE)/index.html $(if $(wildcard book.zh.md),$(SITE)/zh/index.html)  ## Write the web edition, .build/site.
site: $(addprefix $(SITE)/,$(shell find Output -name '*.png'))
site: $(SITE)/style.css $(SITE)/site.js $(SITE)/LICENSE.txt

PAGES = Site/filter.lua Site/pages.lua Site/strings.lua Site/page.html Site/contents.html

$(SITE)/index.html $(SITE)/zh/index.html: $(BOOKS) $(PAGES) | site-tools
	mkdir -p $(@D)
	rm -f $(@D)/*.html
	$(PANDOC) $(book) --to html5 --template Site/page.html --lua-filter Site/pages.lua \
	  --metadata lang=$(lang) --metadata parts=$(PARTS) --output $@

# The live figures, where there are any: live.txt names their pictures.
ifneq ($(wildcard Site/build-live),)
site: $(SITE)/live.js
$(SITE)/index.html $(SITE)/zh/index.html: $(PARTS)/live.txt

$(PARTS)/live.txt: Site/build-live Package.swift $(shell find Chapters Sources Site -name '*.swift' -o -name '*.[ch]') | site-tools
	Site/build-live

$(SITE)/live.js: $(PARTS)/live.txt Site/live.js Site/live.css
	mkdir -p $(@D)
	cp $(PARTS)/live-*.js Site/live.js Site/live.css $(@D)
endif

$(SITE)/Output/%: Output/%
	mkdir -p $(@D)
	cp $< $@

$(SITE)/LICENSE.txt: LICENSE
	mkdir -p $(@D)
	cp $< $@

$(SITE)/%: Site/%
	mkdir -p $(@D)
	cp $< $@

# The reading device or the printer gets the whole book as one file.

COVER = Output/5-MLP/predictions.png
PRINT = Site/filter.lua Site/print.lua Site/strings.lua Site/print.html Site/style.css

epub: $(BOOKS:%.md=.build/%.epub)  ## Write .build/book.epub.

pdf: $(BOOKS:%.md=.build/%.pdf)  ## Print .build/book.pdf.

.build/%.epub: %.md Site/filter.lua Site/epub.css | site-tools
	mkdir -p $(@D)
	$(PANDOC) $(book) --to epub3 --shift-heading-level-by -1 --toc --toc-depth 2 --css Site/epub.css \
	  --epub-cover-image $(COVER) --metadata lang=$(lang) --output $@

# Printed twice: the contents of the second tell the pages of the first.
.build/%.pdf: %.md $(PRINT) | site-tools pdf-tools
	mkdir -p $(PARTS)/print
	$(call print,)
	pdfinfo -dests $@ > $(PARTS)/print/$*.pages
	$(call print,--metadata printed=$(PARTS)/print/$*.pages)

define print
$(PANDOC) $(book) --to html5 --template Site/print.html --lua-filter Site/print.lua \
  --metadata lang=$(lang) --metadata cover=$(COVER) $1 --output $(PARTS)/print/$*.html
$(CHROMIUM) --headless --log-level=3 --no-pdf-header-footer --generate-pdf-document-outline \
  --print-to-pdf=$@ $(PARTS)/print/$*.html
endef

# Chromium refuses to be root with its sandbox, as in a container.
CHROMIUM = chromium $(if $(filter 0,$(shell id -u)),--no-sandbox)

# The tests bring selenium, which drives Chromium, from PyPI.

test-site: test-tools site epub pdf .venv/site  ## Test the site in a browser, the EPUB and the PDF.
	.venv/bin/python -m pytest -q -p no:cacheprovider Site/Tests

.venv/site: Site/Tests/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement $<
	touch $@

Site/screenshot.png: site .venv/site  # The README's picture.
	.venv/bin/python Site/Tests/screenshot.py $@

# What is missing of Debian's packages is installed.

site-tools:
	@sh .ci/install-packages pandoc wasi-libc libclang-rt-14-dev-wasm32

pdf-tools:
	@sh .ci/install-packages chromium poppler-utils fonts-liberation fonts-noto-cjk fonts-stix

test-tools: pdf-tools
	@sh .ci/install-packages chromium-driver epubcheck python3-venv

.PHONY: site epub pdf test-site site-tools pdf-tools test-tools
