"""Every page of the site, as files and in a browser."""

import base64
import re
import struct
import unicodedata
from urllib.parse import unquote

import pytest
from editions import BUILD, EDITIONS, PAGES, SITE, Page

editions = pytest.mark.parametrize("edition", EDITIONS, ids=repr)
SCREENSHOTS = BUILD / "site-screenshots"


def github(headings):
    """The anchors that GitHub gives to headings."""
    seen, anchors = {}, []
    for heading in headings:
        kept = [c for c in heading.lower() if c in "- " or unicodedata.category(c) in
                ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc")]
        anchor = "".join(kept).replace(" ", "-")
        number = seen.get(anchor, 0)
        seen[anchor] = number + 1
        anchors.append(f"{anchor}-{number}" if number else anchor)
    return anchors


@editions
def test_anchors_are_those_of_github(edition):
    written = [anchor for page in edition.pages for anchor in Page(page).headings]
    assert written == github(edition.headings)[1:]


@editions
def test_a_page_for_each_chapter_and_no_other(edition):
    chapters = re.findall(r"^## ", edition.prose, re.M)
    assert len(edition.pages) == len(chapters) > 10
    assert set(edition.folder.glob("*.html")) == set(edition.pages)


def test_links_and_anchors_exist():
    pages = {page.resolve(): Page(page) for page in PAGES}
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), f"{path.name} names an anchor twice"
        for address in page.addresses:
            if re.match("https?:", address):
                continue
            name, _, anchor = unquote(address).partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.exists(), f"{path.name}: {address}"
            if anchor:
                assert anchor in pages[target].ids, f"{path.name}: {address}"


def test_nothing_comes_from_another_host():
    for path in SITE.rglob("*"):
        if path.suffix in (".html", ".css", ".js") and not path.name.startswith("search"):
            remote = re.findall(r"(?:src=|url\(|import|<link[^>]*href=)[\"']?https?:[^\"')]*", path.read_text())
            assert not remote, path.name


@editions
def test_every_formula_is_mathml(edition, browser):
    count = 0
    for page in edition.pages:
        browser.open(page)
        count += len(browser.execute_script("return [...document.querySelectorAll('math')]"))
        text = browser.execute_script("""
            const main = document.querySelector("main").cloneNode(true);
            for (const e of main.querySelectorAll("pre, code, annotation")) e.remove();
            return main.textContent;""")
        assert not re.findall(r"\$|\\[a-z]+|book:", text), page.name
    assert count == edition.formulas > 200


@editions
def test_every_picture_is_there_in_order_with_its_shape(edition):
    shown = []
    for path in edition.pages:
        for image in Page(path).images:
            file = path.parent / image["src"]
            width, height = struct.unpack(">II", file.read_bytes()[16:24])
            assert int(image["width"]) / int(image["height"]) == pytest.approx(width / height, rel=0.01)
            assert image["alt"]
            shown.append(str(file.resolve().relative_to(SITE)))
    assert shown == edition.pictures


@pytest.mark.parametrize("width", [1200, 800, 390])
def test_nothing_overflows(page, width, browser):
    browser.resize(width)
    browser.open(page)
    browser.unfold()
    overflowing = browser.execute_script("""
        const inBox = (e) => e.closest("pre, .scroll, math[display=block], .skip");
        return [...document.body.querySelectorAll("*")]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5 && !inBox(e))
          .map((e) => e.outerHTML.slice(0, 100));""")
    assert overflowing == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_a_reload_keeps_the_place(browser):
    browser.open(EDITIONS[0].pages[3])
    browser.unfold()
    browser.execute_script("scrollTo(0, document.documentElement.scrollHeight * 0.8)")
    place = browser.execute_async_script("setTimeout(() => arguments[0](scrollY), 300)")
    browser.refresh()
    browser.until(f"Math.abs(scrollY - {place}) < 2")
    assert browser.execute_script("return [...document.querySelectorAll('main details')].every((d) => d.open)")


def test_a_picture_leads_to_itself(browser):
    browser.resize(390)
    browser.open(EDITIONS[-1].pages[2])
    image = browser.find_element("css selector", "figure a img")
    file = image.get_attribute("src")
    image.click()
    assert browser.current_url == file


def test_the_words_in_a_picture_are_explained(browser):
    for edition in EDITIONS:
        captions = [re.sub("<.*?>", "", caption) for page in edition.pages
                    for caption in re.findall("<figcaption[^>]*>(.*?)</figcaption>", page.read_text(), re.S)]
        words = [alt for alt in re.findall(r"^!\[([^]]*)\]", edition.prose, re.M) if re.search("（[A-Za-z]", alt)]
        assert len(captions) == len(words)
        assert bool(words) == (edition.lang != "en")


