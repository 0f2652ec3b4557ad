"""Writes log.txt: numbers whose logarithm is hard to get right, and the C library's.

    python3 make_log.py

A line holds the 16 hexadecimal digits of a number's bits and those of its logarithm, as
`math.log` takes it from the C library. It must be that of glibc 2.28 or later on a
processor with fused multiply-add, which NumPy's random numbers are made with.
Written with Python 3.11 on Linux x86-64, glibc 2.36.
"""

import decimal
import math
import pathlib
import random
import struct

decimal.getcontext().prec = 60


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def number(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def distance(x):
    """How far ln x is from the nearest number, in units of its last place: up to 1/2,
    and beyond where the C library gives another than the nearest."""
    y = math.log(x)
    return float(abs(decimal.Decimal(x).ln() - decimal.Decimal(y)) / decimal.Decimal(math.ulp(y)))


def main():
    random.seed(12)
    one = bits(1.0)
    draws = [lambda: (2 * random.random() - 1) ** 2 + (2 * random.random() - 1) ** 2] * 4
    draws += [
        lambda: number(random.randrange(1, 0x7FF0 << 48)),
        lambda: random.uniform(0.9, 1.1),
        lambda: 1 + random.uniform(-1, 1) * 2 ** -random.randrange(1, 53),
    ]
    # The hardest of many: those next to a half, and those that are rounded wrongly.
    many = {random.choice(draws)() for _ in range(150_000)} - {1.0}
    numbers = sorted(many, key=distance)[-1500:]
    # Powers of two and their neighbours; those of 1 and of both ends of the part near 1.
    for power in range(-1074, 1024, 3):
        numbers += [number(max(bits(2.0**power) + step, 1)) for step in (-1, 0, 1)][power % 2 :]
    for center in (1.0, 0.9375, float.fromhex("0x1.109p0"), 2.0**-1022):
        numbers += [number(bits(center) + step) for step in range(-9, 10)]
    numbers += [number(n) for n in (1, 2, 3, (1 << 52) - 1)] + [number(0x7FEF_FFFF_FFFF_FFFF)]
    # The ends of the 128 parts of the table.
    for part in range(128):
        end = bits(0.6875) + (part << 45)
        numbers += [number(end - 1), number(end)]
    lines = [f"{bits(x):016x} {bits(math.log(x)):016x}" for x in sorted(set(numbers))]
    pathlib.Path(__file__).with_name("log.txt").write_text("\n".join(lines) + "\n")


main()
