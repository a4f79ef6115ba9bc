"""What became of the requests, since when, and how far the letters can be trusted."""

import datetime as dt
import itertools
from operator import itemgetter

import streamlit as st

from ...naming import (
    GROUP_OF,
    GROUPS,
    OUTCOME_LABELS,
    STATUS_LABELS,
    TIMELINESS_LABELS,
    counted,
    group_of_outcomes,
    share,
)
from .. import charts, queries
from ..figures import Cells, figure, linked, numbers, scope, table
from ..filters import LACKS, Filters, letter_link
from ..tables import Row, Rows, Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Overview"
_SHOWN_PROBLEMS = 100
_UNTIMED = (
    "Of {} more it is not known when they were due: the day of the request or its statute is not stated, or the "
    "authority asked what was meant, and the clock started anew."
)


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    totals = queries.totals(tables, filters)
    outcomes = queries.decisions_by_outcome(tables, filters)
    st.title("What became of the requests")
    st.caption(scope(filters, totals))
    _show_numbers(totals, outcomes, filters)
    if outcomes:
        _show_outcomes(tables, filters, outcomes)
    else:
        st.info("None of these letters is a decision, so there is no outcome to show.")
    _show_cases(tables, filters)
    _show_timeliness(tables, filters)
    _show_lacks(tables, filters, totals)
    _show_problems(tables)


def _show_numbers(totals: Row, outcomes: Rows, filters: Filters) -> None:
    decisions = totals["decisions"]
    facts = [
        (linked(totals["letters"], filters.letters_link()), f"letters in {counted(totals['requests'], 'request')}"),
        (linked(decisions, filters.letters_link(kind="response")), "decisions on a request"),
    ]
    for group in ("Disclosed", "Partly disclosed", "Withheld"):
        number = _in_group(outcomes, group)
        link = filters.letters_link(kind="response", outcome=group_of_outcomes(group))
        facts.append((linked(number, link), f"{group.lower()}, {share(number, decisions).partition(' ')[2]}"))
    numbers(facts)


def _in_group(outcomes: Rows, *groups: str) -> int:
    return sum(row["letters"] for row in outcomes if GROUP_OF[row["outcome"]] in groups)


def _show_outcomes(tables: Tables, filters: Filters, outcomes: Rows) -> None:
    st.subheader("Outcomes over time")
    base = sum(row["letters"] for row in outcomes)
    rows = [row | {"link": _quarter_link(row, filters)} for row in queries.decisions_by_quarter(tables, filters)]
    undated = base - sum(row["letters"] for row in rows)
    chart, side = st.columns([5, 3], gap="large")
    with chart:
        if rows:
            note = f"{counted(undated, 'decision')} without a date not shown." if undated else ""
            figure(_finding(outcomes, base), charts.groups_by_quarter(rows), _quarters(rows), key="outcomes", note=note)
        else:
            st.info("None of these decisions has a date.")
    with side:
        table([_outcome_cells(row, base, filters) for row in outcomes], alt="Decisions by outcome")


def _finding(outcomes: Rows, base: int) -> str:
    common = max(GROUPS, key=lambda group: _in_group(outcomes, group))
    kept = _in_group(outcomes, "Withheld", "Neither confirmed nor denied")
    return (
        f"**The commonest outcome is “{common.lower()}”: {share(_in_group(outcomes, common), base, 'decision')}.** "
        f"In {share(kept, base)} everything was withheld, or its existence neither confirmed nor denied."
    )


def _outcome_cells(row: Row, base: int, filters: Filters) -> Cells:
    link = filters.letters_link(kind="response", outcome=(row["outcome"],))
    return {"Outcome": OUTCOME_LABELS[row["outcome"]], "Decisions": linked(share(row["letters"], base), link)}


def _quarter_link(row: Row, filters: Filters) -> str:
    outcomes = (o for o in group_of_outcomes(row["group"]) if not filters.outcome or o in filters.outcome)
    return filters.letters_link(
        kind="response",
        outcome=tuple(outcomes),
        since=max(row["quarter"], filters.since or dt.date.min),
        until=min(row["until"], filters.until or dt.date.max),
    )


