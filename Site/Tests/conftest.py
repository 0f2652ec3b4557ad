"""A Chromium that the tests share."""

import shutil
import time

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from editions import PAGES, SITE


class Browser(webdriver.Chrome):
    def __init__(self):
        options = webdriver.ChromeOptions()
        # As root, which a container is, Chromium does not start with its sandbox.
        for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        super().__init__(options=options, service=Service(shutil.which("chromedriver")))

    def resize(self, width, height=900):
        self.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def prefer(self, scheme):
        """Light or dark, as the system would say."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def open(self, path, anchor=""):
        self.get(path.as_uri() + anchor)

    def unfold(self):
        self.execute_script("for (const d of document.querySelectorAll('main details')) d.open = true")

    def errors(self):
        return [entry["message"] for entry in self.get_log("browser")]

    def until(self, script, *arguments, seconds=30):
        """What a script returns, as soon as that is true."""
        end = time.monotonic() + seconds
        while not (value := self.execute_script("return " + script, *arguments)):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)
        return value


@pytest.fixture(scope="session")
def chromium():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium):
    chromium.resize(1200)
    chromium.prefer("light")
    chromium.open(SITE / "index.html")
    chromium.execute_script("localStorage.clear()")
    chromium.errors()
    return chromium


def pytest_generate_tests(metafunc):
    if "page" in metafunc.fixturenames:
        names = [str(page.relative_to(SITE)) for page in PAGES]
        metafunc.parametrize("page", PAGES, ids=names)
