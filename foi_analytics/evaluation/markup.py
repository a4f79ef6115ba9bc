"""Labelled letters as people write them, compiled: TOML front matter, then the letter with inline marks."""

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from ..records import Letter
from .labels import Draft, faults_of
from .marks import Mark, MarkupError, strip_marks

__all__ = ["LabelledLetter", "compile_letter"]

_FILE = re.compile(
    r"\+\+\+\n(?P<front>.*?)\n\+\+\+\n(?:=== request\n(?P<request>.*?)\n)?=== text\n(?P<text>.*)", re.DOTALL
)
_LABELS = ("kind", "regimes", "outcome", "ncnd", "pit", "prejudice", "exemptions")


@dataclass(frozen=True, slots=True)
class LabelledLetter:
    """A letter and what a person says about it.

    Attributes:
        letter: What a reader is given.
        row: The labels, with the fields of a reading as `foi read --json` prints it, and
            `authority`, `authority_type`, `split`, `date`, `notes` and `missing` (the duties of a
            refusal notice owed and not met) where known.
    """

    letter: Letter
    row: dict[str, Any]


def compile_letter(source: str, origin: str) -> LabelledLetter:
    """Compile a labelled letter into the letter and its labels with exact offsets.

    Args:
        source: Content of the file.
        origin: Its path, for messages.

    Raises:
        MarkupError: When it does not follow the format or its labels contradict each other;
            the message names every fault with its line.
    """
    draft = _take_apart(source, origin)
    if faults := faults_of(draft):
        raise MarkupError(origin, faults)
    front = draft.front
    letter = Letter(
        front["id"],
        draft.text,
        request=draft.request,
        authority=front["authority"],
        date=front.get("date"),
        source="gold",
        origin=origin,
    )
    return LabelledLetter(letter, _row(draft))


def _take_apart(source: str, origin: str) -> Draft:
    parts = _FILE.fullmatch(source.removesuffix("\n"))
    if parts is None:
        what = "wanted +++, TOML, +++, perhaps a line '=== request' and the request, a line '=== text' and the letter"
        raise MarkupError(origin, [(1, what)])

    def stripped(name: str) -> tuple[str, list[Mark]]:
        return strip_marks(parts[name], source.count("\n", 0, parts.start(name)) + 1)

    try:
        front = tomllib.loads(parts["front"])
        text, text_marks = stripped("text")
        request, request_marks = stripped("request") if parts["request"] is not None else (None, [])
    except tomllib.TOMLDecodeError as error:
        raise MarkupError(origin, [(2, f"front matter is not TOML: {error}")]) from error
    except MarkupError as error:
        raise MarkupError(origin, error.faults) from error
    return Draft(front, text, request, text_marks, request_marks)


def _row(draft: Draft) -> dict[str, Any]:
    front = draft.front
    row = {key: front[key] for key in ("id", "authority", "authority_type", "split")}
    if isinstance(date := front.get("date"), dt.date):
        row["date"] = date.isoformat()
    row |= {key: front[key] for key in _LABELS}
    row["inferred_exemptions"] = front.get("inferred_exemptions", [])
    row["own_text_end"] = next((m.start for m in draft.text_marks if m.kind == "end"), len(draft.text))
    row["citations"] = [_citation(m, draft.text) for m in draft.text_marks if m.kind == "c"]
    row["questions"] = [_question(q, draft) for q in front.get("questions", [])]
    return row | {key: front[key] for key in ("missing", "notes") if key in front}


def _citation(mark: Mark, text: str) -> dict[str, Any]:
    role, _, other_role = mark.head[0].partition("/")
    citation = {
        "start": mark.start,
        "end": mark.end,
        "quote": text[mark.start : mark.end],
        "provisions": list(mark.head[1:]),
        "role": role,
    }
    return citation | ({"alt_role": other_role} if other_role else {})


def _question(question: dict[str, Any], draft: Draft) -> dict[str, Any]:
    places = [(m, "reply", draft.text) for m in draft.text_marks] + [
        (m, "request", draft.request or "") for m in draft.request_marks
    ]
    number = question["number"]
    mark, within, text = next(p for p in places if p[0].kind == "q" and p[0].head == (number,))
    answer = next((m for m in draft.text_marks if m.kind == "a" and number in m.head), None)
    return {
        "number": number,
        "start": mark.start,
        "end": mark.end,
        "in": within,
        "quote": text[mark.start : mark.end],
        "outcome": question["outcome"],
        "exemptions": question["exemptions"],
        "answer": None if answer is None else {"start": answer.start, "end": answer.end},
    }
