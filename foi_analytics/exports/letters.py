"""Letters as a report shows them: their words with what was found marked, and every finding with its rule."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..highlight import Mark, to_html
from ..naming import GROUP_OF, GROUPS, KINDS, OUTCOME_LABELS, cited_as, counted
from ..records import Question, Reading

__all__ = ["LetterView", "colour_of", "legend", "letter_views", "span_href"]

_OUTSIDE = ("furniture", "quoted_mail", "footer")
_LEGEND = {
    "applied": "a provision relied on to withhold or refuse",
    "ncnd": "relied on to neither confirm nor deny",
    "mentioned": "named, not relied on",
    "rejected": "considered and not applied",
    "procedural": "a duty, a notice or a right of appeal",
    "quoted": "in the requester's or somebody else's words",
    "other_law": "another Act",
    "question": "one ask, with what happened to it",
    "boilerplate": "a paragraph that other letters repeat",
    "furniture": "page furniture, quoted mail or footer: not counted",
}


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter of a report; `anchor` is the id of its element."""

    anchor: str
    text: str
    title: str
    authority: str
    date: dt.date | None
    origin: str
    licence: str
    kind: str
    outcome: str
    colour: str
    grounds: tuple[str, ...]
    questions: tuple[dict[str, str], ...]
    findings: tuple[dict[str, str], ...]
    body: Markup

    def href(self, start: int | None, end: int | None) -> str:
        """Where the letter is in the file, or a span of it when that is marked."""
        return span_href(self.body, self.anchor, start, end)


def letter_views(readings: Iterable[Reading], families: Sequence[Mapping[str, Any]]) -> dict[str, LetterView]:
    """Letters by id, in the order given.

    Args:
        readings: The letters with what they say.
        families: Rows of `counts.families`, for the marks of repeated paragraphs.
    """
    repeated: dict[str, list[Mark]] = {}
    for row in families:
        shared = f"{counted(row['letters'], 'letter')} of {counted(row['authorities'], 'authority', 'authorities')}"
        for place in row["places"]:
            mark = Mark(place["start"], place["end"], "boilerplate", f"in {row['letters']} letters", f"in {shared}")
            repeated.setdefault(place["letter_id"], []).append(mark)
    return {
        reading.letter.letter_id: _view(f"letter-{number}", reading, repeated.get(reading.letter.letter_id, []))
        for number, reading in enumerate(readings, start=1)
    }


def legend() -> list[tuple[Markup, str]]:
    """Each kind of mark, drawn as in a letter, and what it means."""
    return [(_sample(style, style.replace("_", " ")), meaning) for style, meaning in _LEGEND.items()]


def colour_of(group: str) -> str:
    """The class that gives a group of outcomes its colour in the style sheet.

    >>> colour_of("Partly disclosed")
    'g1'
    """
    return f"g{GROUPS.index(group)}"


def _view(anchor: str, reading: Reading, repeated: list[Mark]) -> LetterView:
    letter = reading.letter
    marks = reading.marks() + repeated + _outside(reading)
    body = Markup(to_html(letter.text, marks, anchor))  # noqa: S704 - escaped by to_html
    relied = dict.fromkeys(cited_as(e.provision) for e in reading.exemptions + reading.inferred_exemptions)
    return LetterView(
        anchor=anchor,
        text=letter.text,
        title=letter.title or letter.origin or letter.letter_id,
        authority=letter.authority or "authority not stated",
        date=letter.date,
        origin=letter.origin or letter.letter_id,
        licence=letter.licence,
        kind=KINDS[reading.kind],
        outcome=OUTCOME_LABELS[reading.outcome],
        colour=colour_of(GROUP_OF[reading.outcome]),
        grounds=tuple(relied),
        questions=tuple(_question(body, anchor, q) for q in reading.questions),
        findings=tuple(_finding(letter.text, mark) for mark in sorted(marks, key=lambda m: (m.start, m.end))),
        body=body,
    )


def _outside(reading: Reading) -> list[Mark]:
    return [
        Mark(part.start, part.end, "furniture", part.kind.replace("_", " "), f"{part.made_by} · {part.score:.2f}")
        for part in reading.parts
        if part.kind in _OUTSIDE
    ]


def _question(body: Markup, anchor: str, question: Question) -> dict[str, str]:
    return {
        "number": question.number,
        "quote": question.quote,
        "href": span_href(body, anchor, question.start, question.end) if question.within == "reply" else "",
        "outcome": OUTCOME_LABELS[question.outcome],
        "colour": colour_of(GROUP_OF[question.outcome]),
        "grounds": ", ".join(map(cited_as, question.exemptions)),
        "answer": question.answer_quote or "",
        "rule": question.outcome_made_by,
    }


def span_href(body: Markup, anchor: str, start: int | None, end: int | None) -> str:
    """The address of a span; of its letter when a shorter mark that begins where it does is drawn instead."""
    span = f"{anchor}-{start}-{end}"
    return f"#{span}" if f'id="{span}"' in body else f"#{anchor}"


def _finding(text: str, mark: Mark) -> dict[str, str]:
    return {"label": mark.label, "quote": text[mark.start : mark.end], "who": mark.title}


def _sample(style: str, words: str) -> Markup:
    return Markup(to_html(words, [Mark(0, len(words), style, "")], f"legend-{style}"))  # noqa: S704 - escaped by to_html
