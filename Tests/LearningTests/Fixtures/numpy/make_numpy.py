"""Writes numpy.txt: weights and data that NumPy draws from a seed.

    pip install numpy && python3 make_numpy.py

Each line is a call, `=` and the bits of the numbers in hexadecimal, all in row-major
order:

- `glorotUniform seed rows columns`: float32 weights uniform over [-l, l) with
  l = sqrt(6 / (rows + columns)).
- `truncatedNormal seed deviation count`: float32 weights, normal, drawn again beyond
  two deviations.
- `line.float64 seed count`: y = 2.0 * x + 1.0 + randn * 0.2 with x from [-10, 10),
  drawn before the noise; `line.float32` is the same with x and noise rounded first.

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


def noisy_line(random, count, dtype):
    x = random.uniform(-10, 10, count).astype(dtype)
    noise = random.randn(count).astype(dtype)
    y = 2.0 * x + 1.0 + noise * 0.2
    assert y.dtype == dtype
    return y


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
        for dtype in [np.float64, np.float32]:
            numbers = noisy_line(np.random.RandomState(seed), 40, dtype)
            write(f"line.{dtype.__name__}", seed, 40, numbers=numbers)
    path = pathlib.Path(__file__).with_name("numpy.txt")
    path.write_text("\n".join(lines) + "\n")


main()
