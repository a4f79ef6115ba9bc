"""How refusals are reasoned: the public interest tests they give, and what their notices leave out."""

from operator import itemgetter

import streamlit as st

from ...naming import PIT_LABELS, cited_as, counted, share
from ...reasoning import duty_source, duty_words
from .. import charts, queries
from ..figures import Cells, figure, linked, scope, table
from ..filters import Filters
from ..tables import Row, Rows, Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Reasoning"
_MOST_DUTIES = 12


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("How refusals are reasoned")
    st.caption(scope(filters, queries.totals(tables, filters)))
    tests = queries.tests_by_completeness(tables, filters)
    duties = queries.duties(tables, filters)
    if not tests and not duties:
        st.info("None of these letters owes a refusal notice or a public interest test.")
        return
    _show_tests(tests, filters)
    _show_duties(duties, filters)


def _show_tests(tests: Rows, filters: Filters) -> None:
    st.subheader("Public interest tests")
    if not tests:
        st.markdown("None of these letters relies on a ground that is subject to a public interest test.")
        return
    base = sum(row["letters"] for row in tests)
    letters = {row["pit"]: row["letters"] for row in tests}
    finding = (
        f"**Weighed on both sides: {share(letters.get('complete', 0), base, 'letter')} that rely on a qualified "
        f"ground.** In {share(letters.get('absent', 0), base)} no test was found."
    )
    st.markdown(finding)
    cells = [
        {
            "Public interest test": label.capitalize(),
            "Letters": linked(share(letters[pit], base), filters.letters_link(pit=pit)),
        }
        for pit, label in PIT_LABELS.items()
        if pit in letters
    ]
    table(cells, alt=finding)


def _show_duties(duties: Rows, filters: Filters) -> None:
    st.subheader("What refusal notices leave out")
    if not duties:
        st.markdown("None of these letters owes a refusal notice.")
        return
    rows = [row | _drawn(row, filters) for row in duties]
    lacking = [row for row in rows if row["missing"]]
    cells = [_duty_cells(row, filters) for row in rows]
    if not lacking:
        finding = "**Every notice in these letters has each of the parts it owes.**"
        st.markdown(finding)
        table(cells, alt=finding)
        return
    most = max(lacking, key=itemgetter("missing"))
    hidden = len(lacking) - _MOST_DUTIES
    figure(
        f"**Missing most often: that the notice {plain(duty_words(most['duty']))} "
        f"({plain(cited_as(most['duty']))}), in {share(most['missing'], most['owing'], 'letter')} that owe it.**",
        charts.letter_bars(lacking[:_MOST_DUTIES], "The notice", "Letters in which it is missing", charts.MISSING),
        cells,
        key="duties",
        note=f"{counted(hidden, 'more duty', 'more duties')} in the table only." if hidden > 0 else "",
    )


def _drawn(row: Row, filters: Filters) -> Row:
    """What the chart shows of a duty, and the letters it opens."""
    return {
        "label": f"{cited_as(row['duty'])}: {duty_words(row['duty'])}",
        "letters": row["missing"],
        "shown": share(row["missing"], row["owing"]),
        "link": filters.letters_link(missing=row["duty"]),
    }


def _duty_cells(row: Row, filters: Filters) -> Cells:
    return {
        "The notice": plain(duty_words(row["duty"])),
        "Imposed by": linked(plain(cited_as(row["duty"])), duty_source(row["duty"])),
        "Missing in": linked(row["shown"], row["link"]) if row["missing"] else row["shown"],
        "Owed in": linked(row["owing"], filters.letters_link(owes=row["duty"])),
    }