def test_opens_without_an_error_and_without_a_jump(page, browser):
    browser.open(page)
    shift = browser.execute_async_script("""
        const done = arguments[0];
        let total = 0;
        new PerformanceObserver((list) => { for (const e of list.getEntries()) total += e.value; })
          .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(total), 200);""")
    assert browser.errors() == []
    assert shift < 0.01


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme, browser):
    browser.prefer(scheme)
    browser.open(EDITIONS[0].pages[2])
    faint = browser.execute_script("""
        const channels = (color) => color.match(/[\\d.]+/g).map(Number);
        const light = (color) => {
          const [r, g, b] = channels(color).map((c) => c / 255)
            .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (e) => {
          const color = getComputedStyle(e).backgroundColor;
          return channels(color)[3] === 0 && e.parentElement ? ground(e.parentElement) : color;
        };
        const contrast = (e) => {
          const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        };
        return [...document.querySelectorAll("body :is(p, a:not(.skip), code, span, summary, th, small)")]
          .filter((e) => e.checkVisibility() && contrast(e) < 4.5).map((e) => e.outerHTML.slice(0, 80));""")
    assert faint == []


def test_the_switch_turns_dark_and_stays_so(browser):
    ground = "getComputedStyle(document.body).backgroundColor"
    before = browser.until(ground)
    browser.find_element("id", "theme").click()
    dark = browser.until(ground)
    assert dark != before
    browser.open(EDITIONS[-1].pages[3])
    assert browser.until(ground) == dark
    browser.find_element("id", "theme").click()
    assert browser.until(ground) == before


@pytest.mark.parametrize("lang, words, title", [
    ("en", "patience", None), ("en", "Greek S stands", "The loss"), ("en", "stepgradient", None),
    ("en", "GRADIENT DESCENT", "2 Gradient descent"),
    ("zh-Hans", "梯度下降", "2 梯度下降"), ("zh-Hans", "均方误差", "损失"), ("zh-Hans", "stepgradient", None),
])
def test_the_search_finds(lang, words, title, browser):
    edition = next((edition for edition in EDITIONS if edition.lang == lang), None)
    if not edition:
        pytest.skip(f"there is no book in {lang}")
    browser.open(edition.pages[0])
    browser.find_element("id", "search").send_keys(words)
    titles = browser.until("[...document.querySelectorAll('#found strong')].map((e) => e.textContent)")
    assert title is None or title in titles
    # What is found leads to its section.
    address = browser.execute_script("return document.querySelector('#found a').href")
    browser.find_element("css selector", "#found a").click()
    assert browser.current_url == address
    assert browser.execute_script("return document.getElementById(decodeURI(location.hash.slice(1)))")
    assert browser.errors() == []


@editions
def test_the_search_says_that_nothing_is_found(edition, browser):
    browser.open(edition.pages[0])
    browser.find_element("id", "search").send_keys("zyzzyva <b>")
    assert browser.until("document.querySelector('#found:not([hidden])')?.textContent")
    assert not browser.find_elements("css selector", "#found a")


def test_every_page_can_be_reached_by_next(browser):
    for edition in EDITIONS:
        browser.open(edition.pages[0])
        for page in edition.pages[1:]:
            browser.find_element("css selector", ".turn a[rel=next]").click()
            assert browser.current_url == page.as_uri()


def test_the_contents_unfold_on_a_phone(browser):
    browser.resize(390)
    browser.open(EDITIONS[0].pages[4])
    assert not browser.find_element("class name", "side").is_displayed()
    browser.find_element("css selector", ".drop summary").click()
    browser.find_element("css selector", ".drop ol ol li:nth-child(3) a").click()
    assert "#" in browser.current_url
    assert not browser.find_element("css selector", ".drop nav").is_displayed()


def test_the_other_language_opens_at_the_same_section(browser):
    if len(EDITIONS) < 2:
        pytest.skip("there is one book")
    for here, there in (EDITIONS, EDITIONS[::-1]):
        for page, twin in zip(here.pages, there.pages, strict=True):
            sections, others = Page(page).headings, Page(twin).headings
            assert len(sections) == len(others)
            for section, other in list(zip(sections, others))[1::3]:
                browser.open(page, "#" + section)
                browser.find_element("class name", "twin").click()
                assert unquote(browser.current_url) == unquote(twin.as_uri()) + "#" + other
    assert browser.execute_script("return document.documentElement.lang") == "en"


def test_reads_without_script(browser):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(EDITIONS[0].pages[2])
        assert browser.find_element("css selector", "main figure img").is_displayed()
        assert browser.find_element("css selector", ".side a").is_displayed()
        assert not browser.find_element("id", "search").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("width, scheme", [(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")])
def test_screenshots_to_look_at(page, width, scheme, browser):
    browser.resize(width)
    browser.prefer(scheme)
    browser.open(page)
    height = browser.execute_script("return document.documentElement.scrollHeight")
    name = "-".join(page.relative_to(SITE).with_suffix("").parts)
    SCREENSHOTS.mkdir(exist_ok=True)
    # In pieces that a viewer of pictures still opens.
    for number, top in enumerate(range(0, height, 6000)):
        clip = {"x": 0, "y": top, "width": width, "height": min(6000, height - top), "scale": 1}
        shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
        file = SCREENSHOTS / f"{name}-{width}-{scheme}-{number + 1}.png"
        file.write_bytes(base64.b64decode(shot["data"]))
        assert file.stat().st_size > 1000
