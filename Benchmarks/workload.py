"""What the peers share: the digits, the first weights, the clock and the protocol.

Every program is called as

    PROGRAM TASK ARGUMENT…

and prints one JSON object of lists of numbers. Ours is Benchmarks/Swift; where a task is
a chapter's, the chapter's own program does it, called `timing`. The tasks:

    train STYLE EPOCHS    "seconds" of each epoch, "losses" of each step
    steps BATCH:WIDTH …   "seconds" of a training step, for each size
    products FORM:M:K:N … "seconds" of a matrix product [m, k] by [k, n], for each;
                          FORM names the operands that lie transposed: nn, tn, nt
    regression STYLE N    "seconds" of an iteration, "line": b and w after N of them
    read                  "seconds" of reading MNIST, "checksum": the sum of its bytes

A framework hands its networks to `main` by style. A network is made of weights, `place`
puts a NumPy array where the framework likes it best, and `step` trains on a batch and
returns the loss before it, which `float` waits for.
"""

import gzip
import json
import pathlib
import statistics
import sys
import time

import numpy as np

FOLDER = pathlib.Path(__file__).parents[1] / "Sources/CMNIST"
SEED, RATE, BATCH, LAYERS = 66, 0.001, 200, (784, 512, 256, 10)


def bytes_of(name, header):
    """The bytes of a gzipped IDX file behind its header."""
    with gzip.open(FOLDER / name) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def digits():
    """Images `[60000, 784]` from 0 to 1 and one-hot targets `[60000, 10]`, float32."""
    images = bytes_of("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    labels = bytes_of("train-labels-idx1-ubyte.gz", 8)
    return images.astype(np.float32) / 255, np.eye(10, dtype=np.float32)[labels]


def glorot(layers):
    """The weights that our network draws: Glorot uniform, layer by layer."""
    random = np.random.RandomState(SEED)
    weights = []
    for shape in zip(layers, layers[1:]):
        limit = np.sqrt(6 / sum(shape))
        weights.append(random.uniform(-limit, limit, shape).astype(np.float32))
    return weights


def median_seconds(body):
    """The median time of a call: after one, at least five, for 0.1 seconds."""
    body()
    samples, end = [], time.perf_counter() + 0.1
    while len(samples) < 5 or time.perf_counter() < end:
        start = time.perf_counter()
        body()
        samples.append(time.perf_counter() - start)
    return statistics.median(samples)


def train(make, epochs):
    network = make(glorot(LAYERS))
    images, targets = digits()
    batches = [
        (network.place(images[i : i + BATCH]), network.place(targets[i : i + BATCH]))
        for i in range(0, len(images), BATCH)
    ]
    seconds, losses = [], []
    for _ in range(epochs):
        start = time.perf_counter()
        pending = [network.step(x, y) for x, y in batches]
        losses += [float(loss) for loss in pending]
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds, "losses": losses}


def steps(make, sizes):
    images, targets = digits()
    seconds = []
    for size in sizes:
        batch, width = map(int, size.split(":"))
        network = make(glorot((784, width, width // 2, 10)))
        x, y = network.place(images[:batch]), network.place(targets[:batch])
        seconds.append(median_seconds(lambda: float(network.step(x, y))))
    return {"seconds": seconds}


def main(networks, **tasks):
    """Does what the command line says: a shared task, or one of the framework's own."""
    task, *arguments = sys.argv[1:]
    if task == "train":
        style, epochs = arguments
        result = train(networks[style], int(epochs))
    elif task == "steps":
        result = steps(next(iter(networks.values())), arguments)
    else:
        result = tasks[task](*arguments)
    print(json.dumps(result))
