"""A figure as a reader meets it: what it finds, the chart, and the numbers, each opening its letters."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ..naming import KINDS, OUTCOME_LABELS, cited_as, counted
from .charts import Chart
from .filters import Filters, letter_link
from .tables import Row, Rows
from .wording import plain, spoken

__all__ = ["Cells", "day", "figure", "letters_table", "linked", "numbers", "scope", "table"]

Cells = dict[str, str]
"""A row of a table: safe Markdown by heading."""


def figure(finding: str, chart: Chart, rows: Sequence[Cells], *, key: str, note: str = "") -> None:
    """Show what a chart finds, the chart, and the same numbers as a table.

    Args:
        finding: One or two sentences of safe Markdown.
        chart: From `charts`.
        rows: The table's rows.
        key: Names the figure on its page.
        note: What the figure leaves out, and why.
    """
    st.markdown(finding)
    st.altair_chart(chart, width="stretch", key=key, alt=spoken(finding))
    if note:
        st.caption(note)
    with st.expander("The same figures as a table"):
        table(rows, alt=finding)


def table(rows: Sequence[Cells], *, alt: str) -> None:
    """Rows as an HTML table, which scrolls sideways where the screen is narrow.

    Args:
        rows: The rows.
        alt: What the table holds, for those who cannot see it.
    """
    st.table(pd.DataFrame(list(rows)), border="horizontal", hide_index=True, alt=spoken(alt))


def linked(number: int | str, link: str) -> str:
    """A number, or words that are safe already, as a link; without an address they stay as they are.

    >>> linked(1200, "letters?kind=response")
    '[1,200](letters?kind=response)'
    """
    shown = f"{number:,}" if isinstance(number, int) else number
    return f"[{shown}]({link})" if link else shown


def numbers(facts: Sequence[tuple[str, str]]) -> None:
    """A strip of large numbers (safe Markdown) with what they count."""
    for column, (number, label) in zip(st.columns(len(facts)), facts, strict=True):
        with column.container(gap=None):
            st.markdown(f"#### {number}", anchors=False)
            st.caption(label)


def day(value: dt.date | None) -> str:
    r"""A date as a person writes it; a dash when there is none.

    The spaces do not break, so that a narrow column holds a date on one line.

    >>> day(dt.date(2024, 2, 1)).replace("\N{NO-BREAK SPACE}", "_"), day(None)
    ('1_Feb_2024', '–')
    """
    return "–" if value is None else f"{value.day} {value:%b} {value.year}".replace(" ", "\N{NO-BREAK SPACE}")


def scope(filters: Filters, totals: Row) -> str:
    """One line that says which letters a page speaks of; the totals are those of `queries.totals`."""
    span = f"{day(totals['first'])} to {day(totals['last'])}" if totals["first"] else "no dates"
    chosen = "under the filters on the left" if filters != Filters() else "in this corpus"
    authorities = counted(totals["authorities"], "authority", "authorities")
    return f"{counted(totals['letters'], 'letter')} {chosen}, {authorities}, {span}"


def letters_table(rows: Rows) -> None:
    """A table of letters, each opening in the reader; the rows are those of `queries.letters`."""
    table(
        [
            {
                "Letter": linked(
                    plain(row["title"] or row["origin"] or row["letter_id"], 90), letter_link(row["letter_id"])
                ),
                "Date": day(row["date"]),
                "Authority": plain(row["authority"], 60),
                "Kind": KINDS.get(row["kind"], "not read yet"),
                "Outcome": OUTCOME_LABELS.get(row["outcome"], "–"),
                "Relied on": plain(", ".join(map(cited_as, row["sections"]))) or "–",
            }
            for row in rows
        ],
        alt="Letters, newest first",
    )
