"""Writes mnist.txt: what Python finds in the four files of MNIST that are embedded.

    python3 mnist.py

A line a file: its name, the dimensions, the sum of its bytes, the CRC-32 of its bytes,
how often each of the values 0 to 9 stands in it, and its first ten bytes, all without
the header. The files must have the MD5 sums of the published originals.
"""

import gzip
import hashlib
import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FILES = HERE.parents[2] / "Sources" / "CMNIST"
MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}


def joined(numbers):
    return ",".join(map(str, numbers))


lines = []
for name, md5 in MD5.items():
    content = gzip.decompress((FILES / f"{name}.gz").read_bytes())
    assert hashlib.md5(content).hexdigest() == md5, name
    rank = content[3]
    dimensions = struct.unpack(f">{rank}I", content[4 : 4 + 4 * rank])
    numbers = content[4 + 4 * rank :]
    counts = [numbers.count(value) for value in range(10)]
    lines.append(
        f"{name} {joined(dimensions)} {sum(numbers)} {zlib.crc32(numbers)}"
        f" {joined(counts)} {joined(numbers[:10])}"
    )
(HERE / "mnist.txt").write_text("\n".join(lines) + "\n")
