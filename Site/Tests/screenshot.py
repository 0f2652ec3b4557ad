"""Writes the README's picture of the site: python screenshot.py FILE"""

import sys

from conftest import Browser
from editions import SITE

browser = Browser()
browser.resize(1200, 800)
browser.prefer("light")
browser.open(SITE / "2-gradient-descent.html", "#over-and-over")
figure = browser.find_element("css selector", "figure.live")
browser.execute_script("arguments[0].scrollIntoView({ block: 'center' })", figure)
browser.until("arguments[0].querySelector('canvas') !== null", figure)
browser.save_screenshot(sys.argv[1])
browser.quit()
