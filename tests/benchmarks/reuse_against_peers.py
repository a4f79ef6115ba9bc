"""Reused passages found by this package and by other libraries: time, memory and agreement with the truth.

    python tests/benchmarks/reuse_against_peers.py [FOLDER | LETTERS] [--only TOOL …] [--ours COMMAND]

A folder is one that `planted.py` wrote; a number (1,000 unless given) has a corpus planted first.  This package and
the peers are installed from PyPI into environments that are thrown away, so that none loads more than it needs.  Each
tool runs in a process of its own, one after the other, from reading the letters to writing the families: seconds by
the clock, and of the processor.  The memory is the peak less that of the same run on ten letters, which also has
whatever is compiled or cached on first use done before the clock starts.

`precision` leaves look-alikes aside; `strict` counts those shown as the same as errors (see truth.py).
"""

import argparse
import os
import resource
import shlex
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import psutil
import pyarrow.parquet as pq
from planted import write
from truth import Score, read_found, score

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
PACKAGES = ("rensa", "datasketch", "xxhash", "numpy")
# semhash is left out: it compares meanings by a model that it downloads, and is no faster for it.
PEERS = (("exact", 1.0), ("rensa", 0.5), ("rensa", 0.6), ("datasketch", 0.5), ("datasketch", 0.6))


class Run(NamedTuple):
    """What a run took: seconds by the clock and of the processor, and peak memory in bytes."""

    seconds: float
    busy: float
    peak: int


class Tool(NamedTuple):
    """A way to find families: its command reads a JSONL file, and writes where `output` says or to standard output."""

    name: str
    command: tuple[str, ...]
    output: str

    def run(self, source: Path, target: Path) -> Run:
        """Run it on a corpus, to the end."""
        arguments = [part.format(source=source, target=target) for part in self.command]
        with (target if self.output == "lines" else Path(os.devnull)).open("wb") as out:
            return measured(arguments, out.fileno())

    def score(self, truth: pd.DataFrame, target: Path) -> Score:
        """Compare what it wrote with the truth."""
        if self.output == "array":
            return score(truth, np.load(target))
        labels, same, missing = read_found(truth, target)
        if missing:
            print(f"{self.name}: {missing:,} passages are not in its output and count as unique")
        return score(truth, labels, same)


def measured(arguments: list[str], out: int) -> Run:
    """Run a command and watch its memory, that of its children included."""
    started, busy, peak = time.perf_counter(), processor_seconds(), 0
    command = psutil.Popen(arguments, stdout=out)
    while command.poll() is None:
        peak = max(peak, resident(command))
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    if command.returncode:
        raise subprocess.CalledProcessError(command.returncode, arguments)
    return Run(seconds, processor_seconds() - busy, peak)


def processor_seconds() -> float:
    """Processor time of the commands that ended: where others compete for the cores, the clock says little."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def resident(command: psutil.Process) -> int:
    """Memory of a process; where it has others below it, pages they share are counted once, which takes longer."""
    total = 0
    try:
        processes = (command, *command.children(recursive=True))
        for process in processes:
            total += process.memory_info().rss if len(processes) == 1 else process.memory_full_info().pss
    except psutil.Error:
        pass
    return total


def tools(python: str, ours: str) -> list[Tool]:
    """Ours first, then the peers at each of their thresholds."""
    peers = [
        Tool(
            f"{name} {threshold}",
            (python, str(HERE / "peers.py"), name, str(threshold), "{source}", "{target}"),
            "array",
        )
        for name, threshold in PEERS
    ]
    return [Tool("ours", (*shlex.split(ours), "{source}"), "lines"), *peers]


def compare(corpus: Path, tiny: Path, chosen: list[Tool], scratch: Path) -> None:
    """Run all tools on a corpus and print the table."""
    truth = pq.read_table(corpus / "truth.parquet").to_pandas()
    size = (corpus / "letters.jsonl").stat().st_size / 1e6
    print(f"{truth['letter_id'].nunique():,} letters, {len(truth):,} passages, {size:,.0f} MB")
    print(f"{'':15}{'seconds':>8} {'CPU':>8} {'MB':>7}  precision  recall      F1  strict   B³ P   B³ R  families")
    for tool in chosen:
        target = scratch / "found.npy"
        try:
            base = tool.run(tiny / "letters.jsonl", target)
            run = tool.run(corpus / "letters.jsonl", target)
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"{tool.name:15} failed: {problem}")
            continue
        print(row(tool.name, run, (run.peak - base.peak) / 1e6, tool.score(truth, target)), flush=True)


def row(name: str, run: Run, megabytes: float, result: Score) -> str:
    return (
        f"{name:15}{run.seconds:8.2f} {run.busy:8.2f} {megabytes:7,.0f}  {result.precision:9.4f}  {result.recall:.4f}  {result.f1:.4f}"
        f"  {result.strict:.4f}  {result.bcubed_precision:.3f}  {result.bcubed_recall:.3f}     {result.families:.3f}"
    )


def environment(folder: Path, packages: tuple[str, ...]) -> str:
    """A fresh environment with some packages in it; its Python."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format=freeze"], check=True, capture_output=True, text=True
    )
    print(", ".join(line for line in listed.stdout.split() if line.split("==")[0] in (*PACKAGES, "numba")))
    return python


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="1000", help="a folder, or how many letters to plant")
    parser.add_argument("--only", nargs="+", help="names of tools, such as ours or rensa")
    parser.add_argument("--ours", help="the command to measure instead of `foi families`")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        corpus = Path(arguments.corpus)
        if arguments.corpus.isdigit():
            corpus = scratch / "corpus"
            write(corpus, int(arguments.corpus))
        write(scratch / "tiny", 10)
        wanted = arguments.only or [name for name, _ in PEERS] + ["ours"]
        python = environment(scratch / "peers", PACKAGES) if set(wanted) - {"ours"} else sys.executable
        ours = arguments.ours
        if ours is None and "ours" in wanted:
            ours = f"{Path(environment(scratch / 'ours', (str(PROJECT),))).with_name('foi')} families"
        chosen = [tool for tool in tools(python, str(ours)) if tool.name.split(" ")[0] in wanted]
        compare(corpus, scratch / "tiny", chosen, scratch)


if __name__ == "__main__":
    main()
