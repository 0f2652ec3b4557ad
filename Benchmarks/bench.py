"""Times the same work in Swift, NumPy, PyTorch, JAX and TensorFlow; writes RESULTS.md.

    make bench                                     # builds, installs the peers, runs this
    .venv/bin/python Benchmarks/bench.py --quick   # one short round, to the terminal

Every measurement is a process of its own, pinned to the same cores. The contestants of
a table take turns, so that a change in the machine's mood meets all of them.
`workload.py` says what the programs are asked for. Nothing here imports a package: a
child's peak memory counts from what its parent held.
"""

import argparse
import sys
import tempfile

from report import Figure, Goals, machine, number, table, times
from runner import CORES, DEBUG, ROOT, Witness, ask, run, take_turns

TOLERANCE = 1e-4  # how far a loss may be from ours, relative to it

# What the table says: the program, and the style that it is asked for.
TRAINING = {
    "Ours, layers": ("ours", "keras"),
    "Ours, variables and tape": ("ours", "tensorflow"),
    "NumPy, by hand": ("numpy", "numpy"),
    "PyTorch, eager": ("pytorch", "pytorch"),
    "JAX, jit": ("jax", "jax"),
    "TensorFlow, tf.function": ("tensorflow", "function"),
    "TensorFlow, tf.function with XLA": ("tensorflow", "xla"),
    "TensorFlow, variables and tape": ("tensorflow", "tape"),
    "TensorFlow, Keras and tape": ("tensorflow", "keras"),
}

# The products of a training step, forward and backward, and a large one: form:m:k:n.
PRODUCTS = {
    "200×784 · 784×512": "nn:200:784:512",
    "200×512 · 512×256": "nn:200:512:256",
    "200×256 · 256×10": "nn:200:256:10",
    "(200×256)ᵀ · 200×10": "tn:256:200:10",
    "200×10 · (256×10)ᵀ": "nt:200:10:256",
    "(200×512)ᵀ · 200×256": "tn:512:200:256",
    "200×256 · (512×256)ᵀ": "nt:200:256:512",
    "(200×784)ᵀ · 200×512": "tn:784:200:512",
    "1024×1024 · 1024×1024": "nn:1024:1024:1024",
}

BATCHES = [f"{batch}:512" for batch in (1, 4, 16, 64, 200, 512, 1024, 4096)]
WIDTHS = [f"200:{width}" for width in (64, 128, 256, 512, 1024, 2048, 4096)]


def training(rounds, epochs, goals):
    results = take_turns(rounds, {
        name: lambda call=call: ask(call[0], "train", call[1], epochs + 1)
        for name, call in TRAINING.items()
    })
    expected = results["Ours, layers"][0]["losses"]
    epoch, memory, rows = {}, {}, []
    for name, samples in results.items():
        epoch[name] = Figure(s for sample in samples for s in sample["seconds"][1:])
        memory[name] = Figure(sample["memory"] for sample in samples)
    for name, samples in results.items():
        difference = max(
            abs(loss - e) / e
            for sample in samples
            for loss, e in zip(sample["losses"], expected, strict=True))
        if not difference <= TOLERANCE:
            sys.exit(f"{name}: a loss differs from ours by {difference:.1e} of it")
        rows.append([
            name, epoch[name].time(), times(epoch[name] / epoch["Ours, layers"]),
            memory[name].megabytes(), f"{difference:.0e}" if difference else "0",
        ])
    peers = [name for name, (program, _) in TRAINING.items() if program != "ours"]
    fastest = min(peers, key=lambda name: epoch[name].median)
    goals.at_least(
        2.5, f"training run against the fastest peer ({fastest})",
        epoch[fastest] / epoch["Ours, layers"], times)
    goals.at_least(
        10, "training run against TensorFlow with tape and variables",
        epoch["TensorFlow, variables and tape"] / epoch["Ours, variables and tape"],
        times)
    goals.at_most(
        150e6, "peak memory of the training run", memory["Ours, layers"].median,
        lambda bytes: f"{bytes / 1e6:.0f} MB")
    return f"""## The training run

784–512–256–10 with ReLU behind every layer, 300 batches of 200 in file order, the sum of
squared errors over the ten outputs and the mean over the batch, SGD with the rate 0.001,
float32, the weights of `np.random.RandomState(66)`. Seconds an epoch on two threads. Each
process trains {epochs + 1} epochs and the first one, which holds all compilation, is left
out. The peers find their images as float32 in memory, cut into batches; ours makes them
from bytes, batch by batch, in the time shown. The last column is the largest difference
of any of the {300 * (epochs + 1)} losses from ours, relative to it.

""" + table(
        ["", "an epoch", "to ours", "peak memory", "losses differ by"], rows)


