"""Times the same work in Swift, NumPy, PyTorch, JAX and TensorFlow; writes RESULTS.md.

    make bench                                    # builds, installs, runs this
    .venv/bin/python Benchmarks/bench.py --quick  # one short round, to the terminal

Every measurement is a process of its own, pinned to the same cores. The contestants of
a table take turns, so that a change in the machine's mood meets all of them.
`workload.py` says what the programs are asked for. Nothing here imports a package: a
child's peak memory counts from what its parent held.
"""

import argparse

import parts
import training
from report import Goals, caution, machine
from runner import CORES, ROOT, Witness, neighbours

BATCHES = [f"{batch}:512" for batch in (1, 4, 16, 64, 200, 512, 1024, 4096)]
WIDTHS = [f"200:{width}" for width in (64, 128, 256, 512, 1024, 2048, 4096)]


def main():
    parser = argparse.ArgumentParser(description="Times ours and the peers' work.")
    parser.add_argument(
        "--quick", action="store_true", help="print one short round, write nothing")
    quick = parser.parse_args().quick
    rounds, epochs = (1, 1) if quick else (5, 2)
    sizes = {"batch size": BATCHES, "hidden width": WIDTHS}
    if quick:
        sizes = {what: sizes[3:5] for what, sizes in sizes.items()}

    goals = Goals()
    witness = Witness()
    sections = [
        training.training(rounds, epochs, goals),
        training.variants(rounds, epochs, goals),
        parts.products(rounds, goals),
        training.steps(rounds, sizes),
        parts.regression(rounds, goals),
        parts.reading(rounds, goals),
        parts.start_up(rounds),
    ]
    others = witness.share_of_others()
    text = "\n".join([
        f"""# Results

Written by `make bench`: do not edit. Medians, with the smallest and the largest sample
in brackets; in {rounds} rounds, ours and the peers took turns on the same cores. "To
ours" is their time divided by ours of the same round, the median of the rounds: above 1,
ours is faster.
""",
        caution(others), machine(CORES, others, neighbours), goals.section(),
        *sections])
    if quick:
        print(text)
    else:
        (ROOT / "Benchmarks/RESULTS.md").write_text(text)


if __name__ == "__main__":
    main()
