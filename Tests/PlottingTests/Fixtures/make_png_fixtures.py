"""Makes the images in PngSuite/ and damaged/, with what they must be read as.

    pip download --no-binary :all: --no-deps pypng==0.20220715.0
    tar xzf pypng-0.20220715.0.tar.gz
    python3 make_png_fixtures.py pypng-0.20220715.0/code

The images are those of PngSuite by Willem van Schaik that pypng's source brings. What
they must be read as stands in PngSuite/expected: 8 bits of red, green, blue and opacity
for a display of gamma 2.2, as pypng decodes them, which shares no code with libpng. A
file there is a line with the width and the height, and the bytes, row by row.
"""

import os
import struct
import sys
import zlib

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, sys.argv[1])
import png  # noqa: E402
import pngsuite  # noqa: E402


def rgba(data):
    """The size and the rows of an image as 8-bit RGBA for a display of gamma 2.2."""
    reader = png.Reader(bytes=data)
    width, height, rows, info = reader.asDirect()
    top = 2 ** info["bitdepth"] - 1
    gamma = info.get("gamma")

    def sample(value):
        part = value / top
        return round(255 * (part ** (1 / (gamma * 2.2)) if gamma else part))

    result = []
    for row in rows:
        line = []
        for i in range(0, len(row), info["planes"]):
            pixel = list(row[i : i + info["planes"]])
            alpha = round(255 * pixel.pop() / top) if info["alpha"] else 255
            colors = [sample(v) for v in pixel]
            line += (colors * 3 if len(colors) == 1 else colors) + [alpha]
        result.append(line)
    return width, height, result


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def huge(width, height):
    """A small file that claims to be a large image."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def save(path, data):
    path = os.path.join(here, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


for name, data in pngsuite.png.items():
    if name[0].isupper():
        continue  # pypng's own
    save(f"PngSuite/{name}.png", data)
    width, height, rows = rgba(data)
    size = f"{width} {height}\n".encode()
    save(f"PngSuite/expected/{name}.rgba", size + bytes(sum(rows, [])))
save("damaged/wide.png", huge(100_000, 100_000))
save("damaged/endless.png", huge(2**31 - 1, 2**31 - 1))
save("damaged/empty.png", b"")
save("damaged/text.png", b"This is not an image.\n")