def _quarters(rows: Rows) -> list[Cells]:
    present = [group for group in GROUPS if any(row["group"] == group for row in rows)]
    table = []
    for quarter, part in itertools.groupby(rows, itemgetter("quarter")):
        cells = {row["group"]: linked(row["letters"], row["link"]) for row in part}
        name = f"Q{(quarter.month + 2) // 3} {quarter.year}"
        table.append({"Quarter": name} | {group: cells.get(group, "0") for group in present})
    return table


def _show_cases(tables: Tables, filters: Filters) -> None:
    rows = queries.cases_by_status(tables, filters)
    base = sum(row["cases"] for row in rows)
    if not base:
        return
    st.subheader("How far the requests came")
    decided = sum(row["cases"] for row in rows if row["status"] in ("decided", "reviewed"))
    finding = f"**A decision is among the letters of {share(decided, base, 'request')}.**"
    st.markdown(finding)
    table([_case_cells(row, base, filters) for row in rows], alt=finding)


def _case_cells(row: Row, base: int, filters: Filters) -> Cells:
    shown, status = share(row["cases"], base), row["status"]
    linking = linked(shown, filters.letters_link(status=status)) if status != "no_letter" else shown
    return {"Status": STATUS_LABELS[status], "Requests": linking}


def _show_timeliness(tables: Tables, filters: Filters) -> None:
    cases = {row["timeliness"]: row["cases"] for row in queries.cases_by_timeliness(tables, filters)}
    dated = {timeliness: cases.get(timeliness, 0) for timeliness in ("in_time", "in_extension", "late")}
    base = sum(dated.values())
    if not base:
        return
    st.subheader("Whether they were answered in time")
    finding = f"**{share(base - dated['late'], base, 'first decision')} came by the day it was due.**"
    st.markdown(f"{finding} {_UNTIMED.format(counted(cases.get(None, 0), 'decision'))}" if cases.get(None) else finding)
    cells = [
        {
            "First decision": TIMELINESS_LABELS[timeliness],
            "Requests": linked(share(number, base), filters.letters_link(timeliness=timeliness)),
        }
        for timeliness, number in dated.items()
        if number
    ]
    table(cells, alt=finding)


def _show_lacks(tables: Tables, filters: Filters, totals: Row) -> None:
    st.subheader("How complete the letters are")
    st.markdown(
        "A corpus is what was published or sent in, not a register of every request. These gaps bear on every figure."
    )
    found = queries.lacks(tables, filters)
    cells = [
        {"Gap": label, "Letters": linked(share(found[lack], totals["letters"]), filters.letters_link(lack=lack))}
        for lack, label in LACKS.items()
        if found[lack]
    ]
    if cells:
        table(cells, alt=f"What is missing from {counted(totals['letters'], 'letter')}")
    else:
        st.markdown("No gap was found: every letter was read and has a date, an authority, an outcome and a question.")


def _show_problems(tables: Tables) -> None:
    rows = queries.problems(tables)
    st.subheader("What could not be read")
    if not rows:
        st.markdown("Nothing: every file, message and row of this corpus became a letter.")
        return
    st.markdown(f"**{counted(len(rows), 'problem')} in the whole corpus**, kept with the reason instead of lost.")
    table([_problem_cells(row) for row in rows[:_SHOWN_PROBLEMS]], alt="Problems with their reasons")
    if len(rows) > _SHOWN_PROBLEMS:
        st.caption(f"The first {_SHOWN_PROBLEMS} are shown; all are in the table `problems` of the corpus.")


def _problem_cells(row: Row) -> Cells:
    place = plain(row["origin"], 90) + (f", line {row['line']:.0f}" if row["line"] is not None else "")
    return {
        "Where": linked(place, letter_link(row["letter_id"])) if row["letter_id"] else place,
        "Stage": plain(row["stage"]),
        "Reason": plain(row["reason"], 300),
    }
