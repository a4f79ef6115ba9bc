"""The letters: a list to pick from, and the reader that shows one with everything found in it."""

import streamlit as st

from ...naming import (
    KINDS,
    OUTCOME_LABELS,
    PIT_LABELS,
    STATUS_LABELS,
    TIMELINESS_LABELS,
    cited_as,
    counted,
)
from ...reasoning import duty_words
from .. import queries
from ..figures import letters_table, scope
from ..filters import LACKS, Filters
from ..letter import show_letter
from ..tables import Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Letters"
_ON_A_PAGE = 25
_USES = {
    "relied": "relying on the exemption",
    "concluded": "relying on the exemption without citing it",
    "mentioned": "only mentioning the exemption",
}


def show(tables: Tables, filters: Filters) -> None:
    """Draw the letter the address names, or the list of letters when it names none."""
    address = st.query_params
    letter_id = address.get("letter")
    if letter_id is None:
        narrowed = filters.narrow_by_address({name: address.get_all(name) for name in address})
        _show_list(tables, narrowed)
    else:
        show_letter(tables, letter_id, _offset(address.get("start")), _offset(address.get("end")))


def _offset(value: str | None) -> int | None:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 12 else None


def _show_list(tables: Tables, filters: Filters) -> None:
    totals = queries.totals(tables, filters)
    st.title("Letters")
    st.caption(scope(filters, totals))
    said = _conditions(filters)
    if said:
        st.markdown(f"**{counted(totals['letters'], 'letter')} {said}.**")
    pages = -(-totals["letters"] // _ON_A_PAGE)
    if not pages:
        st.info("No letter meets these conditions. Take a filter away on the left.")
        return
    place = st.container()
    page = st.pagination(pages, key="letters_page") if pages > 1 else 1
    with place:
        letters_table(queries.letters(tables, filters, (page - 1) * _ON_A_PAGE, _ON_A_PAGE))


def _conditions(filters: Filters) -> str:
    """The conditions that only the address can set, in words."""
    said = []
    if filters.words:
        said.append(f"holding the words “{plain(filters.words, 100)}”")
    if filters.kind:
        said.append(f"of the kind “{KINDS.get(filters.kind, plain(filters.kind)).lower()}”")
    if filters.use:
        said.append(_USES.get(filters.use, plain(filters.use)))
    if filters.role:
        said.append(f"citing the exemption as {plain(' or '.join(filters.role))}")
    if filters.asked:
        labels = " or ".join(OUTCOME_LABELS.get(o, plain(o)).lower() for o in filters.asked)
        said.append(f"with a question that was: {labels}")
    if filters.family:
        said.append("containing the repeated paragraph")
    if filters.lack:
        said.append(f"with this gap: {LACKS.get(filters.lack, plain(filters.lack)).lower()}")
    if filters.pit:
        said.append(f"with a public interest test {plain(PIT_LABELS[filters.pit])}")
    if filters.owes:
        said.append(f"owing a notice that {_duty(filters.owes)}")
    if filters.missing:
        said.append(f"owing a notice that {_duty(filters.missing)}, where that is missing")
    if filters.status:
        said.append(f"of cases with the status “{STATUS_LABELS[filters.status].lower()}”")
    if filters.timeliness:
        said.append(f"of cases decided “{TIMELINESS_LABELS[filters.timeliness].lower()}”")
    return ", ".join(said)


def _duty(duty_id: str) -> str:
    return plain(f"{duty_words(duty_id)} ({cited_as(duty_id)})")
