"""How fast letters are loaded and analysed, in how much memory, and where the time goes.

    python tests/benchmarks/analyse_throughput.py [NUMBER …]

Makes letters of about 1,000 words out of the paragraphs of `data/sample`, with names, dates
and figures of their own, then runs `foi load` and `foi analyse` on two cores, for 1,000 and
10,000 letters unless other numbers are given: the two rates show whether any stage grows
faster than the corpus.
"""

import cProfile
import datetime as dt
import json
import pstats
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil

from foi_analytics.corpus.rows import numbered_rows, read_rows, revision_of
from foi_analytics.records import Letter
from foi_analytics.sources import load, open_source

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
WORDS = 1000
WORKERS = 2
PROFILED = 300
FIGURE = re.compile(r"(?<!Act )\d{4,}")
PACKAGE = re.compile(r"foi_analytics/(\w+)")


def main() -> None:
    numbers = [int(argument) for argument in sys.argv[1:]] or [1000, 10_000]
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), number)
    profile(list(letters(PROFILED)))


def measure(folder: Path, number: int) -> None:
    """Load and analyse a number of letters as a user would."""
    table, corpus = folder / "letters.jsonl", folder / "corpus"
    with table.open("w", encoding="utf-8") as lines:
        for letter in letters(number):
            fields = {"id": letter.letter_id, "text": letter.text, "request": letter.request}
            fields |= {"authority": letter.authority, "date": str(letter.date)}
            lines.write(json.dumps(fields) + "\n")
    print(f"{number:,} letters, {table.stat().st_size / 1e6:.0f} MB")
    run("load", number, "load", "table", str(table), "--into", str(corpus))
    run("analyse", number, "analyse", str(corpus), "--workers", str(WORKERS))
    run("again", number, "analyse", str(corpus), "--workers", str(WORKERS))
    size = sum(file.stat().st_size for file in corpus.rglob("*") if file.is_file())
    print(f"  corpus on disk {size / 1e6:.0f} MB")


def run(name: str, number: int, *arguments: str) -> None:
    """Run a command to its end; print its rate and the most memory it and its workers held."""
    started, busy, peak = time.perf_counter(), cpu_seconds(), 0
    command = psutil.Popen([sys.executable, "-m", "foi_analytics", *arguments], stdout=subprocess.DEVNULL)
    while command.poll() is None:
        peak = max(peak, held_by(command))
        time.sleep(0.3)
    seconds, busy = time.perf_counter() - started, cpu_seconds() - busy
    rate = f"{number / seconds:8,.0f} letters/s"
    print(f"  {name:8} {seconds:7.1f} s {rate}, {busy:7.1f} s of processor time, peak {peak / 1e6:,.0f} MB")


def cpu_seconds() -> float:
    """Processor time of the commands that ended; where other programs compete, it says more than the clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def held_by(command: psutil.Process) -> int:
    """Memory of a process and those below it; pages they share are counted once."""
    total = 0
    for process in (command, *command.children(recursive=True)):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


def profile(sample: list[Letter]) -> None:
    """Print how the time over a letter is shared between the packages."""
    batch = numbered_rows([(letter, revision_of(letter)) for letter in sample], 0)
    read_rows(batch.slice(0, 20))
    profiler = cProfile.Profile()
    profiler.runcall(read_rows, batch)
    seconds: Counter[str] = Counter()
    for (file, _, function), (_, _, own, _, callers) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        if inside := PACKAGE.search(file):
            seconds[inside[1]] += own
        else:
            # Work of the standard library and of compiled code belongs to the package that asked for it.
            for (caller, _, _), (_, _, share, _) in callers.items():
                seconds[found[1] if (found := PACKAGE.search(caller)) else f"others ({function[:24]})"] += share
    whole = sum(seconds.values())
    print(f"profile of {len(sample)} letters in one process, {whole / len(sample) * 1000:.1f} ms a letter under it")
    for name, share in seconds.most_common(10):
        print(f"  {share / whole:6.1%} {share / len(sample) * 1000:6.2f} ms  {name}")


def letters(number: int) -> Iterator[Letter]:
    """Letters of about `WORDS` words, the same every time."""
    chance = random.Random(20)
    originals = [each for each in load(open_source("auto", SAMPLE)) if isinstance(each, Letter) and each.text.strip()]
    paragraphs = [p for each in originals for p in re.split(r"\n\s*\n", each.text) if len(p.split()) > 12]
    for index in range(number):
        original = chance.choice(originals)
        text, words = [original.text], len(original.text.split())
        while words < WORDS:
            text.insert(-1, chance.choice(paragraphs))
            words += len(text[-2].split())
        varied = re.sub(
            r"(?<!Act )\d{4,}", lambda match: str(chance.randrange(10 ** len(match.group()))), "\n\n".join(text)
        )
        date = dt.date(2020, 1, 1) + dt.timedelta(days=index % 1500)
        yield Letter(f"made-{index}", varied, original.request, original.authority, date)


if __name__ == "__main__":
    main()
