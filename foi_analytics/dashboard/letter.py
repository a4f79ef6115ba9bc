"""One letter of the corpus at its permalink: its reading, and what the corpus knows around it."""

import functools

import streamlit as st

from .. import highlight
from ..highlight import Mark
from ..naming import counted
from ..records import Reading
from . import queries
from .figures import Cells, day, letters_table, linked, table
from .filters import Filters, letter_link
from .reader import show_reading
from .tables import Row, Tables, open_letter
from .wording import plain

__all__ = ["show_letter"]


def show_letter(tables: Tables, letter_id: str, start: int | None, end: int | None) -> None:
    """Draw one letter, the span of the permalink outlined when there is one.

    Args:
        tables: The corpus.
        letter_id: The letter the address names.
        start: First character of the span.
        end: Character after its last.
    """
    reading = open_letter(tables, letter_id)
    if reading is None:
        st.warning(f"This corpus has no letter {plain(letter_id, 80)} that was read.")
        return
    st.title(plain(reading.letter.title or "Letter", 140), anchor=False)
    shown = None if start is None or end is None else (start, end)
    problems = [row["reason"] for row in queries.problems(tables, letter_id)]
    show_reading(reading, functools.partial(letter_link, letter_id), shown, problems)
    _show_shared(tables, letter_id)
    _show_request(reading)
    _show_case(tables, letter_id)


def _show_shared(tables: Tables, letter_id: str) -> None:
    rows = queries.shared_passages(tables, letter_id)
    st.subheader("Paragraphs that stand in other letters too", anchor=False)
    if not rows:
        st.markdown("None: no paragraph of this letter was found in another.")
        return
    said = f"{counted(len(rows), 'paragraph')} of this letter stand in other letters of the corpus"
    table([_shared_cells(row) for row in rows], alt=said)


def _shared_cells(row: Row) -> Cells:
    others = Filters(family=row["family_id"]).letters_link()
    whose = f" of {counted(row['authorities'], 'authority', 'authorities')}" if row["authorities"] > 1 else ""
    alike = "the same words" if row["tier"] == "exact" else f"{int(100 * row['similarity'])}% alike"
    first = f"{day(row['date'])}, {plain(row['authority'], 60)}"
    return {
        "Its words": linked(plain(row["quote"], 120), letter_link(row["letter_id"], row["start"], row["end"])),
        "Stands in": linked(counted(row["letters"], "letter"), others) + whose,
        "To the family": alike,
        "First seen": linked(first, letter_link(row["first_letter"])),
    }


def _show_request(reading: Reading) -> None:
    if not reading.letter.request:
        return
    asks = [
        Mark(q.start, q.end, "question", f"question {q.number}", f"{q.made_by} · {q.score:.2f}")
        for q in reading.questions
        if q.within == "request"
    ]
    with st.expander("The request, as the source has it"):
        st.html(highlight.to_html(reading.letter.request, asks, "request"))


def _show_case(tables: Tables, letter_id: str) -> None:
    rows = queries.letters_of_case(tables, letter_id)
    if rows:
        st.subheader("Other letters about the same request", anchor=False)
        letters_table(rows)
