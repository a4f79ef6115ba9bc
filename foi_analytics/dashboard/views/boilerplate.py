"""Whose words these are: paragraphs that return in letter after letter."""

import streamlit as st

from ... import highlight
from ...naming import counted
from .. import charts, queries
from ..figures import Cells, day, figure, linked, scope, table
from ..filters import Filters, letter_link
from ..tables import Row, Rows, Tables
from ..wording import plain

__all__ = ["TITLE", "show"]

TITLE = "Boilerplate"
_MOST = 25
_MOST_AUTHORITIES = 20
_MOST_MEMBERS = 25
_KINDS = {"house_template": "House template", "shared_wording": "Shared wording"}
_TIERS = {"exact": "the same but for names, dates and references", "near": "some of them edited copies"}


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("Words used again")
    st.caption(scope(filters, queries.totals(tables, filters)))
    families = queries.families(tables, filters, _MOST)
    if not families:
        st.info("No paragraph of these letters stands in another letter of the corpus.")
        return
    _show_ranking(families, filters)
    _show_family(tables, filters, families)


def _show_ranking(families: Rows, filters: Filters) -> None:
    st.subheader("The most repeated paragraphs")
    shared = sum(family["kind"] == "shared_wording" for family in families)
    st.markdown(
        f"**The paragraph that fills most space stands in {counted(families[0]['letters'], 'letter')}.** "
        f"Of the {counted(len(families), 'paragraph')} below, {shared:,} travelled between authorities "
        "(“shared wording”); the rest belong to one (“house template”)."
    )
    table(
        [_family_cells(rank, family, filters) for rank, family in enumerate(families, start=1)],
        alt="Families of repeated paragraphs, most repeated words first",
    )
    if len(families) == _MOST:
        st.caption(f"The {_MOST} families that repeat most words; all are in the table `families` of the corpus.")


def _family_cells(rank: int, family: Row, filters: Filters) -> Cells:
    first, last = day(family["first"]), day(family["last"])
    whose = _KINDS[family["kind"]]
    if family["authorities"] > 1:
        whose += f" of {counted(family['authorities'], 'authority', 'authorities')}"
    return {
        "": f"{rank}",
        "Paragraph": plain(family["canonical"], 170),
        "Letters": linked(family["letters"], filters.letters_link(family=family["family_id"])),
        "Use": f"{whose}, {counted(family['words'], 'word')}, {first if first == last else f'{first} to {last}'}",
    }


def _show_family(tables: Tables, filters: Filters, families: Rows) -> None:
    st.subheader("One paragraph and where it stands")
    by_id = {family["family_id"]: family for family in families}
    names = {f["family_id"]: f"{rank}. {plain(f['canonical'], 80)}" for rank, f in enumerate(families, start=1)}
    chosen = st.selectbox("Paragraph", list(by_id), format_func=names.__getitem__, key="paragraph", required=True)
    if chosen is None:
        return
    family, filters = by_id[chosen], filters.narrow(family=chosen)
    with st.container(border=True):
        st.html(highlight.to_html(family["canonical"], []))
    st.caption(
        f"{_KINDS[family['kind']]}, {_TIERS[family['tier']]}; {counted(family['words'], 'word')}, "
        f"{counted(family['passages'], 'passage')} in {counted(family['letters'], 'letter')}"
    )
    _show_authorities(queries.letters_by_authority(tables, filters), filters)
    _show_members(queries.members(tables, filters, _MOST_MEMBERS), family, filters)


def _show_authorities(rows: Rows, filters: Filters) -> None:
    rows = [row | {"link": filters.letters_link(authority=(row["authority"],))} for row in rows]
    most = rows[0]
    figure(
        f"**{plain(most['authority'], 60)} uses it most: in {counted(most['letters'], 'letter')}.**",
        charts.letter_bars(list(map(_drawn, rows[:_MOST_AUTHORITIES])), "Authority", "Letters"),
        [{"Authority": plain(r["authority"], 60), "Letters": linked(r["letters"], r["link"])} for r in rows],
        key="family",
    )


def _drawn(row: Row) -> Row:
    return row | {"label": row["authority"], "shown": counted(row["letters"], "letter")}


def _show_members(members: Rows, family: Row, filters: Filters) -> None:
    table([_member_cells(member) for member in members], alt="Where the paragraph stands, oldest first")
    if family["passages"] > len(members):
        everywhere = linked(f"all {family['letters']:,} letters", filters.letters_link())
        st.caption(f"The oldest {len(members):,} of {family['passages']:,} passages; {everywhere}.")


def _member_cells(member: Row) -> Cells:
    place = letter_link(member["letter_id"], member["start"], member["end"])
    return {
        "Letter": linked(plain(member["title"] or member["letter_id"], 80), place),
        "Date": day(member["date"]),
        "Authority": plain(member["authority"], 60),
        "Its words": plain(member["quote"], 120),
    }
