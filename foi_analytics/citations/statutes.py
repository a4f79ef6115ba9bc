"""Whose section it is: the statute of each citation, found in seven steps.

1. a statute named after the citation or its list, 2. or directly before it; 3. the head
word; 4. which statutes have such a provision; 5. words of its title; 6. the statute the
sentence speaks of; 7. the statute the letter speaks of.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..regimes import regime, regimes
from .depth import Fit, fit, literal
from .document import ACCESS_LAWS, ENVIRONMENT_LAWS, SCOTTISH_LAWS, SECTION_LAWS, Document
from .grammar import Shape
from .names import Name
from .traps import FOI_CUE, has_section, is_trap, known_act

__all__ = ["Claim", "claim_all"]

_REGULATION_HEADS = ("regulation", "exception")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON_WORDS = {"data", "exemption", "from", "have", "information", "public", "section", "that", "their", "this",
                 "under", "which", "with"}  # fmt: skip
_REACH_OF_SECTION = 600
_REACH_OF_NAME = 600


@dataclass(frozen=True, slots=True)
class Claim:
    """The statute of one citation.

    Attributes:
        law: Id of a regime, or slug of another Act.
        step: The step that decided it.
        numbers: The provisions, undated.
        name_end: Where the statute's name after the citation ends; 0 when there is none.
        known: Whether the statute has the sections; true of statutes without a table.
        tail_lost: Whether a bracket the statute does not have was dropped.
    """

    law: str
    step: str
    numbers: tuple[str, ...]
    name_end: int = 0
    known: bool = True
    tail_lost: bool = False


def claim_all(document: Document, shapes: Sequence[Shape]) -> list[Claim | None]:
    """The statute of every citation; None for what only looks like one."""
    claims = _in_order(document, shapes)
    votes = [c.law in SCOTTISH_LAWS for c in claims if c and c.step in ("only-here", "title")]
    if document.silent and not document.scottish and sum(votes) * 2 > len(votes):
        document.scottish = True
        claims = _in_order(document, shapes)
    return _governed_by_last(document, shapes, claims)


def _in_order(document: Document, shapes: Sequence[Shape]) -> list[Claim | None]:
    """Each citation by itself; a bare subsection belongs to the section named before it."""
    acts = {s.tokens[0].value: act for s in shapes if (act := _known_act(document, s))}
    claims: list[Claim | None] = []
    section, section_end = "", 0
    for shape in shapes:
        near = section if shape.start - section_end < _REACH_OF_SECTION else ""
        claim = _claim(document, shape, near, acts)
        claims.append(claim)
        if claim and claim.law not in ACCESS_LAWS and claim.step.startswith("name-"):
            acts.setdefault(shape.tokens[0].value, claim.law)
        elif claim and claim.law in ACCESS_LAWS and claim.numbers:
            section, section_end = claim.numbers[-1].split("(")[0], shape.end
    return claims


def _governed_by_last(document: Document, shapes: Sequence[Shape], claims: list[Claim | None]) -> list[Claim | None]:
    """The statute named at the end of a list of citations governs those before the last, too."""
    for i in range(len(shapes) - 2, -1, -1):
        here, last = claims[i], claims[i + 1]
        if last is None or (here and here.step not in ("letter", "only-here", "antecedent", "title")):
            continue
        governs = last.step in ("name-after", "list") or (
            last.step == "known-act" and has_section(last.law, shapes[i].tokens[0].value)
        )
        if governs and _one_family(shapes[i], shapes[i + 1]) and document.in_one_list(shapes[i], shapes[i + 1]):
            claims[i] = _under(last.law, shapes[i], "list")
    return claims


def _one_family(left: Shape, right: Shape) -> bool:
    heads = {shape.head for shape in (left, right)}
    return len(heads) == 1 or "" in heads or heads <= {"section", "subsection", "exemption"}


def _claim(document: Document, shape: Shape, inherited: str, acts: Mapping[str, str]) -> Claim | None:
    if after := document.name_after(shape):
        return _named(document, shape, after, "name-after", inherited)
    if (before := document.name_before(shape)) and shape.head != "paragraph":
        return _named(document, shape, before, "name-before", inherited)
    if act := _known_act(document, shape):
        return _under(act, shape, "known-act")
    if shape.head == "schedule" or is_trap(document.text, shape, at_home=_is_at_home(document, shape)):
        return None
    other = _other_antecedent(document, shape) or acts.get(shape.tokens[0].value, "")
    if other and not FOI_CUE.search(document.sentence(shape)):
        return _under(other, shape, "antecedent")
    found = _unnamed(document, shape, inherited)
    if other and (found is None or found.tail_lost) and len(shape.tokens[0].value) > 1:
        return _under(other, shape, "antecedent")
    return found


def _is_at_home(document: Document, shape: Shape) -> bool:
    family = ENVIRONMENT_LAWS if shape.head in _REGULATION_HEADS else SECTION_LAWS
    return not document.laws.isdisjoint(family)


def _known_act(document: Document, shape: Shape) -> str:
    """The Act a number is known for, by the words beside it or because no law of access has it."""
    home = document.own(ENVIRONMENT_LAWS if shape.head in _REGULATION_HEADS else SECTION_LAWS)[0]
    return known_act(document.text, shape, elsewhere=not fit(shape.tokens[:1], home).known)


def _named(document: Document, shape: Shape, name: Name, step: str, inherited: str) -> Claim | None:
    """Steps 1 and 2: the statute beside the citation."""
    laws = document.own(name.laws) if len(name.laws) > 1 else name.laws
    end = name.end if step == "name-after" else 0
    if laws[0] not in ACCESS_LAWS:
        return _under(laws[0], shape, step, end)
    if shape.head == "schedule" or (shape.head == "paragraph" and not document.abroad):
        return None
    if (
        not name.explicit
        and (shape.head in _REGULATION_HEADS) != (laws[0] in ENVIRONMENT_LAWS)
        and (other := _unnamed(document, shape, inherited))
    ):
        return other
    if document.settled and not name.explicit:
        laws = laws[:1]
    fits = {law: fit(shape.tokens, law, _parent(shape, law, inherited)) for law in laws}
    law = next((law for law in laws if fits[law].valid), laws[0])
    if not name.explicit and not fits[law].known and (act := _known_act(document, shape)):
        return _under(act, shape, "known-act")
    return _fitted(law, fits[law], shape, step, end)


def _under(law: str, shape: Shape, step: str, name_end: int = 0) -> Claim:
    """A citation of a statute that is given: by its table where there is one, else as written."""
    if law in ACCESS_LAWS:
        return _fitted(law, fit(shape.tokens, law), shape, step, name_end)
    numbers = literal(shape.tokens)
    if shape.head == "schedule":
        numbers = (_schedule(numbers[0]),)
    return Claim(law, step, numbers, name_end)


def _schedule(number: str) -> str:
    """`19(58)` -> `Sch.19para.58`."""
    schedule, *paragraph = re.findall(r"[\w.]+", number)
    return f"Sch.{schedule}" + (f"para.{paragraph[0]}" if paragraph else "")


def _fitted(law: str, best: Fit, shape: Shape, step: str, name_end: int = 0) -> Claim:
    return Claim(law, step, best.numbers if best.known else literal(shape.tokens), name_end, best.known, best.tail_lost)


def _parent(shape: Shape, law: str, inherited: str) -> str:
    """The section that a `subsection (2)` belongs to; empty where the number is a whole one."""
    if shape.head != "subsection":
        return ""
    if not inherited:
        holders = [n for n in _sections(law) if fit(shape.tokens, law, n).valid] if _is_telling(shape) else []
        return holders[0] if len(holders) == 1 else ""
    whole, below = fit(shape.tokens, law), fit(shape.tokens, law, inherited)
    return inherited if shape.tokens[0].bracketed or below.valid or not whole.valid else ""


def _is_telling(shape: Shape) -> bool:
    """Whether inserted subsections such as `3A, 3B and 4A` can belong to one section only."""
    return len(shape.tokens) > 1 and all(re.fullmatch(r"\d[A-Z]", t.value) for t in shape.tokens)


def _sections(law: str) -> list[str]:
    return [number for number in regime(law).provisions if "(" not in number]


def _unnamed(document: Document, shape: Shape, inherited: str) -> Claim | None:
    """Steps 3 to 7: no statute stands beside the citation."""
    if shape.head == "article":
        return _article(document, shape)
    if shape.head == "paragraph" and not document.abroad:
        return None
    if shape.head == "subsection" and shape.tokens[0].bracketed and not inherited:
        return None
    family = ENVIRONMENT_LAWS if shape.head in _REGULATION_HEADS else SECTION_LAWS
    if family is ENVIRONMENT_LAWS and len(shape.tokens) == 1 and not _is_about_access(document, shape):
        return None
    laws = document.own(family)
    if document.settled and family is SECTION_LAWS:
        laws = laws[:1]
    fits = {law: fit(shape.tokens, law, _parent(shape, law, inherited)) for law in laws}
    valid = [law for law in laws if fits[law].valid]
    if other := _regulation_called_section(document, shape, valid, fits):
        return _fitted(other, fit(shape.tokens, other), shape, "title" if valid else "only-here")
    if not valid:
        return _nearly(document, shape, fits)
    law, step = _choose(document, shape, valid, fits)
    if len(valid) == 1 < len(laws):
        step = "only-here"
    return _fitted(law, fits[law], shape, step)


def _nearly(document: Document, shape: Shape, fits: Mapping[str, Fit]) -> Claim | None:
    """No statute has it as written: what the letter's own statute has of it, if it is about access."""
    law = next((law for law in fits if fits[law].known and fits[law].numbers), "")
    if not law or shape.head in ("", "subsection"):
        return None
    deep = len(shape.tokens) > 2 and _is_at_home(document, shape)
    return _fitted(law, fits[law], shape, "letter") if deep or FOI_CUE.search(document.sentence(shape)) else None


