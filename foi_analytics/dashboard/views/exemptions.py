"""Which grounds are relied on, against which are only mentioned, and by whom."""

import itertools
from collections import Counter
from operator import itemgetter

import streamlit as st

from ...naming import SMALL_BASE, cited_as, counted, section_label, share
from .. import charts, queries
from ..figures import Cells, figure, linked, scope
from ..filters import Filters
from ..tables import UNNAMED, Row, Rows, Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Exemptions"
_UNITS = {"requests": "Requests", "citations": "Citations"}
_MOST_SECTIONS = 15
_MOST_AUTHORITIES = 20
_USES = {
    "relied": "relied on",
    "concluded": "relied on, not cited",
    "mentioned": "only mentioned",
    "rejected": "rejected",
    "quoted": "quoted",
}
_RELIED = ("applied", "ncnd")


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("Relied on, or merely mentioned")
    st.caption(scope(filters, queries.totals(tables, filters)))
    unit = st.segmented_control(
        "Count",
        list(_UNITS),
        format_func=_UNITS.__getitem__,
        default="requests",
        required=True,
        key="count",
        bind="query-params",
        help="A request counts once for each section, however often its letters cite it.",
    )
    by_section = queries.requests_by_section if unit == "requests" else queries.citations_by_section
    rows = [row | _drawn(row, filters, unit) for row in by_section(tables, filters)]
    if not rows:
        st.info("No exemption is cited in these letters.")
        return
    _show_uses(rows, unit)
    by_authority = queries.reliance_by_authority(tables, filters)
    _show_authorities([row | _drawn_cell(row, filters, unit) for row in by_authority if row[unit]], unit)


def _drawn(row: Row, filters: Filters, unit: str) -> Row:
    """What the chart shows of a section, and the letters it opens."""
    use = row["use"]
    how = {"use": use} if unit == "requests" else {"role": _RELIED if use == "relied" else (use,)}
    return {
        "label": section_label(row["section"]),
        "use": _USES[use],
        "link": filters.letters_link(section=(row["section"],), **how),
    }


def _show_uses(rows: Rows, unit: str) -> None:
    st.subheader("Relied on against mentioned")
    sections = list(dict.fromkeys(row["section"] for row in rows))
    leading = set(sections[:_MOST_SECTIONS])
    figure(
        _finding(rows, unit),
        charts.uses_by_section([row for row in rows if row["section"] in leading], _UNITS[unit]),
        _use_cells(rows),
        key="uses",
        note=_left_out(len(sections) - _MOST_SECTIONS, "section", "sections"),
    )


def _finding(rows: Rows, unit: str) -> str:
    first, one = rows[0], unit.removesuffix("s")
    if first["use"] == _USES["relied"]:
        said = f"**{plain(first['label'])} is relied on most: in {counted(first['number'], one)}.**"
    else:
        said = "**No section is relied on in these letters.**"
    mentioned = [row for row in rows if row["use"] == _USES["mentioned"]]
    if mentioned:
        most = max(mentioned, key=itemgetter("number"))
        said += f" {plain(most['label'])} is the one most often only mentioned: in {counted(most['number'], one)}."
    return said


def _use_cells(rows: Rows) -> list[Cells]:
    present = [use for use in _USES.values() if any(row["use"] == use for row in rows)]
    table = []
    for label, part in itertools.groupby(rows, itemgetter("label")):
        cells = {row["use"]: linked(row["number"], row["link"]) for row in part}
        table.append({"Section": plain(label)} | {use.capitalize(): cells.get(use, "0") for use in present})
    return table


def _drawn_cell(row: Row, filters: Filters, unit: str) -> Row:
    """What the heatmap shows of an authority and a section, and the letters it opens."""
    how = {"use": "relied"} if unit == "requests" else {"role": _RELIED}
    return {
        "label": cited_as(row["section"]),
        "number": row[unit],
        "share": row["requests"] / row["base"] if row["base"] >= SMALL_BASE else None,
        "shown": share(row["requests"], row["base"]) if unit == "requests" else counted(row["citations"], "citation"),
        "link": filters.letters_link(authority=(row["authority"],), section=(row["section"],), **how),
    }


def _show_authorities(rows: Rows, unit: str) -> None:
    if not rows:
        return
    st.subheader("Who relies on what")
    authorities = list(dict.fromkeys(row["authority"] for row in rows))
    sections = Counter[str]()
    for row in rows:
        sections[row["section"]] += row["number"]
    leading = [section for section, _ in sections.most_common(_MOST_SECTIONS)]
    busiest = set(authorities[:_MOST_AUTHORITIES])
    drawn = [row for row in rows if row["authority"] in busiest and row["section"] in leading]
    figure(
        f"**{counted(len({*authorities} - {UNNAMED}), 'authority relies', 'authorities rely')} on "
        f"{counted(len(sections), 'section')}.** The colour is the share of the authority's requests; "
        f"a dashed cell stands on fewer than {SMALL_BASE} requests, so only its count is shown.",
        charts.heatmap(drawn, [cited_as(section) for section in leading], _UNITS[unit]),
        [_authority_cells(row) for row in rows],
        key="authorities",
        note=_left_out(len(authorities) - _MOST_AUTHORITIES, "authority", "authorities"),
    )


def _authority_cells(row: Row) -> Cells:
    return {
        "Authority": plain(row["authority"], 60),
        "Section": plain(section_label(row["section"])),
        "Relied on in": linked(row["shown"], row["link"]),
    }


def _left_out(number: int, one: str, many: str) -> str:
    return f"{counted(number, f'more {one}', f'more {many}')} in the table only." if number > 0 else ""
