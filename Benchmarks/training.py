"""The tables of training: against the peers, by threads and builds, by size."""

import sys

from report import Figure, table, times
from runner import ask, take_turns

TOLERANCE = 1e-4  # how far a loss may be from ours, relative to it

# What the table says: the program, and what it is asked for.
TRAINING = {
    "Ours, layers": ("chapter 5", "keras"),
    "Ours, variables and tape": ("chapter 5", "tensorflow"),
    "NumPy, by hand": ("numpy", "train", "numpy"),
    "PyTorch, eager": ("pytorch", "train", "pytorch"),
    "JAX, jit": ("jax", "train", "jax"),
    "TensorFlow, tf.function": ("tensorflow", "train", "function"),
    "TensorFlow, tf.function with XLA": ("tensorflow", "train", "xla"),
    "TensorFlow, variables and tape": ("tensorflow", "train", "tape"),
    "TensorFlow, Keras and tape": ("tensorflow", "train", "keras"),
}


def training(rounds, epochs, goals):
    results = take_turns(rounds, {
        name: lambda call=call: ask(*call, epochs + 1)
        for name, call in TRAINING.items()
    })
    expected = results["Ours, layers"][0]["losses"]
    epoch, memory, rows = {}, {}, []
    for name, samples in results.items():
        epoch[name] = Figure(s for sample in samples for s in sample["seconds"][1:])
        memory[name] = Figure(sample["memory"] for sample in samples)
    for name, samples in results.items():
        differences = [
            abs(loss - e) / e
            for sample in samples
            for loss, e in zip(sample["losses"], expected, strict=True)
        ]
        if not all(difference <= TOLERANCE for difference in differences):
            sys.exit(f"{name}: a loss differs from ours by more than {TOLERANCE} of it")
        rows.append([
            name, epoch[name].time(), times(epoch[name] / epoch["Ours, layers"]),
            memory[name].megabytes(), f"{max(differences):.0e}",
        ])
    peers = [name for name in TRAINING if not name.startswith("Ours")]
    fastest = min(peers, key=lambda name: epoch[name].median)
    goals.at_least(
        2.5, f"training run against the fastest peer ({fastest})",
        epoch[fastest] / epoch["Ours, layers"], times)
    goals.at_least(
        10, "training run, TensorFlow against ours, both with tape and variables",
        epoch["TensorFlow, variables and tape"] / epoch["Ours, variables and tape"],
        times)
    goals.at_most(
        150e6, "peak memory of the training run", memory["Ours, layers"].median,
        lambda bytes: f"{bytes / 1e6:.0f} MB")
    return f"""## The training run

784–512–256–10 with ReLU behind every layer, 300 batches of 200 in file order, the sum
of squared errors over the ten outputs and the mean over the batch, SGD with the rate
0.001, float32, the weights of `np.random.RandomState(66)`. Seconds an epoch on two
threads. Each process trains {epochs + 1} epochs, and the first one, which holds all
compilation, is left out. The peers find their images as float32 in memory, cut into
batches; ours makes them from bytes, batch by batch, in the time shown. The last column
is the largest difference of a loss of any step from ours, relative to it. "To ours" is
against ours with layers.

""" + table(
        ["", "an epoch", "to ours", "peak memory", "losses differ by"], rows)


def variants(rounds, epochs, goals):
    calls = {
        "two threads": ("chapter 5", 2), "one thread": ("chapter 5", 1),
        "two threads, release build": ("chapter 5, release", 2),
    }
    results = take_turns(rounds, {
        name: lambda call=call: ask(
            call[0], "keras", epochs + 1, threads=call[1])
        for name, call in calls.items()
    })
    epoch = {
        name: Figure(s for sample in samples for s in sample["seconds"][1:])
        for name, samples in results.items()
    }
    plain = epoch["two threads"]
    goals.at_least(
        1.7, "training, one thread to two", epoch["one thread"] / plain, times)
    goals.at_most(
        1.1, "training, plain debug build against release",
        plain / epoch["two threads, release build"], times)
    return """## Threads and builds

The same run, ours with layers, from the plain `swift build` unless it says otherwise.

""" + table(
        ["", "an epoch", "to two threads"],
        [
            [name, figure.time(), times(figure / plain)]
            for name, figure in epoch.items()
        ])


def steps(rounds, sizes_of):
    text = """## The cost of a step

A training step of 784 – width – width / 2 – 10, on two threads, the same batch over and
over, as float32 in memory for all.
"""
    for what, sizes in sizes_of.items():
        results = take_turns(rounds, {
            name: lambda name=name: ask(name, "steps", *sizes)["seconds"]
            for name in ("ours", "pytorch", "numpy")
        })
        rows = []
        for index, size in enumerate(sizes):
            ours, pytorch, numpy = (
                Figure(sample[index] for sample in samples)
                for samples in results.values())
            batch, width = size.split(":")
            rows.append([
                batch, width, ours.time(), pytorch.time(), times(pytorch / ours),
                numpy.time(), times(numpy / ours)])
        text += f"\nBy {what}:\n\n" + table(
            ["batch", "width", "ours", "PyTorch", "to ours", "NumPy", "to ours"], rows)
    return text
