"""Writes numpy.txt: weights that NumPy draws from a seed.

    pip install numpy && python3 make_numpy.py

Each line is a call, `=` and the bits of the numbers in hexadecimal, all in row-major
order:

- `glorotUniform seed rows columns`: float32 weights uniform over [-l, l) with
  l = sqrt(6 / (rows + columns)).
- `truncatedNormal seed deviation count`: float32 weights, normal, drawn again beyond
  two deviations.

Written with NumPy 2.4.6 on Linux x86-64, glibc 2.36.
"""

import pathlib

import numpy as np


def glorot_uniform(random, rows, columns):
    limit = np.sqrt(6 / (rows + columns))
    return random.uniform(-limit, limit, (rows, columns)).astype(np.float32)


def truncated_normal(random, deviation, count):
    numbers = []
    while len(numbers) < count:
        z = random.randn()
        if abs(z) <= 2:
            numbers.append(z * deviation)
    return np.array(numbers).astype(np.float32)


def main():
    lines = []

    def write(call, seed, *arguments, numbers):
        words = numbers.ravel().view(f"u{numbers.itemsize}")
        call = " ".join(map(str, [call, seed, *arguments]))
        lines.append(f"{call} = " + " ".join(f"{word:x}" for word in words))

    for seed in [0, 7, 42]:
        for size in [(1, 1), (3, 5), (7, 2)]:
            numbers = glorot_uniform(np.random.RandomState(seed), *size)
            write("glorotUniform", seed, *size, numbers=numbers)
        for arguments in [(1.0, 31), (0.1, 50)]:
            numbers = truncated_normal(np.random.RandomState(seed), *arguments)
            write("truncatedNormal", seed, *arguments, numbers=numbers)
    path = pathlib.Path(__file__).with_name("numpy.txt")
    path.write_text("\n".join(lines) + "\n")


main()
