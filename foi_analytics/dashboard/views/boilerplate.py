"""Whose words these are: paragraphs that return in letter after letter."""

import datetime as dt

import streamlit as st

from ... import highlight
from ...boilerplate.differences import differences, interleaved
from ...naming import SMALL_BASE, SUBJECT_LABELS, cited_as, counted, section_label
from .. import charts, queries
from ..figures import Cells, day, figure, linked, scope, table
from ..filters import Filters, letter_link
from ..tables import Row, Rows, Tables, whose
from ..wording import plain, spoken

__all__ = ["TITLE", "show"]

TITLE = "Boilerplate"
_MOST = 25
_MOST_AUTHORITIES = 20
_MOST_MEMBERS = 25
_MOST_SECTIONS = 12
_MOST_WORDINGS = 100
_LONGEST_PASTED = 20_000
_KINDS = {"house_template": "House template", "shared_wording": "Shared wording"}
_TIERS = {"exact": "the same but for names, dates and references", "near": "some of them edited copies"}
_LEGEND = (
    "Struck through and marked “removed”: only in the first wording. Marked “added”: only here. "
    "Marked with what it is, such as “name” or “date”: what fills a gap of the template."
)


def show(tables: Tables, filters: Filters) -> None:
    """Draw the page."""
    st.title("Words used again")
    st.caption(scope(filters, queries.totals(tables, filters)))
    families = queries.families(tables, filters, _MOST)
    if families:
        _show_reasons(queries.repeated_reasons(tables, filters, _MOST_SECTIONS), filters)
        _show_ranking(families, filters)
        _show_family(tables, filters, families)
    else:
        st.info("No paragraph of these letters stands in another letter of the corpus.")
    _show_whose(tables)


def _show_reasons(rows: Rows, filters: Filters) -> None:
    if not rows:
        return
    st.subheader("How much of the reasoning is repeated")
    finding = (
        "**Of the words that rely on a section or argue for it, the share that stands in paragraphs which other "
        "letters repeat;** and the same of the words that weigh the public interest."
    )
    st.markdown(finding)
    table([_reason_cells(row, filters) for row in rows], alt=finding)
    st.caption(f"No share is given for fewer than {SMALL_BASE} letters: one of them could make it.")


def _reason_cells(row: Row, filters: Filters) -> Cells:
    return {
        "Section": plain(section_label(row["section"])),
        "Letters": linked(row["letters"], filters.letters_link(section=(row["section"],))),
        "Repeated": _percent(row["share"], row["letters"]),
        "Repeated in public interest tests": _percent(row["tested"], row["tests"]),
    }


def _percent(part: float | None, letters: int) -> str:
    return "–" if part is None or letters < SMALL_BASE else f"{part:.0%}"


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
    # The entries of a selectbox are no Markdown.
    names = {f["family_id"]: f"{rank}. {spoken(plain(f['canonical'], 80))}" for rank, f in enumerate(families, start=1)}
    chosen = st.selectbox("Paragraph", list(by_id), format_func=names.__getitem__, key="paragraph", required=True)
    if chosen is None:
        return
    family, filters = by_id[chosen], filters.narrow(family=chosen)
    with st.container(border=True):
        st.html(highlight.to_html(family["canonical"], [], "canonical"))
    st.caption(_described(family))
    _show_first(queries.first_use(tables, family["first_letter"]))
    _show_quarters(queries.letters_by_quarter(tables, filters), filters)
    _show_authorities(queries.letters_by_authority(tables, filters), filters)
    _show_members(queries.members(tables, filters, _MOST_MEMBERS), family, filters)
    _show_difference(queries.wordings(tables, filters, _MOST_WORDINGS), family)


