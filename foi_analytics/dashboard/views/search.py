"""Full text: the letters that hold some words, each opening at them."""

import streamlit as st

from ... import highlight
from ...corpus.search import matches, words_sought
from ...highlight import Mark
from ...naming import KINDS, OUTCOME_LABELS, counted
from .. import queries
from ..figures import day, linked, scope
from ..filters import Filters, letter_link
from ..tables import Row, Tables, excerpts
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Search"
_ON_A_PAGE = 10
_LONGEST = 200
_HOW = (
    "All words must be there, whatever their case. Put words that stand together between double quotes: "
    "“public interest test” or “s.40(2)”. A star stands for any ending: refus\\*. The best matches come first."
)
_FOUND = (
    "<style>.foi-letter mark.found{background:#ffe08a;color:#1c1c1c;font-weight:600;"
    "border-bottom:2px solid #80640a}.foi-letter mark.found::before{content:none}</style>"
)


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("Search the letters")
    words = st.text_input("Words in the letter or its title", key="words", bind="query-params", max_chars=_LONGEST)
    if not words or not words_sought(words):
        st.caption(_HOW)
        st.info("Type a word. The filters on the left hold for the search too.")
        return
    st.caption(f"Searched: {scope(filters, queries.totals(tables, filters))}. {_HOW}")
    filters = filters.narrow(words=words)
    totals = queries.totals(tables, filters)
    if not totals["letters"]:
        st.info("No letter under the filters holds all these words. Take a word or a filter away.")
        return
    listed = linked(counted(totals["letters"], "letter"), filters.letters_link())
    st.markdown(f"**{listed} with “{plain(words, _LONGEST)}”, the best matches first.**")
    _show_hits(tables, filters, totals["letters"])


def _show_hits(tables: Tables, filters: Filters, number: int) -> None:
    place = st.container()
    pages = -(-number // _ON_A_PAGE)
    page = st.pagination(pages, key="hits_page") if pages > 1 else 1
    rows = queries.hits(tables, filters, (page - 1) * _ON_A_PAGE, _ON_A_PAGE)
    found = excerpts(tables, [row["letter_id"] for row in rows], filters.words)
    lines = [" ".join(each["excerpt"].split()) for each in found]
    marked = matches(lines, filters.words)
    with place:
        st.html(_FOUND)
        for rank, (row, where, line, spans) in enumerate(zip(rows, found, lines, marked, strict=True)):
            with st.container(border=True, gap="small"):
                _show_hit(where | row)
                st.html(highlight.to_html(line, [Mark(*span, "found", "") for span in spans], f"hit{rank}"))


def _show_hit(hit: Row) -> None:
    title = plain(hit["title"] or hit["origin"] or hit["letter_id"], 120)
    kind, outcome = KINDS.get(hit["kind"], "not read yet"), OUTCOME_LABELS.get(hit["outcome"], "")
    facts = filter(None, (plain(hit["authority"], 60), day(hit["date"]), kind, outcome))
    st.markdown(f"**{linked(title, letter_link(hit['letter_id'], hit['start'], hit['end']))}**")
    st.caption(" · ".join(facts) + ("" if hit["quote"] else " · found in the title"))
