"""A corpus at a glance on the terminal: what it holds, what became of it, on which grounds, in whose words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.bar import Bar
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..corpus import Corpus
from ..highlight import visible
from ..naming import GROUP_OF, GROUPS, counted, section_label, share
from . import counts
from .counts import Row
from .evidence import day

__all__ = ["print_summary"]

_TOP = 6
_BAR = 18
_QUOTE = 300
_PROBLEMS = 5
_COLOURS = ("green", "bright_green", "red", "magenta", "bright_black", "yellow", "blue", "bright_black", "bright_black")


def print_summary(corpus: Corpus, console: Console) -> None:
    """Print what a corpus holds and what stands out in it.

    Args:
        corpus: The corpus.
        console: Where to print; colours are left out where it has none.
    """
    totals = counts.totals(corpus)
    console.print(Rule(Text(f"What {counted(totals['letters'], 'letter')} say", style="bold")))
    console.print(_corpus_line(totals))
    _print_part(console, "What became of the requests", _bars(_groups(counts.decisions(corpus), "letters")))
    _print_part(console, "What happened to each question", _bars(_groups(counts.asks(corpus), "questions")))
    _print_part(console, "Relied on most, in letters", _grounds(counts.sections(corpus)))
    _print_reuse(console, totals, counts.families(corpus))
    _print_problems(console, counts.problems(corpus))


def _corpus_line(totals: Row) -> Text:
    span = f", {day(totals['first'])} to {day(totals['last'])}" if totals["first"] else ""
    undated = f" ({counted(totals['undated'], 'letter')} without a date)" if totals["undated"] else ""
    return Text(
        f"{counted(totals['requests'], 'request')}, {counted(totals['decisions'], 'decision')}, "
        f"{counted(totals['questions'], 'question')}, "
        f"{counted(totals['authorities'], 'authority', 'authorities')}{span}{undated}"
    )


def _groups(rows: Iterable[Row], what: str) -> list[tuple[str, int, str]]:
    """Label, number and colour of each group of outcomes that occurs, in the order of `GROUPS`."""
    number = Counter[str]()
    for row in rows:
        number[GROUP_OF[row["outcome"]]] += row[what]
    return [(group, number[group], colour) for group, colour in zip(GROUPS, _COLOURS, strict=True) if number[group]]


def _bars(groups: Sequence[tuple[str, int, str]]) -> Table:
    table, base = _grid(), sum(number for _, number, _ in groups)
    highest = max((number for _, number, _ in groups), default=1)
    for label, number, colour in groups:
        table.add_row(Text(label), Bar(highest, 0, number, width=_BAR, color=colour), Text(share(number, base)))
    return table


def _grounds(sections: Iterable[Row]) -> Table:
    relied, named = Counter[str](), Counter[str]()
    for row in sections:
        (relied if row["relied"] else named)[row["section"]] += row["letters"]
    top = sorted(relied, key=lambda section: (-relied[section], section))[:_TOP]
    table = _grid()
    for section in top:
        also = f", only named in {named[section]:,}" if named[section] else ""
        bar = Bar(relied[top[0]], 0, relied[section], width=_BAR, color="red")
        table.add_row(Text(section_label(section)), bar, Text(f"{relied[section]:,}{also}"))
    return table


def _print_reuse(console: Console, totals: Row, families: Sequence[Row]) -> None:
    _print_part(console, "Words used more than once")
    repeated = share(totals["repeated_words"], totals["words"], "word of the authorities", "words of the authorities")
    tiers = f"{totals['exact_words']:,} in the same words, {totals['near_words']:,} in edited copies"
    console.print(Padding(Text(f"{repeated} stand in paragraphs that another letter repeats: {tiers}."), (0, 2)))
    reasons = next((row for row in families if row["reasons"]), None)
    if reasons is not None:
        where = (
            f"{counted(reasons['letters'], 'letter')} of {counted(reasons['authorities'], 'authority', 'authorities')}"
        )
        words = " ".join(visible(reasons["canonical"]).split())
        quote = words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1].rstrip()}…"
        console.print(Padding(Text(f"The reasons repeated most, in {where}:"), (0, 2)))
        console.print(Padding(Text(f"“{quote}”", style="italic"), (0, 4)))


def _print_problems(console: Console, problems: Sequence[Row]) -> None:
    if not problems:
        _print_part(console, "Everything could be read")
        return
    _print_part(console, f"{counted(len(problems), 'problem')}: what could not be read is kept with the reason")
    for row in problems[:_PROBLEMS]:
        console.print(Padding(Text(visible(f"{row['origin']}: {row['reason']}")), (0, 2)))
    if len(problems) > _PROBLEMS:
        console.print(Padding(Text(f"… {len(problems) - _PROBLEMS:,} more are in the table `problems`"), (0, 2)))


def _print_part(console: Console, title: str, body: Table | None = None) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    if body is not None:
        console.print(Padding(body, (0, 2)))


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=28, max_width=44)
    table.add_column(width=_BAR)
    table.add_column(no_wrap=True)
    return table
