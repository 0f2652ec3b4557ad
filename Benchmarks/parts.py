"""The tables of the parts: products, the regression, reading, start-up."""

import sys
import tempfile

from report import Figure, number, table, times
from runner import DEBUG, ask, run, take_turns

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


def products(rounds, goals):
    forms = list(PRODUCTS.values())
    text = """## Matrix products

Random dense float32 matrices, ours against OpenBLAS through NumPy. The peak is the
highest rate of fused multiply-adds of 8 lanes in registers alone, on as many threads,
measured before each of our runs: what disturbs a round can only lower it.
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
        peak = max(results["peak"])
        rows, shares = [], {}
        for index, (name, form) in enumerate(PRODUCTS.items()):
            ours = Figure(sample[index] for sample in results["ours"])
            numpy = Figure(sample[index] for sample in results["numpy"])
            m, k, n = map(int, form.split(":")[1:])
            shares[name] = Figure(
                m * k * n / seconds / peak for seconds in ours.samples)
            rows.append([
                name, ours.time(), numpy.time(), times(numpy / ours),
                shares[name].percent()])
        count = {1: "one thread", 2: "two threads"}[threads]
        text += f"""
On {count}, peak {number(2 * peak / 1e9)} GFLOPS (10⁹ operations a second), in the round
that was disturbed most {number(2 * min(results["peak"]) / 1e9)}:

""" + table(["", "ours", "OpenBLAS", "to ours", "ours, of peak"], rows)
        first = next(iter(PRODUCTS))
        goals.at_least(
            share, f"dense product {first}, {count}, of the measured peak",
            shares[first].median, "{:.0%}".format)
    return text


def regression(rounds, goals):
    calls = {
        "Ours": (100_000, "chapter 3"),
        "NumPy, vectorised": (10_000, "numpy", "regression", "vectorised"),
        "The document's Python, on NumPy arrays":
            (1_000, "numpy", "regression", "document"),
        "The document's Python, on lists": (5_000, "numpy", "regression", "lists"),
    }
    for name, (count, *call) in calls.items():
        line = ask(*call, count)["line"]
        ours = ask("chapter 3", count)["line"]
        if any(abs(a - b) > 1e-9 for a, b in zip(line, ours, strict=True)):
            sys.exit(f"{name}: b and w are {line}, ours {ours}")
    results = take_turns(rounds, {
        name: lambda count=count, call=call: ask(*call, count)["seconds"][0]
        for name, (count, *call) in calls.items()
    })
    step = {name: Figure(samples) for name, samples in results.items()}
    ours = step["Ours"]
    for goal, name in (
        (100, "The document's Python, on NumPy arrays"), (10, "NumPy, vectorised"),
    ):
        goals.at_least(
            goal, f"linear regression against: {name}", step[name] / ours, times)
    return """## The linear regression

An iteration of gradient descent on 100 points. Ours does the document's 100,000 of
them, the others fewer: the time is that of one. The document's Python runs on NumPy
arrays, as `np.linspace` gives them; the last row gives it lists of numbers instead.
After as many iterations all end in the same line to 1e-9.

""" + table(
        ["", "iterations", "an iteration", "to ours"],
        [
            [name, f"{calls[name][0]:,}", figure.time(), times(figure / ours)]
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
