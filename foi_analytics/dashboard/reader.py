"""One letter: its words with what was found marked in them, and every finding with who says so."""

import dataclasses
from collections.abc import Iterable

import streamlit as st

from .. import highlight
from ..highlight import Mark
from ..naming import KINDS, OUTCOME_LABELS, PIT_LABELS, cited_as, counted
from ..reasoning import duty_source, duty_words
from ..records import Citation, Duty, Exemption, Question, Reading
from ..regimes import regimes
from .figures import Cells, day, linked, table
from .filters import letter_link
from .queries import problems
from .tables import UNNAMED, Tables, open_letter
from .wording import plain

__all__ = ["show_letter"]

_OUTSIDE = ("furniture", "quoted_mail", "footer")
_DOUBTS = {
    "stale": "is cited after its last day",
    "impossible": "is not in the statute",
    "invalid_tail": "goes further than the statute does",
}
_HEIGHT = 720
_SHORT = 1500
_LINKED = "background:#ffe08a;color:#1c1c1c"
_OUTLINED = "outline:3px solid #d97706;outline-offset:2px;scroll-initial-target:nearest"


def show_letter(tables: Tables, letter_id: str, start: int | None, end: int | None) -> None:
    """Draw one letter, the span of the permalink outlined when there is one.

    Args:
        tables: The corpus.
        letter_id: The letter the address names.
        start: First character of the span.
        end: Character after its last.
    """
    reading = open_letter(tables, letter_id)
    if reading is None:
        st.warning(f"This corpus has no letter {plain(letter_id, 80)}.")
        return
    st.title(plain(reading.letter.title or "Letter", 140), anchor=False)
    _show_facts(reading)
    marks = _marks(reading)
    shown = None if start is None or end is None else (start, end)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_text(reading.letter.text, marks, shown)
    with right:
        _show_grounds(reading)
        _show_problems(tables, reading)
    _show_notice(reading)
    _show_questions(reading)
    _show_findings(reading)


def _show_facts(reading: Reading) -> None:
    letter = reading.letter
    facts = [letter.authority or UNNAMED, day(letter.date), KINDS.get(reading.kind, reading.kind)]
    outcome = OUTCOME_LABELS.get(reading.outcome, reading.outcome)
    st.markdown(" · ".join((f"**{plain(outcome)}**", *(plain(fact, 90) for fact in facts))))
    origin = f"From {letter.origin}" if letter.origin else f"Source: {letter.source}"
    st.caption(f"{plain(origin, 160)} · letter {plain(letter.letter_id, 24)}")


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
        if not any((m.start, m.end) == shown for m in marks):
            marks = [*marks, Mark(*shown, "linked", "linked")]
        anchor = _anchor(marks, shown)
        st.html(f"<style>.foi-letter .linked{{{_LINKED}}} .foi-letter #{anchor}{{{_OUTLINED}}}</style>")
        st.markdown(f"[Go to the words this link points to](#{anchor})")
    with st.container(height=_HEIGHT if len(text) > _SHORT else "content", border=True):
        st.html(highlight.to_html(text, marks))
    st.html(highlight.to_html(*_legend(marks), anchor="legend"))


def _anchor(marks: Iterable[Mark], shown: tuple[int, int]) -> str:
    """Id of the element that begins a span: of the marks that start there the shortest is drawn."""
    starting = [m for m in marks if m.start == shown[0]]
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


def _show_grounds(reading: Reading) -> None:
    st.subheader("Grounds", anchor=False)
    grounds = [*reading.exemptions, *reading.inferred_exemptions]
    if not grounds:
        st.markdown("No exemption is relied on.")
    for ground in grounds:
        st.markdown(_ground(ground))
    said = [_handled_under(reading.regimes), f"Public interest test: {PIT_LABELS[reading.pit]}."]
    if reading.prejudice:
        said.append(f"Prejudice claimed: {plain(', '.join(reading.prejudice))}.")
    if reading.some_not_held:
        said.append("Part of what was asked for is said not to be held.")
    st.caption(" ".join(said))


def _handled_under(names: tuple[str, ...]) -> str:
    known = [regimes()[name].short for name in names if name in regimes()]
    return f"Handled under {plain(', '.join(known))}." if known else "No statute is named."


def _ground(ground: Exemption) -> str:
    scope = f", question {plain(', '.join(ground.questions))}" if ground.questions else ""
    how = " (concluded, not cited)" if ground.inferred else ""
    place = letter_link(ground.letter_id, ground.start, ground.end)
    return f"**{linked(plain(cited_as(ground.provision)), place)}**{how}{scope}: “{plain(ground.quote, 160)}”"


def _show_problems(tables: Tables, reading: Reading) -> None:
    reasons = [row["reason"] for row in problems(tables, reading.letter.letter_id)]
    doubts = [f"“{c.quote}” {_DOUBTS[flag]}" for c in reading.citations for flag in c.flags if flag in _DOUBTS]
    said = list(dict.fromkeys((*reasons, *doubts)))
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


def _show_notice(reading: Reading) -> None:
    if not reading.duties:
        return
    st.subheader("Refusal notice", anchor=False)
    found = sum(duty.met for duty in reading.duties)
    said = f"{found} of {counted(len(reading.duties), 'duty', 'duties')} met"
    st.markdown(f"**{said}.** It says what the letter has, and not whether the refusal was lawful.")
    table([_duty_cells(duty) for duty in reading.duties], alt=f"Duties of the refusal notice: {said}")


def _duty_cells(duty: Duty) -> Cells:
    return {
        "The notice": plain(duty_words(duty.duty)),
        "For": plain(", ".join(map(cited_as, duty.concerns))) or "–",
        "In the letter": "met" if duty.met else "**missing**",
        "Imposed by": linked(plain(cited_as(duty.duty)), duty_source(duty.duty)),
        "In these words, or owed because of these": linked(
            plain(duty.quote, 160), letter_link(duty.letter_id, duty.start, duty.end)
        ),
    }


def _cited(citation: Citation) -> str:
    assumed = " (Act assumed)" if "statute_assumed" in citation.flags else ""
    return ", ".join(map(cited_as, citation.provisions)) + assumed


def _show_findings(reading: Reading) -> None:
    st.subheader("Every finding, and who says so", anchor=False)
    citations = [(c, c.role.replace("_", " "), _cited(c)) for c in reading.citations]
    questions = [(q, f"question {q.number}", q.outcome.replace("_", " ")) for q in reading.questions]
    parts = [(p, "part", p.kind.replace("_", " ")) for p in reading.parts]
    rows = [
        {
            "What": plain(what),
            "Says": plain(says),
            "Words": linked(plain(f.quote, 90), letter_link(f.letter_id, f.start, f.end))
            if in_reply
            else plain(f.quote, 90),
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
