"""Draws ten digits by pen strokes and writes each as another kind of PNG.

    pip install numpy==2.4.6 pillow==13.0.0 pypng==0.20220715.0
    python draw.py

Pillow draws, pypng writes: neither is what the project uses. A stroke is a curve
through a few points, as a hand would put them, with a pen whose pressure varies.
"""

import math

import numpy as np
import png
from PIL import Image, ImageDraw

# A digit is a list of strokes, a stroke a list of points (x, y), y downwards.
STROKES = {
    "zero": [[(.58, .06), (.34, .12), (.16, .42), (.20, .78), (.42, .97), (.70, .86),
              (.84, .52), (.76, .18), (.54, .05), (.44, .10)]],
    "one": [[(.60, .03), (.56, .30), (.50, .62), (.45, .98)]],
    "two": [[(.14, .28), (.26, .08), (.52, .03), (.70, .20), (.62, .46), (.38, .72),
             (.12, .93), (.34, .90), (.62, .95), (.88, .90)]],
    "three": [[(.16, .12), (.42, .02), (.70, .12), (.66, .34), (.40, .46), (.68, .54),
               (.80, .76), (.58, .96), (.30, .97), (.10, .86)]],
    "four": [[(.30, .04), (.22, .30), (.14, .54), (.42, .55), (.84, .50)],
             [(.66, .10), (.62, .50), (.58, .98)]],
    "five": [[(.26, .08), (.23, .28), (.20, .46), (.44, .40), (.70, .50), (.76, .74),
              (.56, .94), (.30, .96), (.12, .86)],
             [(.26, .08), (.50, .07), (.82, .03)]],
    "six": [[(.68, .03), (.42, .22), (.22, .52), (.20, .80), (.40, .97), (.66, .90),
             (.74, .68), (.54, .54), (.32, .62), (.21, .80)]],
    "seven": [[(.12, .12), (.36, .10), (.60, .09), (.82, .06), (.68, .36), (.52, .66),
               (.42, .98)]],
    "eight": [[(.72, .14), (.48, .03), (.28, .16), (.40, .40), (.66, .58), (.76, .82),
               (.52, .97), (.26, .84), (.36, .60), (.62, .38), (.74, .16)]],
    "nine": [[(.74, .20), (.50, .05), (.26, .18), (.26, .42), (.50, .50), (.72, .34),
              (.75, .16), (.72, .48), (.66, .74), (.58, .98)]],
}


def curve(points, steps=60):
    """A Catmull-Rom spline through the points."""
    ends = [points[0]] + points + [points[-1]]
    for p, q, r, s in zip(ends, ends[1:], ends[2:], ends[3:]):
        for t in np.linspace(0, 1, steps, endpoint=False):
            yield tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
                       + (3 * b - a - 3 * c + d) * t**3)
                for a, b, c, d in zip(p, q, r, s))
    yield points[-1]


def ink(name, width, height, box, pen, slant=0.0):
    """The ink of a digit, 0 to 1: box is its left, top, width, height; pen a width."""
    fine = 4
    canvas = Image.new("L", (width * fine, height * fine))
    draw = ImageDraw.Draw(canvas)
    left, top, wide, high = box
    for stroke in STROKES[name]:
        for i, (x, y) in enumerate(curve(stroke)):
            x += slant * (0.5 - y)
            x, y = (left + x * wide) * fine, (top + y * high) * fine
            r = pen * fine / 2 * (1 + 0.18 * math.sin(i / 37))
            draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
    small = canvas.resize((width, height), Image.Resampling.BOX)
    return np.asarray(small, dtype=float) / 255


def mix(ink, ground, pen):
    """Rows of ground and pen colours, mixed by the ink."""
    ground, pen = np.array(ground, dtype=float), np.array(pen, dtype=float)
    return np.round(ground + (pen - ground) * ink[..., None])


def save(name, pixels, **kind):
    """Writes rows of pixels; a pixel may have several channels."""
    height, width = pixels.shape[:2]
    rows = pixels.reshape(height, -1).astype(int).tolist()
    with open(f"{name}.png", "wb") as file:
        png.Writer(width=width, height=height, **kind).write(file, rows)


# A thick black pen on white, gray.
save("zero", mix(ink("zero", 640, 480, (190, 60, 250, 350), 34), [255], [0]),
     greyscale=True)

# A thin blue ball pen on white, higher than wide.
save("one", mix(ink("one", 200, 320, (40, 40, 120, 230), 7, slant=.15),
                [255, 255, 255], [25, 40, 160]), greyscale=False)

# Black on nothing: all of the drawing is in the opacity.
two = ink("two", 800, 800, (180, 120, 430, 520), 48)
save("two", np.dstack([np.zeros((800, 800, 3)), np.round(two * 255)]),
     greyscale=False, alpha=True)

# White chalk on a black board.
save("three", mix(ink("three", 300, 400, (60, 70, 170, 250), 24), [0], [255]),
     greyscale=True)

# A palette of sixteen colours, from cream to dark green.
palette = [tuple(int(v) for v in mix(np.array([[i / 15]]), [250, 243, 220], [10, 70, 30])
                 [0, 0]) for i in range(16)]
save("four", np.round(ink("four", 512, 512, (100, 90, 300, 330), 26) * 15),
     palette=palette, bitdepth=4)

# 16 bits a channel.
save("five", mix(ink("five", 420, 300, (130, 40, 150, 210), 14), [65535], [3000]),
     greyscale=True, bitdepth=16)

# Interlaced, a red felt pen on pale gray.
save("six", mix(ink("six", 256, 256, (70, 40, 120, 180), 20, slant=.08),
                [235, 235, 235], [190, 20, 30]), greyscale=False, interlace=True)

# Black or white, a bit a pixel, and small.
save("seven", 1 - np.round(ink("seven", 64, 64, (14, 10, 34, 44), 4.5)),
     greyscale=True, bitdepth=1)

# A pencil on paper, photographed: noise, and a shadow from one side.
noise = np.random.default_rng(8).normal(0, 3, (360, 360, 1))
shadow = np.linspace(0, 22, 360)[None, :, None]
eight = mix(ink("eight", 360, 360, (110, 60, 140, 220), 13), [228, 224, 214],
            [70, 70, 78])
save("eight", np.clip(np.round(eight + noise - shadow), 0, 255), greyscale=False)

# Light on a dark blue screen, small and in a corner.
save("nine", mix(ink("nine", 1000, 700, (690, 90, 150, 220), 17, slant=.1),
                 [20, 30, 80], [250, 240, 190]), greyscale=False)
