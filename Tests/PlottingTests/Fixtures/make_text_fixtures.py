"""Makes text.tsv: texts with their width and, for some, the area of their ink, in font
units of DejaVu Sans, by HarfBuzz and fontTools.

    pip install uharfbuzz fonttools
    python3 make_text_fixtures.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
"""

import os
import sys

import uharfbuzz
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont

WIDTHS = [
    " ", "loss", "AVATAR", "To Ty. P, LT", "f(x) = x²", "ŷ = wx + b", "10⁻³",
    "θ₀ − η ∂L/∂θ", "Σᵢ (yᵢ − ŷᵢ)² ≤ ∞", "naïve “façade” – 5 €", "∇f → 0, √2 ≈ 1.414…",
]
AREAS = ["H", "o", "l", "−", "θ", "8", "S", "∂", "%"]

path = sys.argv[1]
face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
font = uharfbuzz.Font(face)
outlines = TTFont(path)
glyphs = outlines.getGlyphSet()


def width(text):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"liga": False, "dlig": False, "kern": True})
    return sum(position.x_advance for position in buffer.glyph_positions)


def area(character):
    pen = AreaPen(glyphs)
    glyphs[outlines.getBestCmap()[ord(character)]].draw(pen)
    return abs(pen.value)


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "text.tsv"), "w", encoding="utf-8") as file:
    for text in WIDTHS:
        file.write(f"{text}\t{width(text)}\t\n")
    for text in AREAS:
        file.write(f"{text}\t{width(text)}\t{area(text):.1f}\n")
