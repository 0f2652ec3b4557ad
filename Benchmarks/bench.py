"""Times the same work in Swift, NumPy, PyTorch, JAX and TensorFlow; writes RESULTS.md.

    make bench                  # builds, installs the peers, runs this
    .venv/bin/python Benchmarks/bench.py --quick   # one short round, to the terminal

Every measurement is a process of its own, pinned to the same cores. The contestants of
a table take turns, A B C A B C …, so that a change in the machine's mood meets all of
them. `workload.py` says what the programs are asked for. This file imports no package
but its own: a child's peak memory counts from what its parent held.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from report import Figure, digits, machine, table, times

ROOT = pathlib.Path(__file__).parents[1]
DEBUG, RELEASE = ROOT / ".build/debug", ROOT / ".build/bench/release"
TOLERANCE = 1e-4  # how far losses may differ, relative to ours

PROGRAMS = {
    "ours": [DEBUG / "Benchmark"],
    "release": [RELEASE / "Benchmark"],
    **{
        name: [sys.executable, ROOT / f"Benchmarks/{name}_run.py"]
        for name in ("numpy", "pytorch", "jax", "tensorflow")
    },
}

# What the table of training says, the program, and the style that it is asked for.
TRAINING = [
    ("Ours, layers", "ours", "keras"),
    ("Ours, variables and tape", "ours", "tensorflow"),
    ("NumPy, by hand", "numpy", "numpy"),
    ("PyTorch, eager", "pytorch", "pytorch"),
    ("JAX, jit", "jax", "jax"),
    ("TensorFlow, tf.function", "tensorflow", "function"),
    ("TensorFlow, tf.function with XLA", "tensorflow", "xla"),
    ("TensorFlow, variables and tape", "tensorflow", "tape"),
    ("TensorFlow, Keras and tape", "tensorflow", "keras"),
]

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

BATCHES = [1, 4, 16, 64, 200, 512, 1024, 4096]
WIDTHS = [64, 128, 256, 512, 1024, 2048, 4096]


class Bench:
    def __init__(self, rounds, epochs):
        self.rounds, self.epochs = rounds, epochs
        self.cores = available_cores()
        self.goals = []

    def run(self, command, threads=2):
        """Runs a program; returns what it printed, its wall time and peak memory."""
        cores = self.cores[:threads]
        count = str(len(cores))
        names = ["TENSORS", "OMP_NUM", "OPENBLAS_NUM", "MKL_NUM"]
        environment = os.environ | {f"{name}_THREADS": count for name in names}
        pin(cores)
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        pin(self.cores)
        output, errors = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode()}")
        unit = 1 if sys.platform == "darwin" else 1024
        return output, wall, usage.ru_maxrss * unit

    def ask(self, program, *arguments, threads=2):
        """The figures that a program gives for a task, with its peak memory."""
        print(program, *arguments, file=sys.stderr)
        command = [*PROGRAMS[program], *map(str, arguments)]
        output, _, memory = self.run(command, threads)
        return json.loads(output) | {"memory": memory}

    def turns(self, contestants):
        """For every contestant, a call that gives a sample, the samples of all rounds."""
        samples = {name: [] for name in contestants}
        for _ in range(self.rounds):
            for name, call in contestants.items():
                samples[name].append(call())
        return samples

    def goal(self, what, goal, value, shown):
        met = value >= goal if goal > 0 else value <= -goal
        self.goals.append((what, goal, shown, met))
