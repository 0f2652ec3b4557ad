"""Writes random_state.txt: calls of NumPy's RandomState and what they return.

    pip install numpy && python3 random_state.py

Each line is a call, `=`, and its results: numbers as the 16 hexadecimal digits of
their bits, integers in decimal. `state s` makes a new stream, `seed s` seeds the
present one again. A line `digest …` gives, in place of the results, the fold
h = 31 h + bits modulo 2**64 over all of them, starting from h = 0.
Written with NumPy 2.4.6 on Linux x86-64, glibc 2.36.
"""

import pathlib
import struct

import numpy as np

SEEDS = [0, 1, 7, 42, 12345, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1, 0x9908B0DF]

# `randn 1` and `randn 3` leave a second number waiting: it must outlive the calls of
# other kinds that follow, and `seed` must drop it.
CALLS = """
randomSample 5
randn 1
uniform -1 1 3
randn 4
permutation 10
randn 3
randomSample 1
randn 2
uniform -0.05 0.05 4
uniform 3 -2.5 2
uniform 1e300 1.0000000000000002e300 2
uniform 2 2 1
permutation 0
permutation 1
permutation 2
permutation 257
randomSample 0
randn 0
randn 1
seed {seed}
randn 3
randomSample 2
seed {other}
randomSample 2
randn 2
digest randomSample 100000
digest randn 100001
digest uniform -0.1 0.3 100000
digest permutation 60000
digest permutation 65536
digest randn 100000
""".strip()


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def results(stream, name, arguments):
    """The results of a call as integers, and how to write one of them."""
    if name == "permutation":
        return [int(i) for i in stream.permutation(int(arguments[0]))], "{}"
    *bounds, count = arguments
    call = {
        "randomSample": stream.random_sample,
        "randn": stream.randn,
        "uniform": stream.uniform,
    }[name]
    return [bits(v) for v in call(*map(float, bounds), int(count))], "{:016x}"


def main():
    lines = []
    for seed in SEEDS:
        stream = np.random.RandomState(seed)
        lines.append(f"state {seed} =")
        for call in CALLS.format(seed=seed, other=seed // 2 + 1).splitlines():
            name, *arguments = call.split()
            if name == "seed":
                stream.seed(int(arguments[0]))
                lines.append(f"{call} =")
            elif name == "digest":
                digest = 0
                for value in results(stream, arguments[0], arguments[1:])[0]:
                    digest = (31 * digest + value) % 2**64
                lines.append(f"{call} = {digest:016x}")
            else:
                values, form = results(stream, name, arguments)
                lines.append(" ".join([call, "="] + [form.format(v) for v in values]))
    path = pathlib.Path(__file__).with_suffix(".txt")
    path.write_text("\n".join(lines) + "\n")


main()
