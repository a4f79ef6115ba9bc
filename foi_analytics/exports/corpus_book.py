"""The figures of a corpus, ready to be published: one table of numbers, and the passages behind each."""

from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa

from ..corpus import Corpus
from ..naming import OUTCOME_LABELS, PIT_LABELS, counted, section_label
from ..reasoning import duty_words
from . import counts
from .counts import Row
from .evidence import day
from .publishing.book import LETTERS, LETTERS_SQL, PASSAGES, Book, Sheet

__all__ = ["corpus_book"]

_FIGURES_TYPES: dict[str, pa.DataType] = {
    "figure_id": pa.string(),
    "authority": pa.string(),
    "quarter": pa.string(),
    "category": pa.string(),
    "value": pa.int64(),
}
_FIGURES = pa.schema(_FIGURES_TYPES)

Kind = tuple[str, str, Callable[[Corpus], Sequence[Row]], Callable[[Row], str]]
_KINDS: tuple[Kind, ...] = (
    ("outcomes", "Decisions by outcome and quarter", counts.decisions, lambda row: OUTCOME_LABELS[row["outcome"]]),
    (
        "exemptions",
        "Letters by section and authority, relied on or only named",
        counts.sections,
        lambda row: section_label(row["section"]) + ("" if row["relied"] else ", only named"),
    ),
    ("questions", "Questions by outcome", counts.asks, lambda row: OUTCOME_LABELS[row["outcome"]]),
    (
        "public_interest",
        "Letters that owe a public interest test, by how far they give it",
        counts.tests,
        lambda row: PIT_LABELS[row["pit"]],
    ),
    (
        "duties",
        "Refusal notices that miss a part they owe",
        counts.duties,
        lambda row: duty_words(row["duty"]),
    ),
)


def corpus_book(corpus: Corpus) -> Book:
    """What a corpus says in numbers: outcomes, exemptions, questions, public interest tests, missing parts of notices.

    Args:
        corpus: The corpus.
    """
    totals = counts.totals(corpus)
    text_of = dict(zip(*corpus.arrow("SELECT letter_id, text FROM letters").to_pydict().values(), strict=True))
    sheets, passages = [], []
    for name, title, counting, category in _KINDS:
        rows = [row for row in counting(corpus) if row["places"]]
        figures = [_figure(f"{name}-{number}", row, category(row)) for number, row in enumerate(rows, start=1)]
        sheets.append(Sheet(name, title, pa.Table.from_pylist(figures, _FIGURES), ("figure_id",)))
        for figure, row in zip(figures, rows, strict=True):
            passages += [_passage(figure["figure_id"], place, text_of) for place in row["places"]]
    behind = Sheet("passages", "The letters and passages behind each figure", pa.Table.from_pylist(passages, PASSAGES))
    letters = corpus.arrow(LETTERS_SQL, {"ids": list(text_of)}).cast(LETTERS)
    listed = Sheet("letters", "The letters, with a hash of their text", letters, ("letter_id",))
    return Book(
        name="foi-corpus-figures",
        title="What replies to freedom-of-information requests say",
        source=f"{totals['letters']:,} letters of {totals['authorities']:,} authorities, read by foi_analytics.",
        chosen=f"every letter, dated {day(totals['first'])} to {day(totals['last'])}.",
        sheets=(*sheets, behind, listed),
        notes=(
            "A letter counts once for each section, as relied on when it relies on it anywhere.",
            f"Without a date, and in no quarter: {counted(totals['undated'], 'letter')}.",
        ),
    )


def _figure(figure_id: str, row: Row, category: str) -> dict[str, Any]:
    quarter = row.get("quarter")
    return {
        "figure_id": figure_id,
        "authority": row.get("authority"),
        "quarter": f"{quarter.year} Q{(quarter.month + 2) // 3}" if quarter else None,
        "category": category,
        "value": len(row["places"]),
    }


def _passage(figure_id: str, place: dict[str, Any], text_of: dict[str, str]) -> dict[str, Any]:
    start, end = place["start"], place["end"]
    quote = None if start is None else text_of[place["letter_id"]][start:end]
    return {"figure_id": figure_id, **place, "quote": quote}