def _described(family: Row) -> str:
    facts = [
        f"{_KINDS[family['kind']]}, {_TIERS[family['tier']]}",
        f"{counted(family['words'], 'word')}, {counted(family['passages'], 'passage')} in "
        f"{counted(family['letters'], 'letter')}",
        f"{counted(family['wordings'], 'way')} of writing it in the corpus",
        f"what it is: {SUBJECT_LABELS[family['subject']]}" if family["subject"] != "other" else "",
        f"provisions: {plain(', '.join(map(cited_as, family['provisions'])))}" if family["provisions"] else "",
    ]
    return "; ".join(filter(None, facts))


def _show_first(letters: Rows) -> None:
    for letter in letters:
        named = linked(plain(letter["title"] or letter["letter_id"], 80), letter_link(letter["letter_id"]))
        when = f"on {day(letter['date'])}" if letter["date"] else "in a letter without a date"
        st.markdown(f"**First seen {when}, by {plain(letter['authority'], 60)}:** {named}")


def _show_quarters(rows: Rows, filters: Filters) -> None:
    if not rows:
        return
    rows = [row | {"link": _quarter_link(row, filters)} for row in rows]
    most = max(rows, key=lambda row: row["letters"])
    figure(
        f"**Used most in {_quarter(most)}: in {counted(most['letters'], 'letter')}.**",
        charts.letters_by_quarter(rows),
        [{"Quarter": _quarter(row), "Letters": linked(row["letters"], row["link"])} for row in rows],
        key="quarters",
        note="Letters without a date are not shown.",
    )


def _quarter(row: Row) -> str:
    return f"Q{(row['quarter'].month + 2) // 3} {row['quarter'].year}"


def _quarter_link(row: Row, filters: Filters) -> str:
    since, until = filters.since or dt.date.min, filters.until or dt.date.max
    return filters.letters_link(since=max(row["quarter"], since), until=min(row["until"], until))


def _show_difference(wordings: Rows, family: Row) -> None:
    st.markdown("**What a copy changes**")
    chosen = st.selectbox(
        "Copy, the most edited first",
        range(len(wordings)),
        format_func=lambda n: _wording_name(wordings[n]),
        key=f"copy-{family['family_id']}",
    )
    if chosen is not None:
        _show_pieces(family["canonical"], wordings[chosen]["quote"], "copy")


def _wording_name(row: Row) -> str:
    times = f" and {row['passages'] - 1:,} more" if row["passages"] > 1 else ""
    return f"{_alike(row)}: {day(row['date'])}, {spoken(plain(row['authority'], 60))}{times}"


def _show_pieces(one: str, other: str, anchor: str) -> None:
    with st.container(border=True):
        st.html(highlight.to_html(*interleaved(one, other, differences(one, other)), anchor))
    st.caption(_LEGEND)


def _alike(row: Row) -> str:
    """How alike a copy is; rounded down, for only the same words are wholly alike."""
    return "the same" if row["tier"] == "exact" else f"{int(100 * row['similarity'])}% alike"


def _show_whose(tables: Tables) -> None:
    st.subheader("Who else uses this paragraph?")
    text = st.text_area("A paragraph, or a whole letter", key="pasted", max_chars=_LONGEST_PASTED, height=160)
    st.caption("It is compared with every paragraph that two letters of the corpus have, whatever the filters.")
    if not text or not text.strip():
        return
    found = whose(tables, text)
    if not found:
        st.info("No paragraph of this text is like one that two letters of the corpus have.")
        return
    table([_whose_cells(row) for row in found], alt="The nearest paragraphs, what explains most of the text first")
    st.markdown("**Against the first of these**")
    _show_pieces(found[0]["canonical"], text[found[0]["start"] : found[0]["end"]], "pasted")


def _whose_cells(row: Row) -> Cells:
    where = Filters(family=row["family_id"])
    return {
        "Alike": _alike(row) + (", but says otherwise" if row["otherwise"] else ""),
        "Paragraph": plain(row["canonical"], 170),
        "Letters": linked(row["letters"], where.letters_link()),
        "Authorities": f"{row['authorities']:,}",
        "First used": f"{day(row['first_date'])} {plain(row['first_authority'], 60)}",
    }


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
        "Alike": _alike(member),
        "Its words": plain(member["quote"], 120),
    }
