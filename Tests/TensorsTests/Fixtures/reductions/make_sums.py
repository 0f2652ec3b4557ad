"""Writes sums.txt: sums by NumPy over whole tensors and along each of their axes.

    pip install numpy && python3 make_sums.py

Each line is a type, a shape, an axis (or `all`), `=` and 16 hexadecimal digits: the
fold h = 31 h + bits modulo 2**64 over the bits of the sums in row-major order, from
h = 0. For one sum these are its bits.
The numbers summed are the first of `RandomState(1).uniform(-1, 1)`, in row-major order
and rounded to the type.
Written with NumPy 2.4.6 on Linux x86-64.
"""

import itertools
import pathlib

import numpy as np

LENGTHS = [0, 1, 2, 7, 8, 9, 127, 128, 129, 1000, 1001, 5000]
LARGEST = 5000
# Beyond what NumPy's buffers hold.
LARGE = [(100_000,), (3, 20_000), (20_000, 3), (60, 30, 40)]
EMPTY = [(0, 2, 3), (2, 0, 3), (2, 3, 0)]


def shapes():
    yield ()
    for rank, lengths in [(1, LENGTHS), (2, LENGTHS), (3, [1, 2, 9, 129, 1001])]:
        for shape in itertools.product(lengths, repeat=rank):
            if np.prod(shape) <= LARGEST:
                yield shape
    yield from LARGE + EMPTY


def fold(sums):
    digest = 0
    for word in np.atleast_1d(sums).ravel().view(f"u{sums.itemsize}"):
        digest = (31 * digest + int(word)) % 2**64
    return f"{digest:016x}"


def main():
    numbers = np.random.RandomState(1).uniform(-1, 1, max(map(np.prod, LARGE)))
    lines = []
    for dtype in [np.float32, np.float64]:
        for shape in shapes():
            x = numbers[: int(np.prod(shape))].astype(dtype).reshape(shape)
            for axis in [None, *range(x.ndim)]:
                where = "all" if axis is None else axis
                size = ",".join(map(str, shape))
                result = fold(np.sum(x, axis=axis))
                lines.append(f"{dtype.__name__} [{size}] {where} = {result}")
    path = pathlib.Path(__file__).with_name("sums.txt")
    path.write_text("\n".join(lines) + "\n")


main()