def _is_about_access(document: Document, shape: Shape) -> bool:
    """Many laws have regulations; a mere number needs the right company."""
    return not document.laws.isdisjoint(ENVIRONMENT_LAWS) or bool(FOI_CUE.search(document.sentence(shape)))


def _choose(document: Document, shape: Shape, valid: Sequence[str], fits: Mapping[str, Fit]) -> tuple[str, str]:
    """Steps 5 to 7 between statutes that all have the provision."""
    title = document.title(shape)
    scores = {law: _title_score(title, law, fits[law].numbers) for law in valid}
    best = max(valid, key=lambda law: scores[law])
    if sum(score == scores[best] for score in scores.values()) == 1 < len(valid):
        return best, "title"
    for name in document.names_before(shape.start, shape.start - _REACH_OF_NAME):
        if name.explicit and name.laws[0] in valid:
            return name.laws[0], "antecedent"
    return valid[0], "letter"


def _article(document: Document, shape: Shape) -> Claim | None:
    if "eu_1049" in document.laws:
        return _under("eu_1049", shape, "letter")
    if len(shape.tokens) > 1 or document.laws & {"dpa2018", "ukgdpr"}:
        return _under("ukgdpr", shape, "letter")
    return None


def _regulation_called_section(document: Document, shape: Shape, valid: Sequence[str], fits: Mapping[str, Fit]) -> str:
    """The regulations a `section 12(5)(e)` can only mean, or must by its title; empty when none."""
    if shape.head not in ("section", "exemption", "") or len(shape.tokens) < 3 or document.abroad:
        return ""
    other = next((law for law in document.own(ENVIRONMENT_LAWS) if fit(shape.tokens, law).valid), "")
    if not other or not valid:
        return other
    title = document.title(shape)
    there = _title_score(title, other, fit(shape.tokens, other).numbers)
    here = max(_title_score(title, law, fits[law].numbers) for law in valid)
    about_environment = not title and not document.laws.isdisjoint(ENVIRONMENT_LAWS)
    return other if there > here or (about_environment and here == there) else ""


def _title_score(title: str, law: str, numbers: Sequence[str]) -> int:
    """How many words of a title stand in the titles and labels of the provisions."""
    words = {w[:6] for w in _WORD.findall(title.lower()) if w not in _COMMON_WORDS}
    if not words:
        return 0
    rows = [row for number in numbers if (row := regime(law).find(number))]
    known = {w[:6] for row in rows for w in _WORD.findall(f"{row.title} {row.label}".lower())}
    return len(words & known)


def _other_antecedent(document: Document, shape: Shape) -> str:
    """Another Act that the sentence named last before the citation; empty when there is none."""
    if shape.head not in ("section", "regulation"):
        return ""
    name = next(document.names_before(shape.start, document.sentence_start(shape)), None)
    if name is None or name.laws[0] in ACCESS_LAWS or name.laws[0] == "ukgdpr":
        return ""
    law = name.laws[0]
    return law if law not in regimes() or fit(shape.tokens, law).known else ""
