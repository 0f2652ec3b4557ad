"""The first epoch of the document's network in NumPy, from the weights that the chapter
draws: `np.random.RandomState(66).uniform` within the Glorot limits, in float32.

    python3 numpy_losses.py > numpy-losses.csv

Made with NumPy 2.4.6.
"""

import gzip
import pathlib

import numpy as np

DATA = pathlib.Path(__file__).parents[4] / "Sources/CMNIST"
SEED, RATE, BATCH = 66, np.float32(0.001), 200


def idx(name, header):
    return np.frombuffer(gzip.open(DATA / name).read(), np.uint8, offset=header)


images = idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
labels = idx("train-labels-idx1-ubyte.gz", 8)
random = np.random.RandomState(SEED)
w, b = [], []
for rows, columns in [(784, 512), (512, 256), (256, 10)]:
    limit = np.sqrt(6 / (rows + columns))
    w.append(random.uniform(-limit, limit, (rows, columns)).astype(np.float32))
    b.append(np.zeros(columns, np.float32))

print("epoch,step,loss")
for step in range(len(images) // BATCH):
    batch = slice(step * BATCH, (step + 1) * BATCH)
    h = [images[batch].astype(np.float32) / np.float32(255)]
    y = np.eye(10, dtype=np.float32)[labels[batch]]
    for layer in range(3):
        h.append(np.maximum(h[-1] @ w[layer] + b[layer], 0))
    error = h[3] - y
    print(f"0,{step},{np.sum(error * error) / np.float32(BATCH)}")
    dy = 2 * error / np.float32(BATCH)
    for layer in reversed(range(3)):
        dy = dy * (h[layer + 1] > 0)
        dw, db, dx = h[layer].T @ dy, dy.sum(axis=0), dy @ w[layer].T
        w[layer] -= RATE * dw
        b[layer] -= RATE * db
        dy = dx
