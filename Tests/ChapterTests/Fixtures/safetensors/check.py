"""Reads a saved run with Python's safetensors and finds its test accuracy with NumPy;
with a second name, writes weights and biases there by Python's safetensors.

    pip install numpy==2.4.6 safetensors==0.8.0
    swift run MLP --save run.safetensors
    python check.py run.safetensors python.safetensors
    swift run MLP predict --weights python.safetensors three.png
"""

import gzip
import pathlib
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

mnist = pathlib.Path(__file__).parents[4] / "Sources/CMNIST"


def bytes_of(name, header):
    return np.frombuffer(gzip.open(mnist / name).read()[header:], dtype=np.uint8)


with safe_open(sys.argv[1], "numpy") as file:
    tensors = {name: file.get_tensor(name) for name in file.keys()}
    print("options:", dict(sorted(file.metadata().items())))
print("losses:", len(tensors.pop("losses")))

x = bytes_of("t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(np.float32) / 255
for i in "123":
    x = np.maximum(x @ tensors[f"w{i}"] + tensors[f"b{i}"], 0)
labels = bytes_of("t10k-labels-idx1-ubyte.gz", 8)
print("accuracy:", np.mean(np.argmax(x, axis=1) == labels))

if len(sys.argv) > 2:
    save_file(tensors, sys.argv[2])
