"""The EPUB and the PDF."""

import re
import shutil
import subprocess
import zipfile

import pytest
from editions import EDITIONS

editions = pytest.mark.parametrize("edition", EDITIONS, ids=repr)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squeezed(text):
    return re.sub(r"\s+", "", text)


@editions
def test_the_epub_is_sound(edition):
    # Debian's command is a Java archive, Homebrew's a script.
    epubcheck = shutil.which("epubcheck")
    with open(epubcheck, "rb") as file:
        command = ["java", "-jar"] if file.read(2) == b"PK" else []
    run(*command, epubcheck, "--failonwarnings", str(edition.epub))


@editions
def test_the_epub_holds_the_book(edition):
    with zipfile.ZipFile(edition.epub) as epub:
        package = epub.read("EPUB/content.opf").decode()
        assert f"<dc:language>{edition.lang}</dc:language>" in package
        assert f">{edition.headings[0]}</dc:title>" in package
        text = "".join(epub.read(name).decode() for name in epub.namelist()
                       if name.startswith("EPUB/text/ch"))
    assert text.count("<math") == edition.formulas
    assert text.count("<img") == len(edition.pictures)
    assert text.count("<pre") == len([fence for fence in edition.fences if fence[0] != "math"])
    assert "book:" not in text


@pytest.fixture(scope="module")
def printed():
    """What stands within the margins of the pages, the numbers of the pages left out."""
    texts = {}
    for edition in EDITIONS:
        # A4 in points, margins of 20 mm.
        area = ["-x", "55", "-y", "50", "-W", "486", "-H", "735"]
        texts[edition.lang] = squeezed(run("pdftotext", "-raw", *area, str(edition.pdf), "-"))
    return texts


@editions
def test_the_pdf_has_pages_and_an_outline(edition):
    facts = run("pdfinfo", str(edition.pdf))
    assert int(re.search(r"Pages:\s+(\d+)", facts)[1]) > 50
    assert edition.headings[0] in facts
    assert b"/Outlines" in edition.pdf.read_bytes()


@editions
def test_the_contents_of_the_pdf_name_the_pages(edition):
    contents = run("pdftotext", "-layout", "-f", "2", "-l", "4", str(edition.pdf), "-")
    listed = re.findall(r"^\s*(\S.*?) {2,}(\d+)$", contents, re.M)
    titles = [heading.replace("`", "") for heading in edition.headings[1:]]
    assert [squeezed(title) for title, _ in listed] == [squeezed(title) for title in titles]
    for title, page in listed:
        text = run("pdftotext", "-raw", "-f", page, "-l", page, str(edition.pdf), "-")
        assert squeezed(title) in squeezed(text), (title, page)


@editions
def test_no_figure_of_the_pdf_is_cut(edition):
    # A picture that is cut is drawn on two pages. One more is the cover.
    rows = run("pdfimages", "-list", str(edition.pdf)).splitlines()[2:]
    assert len([row for row in rows if row.split()[2] == "image"]) == len(edition.pictures) + 1


@editions
def test_no_listing_of_the_pdf_runs_out_of_the_page(edition, printed):
    for language, text in edition.fences:
        if language == "math":
            continue
        for line in text.splitlines():
            assert squeezed(line) in printed[edition.lang], line
