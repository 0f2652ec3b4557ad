# The web edition, the EPUB and the PDF: pandoc makes them of the book, Chromium prints.

SITE = .build/site
PARTS = .build/site-parts
EDITIONS = $(patsubst book%md,%,$(wildcard book.md book.zh.md))
PANDOC = pandoc --from gfm+tex_math_dollars --mathml --wrap none --fail-if-warnings \
  --lua-filter Site/filter.lua

# An edition's language, from its file's name: book.md or book.zh.md.
lang = $(if $(findstring .zh,$<),zh,en)

site: $(SITE)/index.html $(if $(wildcard book.zh.md),$(SITE)/zh/index.html)  ## Write the web edition, .build/site.
site: $(addprefix $(SITE)/,$(wildcard $(shell find Output -name '*.png')))
site: $(SITE)/style.css $(SITE)/site.js $(SITE)/LICENSE.txt

PAGES = Site/filter.lua Site/pages.lua Site/strings.lua Site/page.html Site/contents.html

$(SITE)/index.html: book.md
$(SITE)/zh/index.html: book.zh.md
$(SITE)/index.html $(SITE)/zh/index.html: $(wildcard book.md book.zh.md) $(PAGES)
	mkdir -p $(@D)
	rm -f $(@D)/*.html
	$(PANDOC) $< --to html5 --template Site/page.html --lua-filter Site/pages.lua \
	  --metadata lang=$(lang) --metadata parts=$(PARTS) --output $@

$(SITE)/Output/%: Output/%
	mkdir -p $(@D)
	cp $< $@

$(SITE)/LICENSE.txt: LICENSE
	cp $< $@

$(SITE)/%: Site/%
	cp $< $@
