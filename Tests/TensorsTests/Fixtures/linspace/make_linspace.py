"""Writes linspace.txt: what `np.linspace` gives for bounds of both types.

    pip install numpy && python3 make_linspace.py

Each line is a type, start, stop and a count, `=` and the bits of the numbers in
hexadecimal. Past ten numbers a line gives 16 digits instead: the fold h = 31 h + bits
modulo 2**64 over them all, from h = 0.
Written with NumPy 2.4.6 on Linux x86-64.
"""

import pathlib

import numpy as np

RANGES = [
    (-10, 10), (0, 1), (1, 0), (0.1, 0.7), (-0.001, 2.5), (5, 5), (-3, 2.7),
    (0, 784), (1e30, -1e30), (-0.0, 1e-30),
]  # fmt: skip
COUNTS = [0, 1, 2, 3, 10, 100, 1001]


def bits(numbers):
    words = [int(word) for word in numbers.view(f"u{numbers.itemsize}")]
    if len(words) <= 10:
        return [f"{word:x}" for word in words]
    digest = 0
    for word in words:
        digest = (31 * digest + word) % 2**64
    return [f"{digest:016x}"]


def main():
    lines = []
    for dtype in [np.float32, np.float64]:
        for start, stop in RANGES:
            for count in COUNTS:
                numbers = np.linspace(dtype(start), dtype(stop), count)
                assert numbers.dtype == dtype
                call = f"{dtype.__name__} {start} {stop} {count} ="
                lines.append(" ".join([call, *bits(numbers)]))
    path = pathlib.Path(__file__).with_name("linspace.txt")
    path.write_text("\n".join(lines) + "\n")


main()
