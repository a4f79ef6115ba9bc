"""What must hold of the labels of a letter before anything is measured with them."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..records import LETTER_KINDS, OUTCOMES, QUESTION_OUTCOMES, RELIED_ON, ROLES
from ..regimes import ancestors, provision, regimes
from .marks import Mark

__all__ = ["SPLITS", "Draft", "faults_of"]

SPLITS = ("train", "validation", "test")

_PIT = ("complete", "one_sided", "asserted_only", "absent", "na")
_PREJUDICE = ("would", "likely", "unspecified")
_CHOICES = {"split": SPLITS, "kind": LETTER_KINDS, "outcome": OUTCOMES, "pit": _PIT}
_TYPES: dict[str, type] = {
    **dict.fromkeys(("id", "authority", "authority_type", *_CHOICES), str),
    **dict.fromkeys(("regimes", "prejudice", "exemptions"), list),
    "ncnd": bool,
}
_OTHER_LAW = re.compile(r"[a-z0-9_]+:[\w.()]+")
_OTHER_LAW_REGIMES = ("dpa2018", "ukgdpr")
# Named with a ground but no ground themselves: conditions, limbs and notices.
_NO_GROUND = re.compile(
    r"foia2000:(?:40\((?:3|3A|3B|4|4A|6|7)\)|31\(2\)|12\(4\)|2\(|17|36\(2\)$)|"
    r"foisa2002:(?:35\(2\)|38\((?:2|2A|2B|3|3A|5|5A)\)|17|16|2\()|"
    r"eir2004:(?:12\((?:1|2)\)|13\((?:2|2A|2B|3|3A|4)\)|14)|eisr2004:(?:10\((?:1|2)\)|11\((?:3|3A|3B|4|4A)\)|13)"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file taken apart: front matter, the two texts without marks, and their marks."""

    front: dict[str, Any]
    text: str
    request: str | None
    text_marks: list[Mark]
    request_marks: list[Mark]


def faults_of(draft: Draft) -> list[tuple[int, str]]:
    """Everything wrong with the labels of a letter, as (line of the file, what is wrong)."""
    front = draft.front
    wrong_fields = list(_field_faults(front))
    if wrong_fields:
        return [(2, what) for what in wrong_fields]
    marks = draft.text_marks + draft.request_marks
    faults = [fault for m in draft.text_marks if m.kind == "c" for fault in _citation_faults(m)]
    faults += [(m.line, "citations are marked in the letter only") for m in draft.request_marks if m.kind in ("c", "a")]
    faults += [(m.line, "the mark holds no words") for m in marks if m.kind != "end" and m.start == m.end]
    faults += [(2, what) for what in _ground_faults(front, draft.text_marks)]
    faults += [(2, what) for what in _question_faults(front, marks)]
    return faults


def _field_faults(front: dict[str, Any]) -> Iterator[str]:
    for key, wanted in _TYPES.items():
        if not isinstance(front.get(key), wanted):
            yield f"{key} must be given, as a {wanted.__name__}"
        elif key in _CHOICES and front[key] not in _CHOICES[key]:
            yield f"{key} {front[key]!r} is not one of {', '.join(_CHOICES[key])}"
    if not isinstance(front.get("date", dt.date.min), dt.date):
        yield "date must be a TOML date, as in 2024-03-11"
    known = {*_TYPES, "date", "inferred_exemptions", "missing", "notes", "questions"}
    yield from (f"there is no field {key!r}" for key in front.keys() - known)
    yield from _unknown("regime", front.get("regimes", []), {*regimes(), "none"})
    yield from _unknown("prejudice", front.get("prejudice", []), _PREJUDICE)
    yield from _duty_faults(front.get("missing", []))
    for question in front.get("questions", []):
        if not isinstance(question, dict) or question.keys() != {"number", "outcome", "exemptions"}:
            yield f"a question has number, outcome and exemptions, not {question!r}"
        else:
            yield from _unknown("outcome", [question["outcome"]], QUESTION_OUTCOMES)


def _duty_faults(missing: Any) -> Iterator[str]:
    if not isinstance(missing, list):
        yield "missing must be given as a list"
        return
    for duty in missing:
        # The tables stop short of some paragraphs, as 14(5)(a) of the EIR: one below a known provision will do.
        if not isinstance(duty, str) or not any(provision(each) for each in (duty, *ancestors(duty))):
            yield f"there is no duty {duty!r}"


def _unknown(name: str, values: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    allowed = set(known)
    yield from (f"{name} {v!r} is not one of {', '.join(sorted(allowed))}" for v in values if v not in allowed)


def _citation_faults(mark: Mark) -> Iterator[tuple[int, str]]:
    role, *ids = mark.head
    for name in role.split("/"):
        if name not in ROLES:
            yield mark.line, f"role {name!r} is not one of {', '.join(ROLES)}"
    if not ids:
        yield mark.line, "a citation names at least one provision"
    for each in ids:
        regime_id = each.partition(":")[0]
        foreign = regime_id not in regimes() or regime_id in _OTHER_LAW_REGIMES
        if foreign != (role == "other_law"):
            yield mark.line, f"{each} does not go with role {role}"
        elif not foreign and provision(each) is None:
            yield mark.line, f"{regime_id} has no provision {each!r}"
        elif not _OTHER_LAW.fullmatch(each.replace(" ", "")):
            yield mark.line, f"{each!r} is not slug:number"


def _ground_faults(front: dict[str, Any], marks: list[Mark]) -> Iterator[str]:
    cited = {i for m in marks if m.kind == "c" and m.head[0].split("/")[0] in RELIED_ON for i in m.head[1:]}
    grounds = set(front["exemptions"])
    for each in [*grounds, *front.get("inferred_exemptions", [])]:
        if provision(each) is None:
            yield f"there is no provision {each!r}"
    yield from (f"exemption {e} is not cited with role applied or ncnd" for e in sorted(grounds - cited))
    above = {a for g in grounds for a in ancestors(g)}
    yield from (
        f"{c} is cited as relied on but not in exemptions"
        for c in sorted(cited - grounds - above)
        if not _NO_GROUND.match(c)
    )
    yield from (f"exemption {e} is only the parent of a finer one stated" for e in sorted(grounds & above))
    if any(m.kind == "c" and m.head[0] == "ncnd" for m in marks) and not front["ncnd"]:
        yield "a citation has role ncnd but ncnd is false"


def _question_faults(front: dict[str, Any], marks: list[Mark]) -> Iterator[str]:
    questions = front.get("questions", [])
    if questions and front["kind"] not in ("response", "internal_review"):
        yield f"a letter of kind {front['kind']} lists no questions"
    numbers = {q["number"] for q in questions}
    placed = Counter(m.head for m in marks if m.kind == "q")
    yield from (f"question {n} has {placed[n,]} q marks, wanted one" for n in sorted(numbers) if placed[n,] != 1)
    answered = {number for m in marks if m.kind == "a" for number in m.head}
    stray = {number for head in placed for number in head} | answered
    yield from (f"a mark names question {n}, which the front matter lacks" for n in sorted(stray - numbers))
    if sum(m.kind == "end" for m in marks) > 1:
        yield "⟦end⟧ stands more than once"
    grounds = {*front["exemptions"], *front.get("inferred_exemptions", [])}
    related = grounds | {a for g in grounds for a in ancestors(g)}
    for question in questions:
        for each in question["exemptions"]:
            if each not in related and grounds.isdisjoint(ancestors(each)):
                yield f"question {question['number']} rests on {each}, which is no exemption of the letter"
