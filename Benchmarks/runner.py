"""Runs the programs: one process a measurement, all on the same cores."""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parents[1]
DEBUG, RELEASE = ROOT / ".build/debug", ROOT / ".build/bench/release"

PROGRAMS = {
    "ours": [DEBUG / "Benchmark"],
    # The chapters' own programs time their own code.
    "chapter 3": [DEBUG / "LinearRegression", "timing"],
    "chapter 5": [DEBUG / "MLP", "timing"],
    "chapter 5, release": [RELEASE / "MLP", "timing"],
    **{
        name: [sys.executable, ROOT / f"Benchmarks/{name}_run.py"]
        for name in ("numpy", "pytorch", "jax", "tensorflow")
    },
}

# The libraries that do not count the cores that they may use take a number from here.
THREAD_SETTINGS = ["TENSORS_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]

# macOS does not let a program choose its cores.
CAN_PIN = hasattr(os, "sched_setaffinity")
CORES = sorted(os.sched_getaffinity(0) if CAN_PIN else range(os.cpu_count()))[:2]


def run(command, threads=2):
    """Runs a command; returns its output, wall time and peak memory in bytes."""
    environment = os.environ | {name: str(threads) for name in THREAD_SETTINGS}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        if CAN_PIN:
            os.sched_setaffinity(0, CORES[:threads])  # a child inherits it
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0), errors.seek(0)
        if process.returncode != 0:
            line = " ".join(map(str, command))
            sys.exit(f"{line}: status {process.returncode}\n{errors.read().decode()}")
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return output.read(), wall, memory


def ask(program, *arguments, threads=2):
    """The lists of numbers that a program gives for a task, and its peak memory.

    What two threads do is measured while the neighbours are quiet, or else again.
    """
    print(program, *arguments, f"({threads} threads)", file=sys.stderr)
    command = [*PROGRAMS[program], *map(str, arguments)]
    if threads == 1:
        output, _, memory = run(command, threads)
    else:
        output, _, memory = neighbours.measure(lambda: run(command, threads))
    return json.loads(output) | {"memory": memory}


class Neighbours:
    """The other virtual machines on the same processor.

    They share its caches, and at times its cores, and no clock tells: the same training
    step then takes up to twice as long. The rate at which two threads read from the
    shared cache tells.
    """

    SHARE = 0.85  # of the highest rate

    def __init__(self):
        self.best = 0
        self.measured = self.repeated = self.disturbed = 0
        self.patience = 300  # seconds of waiting and repeating, all in all

    def are_quiet(self):
        """Whether two threads now reach nearly the highest rate seen so far."""
        output, _, _ = run([*PROGRAMS["ours"], "caches", "2"])
        rate = json.loads(output)["rate"][0]
        self.best = max(self.best, rate)
        return rate >= self.SHARE * self.best

    def measure(self, call):
        """Waits until they are quiet, calls, and again if they are not by then."""
        if self.measured == 0:
            for _ in range(10):  # to know the highest rate
                self.are_quiet()
                time.sleep(0.5)
        self.measured += 1
        while True:
            while not self.are_quiet() and self.patience > 0:
                time.sleep(1)
                self.patience -= 1
            start = time.monotonic()
            result = call()
            if self.are_quiet():
                return result
            if self.patience <= 0:
                self.disturbed += 1
                return result
            self.repeated += 1
            self.patience -= time.monotonic() - start

    def __str__(self):
        return (
            f"{self.measured} measurements, {self.repeated} taken again because two "
            f"threads read from the caches at less than {self.SHARE:.0%} of their best "
            f"rate, {self.disturbed} kept although they did")


neighbours = Neighbours()


def take_turns(rounds, contestants):
    """Calls the contestants A B C A B C …; returns the results of each, by name."""
    results = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, call in contestants.items():
            results[name].append(call())
    return results


class Witness:
    """Watches, on Linux, how much CPU time goes to other programs."""

    def __init__(self):
        self.start = self.clocks()

    @staticmethod
    def clocks():
        """Seconds so far that all CPUs had, spent idle, and spent on us."""
        try:
            with open("/proc/stat") as file:
                fields = [int(field) for field in file.readline().split()[1:9]]
        except FileNotFoundError:
            return None
        tick = os.sysconf("SC_CLK_TCK")
        ours = sum(
            usage.ru_utime + usage.ru_stime
            for usage in map(
                resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
        return sum(fields) / tick, (fields[3] + fields[4]) / tick, ours

    def share_of_others(self):
        """The share of all CPU time since the start, or None where nothing tells it."""
        if self.start is None:
            return None
        total, idle, ours = (b - a for a, b in zip(self.start, self.clocks()))
        return max(0, total - idle - ours) / total
