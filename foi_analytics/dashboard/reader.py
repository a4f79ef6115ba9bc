"""One reading: the words of the letter with what was found marked in them, and every finding with who says so."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

import streamlit as st

from .. import highlight
from ..highlight import Mark
from ..naming import KINDS, OUTCOME_LABELS, PIT_LABELS, cited_as, counted
from ..reasoning import duty_source, duty_words
from ..records import Citation, Duty, Exemption, Letter, Question, Reading
from ..regimes import regimes
from .figures import Cells, day, linked, table
from .tables import UNNAMED
from .wording import plain

__all__ = ["Place", "place_in_page", "show_reading"]

Place = Callable[[int, int], str]
"""Gives the address of a span of the letter; an empty one where there is none."""

_OUTSIDE = ("furniture", "quoted_mail", "footer")
_DOUBTS = {
    "stale": "is cited after its last day",
    "impossible": "is not in the statute",
    "invalid_tail": "goes further than the statute does",
}
_WEB = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)")
_IN_ADDRESS = "/:?#@&+,;=%~"
"""What stays as it is in an address; brackets and quotes would end the link, and stars be markup."""
_HEIGHT = 720
_SHORT = 1500
_LINKED = "background:#ffe08a;color:#1c1c1c"
_OUTLINED = "outline:3px solid #d97706;outline-offset:2px;scroll-initial-target:nearest"


def show_reading(
    reading: Reading, place: Place, shown: tuple[int, int] | None = None, problems: Sequence[str] = ()
) -> None:
    """Draw a letter with everything found in it.

    Args:
        reading: What the letter says.
        place: Where the findings lead.
        shown: The span to outline, when there is one.
        problems: What else could not be read, and why.
    """
    _show_facts(reading)
    if shown is not None and not 0 <= shown[0] < shown[1] <= len(reading.letter.text):
        st.warning("This link points to words that the letter does not have.")
        shown = None
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_text(reading.letter.text, _marks(reading), shown)
    with right:
        _show_grounds(reading, place)
        _show_problems(reading, problems)
    _show_notice(reading, place)
    _show_questions(reading)
    _show_findings(reading, place)


def place_in_page(reading: Reading) -> Place:
    """Places for a letter that has no address: the marks drawn in its text."""
    marks = _marks(reading)
    return lambda start, _: f"#{_anchor(marks, start)}" if any(m.start == start for m in marks) else ""


def _show_facts(reading: Reading) -> None:
    letter = reading.letter
    facts = [letter.authority or UNNAMED, day(letter.date), KINDS.get(reading.kind, reading.kind)]
    outcome = OUTCOME_LABELS.get(reading.outcome, reading.outcome)
    st.markdown(" · ".join((f"**{plain(outcome)}**", *(plain(fact, 90) for fact in facts))))
    st.caption(f"{_origin(letter)} · letter {plain(letter.letter_id, 24)}")


def _origin(letter: Letter) -> str:
    """Where the letter was found; a link when that is an address on the web."""
    if letter.origin is None:
        return f"Source: {plain(letter.source, 80)}"
    shown = plain(letter.origin, 160)
    if not _WEB.match(letter.origin):
        return f"From {shown}"
    return f"From {linked(shown, quote(letter.origin, safe=_IN_ADDRESS))}"


def _marks(reading: Reading) -> list[Mark]:
    """What the reading marks, with the answers and what is not the authority's own words under it."""
    under = [
        Mark(p.start, p.end, "furniture", p.kind.replace("_", " "), f"{p.made_by} · {p.score:.2f}")
        for p in reading.parts
        if p.kind in _OUTSIDE
    ]
    answers = [
        Mark(q.answer_start, q.answer_end, "answer", f"answer {q.number}", q.outcome_made_by)
        for q in reading.questions
        if q.answer_start is not None and q.answer_end is not None
    ]
    own = [dataclasses.replace(mark, label=mark.label.replace("_", " ")) for mark in reading.marks()]
    return own + answers + under


def _show_text(text: str, marks: list[Mark], shown: tuple[int, int] | None) -> None:
    if shown is not None:
        # A shorter mark that the span begins in would be drawn in its place.
        marks = [m for m in marks if not m.start < shown[0] < m.end or m.end - m.start > shown[1] - shown[0]]
        if not any((m.start, m.end) == shown for m in marks):
            marks = [*marks, Mark(*shown, "linked", "linked")]
        anchor = _anchor(marks, shown[0])
        st.html(f"<style>.foi-letter .linked{{{_LINKED}}} .foi-letter #{anchor}{{{_OUTLINED}}}</style>")
        st.markdown(f"[Go to the words this link points to](#{anchor})")
    with st.container(height=_HEIGHT if len(text) > _SHORT else "content", border=True):
        st.html(highlight.to_html(text, marks))
    st.html(highlight.to_html(*_legend(marks), anchor="legend"))


def _anchor(marks: Iterable[Mark], start: int) -> str:
    """Id of the element that begins at a place: of the marks that start there the shortest is drawn."""
    starting = [m for m in marks if m.start == start]
    first = min(starting, key=lambda m: m.end)
    return f"span-{first.start}-{first.end}"