def variants(rounds, epochs, goals):
    calls = {
        "two threads": ("ours", 2), "one thread": ("ours", 1),
        "two threads, release build": ("release", 2),
    }
    results = take_turns(rounds, {
        name: lambda call=call: ask(
            call[0], "train", "keras", epochs + 1, threads=call[1])
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


def products(rounds, goals):
    forms = list(PRODUCTS.values())
    text = """## Matrix products

Random dense float32 matrices, ours against OpenBLAS through NumPy. The peak is that of
fused multiply-adds of 8 lanes in registers alone, measured before each of our runs on as
many threads; the share of it is the median over the rounds.
"""
    for threads, share in (1, 0.88), (2, 0.82):
        results = take_turns(rounds, {
            "peak": lambda: ask("ours", "peak", threads, threads=threads)["rate"][0],
            **{
                name: lambda name=name: ask(
                    name, "products", *forms, threads=threads)["seconds"]
                for name in ("ours", "numpy")
            },
        })
        peak = Figure(results["peak"])
        rows, shares = [], {}
        for index, (name, form) in enumerate(PRODUCTS.items()):
            ours = Figure(sample[index] for sample in results["ours"])
            numpy = Figure(sample[index] for sample in results["numpy"])
            m, k, n = map(int, form.split(":")[1:])
            shares[name] = Figure(
                m * k * n / seconds / rate
                for seconds, rate in zip(ours.samples, peak.samples))
            rows.append([
                name, ours.time(), numpy.time(), times(numpy / ours),
                shares[name].percent()])
        count = {1: "one thread", 2: "two threads"}[threads]
        text += f"""
On {count}, peak {number(2 * peak.median / 1e9)} GFLOPS
({number(2 * min(peak.samples) / 1e9)}–{number(2 * max(peak.samples) / 1e9)}):

""" + table(["", "ours", "OpenBLAS", "to ours", "ours, of peak"], rows)
        first = next(iter(PRODUCTS))
        goals.at_least(
            share, f"dense product {first}, {count}, of the measured peak",
            shares[first].median, "{:.0%}".format)
    return text


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


def regression(rounds, goals):
    calls = {
        "Ours": ("ours", "ours", 100_000),
        "NumPy, vectorised": ("numpy", "vectorised", 10_000),
        "The document's Python, on NumPy arrays": ("numpy", "document", 1_000),
        "The document's Python, on lists": ("numpy", "lists", 5_000),
    }
    for name, (program, style, count) in calls.items():
        line = ask(program, "regression", style, count)["line"]
        ours = ask("ours", "regression", "ours", count)["line"]
        if any(abs(a - b) > 1e-9 for a, b in zip(line, ours, strict=True)):
            sys.exit(f"{name}: b and w are {line}, ours {ours}")
    results = take_turns(rounds, {
        name: lambda call=call: ask(call[0], "regression", *call[1:])["seconds"][0]
        for name, call in calls.items()
    })
    step = {name: Figure(samples) for name, samples in results.items()}
    ours = step["Ours"]
    for goal, name in (
        (100, "The document's Python, on NumPy arrays"), (10, "NumPy, vectorised"),
    ):
        goals.at_least(
            goal, f"linear regression against: {name}", step[name] / ours, times)
    return """## The linear regression

An iteration of gradient descent on 100 points. Ours does the document's 100,000 of them,
the others fewer: the time is that of one. The document's Python runs on NumPy arrays, as
`np.linspace` gives them; the last row gives it lists of numbers instead. After as many
iterations all end in the same line to 1e-9.

""" + table(
        ["", "iterations", "an iteration", "to ours"],
        [
            [name, f"{calls[name][2]:,}", figure.time(), times(figure / ours)]
            for name, figure in step.items()
        ])


def reading(rounds, goals):
    results = take_turns(rounds, {
        program: lambda program=program: ask(program, "read")
        for program in ("ours", "numpy")
    })
    samples = [sample for figures in results.values() for sample in figures]
    if len({sample["checksum"][0] for sample in samples}) != 1:
        sys.exit("reading MNIST: not the same bytes")
    ours, embedded, numpy = (
        Figure(sample[key][0] for sample in results[program])
        for program, key in (
            ("ours", "seconds"), ("ours", "embedded"), ("numpy", "seconds")))
    goals.at_least(
        1, "reading MNIST against Python's gzip and NumPy", numpy / ours, times)
    return """## Reading MNIST

The four gzipped files, to arrays of bytes; the files lie in the system's cache.

""" + table(["", "all four", "to ours"], [
        ["Ours, from the files", ours.time(), times(1)],
        ["Ours, embedded in the program", embedded.time(), times(embedded / ours)],
        ["Python's gzip and NumPy", numpy.time(), times(numpy / ours)],
    ])


def start_up(rounds):
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "The chapter LossFunctions": [DEBUG / "LossFunctions", "--output", folder],
            "`python -c \"import numpy\"`": [sys.executable, "-c", "import numpy"],
        }
        results = take_turns(4 * rounds, {
            name: lambda command=command: run(command)[1]
            for name, command in commands.items()
        })
    wall = {name: Figure(samples) for name, samples in results.items()}
    ours = next(iter(wall.values()))
    return """## Start-up

From the start of a process to its end: a chapter with all that it computes and writes,
against Python that has got as far as NumPy.

""" + table(
        ["", "a process", "to ours"],
        [[name, figure.time(), times(figure / ours)] for name, figure in wall.items()])


def main():
    parser = argparse.ArgumentParser(description="Times ours and the peers' work.")
    parser.add_argument(
        "--quick", action="store_true", help="one short round, printed, nothing written")
    quick = parser.parse_args().quick
    rounds, epochs = (1, 1) if quick else (5, 2)
    sizes = {"batch size": BATCHES, "hidden width": WIDTHS}
    if quick:
        sizes = {what: sizes[3:5] for what, sizes in sizes.items()}

    goals = Goals()
    witness = Witness()
    sections = [
        training(rounds, epochs, goals),
        variants(rounds, epochs, goals),
        products(rounds, goals),
        steps(rounds, sizes),
        regression(rounds, goals),
        reading(rounds, goals),
        start_up(rounds),
    ]
    text = "\n".join([
        f"""# Results

Written by `make bench`: do not edit. Medians of {rounds} round{"s"[:rounds > 1]} in which ours and the
peers take turns on the same cores, with the smallest and the largest sample in brackets. "To
ours" is their median divided by ours: above 1, ours is faster.
""",
        machine(CORES, witness.share_of_others()), goals.section(), *sections])
    if quick:
        print(text)
    else:
        (ROOT / "Benchmarks/RESULTS.md").write_text(text)


if __name__ == "__main__":
    main()
