"""The books and what the site made of them."""

import re
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD = ROOT / ".build"
SITE = BUILD / "site"


class Edition:
    def __init__(self, lang, book, folder):
        self.lang, self.book, self.folder = lang, ROOT / book, folder
        self.epub = BUILD / book.replace(".md", ".epub")
        self.pdf = BUILD / book.replace(".md", ".pdf")

    def __repr__(self):
        return self.lang

    @property
    def pages(self):
        """The pages in the order of the contents."""
        names = re.findall(r'<li><a href="([^"#]+)"', (self.folder / "index.html").read_text())
        return [self.folder / name for name in dict.fromkeys(names)]

    @property
    def fences(self):
        """The listings and outputs: (language, text)."""
        return re.findall(r"^```(\w+)\n(.*?)^```$", self.book.read_text(), re.M | re.S)

    @property
    def prose(self):
        """The book without listings, outputs and marks."""
        text = re.sub(r"^```(?!math)\w+\n.*?^```$", "", self.book.read_text(), flags=re.M | re.S)
        return re.sub(r"<!--.*?-->", "", text)

    @property
    def headings(self):
        return re.findall(r"^#+ (.*)$", self.prose, re.M)

    @property
    def pictures(self):
        return re.findall(r"!\[[^]]*\]\(([^)]+)\)", self.prose)

    @property
    def formulas(self):
        """How many formulas the prose holds, in either of GitHub's ways."""
        text = re.sub(r"`[^`\n]+`", "", re.sub(r"^```math$.*?^```$", "$x$", self.prose, flags=re.M | re.S))
        return len(re.findall(r"\$\$.+?\$\$|\$[^$]+\$", text, re.S))


EDITIONS = [
    edition
    for edition in [Edition("en", "book.md", SITE), Edition("zh-Hans", "book.zh.md", SITE / "zh")]
    if edition.book.exists()
]
PAGES = [page for edition in EDITIONS for page in edition.pages]


class Page(HTMLParser):
    """The anchors, addresses and pictures that a page names."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.headings, self.addresses, self.images = [], [], [], []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag in ("h2", "h3") and "id" in attributes:
            self.headings.append(attributes["id"])
        if tag == "img":
            self.images.append(attributes)
        self.addresses += [attributes[name] for name in ("href", "src") if name in attributes]
