"""One request sent to many authorities: who answered, who refused, and on what ground."""

import itertools
from collections import Counter
from operator import itemgetter

import streamlit as st

from ...naming import GROUP_OF, GROUPS, OUTCOME_LABELS, cited_as, counted
from .. import queries
from ..figures import Cells, day, linked, scope, table
from ..filters import Filters, letter_link
from ..tables import Row, Rows, Tables
from ..wording import plain, spoken

__all__ = ["TITLE", "show"]

TITLE = "Same request"
_MOST_ASKS = 200
_MOST_COLUMNS = 8
_HOW = (
    "Asks count as the same when they differ only in case, punctuation or the name of the authority; the same ask in "
    "other words is not found. Asks that mostly came together are one request."
)


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("Same request, many authorities")
    st.caption(scope(filters, queries.totals(tables, filters)))
    requests = _requests(queries.shared_asks(tables, filters, _MOST_ASKS))
    if not requests:
        st.info("No two authorities were asked the same in these letters.")
        st.caption(_HOW)
        return
    chosen = st.selectbox(
        f"Request, of {len(requests):,} that several authorities were sent",
        range(len(requests)),
        format_func=lambda n: _name(requests[n]),
        key="request",
        required=True,
    )
    st.caption(_HOW)
    if chosen is not None and chosen < len(requests):
        _show_request(tables, filters, requests[chosen])


def _requests(asks: Rows) -> list[Rows]:
    """Asks put together when the requests they came in are mostly the same; what most authorities got comes first."""
    together: list[Rows] = []
    for each in asks:
        came_in = set(each["requests"])
        for known in together:
            other = set(known[0]["requests"])
            if 2 * len(came_in & other) > len(came_in | other):
                known.append(each)
                break
        else:
            together.append([each])
    return together


def _name(asks: Rows) -> str:
    more = f" (and {len(asks) - 1:,} more)" if len(asks) > 1 else ""
    return f"{asks[0]['authorities']:,} authorities: {spoken(plain(asks[0]['quote'], 90))}{more}"


def _show_request(tables: Tables, filters: Filters, asks: Rows) -> None:
    shown = asks[:_MOST_COLUMNS]
    rows = queries.answers(tables, filters, [each["ask"] for each in shown])
    for number, each in enumerate(shown, start=1):
        st.markdown(f"**Ask {number}:** “{plain(each['quote'], 300)}” {_finding(rows, each)}")
    if len(asks) > len(shown):
        st.caption(f"{len(asks) - len(shown):,} more asks of this request are not shown.")
    table(_grid(rows, shown), alt="Authorities asked, and what became of each ask")


def _finding(rows: Rows, ask: Row) -> str:
    groups = Counter(GROUP_OF[row["outcome"]] for row in rows if row["ask"] == ask["ask"])
    said = "; ".join(f"{group.lower()} {groups[group]:,}" for group in GROUPS if groups[group])
    requests = counted(groups.total(), "request")
    return f"Of {requests} to {counted(ask['authorities'], 'authority', 'authorities')}: {said}."


def _grid(rows: Rows, asks: Rows) -> list[Cells]:
    """A row for each request, a column for each ask; every cell opens the letter where it answers."""
    grid = []
    for (authority, _), part in itertools.groupby(rows, itemgetter("authority", "request")):
        answered = {row["ask"]: row for row in part}
        last = max((row["date"] for row in answered.values() if row["date"]), default=None)
        cells = {f"Ask {n}": _cell(answered.get(each["ask"])) for n, each in enumerate(asks, start=1)}
        grid.append({"Authority": plain(authority, 60), "Last letter": day(last)} | cells)
    return grid


def _cell(row: Row | None) -> str:
    if row is None:
        return "not asked"
    span: tuple[int, ...] = ()
    if row["answer_start"] is not None:
        span = (int(row["answer_start"]), int(row["answer_end"]))
    elif row["within"] == "reply":
        span = (row["start"], row["end"])
    link = letter_link(row["letter_id"], *span)
    return ", ".join((linked(OUTCOME_LABELS[row["outcome"]], link), *(plain(cited_as(p)) for p in row["exemptions"])))
