"""Puts digits into pictures of the kinds that people take: kinds/<kind>-<i>-<label>.png.

    pip install numpy==2.4.6 pillow==13.0.0
    python draw_kinds.py

The digits are training images of MNIST, from Sources/CMNIST, of which four are taken for
each kind. All that is random comes from the kind's name, so that a kind that is added
leaves the others as they are.
"""

import gzip
import io
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
MNIST = HERE.parents[3] / "Sources" / "CMNIST"
SIDE = 150


def mnist(name, header):
    data = gzip.decompress((MNIST / f"{name}-ubyte.gz").read_bytes())
    return np.frombuffer(data, np.uint8)[header:]


IMAGES = mnist("train-images-idx3", 16).reshape(-1, 28, 28)
LABELS = mnist("train-labels-idx1", 8)


def enlarged(digit, side):
    """The ink of a digit, 0 to 1, in side x side pixels, with the sharp edge of a pen."""
    ink = np.asarray(Image.fromarray(digit).resize((side, side), Image.Resampling.BICUBIC))
    return np.clip((ink / 255 - 0.5) * side / 40 + 0.5, 0, 1)


def sheet(digit, random, side=SIDE, part=0.7):
    """The ink of a digit somewhere on a sheet of side x side pixels."""
    size = int(side * part * random.uniform(0.8, 1))
    top, left = random.integers(0, side - size, 2)
    ink = np.zeros((side, side))
    ink[top:top + size, left:left + size] = enlarged(digit, size)
    return ink


def mixed(ink, ground, pen):
    return ground + (pen - ground) * ink


def photographed(ink, light, random):
    """A pen on paper, under a light, with the noise of a camera."""
    return mixed(ink, 220., 40.) * light + random.normal(0, 3, ink.shape)


def across(side, random):
    """From 0 to 1 in some direction."""
    turn = random.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:side, 0:side]
    distance = np.cos(turn) * x + np.sin(turn) * y
    return (distance - distance.min()) / (distance.max() - distance.min())


def dark_on_light(digit, random):
    return mixed(sheet(digit, random), 255., 0.)


def transparent(digit, random):
    ink = sheet(digit, random)
    shade = 255 * random.integers(0, 2)
    return np.dstack([np.full((*ink.shape, 3), shade), 255 * ink])


def shadow_35(digit, random):
    return photographed(sheet(digit, random), 1 - 0.35 * across(SIDE, random), random)


def shadow_55(digit, random):
    return photographed(sheet(digit, random), 1 - 0.55 * across(SIDE, random), random)


def dark_corners(digit, random):
    y, x = np.mgrid[0:SIDE, 0:SIDE] / (SIDE / 2) - 1
    return photographed(sheet(digit, random), 1 - 0.35 * (x**2 + y**2) / 2, random)


def hand(digit, random):
    beyond = (across(SIDE, random) - 0.65) / 0.02
    return photographed(sheet(digit, random), 1 - 0.4 / (1 + np.exp(-beyond)), random)


def dust(digit, random):
    picture = mixed(sheet(digit, random), 245., 20.)
    for top, left in random.integers(0, SIDE - 2, (6, 2)):
        picture[top:top + 2, left:left + 2] = 90
    return picture


def off_center(digit, random):
    rows, columns = np.nonzero(digit)
    down = 4 if rows.max() < 24 else -4
    picture = np.roll(digit, (down, 0), (0, 1))
    return picture if random.integers(2) else 255 - picture


def small(digit, random):
    rows, columns = np.nonzero(digit)
    box = Image.fromarray(digit).crop(
        (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))
    size = (max(1, round(box.width * 12 / box.height)), 12)
    ink = np.asarray(box.resize(size, Image.Resampling.BICUBIC))
    picture = np.zeros((28, 28))
    top, left = random.integers(0, 28 - 12), random.integers(0, 28 - size[0])
    picture[top:top + 12, left:left + size[0]] = ink
    return picture


def ruled(digit, random, shade=178., squared=False):
    picture = mixed(sheet(digit, random), 250., 30.)
    for place in range(int(random.integers(4, 20)), SIDE, 20):
        picture[place] = np.minimum(picture[place], shade)
        if squared:
            picture[:, place] = np.minimum(picture[:, place], shade)
    return picture


def ruled_dark(digit, random):
    return ruled(digit, random, shade=110.)


def squared(digit, random):
    return ruled(digit, random, squared=True)


def framed(digit, random, inset):
    picture = np.full((SIDE, SIDE), 255.)
    picture[inset:SIDE - inset, inset:SIDE - inset] = 40
    edge = inset + 2
    inside = SIDE - 2 * edge
    picture[edge:-edge, edge:-edge] = mixed(sheet(digit, random, inside), 255., 0.)
    return picture


def frame_inside(digit, random):
    return framed(digit, random, 12)


def frame_at_edge(digit, random):
    return framed(digit, random, 0)


def dark_table(digit, random):
    turn = random.uniform(-0.1, 0.1)
    y, x = np.mgrid[0:SIDE, 0:SIDE] - SIDE / 2
    across, down = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    paper = (abs(across) < 58) & (abs(down) < 52)
    ink = np.zeros((SIDE, SIDE))
    ink[41:111, 45:115] = enlarged(digit, 70)
    return np.where(paper, mixed(ink, 230., 30.), 50.) + random.normal(0, 2, ink.shape)


def far_corner(digit, random):
    picture = np.full((2000, 2000), 255.)
    size = int(28 * 40 / np.ptp(np.nonzero(digit)[0]))
    picture[12:12 + size, -12 - size:-12] -= 255 * enlarged(digit, size)
    return picture


def red_on_green(digit, random):
    ink = sheet(digit, random)[..., None]
    return mixed(ink, np.array([0., 128, 0]), np.array([255., 0, 0]))


def compressed(digit, random):
    file = io.BytesIO()
    picture = mixed(sheet(digit, random, side=64, part=0.8), 255., 0.)
    Image.fromarray(bytes_of(picture)).save(file, "JPEG", quality=30)
    return np.asarray(Image.open(file))


def lying(digit, random):
    """Stored on its side; Exif says so."""
    return np.rot90(mixed(sheet(digit, random), 255., 0.))


def two_digits(digit, random):
    other = IMAGES[random.integers(len(IMAGES))]
    return 255 - 255 * np.hstack([enlarged(digit, 90), enlarged(other, 90)])


def blank(digit, random):
    return photographed(np.zeros((SIDE, SIDE)), 1 - 0.3 * across(SIDE, random), random)


KINDS = [
    dark_on_light, transparent, shadow_35, shadow_55, dark_corners, hand, dust, off_center,
    small, ruled, ruled_dark, squared, frame_inside, frame_at_edge, dark_table, far_corner,
    red_on_green, compressed, lying, two_digits, blank,
]


def bytes_of(picture):
    return np.clip(np.round(picture), 0, 255).astype(np.uint8)


(HERE / "kinds").mkdir(exist_ok=True)
for draw in KINDS:
    kind = draw.__name__.replace("_", "-")
    random = np.random.default_rng(zlib.crc32(kind.encode()))
    for i, index in enumerate(random.integers(0, len(IMAGES), 4)):
        image = Image.fromarray(bytes_of(draw(IMAGES[index], random)))
        exif = Image.Exif()
        if draw is lying:
            exif[0x0112] = 6  # what is right in the file is the top
        label = {"two-digits": "none", "blank": "none"}.get(kind, LABELS[index])
        image.save(HERE / "kinds" / f"{kind}-{i + 1}-{label}.png", optimize=True, exif=exif)
