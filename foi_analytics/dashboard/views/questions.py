"""What happened to each question: answered, partly, refused, not held or passed over."""

import itertools
from operator import itemgetter

import streamlit as st

from ...naming import GROUP_OF, GROUPS, OUTCOME_LABELS, SMALL_BASE, cited_as, counted, group_of_outcomes, share
from .. import charts, queries
from ..figures import Cells, day, figure, linked, scope, table
from ..filters import Filters, letter_link
from ..tables import Row, Rows, Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Questions"
_ON_A_PAGE = 20
_MOST_AUTHORITIES = 20


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("What happened to each question")
    under_title = st.container()
    there_are = {row["outcome"] for row in queries.asks_by_outcome(tables, filters)}
    asked = st.multiselect(
        "What happened to the question",
        [outcome for outcome in OUTCOME_LABELS if outcome in there_are],
        format_func=OUTCOME_LABELS.__getitem__,
        key="asked",
        bind="query-params",
        placeholder="Anything",
    )
    filters = filters.narrow(asked=tuple(asked))
    under_title.caption(scope(filters, queries.totals(tables, filters)))
    outcomes = queries.asks_by_outcome(tables, filters)
    if not outcomes:
        st.info("No question was found in these letters.")
        return
    _show_shares(tables, filters, _finding(outcomes))
    _show_asks(tables, filters, sum(row["asks"] for row in outcomes))


def _finding(outcomes: Rows) -> str:
    base = sum(row["asks"] for row in outcomes)
    disclosed, withheld = (
        sum(row["asks"] for row in outcomes if GROUP_OF[row["outcome"]] == group) for group in ("Disclosed", "Withheld")
    )
    passed_over = sum(row["asks"] for row in outcomes if row["outcome"] == "not_answered")
    return (
        f"**Answered in full: {share(disclosed, base, 'question')}. Withheld: {share(withheld, base)}.** "
        f"Passed over without a word: {share(passed_over, base)}."
    )


def _show_shares(tables: Tables, filters: Filters, finding: str) -> None:
    st.subheader("Outcomes by authority")
    rows = [row | _drawn(row, filters) for row in queries.asks_by_authority(tables, filters)]
    authorities = list(dict.fromkeys(row["authority"] for row in rows))
    bearing = list(dict.fromkeys(row["authority"] for row in rows if row["base"] >= SMALL_BASE))[:_MOST_AUTHORITIES]
    if not bearing:
        st.markdown(finding)
        st.caption(f"No authority has {SMALL_BASE} questions here, so there are counts and no shares.")
        table(_authority_cells(rows), alt=finding)
        return
    few = len(authorities) - len(bearing)
    figure(
        finding,
        charts.group_shares([row for row in rows if row["authority"] in bearing]),
        _authority_cells(rows),
        key="shares",
        note=f"{counted(few, 'authority', 'authorities')} with fewer questions in the table only." if few else "",
    )


def _drawn(row: Row, filters: Filters) -> Row:
    """What the chart shows of an authority and a group of outcomes, and the letters it opens."""
    asked = tuple(o for o in group_of_outcomes(row["group"]) if not filters.asked or o in filters.asked)
    return {
        "shown": share(row["asks"], row["base"]),
        "link": filters.letters_link(authority=(row["authority"],), asked=asked),
    }


def _authority_cells(rows: Rows) -> list[Cells]:
    present = [group for group in GROUPS if any(row["group"] == group for row in rows)]
    table = []
    for authority, part in itertools.groupby(rows, itemgetter("authority")):
        cells = {row["group"]: linked(row["shown"], row["link"]) for row in part}
        table.append({"Authority": plain(authority, 60)} | {group: cells.get(group, "0") for group in present})
    return table


def _show_asks(tables: Tables, filters: Filters, number: int) -> None:
    st.subheader("Question by question")
    place = st.container()
    pages = -(-number // _ON_A_PAGE)
    page = st.pagination(pages, key="asks_page") if pages > 1 else 1
    rows = queries.asks(tables, filters, (page - 1) * _ON_A_PAGE, _ON_A_PAGE)
    with place:
        table([_ask_cells(row) for row in rows], alt="Questions, newest letter first")


def _ask_cells(ask: Row) -> Cells:
    span = (ask["start"], ask["end"]) if ask["within"] == "reply" else ()
    answer = "none"
    if ask["answer_start"] is not None:
        answer = linked("read", letter_link(ask["letter_id"], int(ask["answer_start"]), int(ask["answer_end"])))
    return {
        "Question": linked(plain(f"{ask['number']}. {ask['quote']}", 160), letter_link(ask["letter_id"], *span)),
        "Outcome": ", ".join((OUTCOME_LABELS[ask["outcome"]], *(plain(cited_as(p)) for p in ask["exemptions"]))),
        "Answer": answer,
        "Letter of": f"{plain(ask['authority'], 40)}, {day(ask['date'])}",
    }