def _legend(marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """The styles in use, each drawn as it is drawn in the letter."""
    words, drawn = "", []
    for style in dict.fromkeys(m.style for m in marks):
        word = style.replace("_", " ")
        drawn.append(Mark(len(words), len(words) + len(word), style, ""))
        words += f"{word}   "
    return words, drawn


def _show_grounds(reading: Reading, place: Place) -> None:
    st.subheader("Grounds", anchor=False)
    grounds = [*reading.exemptions, *reading.inferred_exemptions]
    if not grounds:
        st.markdown("No exemption is relied on.")
    for ground in grounds:
        st.markdown(_ground(ground, place))
    said = [_handled_under(reading.regimes), f"Public interest test: {PIT_LABELS[reading.pit]}."]
    if reading.prejudice:
        said.append(f"Prejudice claimed: {plain(', '.join(reading.prejudice))}.")
    if reading.some_not_held:
        said.append("Part of what was asked for is said not to be held.")
    st.caption(" ".join(said))


def _handled_under(names: tuple[str, ...]) -> str:
    known = [regimes()[name].short for name in names if name in regimes()]
    return f"Handled under {plain(', '.join(known))}." if known else "No statute is named."


def _ground(ground: Exemption, place: Place) -> str:
    scope = f", question {plain(', '.join(ground.questions))}" if ground.questions else ""
    how = " (concluded, not cited)" if ground.inferred else ""
    named = linked(plain(cited_as(ground.provision)), place(ground.start, ground.end))
    return f"**{named}**{how}{scope}: “{plain(ground.quote, 160)}”"


def _show_problems(reading: Reading, problems: Sequence[str]) -> None:
    doubts = [f"“{c.quote}” {_DOUBTS[flag]}" for c in reading.citations for flag in c.flags if flag in _DOUBTS]
    said = list(dict.fromkeys((*problems, *doubts)))
    if said:
        st.subheader("Problems", anchor=False)
        st.markdown("\n".join(f"- {plain(reason, 300)}" for reason in said))


def _show_questions(reading: Reading) -> None:
    st.subheader("Questions beside answers", anchor=False)
    if not reading.questions:
        st.markdown("No question was found.")
    for question in reading.questions:
        with st.container(border=True):
            _show_question(question)


def _show_question(question: Question) -> None:
    outcome = OUTCOME_LABELS.get(question.outcome, question.outcome)
    grounds = ", ".join(cited_as(p) for p in question.exemptions)
    st.markdown(f"**{plain(question.number)} · {plain(outcome)}**" + (f" under {plain(grounds)}" if grounds else ""))
    asked, answered = st.columns(2, gap="medium")
    with asked:
        st.html(highlight.to_html(question.quote, []))
    with answered:
        if question.answer_quote is None:
            st.caption("No passage answers it.")
        else:
            st.html(highlight.to_html(question.answer_quote, []))


def _show_notice(reading: Reading, place: Place) -> None:
    if not reading.duties:
        return
    st.subheader("Refusal notice", anchor=False)
    found = sum(duty.met for duty in reading.duties)
    said = f"{found} of {counted(len(reading.duties), 'duty', 'duties')} met"
    st.markdown(f"**{said}.** It says what the letter has, and not whether the refusal was lawful.")
    table([_duty_cells(duty, place) for duty in reading.duties], alt=f"Duties of the refusal notice: {said}")


def _duty_cells(duty: Duty, place: Place) -> Cells:
    return {
        "The notice": plain(duty_words(duty.duty)),
        "For": plain(", ".join(map(cited_as, duty.concerns))) or "–",
        "In the letter": "met" if duty.met else "**missing**",
        "Imposed by": linked(plain(cited_as(duty.duty)), duty_source(duty.duty)),
        "In these words, or owed because of these": linked(plain(duty.quote, 160), place(duty.start, duty.end)),
    }


def _cited(citation: Citation) -> str:
    assumed = " (Act assumed)" if "statute_assumed" in citation.flags else ""
    return ", ".join(map(cited_as, citation.provisions)) + assumed


def _show_findings(reading: Reading, place: Place) -> None:
    st.subheader("Every finding, and who says so", anchor=False)
    citations = [(c, c.role.replace("_", " "), _cited(c)) for c in reading.citations]
    questions = [(q, f"question {q.number}", q.outcome.replace("_", " ")) for q in reading.questions]
    parts = [(p, "part", p.kind.replace("_", " ")) for p in reading.parts]
    rows = [
        {
            "What": plain(what),
            "Says": plain(says),
            "Words": linked(plain(f.quote, 90), place(f.start, f.end) if in_reply else ""),
            "Characters": f"{f.start:,}–{f.end:,}",
            "Score": f"{f.score:.2f}",
            "Rule or model": plain(f.made_by),
        }
        for f, what, says in (*citations, *questions, *parts)
        for in_reply in (getattr(f, "within", "reply") == "reply",)
    ]
    if rows:
        table(rows, alt="Findings with rule or model and score")
    else:
        st.markdown("Nothing was found in this letter.")
