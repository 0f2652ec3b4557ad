"""Makes font.bin: the outlines, widths and kerning of DejaVu Sans that figures need.

    pip install fonttools
    apt-get install fonts-dejavu-core
    python3 make_font.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf font.bin

All numbers are little-endian, lengths in font units, y upwards:

    header   u16 units per em, i16 ascent, i16 descent, i16 height of capitals,
             u16 glyphs, u16 kerning pairs
    glyphs   u16 code point, u16 advance, u32 offset of the outline from the file's
             start; ascending code points
    kerning  u16 left code point, u16 right code point, i16 change of the left one's
             advance; ascending pairs
    outline  u16 contours; a contour is u16 points and then, for a point, i16 x * 2 + 1
             on the curve or x * 2 for a control point of a quadratic curve, i16 y
"""

import struct
import sys

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

CODE_POINTS = [
    *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100),  # ASCII, Latin-1
    *map(ord, "ĉŵŷẑẋẏẍÿŌōĪīŪū"),  # letters with hats, dots and macrons
    0x302, 0x304, 0x307,  # combining hat, macron and dot
    *range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA),  # Greek
    *map(ord, "ϑϕϵ"),
    *map(ord, "–—‘’“”„†•…′″‖‰€™"),
    *map(ord, "⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵀ"),
    *map(ord, "ℓℝ←↑→↓↔⇐⇒⇔∀∂∃∅∆∇∈∉∏∑−∗∘√∝∞∥∧∨∩∪∫≈≠≡≤≥≪≫⊂⊆⊙⊤⊥⋅⋯⌈⌉⌊⌋"),
    *map(ord, "■□▲△▼▽◆◇○●★✓✗"),
    0xFFFD,  # stands for whatever is missing
]


def contours(font, name):
    """The contours of a glyph, each a list of (x, y, on the curve)."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    result = []
    for operation, points in pen.value:
        if operation == "moveTo":
            result.append([(*points[0], True)])
        elif operation == "lineTo":
            result[-1].append((*points[0], True))
        elif operation == "qCurveTo":
            if points[-1] is None:  # a contour of control points alone
                x = (points[-2][0] + points[0][0]) / 2
                y = (points[-2][1] + points[0][1]) / 2
                result.append([(x, y, True)])
            result[-1] += [(*p, False) for p in points[:-1]]
            if points[-1] is not None:
                result[-1].append((*points[-1], True))
    return result


def kerning(font, names):
    """The change of advance for each pair of the names that the font kerns."""
    pairs = {}
    for lookup in kern_lookups(font):
        found = {}
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            covered = [n for n in table.Coverage.glyphs if n in names]
            for left in covered:
                for right, value in rights(table, left, names):
                    found.setdefault((left, right), value)
        for pair, value in found.items():
            pairs[pair] = pairs.get(pair, 0) + value
    return {pair: value for pair, value in pairs.items() if value}


def kern_lookups(font):
    table = font["GPOS"].table
    scripts = {s.ScriptTag: s.Script for s in table.ScriptList.ScriptRecord}
    latin = scripts["latn"]
    records = table.FeatureList.FeatureRecord
    features = [records[i] for i in latin.DefaultLangSys.FeatureIndex]
    kerns = [f.Feature for f in features if f.FeatureTag == "kern"]
    indices = {i for kern in kerns for i in kern.LookupListIndex}
    return [table.LookupList.Lookup[i] for i in sorted(indices)]


def rights(table, left, names):
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        for record in records:
            if record.SecondGlyph in names and record.Value1:
                yield record.SecondGlyph, record.Value1.XAdvance
    else:
        row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
        for right in names:
            value = row[table.ClassDef2.classDefs.get(right, 0)].Value1
            if value:
                yield right, value.XAdvance


def main(source, target):
    font = TTFont(source)
    characters = font.getBestCmap()
    codes = sorted(set(CODE_POINTS))
    missing = [hex(c) for c in codes if c not in characters]
    if missing:
        sys.exit(f"{source}: has no {' '.join(missing)}")
    # Several code points may share a glyph: Δ and ∆, Σ and ∑.
    shared = {}
    for code in codes:
        shared.setdefault(characters[code], []).append(code)
    pairs = sorted(
        (left_code, right_code, value)
        for (left, right), value in kerning(font, shared).items()
        for left_code in shared[left] for right_code in shared[right]
    )
    heads, outlines = b"", b""
    start = 12 + 8 * len(codes) + 6 * len(pairs)
    for code in codes:
        name = characters[code]
        heads += struct.pack("<HHI", code, font["hmtx"][name][0], start + len(outlines))
        glyph = contours(font, name)
        outlines += struct.pack("<H", len(glyph))
        for contour in glyph:
            outlines += struct.pack("<H", len(contour))
            for x, y, on_curve in contour:
                outlines += struct.pack("<hh", round(x) * 2 + on_curve, round(y))
    header = struct.pack(
        "<HhhhHH",
        font["head"].unitsPerEm, font["hhea"].ascent, font["hhea"].descent,
        max(y for contour in contours(font, "H") for _, y, _ in contour),
        len(codes), len(pairs))
    kerns = b"".join(struct.pack("<HHh", *pair) for pair in pairs)
    with open(target, "wb") as file:
        file.write(header + heads + kerns + outlines)
    print(f"{len(codes)} glyphs, {len(pairs)} kerning pairs")


main(*sys.argv[1:])
