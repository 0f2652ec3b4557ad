"""Prints arrays with NumPy and TensorFlow, for PrintingTests.swift to print them again.

    pip install numpy==2.4.6 tensorflow-cpu==2.21.0
    python make_printing_fixture.py

Writes numpy.jsonl and tensorflow.jsonl beside this file, an array a line. The scalars
are their little-endian bytes in hex, or a seed of the generator `generated` below.
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf

DTYPES = {t.__name__: t for t in (np.bool, np.uint8, np.int32, np.float32, np.float64)}
FLOATS = (np.float32, np.float64)
WORDS = {np.float32: np.uint32, np.float64: np.uint64}


def generated(seed, kind, dtype, count):
    """Scalars of a linear congruential generator; PrintingTests.swift has the same."""
    state, scalars = seed, []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        high = state >> 32
        if kind == "unit":
            scalars.append((high >> 8) / 2**24)
        elif dtype == np.bool:
            scalars.append(high % 2 == 1)
        elif dtype == np.float64:
            scalars.append(state)
        else:
            scalars.append(high % 256 if dtype == np.uint8 else high)
    if kind == "unit":
        return np.array(scalars, dtype)
    if dtype in (np.bool, np.uint8):
        return np.array(scalars, dtype)
    words = np.uint64 if dtype == np.float64 else np.uint32
    return np.array(scalars, words).view(dtype)


def random_shape(rng, rank, most):
    """A shape of the rank, of at most `most` scalars."""
    while True:
        shape = tuple(int(n) for n in rng.integers(1, 8, rank))
        if np.prod(shape) <= most:
            return shape


def random_floats(rng, dtype, count):
    """Numbers of one of the kinds that NumPy's rules tell apart."""
    info = np.finfo(dtype)
    words = WORDS[dtype]
    kind = rng.integers(0, 14)
    with np.errstate(over="ignore"):
        if kind == 0:
            x = rng.uniform(-1, 1, count)
        elif kind == 1:
            x = rng.standard_normal(count)
        elif kind == 2:  # integers, some beyond the limit of the positional notation
            x = np.rint(rng.standard_normal(count) * 10.0 ** rng.integers(0, 11))
        elif kind == 3:  # magnitudes of one decade
            least, most = (-320, 309) if dtype == np.float64 else (-45, 39)
            decade = rng.integers(least, most)
            x = rng.uniform(1, 10, count) * 10.0 ** float(decade)
        elif kind == 4:  # any magnitude
            most = np.iinfo(words).max
            bits = rng.integers(0, most, count, dtype=words, endpoint=True)
            x = bits.view(dtype)
        elif kind == 5:  # ties: an odd number over 2^9 ends in a 5 at the ninth decimal
            x = (2 * rng.integers(-3000, 3000, count) + 1) / 2.0**9
        elif kind == 6:  # ties in the scientific notation
            x = (2 * rng.integers(2**21, 2**23, count) + 1) / 2.0 ** rng.integers(1, 60)
        elif kind == 7:  # few decimals of different lengths
            x = rng.integers(-9999, 9999, count) / 10.0 ** rng.integers(0, 5, count)
        elif kind == 8:  # the edge between the notations: 10^-4, 10^6, 10^8, ratio 1000
            edge = rng.choice([1e-4, 1e-3, 1.0, 1e3, 1e6, 1e8], count).astype(dtype)
            x = np.nextafter(edge, rng.choice([0.0, 1e30], count).astype(dtype))
            x = np.where(rng.random(count) < 0.5, edge, x)
        elif kind == 9:  # powers of two, where the gap below is half of that above
            x = 2.0 ** rng.integers(info.minexp - 20, info.maxexp, count).astype(float)
        elif kind == 10:  # just under a power of ten: rounding carries
            x = np.nextafter(10.0 ** rng.integers(-5, 9, count).astype(float), 0)
        elif kind == 11:  # subnormals
            x = rng.integers(1, 2**20, count).astype(words).view(dtype)
        elif kind == 12:  # zeros of both signs among small numbers
            x = np.where(rng.random(count) < 0.5, -0.0, rng.integers(-2, 3, count) / 4)
        else:
            x = 10.0 ** rng.uniform(-6, 9, count) * rng.choice([-1, 1], count)
        x = np.asarray(x).astype(dtype)
    if rng.random() < 0.25:
        special = rng.choice([np.nan, np.inf, -np.inf, -0.0, 0.0], count).astype(dtype)
        x = np.where(rng.random(count) < rng.choice([0.1, 0.5, 1]), special, x)
    return x


def random_array(rng, dtype, shape):
    """An array of the shape and dtype, of any of their values."""
    count = int(np.prod(shape))
    if dtype in FLOATS:
        x = random_floats(rng, dtype, count)
    elif dtype == np.bool:
        x = rng.random(count) < rng.choice([0, 0.5, 1])
    else:
        info = np.iinfo(dtype)
        size = 10 ** int(rng.integers(1, 11))
        least, most = max(info.min, -size), min(info.max, size)
        x = rng.integers(least, most, count, endpoint=True)
    return x.astype(dtype).reshape(shape)


def cases(seed=0, scale=1):
    """The arrays, each with where its scalars come from."""
    rng = np.random.default_rng(seed)

    def stored(array):
        bits = array.astype(array.dtype.newbyteorder("<"))
        return array, {"hex": bits.tobytes().hex()}

    for dtype in DTYPES.values():
        for shape in [(0,), (0, 3), (3, 0), (2, 0, 4), (0, 0), (1, 0, 1, 0, 2)]:
            yield stored(np.zeros(shape, dtype))
        for _ in range(120 * scale):
            yield stored(random_array(rng, dtype, ()))
        for rank in range(1, 6):
            for _ in range(40 * scale):
                yield stored(random_array(rng, dtype, random_shape(rng, rank, 24)))
        for length in range(1, 31):  # rows that reach, meet and pass the line's end
            yield stored(random_array(rng, dtype, (length,)))
            yield stored(random_array(rng, dtype, (2, length)))
        for shape in [(999,), (1000,), (1001,), (10, 100), (11, 100), (1001, 1),
                      (1, 1001), (7, 11, 13), (4, 4, 4, 4, 4), (2, 3, 7, 6, 4),
                      (3, 334), (60000, 1), (2, 501), (6, 6, 28)]:
            for kind in ["bits", "unit"] if dtype in FLOATS else ["bits"]:
                source = {"seed": int(rng.integers(2**53)), "kind": kind}
                count = int(np.prod(shape))
                x = generated(source["seed"], kind, dtype, count)
                yield x.reshape(shape), source
    for dtype in FLOATS:
        for _ in range(300 * scale):
            shape = random_shape(rng, int(rng.integers(1, 4)), 16)
            yield stored(random_array(rng, dtype, shape))


def write(name, lines):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "w") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)


def described(array, source):
    return {"dtype": array.dtype.name, "shape": list(array.shape), **source}


def main():
    numpy_lines, tensorflow_lines = [], []
    for index, (array, source) in enumerate(cases()):
        line = described(array, source)
        numpy_lines.append({**line, "str": str(array), "repr": repr(array)})
        if index % 5 == 0:
            tensor = tf.constant(array)
            tensorflow_lines.append({**line, "str": str(tensor), "repr": repr(tensor)})
    write("numpy.jsonl", numpy_lines)
    write("tensorflow.jsonl", tensorflow_lines)


if __name__ == "__main__":
    main()
