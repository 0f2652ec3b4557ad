"""The Markdown of RESULTS.md: figures with their spread, tables, the machine."""

import importlib.metadata
import os
import platform
import statistics
import subprocess


class Figure:
    """Samples of one time, in seconds, or of another quantity, round by round."""

    def __init__(self, samples):
        self.samples = list(samples)
        self.median = statistics.median(self.samples)

    def __truediv__(self, other):
        """The median of the ratios of what was measured in the same round."""
        pairs = zip(self.samples, other.samples, strict=True)
        return statistics.median(a / b for a, b in pairs)

    def time(self):
        """`1.23 ms (1.20–1.31)`, in the unit that suits the median."""
        scale, unit = next(
            (s, u) for s, u in [(1, "s"), (1e3, "ms"), (1e6, "µs"), (1e9, "ns")]
            if self.median * s >= 1 or u == "ns")
        low, middle, high = (
            number(x * scale)
            for x in (min(self.samples), self.median, max(self.samples)))
        return f"{middle} {unit} ({low}–{high})"

    def percent(self):
        low, high = min(self.samples), max(self.samples)
        return f"{self.median:.0%} ({100 * low:.0f}–{100 * high:.0f})"

    def megabytes(self):
        return f"{self.median / 1e6:.0f} MB"


def number(x):
    """Three digits of a number: 0.123, 1.23, 12.3, 123, 1234."""
    return f"{x:.{0 if x >= 100 else 1 if x >= 10 else 2 if x >= 1 else 3}f}"


def times(x):
    """A ratio: `2.5 ×`."""
    return f"{number(x)} ×"


class Goals:
    """What was to be reached, and what was."""

    def __init__(self):
        self.rows = []

    def at_least(self, goal, what, value, shown):
        self.add(what, f"at least {shown(goal)}", shown(value), value >= goal)

    def at_most(self, goal, what, value, shown):
        self.add(what, f"at most {shown(goal)}", shown(value), value <= goal)

    def add(self, what, goal, value, is_met):
        verdict = "reached" if is_met else "**falls short**"
        self.rows.append([what, goal, value, verdict])

    def section(self):
        missed = [row for row in self.rows if row[3] != "reached"]
        said = "\n".join(
            f"- {what}: {value}, not {goal}." for what, goal, value, _ in missed)
        said = f"What falls short:\n\n{said}" if missed else "All are reached."
        head = ["", "goal", "measured", ""]
        return f"## Goals\n\n{table(head, self.rows)}\n{said}\n"


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def machine(cores, others, neighbours):
    """The CPU, the memory, the system and the versions, as a table; `others` is the
    share of the CPU time that other programs took during the run, or None, and
    `neighbours` says how often they disturbed what two threads did."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True)
    packages = ["numpy", "torch", "jax", "tensorflow-cpu", "tensorflow", "keras"]
    versions = [f"{name} {version(name)}" for name in packages if version(name)]
    return table(["", ""], [
        ["CPU", cpu()],
        ["Cores used", ", ".join(map(str, cores)) + f" of {os.cpu_count()}"],
        ["Memory", f"{memory:.0f} GB"],
        ["System", f"{platform.system()} {platform.release()} {platform.machine()}"],
        ["CPU time of other programs", "?" if others is None else f"{others:.0%}"],
        ["On two threads", str(neighbours)],
        ["Swift", swift.stdout.splitlines()[0]],
        ["Python", platform.python_version()],
        ["Packages", ", ".join(versions)],
    ])


def caution(others):
    """A warning where other programs ran beside the benchmarks, or nothing."""
    if others is not None and others <= 0.02:
        return ""
    share = "an unknown share" if others is None else f"{others:.0%}"
    return (
        f"**Other programs took {share} of the CPU time. What runs on two threads "
        "suffers most: run this again on a quiet machine before you rely on it.**\n")


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def cpu():
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    with open("/proc/cpuinfo") as file:
        fields = dict(line.split(":", 1) for line in file if ":" in line)
    names = {key.strip(): value.strip() for key, value in fields.items()}
    name = names.get("model name", platform.machine())
    return f"{name}, family {names.get('cpu family')}, model {names.get('model')}"
