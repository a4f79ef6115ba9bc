"""What each citation does in its letter: relied on, merely mentioned, rejected, quoted …

Rules only: what stands in a quotation or under the small print, lists and headings that open
the reasons, and the wording of the sentence.  Every decision names its rule in `made_by`.
"""

import datetime as dt
from dataclasses import dataclass, replace

from ..anatomy import Anatomy, sentence_around
from ..records import Citation
from ..regimes import provision, section_of
from . import cues
from .find import Found, find

__all__ = ["read_citations"]

_DECIDING = {"response", "internal_review"}
_SMALL_PRINT = {"rights", "signature", "footer"}
_HEADING_LIMIT = 140
_PROCEDURAL_ROLES = {"duty", "notice", "right", "certificate", "definition"}


@dataclass(frozen=True, slots=True)
class _Context:
    """A citation among its neighbours: flattened words of its sentence before and after it."""

    found: Found
    part: str
    before: str
    after: str
    line_opening: bool
    line: str
    listed: bool

    @property
    def sentence(self) -> str:
        return f"{self.before} {self.found.quote} {self.after}"


def read_citations(
    anatomy: Anatomy, letter_id: str, kind: str, *, date: dt.date | None = None, authority: str | None = None
) -> tuple[Citation, ...]:
    """Find the citations of a letter and decide the role of each.

    Args:
        anatomy: The letter taken apart.
        letter_id: Goes into the records.
        kind: The kind of letter; only a response or a review relies on anything.
        date: Day of the letter, for the text of the law in force.
        authority: Who wrote it, for the nation whose law it cites.

    Returns:
        One record per citation, in the order of the text.
    """
    found = find(anatomy.text, date=date, authority=authority)
    contexts = _contexts(anatomy, found)
    citations = [_citation(c, letter_id, *_role(c, kind)) for c in contexts]
    if kind in _DECIDING:
        citations = _promote_explained(citations, contexts)
    return tuple(citations)


def _citation(context: _Context, letter_id: str, role: str, rule: str, score: float) -> Citation:
    f = context.found
    made_by = f"rule:citations/{rule}@1"
    return Citation(letter_id, f.start, f.end, f.quote, round(score * f.score, 3), made_by, f.provisions, role, f.flags)


# Context -----------------------------------------------------------------------------------


def _contexts(anatomy: Anatomy, found: tuple[Found, ...]) -> list[_Context]:
    contexts: list[_Context] = []
    listing = _ListState()
    for f in found:
        start, end = anatomy.sentences[sentence_around(anatomy.sentences, f.start)] if anatomy.sentences else (0, 0)
        line = anatomy.line_at(f.start)
        lead = anatomy.text[line.start : f.start].strip(" \t\n•-–*·[(“\"'")
        opening = f.start - line.body < 3 or not lead or cues.STAMP.fullmatch(lead) is not None
        contexts.append(
            _Context(
                found=f,
                part=anatomy.kind_at(f.start) if f.start < anatomy.own_end else "quoted_mail",
                before=" ".join(anatomy.text[min(start, f.start) : f.start].split()),
                after=" ".join(anatomy.text[f.end : max(end, f.end)].split()),
                line_opening=opening,
                line=" ".join(anatomy.text[line.start : line.end].split()),
                listed=listing.covers(anatomy, f, opening),
            )
        )
    return contexts


class _ListState:
    """Whether a citation stands in the run of lines that a list introduction opened."""

    def __init__(self) -> None:
        self._last_line_end = -1

    def covers(self, anatomy: Anatomy, f: Found, opening: bool) -> bool:
        if not opening:
            return False
        position = next(i for i, x in enumerate(anatomy.lines) if x.end >= f.start)
        above = anatomy.lines[position - 1] if position else None
        if above is None:
            return False
        introduced = cues.LIST_INTRO.search(" ".join(anatomy.text[above.start : above.end].split()))
        if introduced or above.end == self._last_line_end:
            self._last_line_end = anatomy.lines[position].end
            return True
        return False


# Roles -------------------------------------------------------------------------------------


def _role(c: _Context, kind: str) -> tuple[str, str, float]:
    """Role, rule and score of one citation."""
    if c.found.other_law:
        return "other_law", "other-law", 0.97
    if c.part == "quoted_mail":
        return "quoted", "quoted-mail", 0.97
    if not _can_refuse(c.found):
        return "procedural", "procedural-provision", 0.95
    if c.part in _SMALL_PRINT:
        return "procedural" if c.part == "rights" else "mentioned", "small-print", 0.8
    role, rule, score = _worded_role(c)
    if kind not in _DECIDING and role in ("applied", "ncnd"):
        return "mentioned", f"{kind}-decides-nothing", 0.85
    if kind == "internal_review" and role in ("applied", "ncnd") and _is_retold(c):
        return "mentioned", "first-decision-retold", 0.8
    return role, rule, score


def _worded_role(c: _Context) -> tuple[str, str, float]:
    sentence = c.sentence
    if cues.STATISTICS.search(sentence) and not cues.STRONG.search(sentence):
        return "mentioned", "statistics-about-requests", 0.8
    if cues.QUOTED.search(sentence) and not cues.STRONG.search(c.after):
        return "quoted", "someone-else-says", 0.8
    if c.part == "request" and not cues.STRONG.search(sentence):
        return "quoted", "request-retold", 0.85
    ncnd = _is_ncnd(c)
    relied = "ncnd" if ncnd else "applied"
    if _is_rejected(c):
        return "rejected", "rejected-wording", 0.85
    if c.listed or _is_heading(c):
        return relied, "list-intro" if c.listed else "heading", 0.95
    described = cues.GENERAL_BEFORE.search(c.before) and not cues.MET.match(c.after)
    if described or cues.GENERAL_AFTER.match(c.after):
        return "mentioned", "general-description", 0.85
    if cues.HYPOTHETICAL.search(sentence) and not ncnd and not _asserted(c):
        return "rejected", "hypothetical", 0.8
    if (cues.STRONG.search(sentence) or cues.PURPOSES.search(c.before)) and not _conditional(sentence):
        return relied, "relied-on-wording", 0.93
    if ncnd and _has_ncnd_provision(c.found):
        return "ncnd", "ncnd-provision", 0.8
    return "mentioned", "no-cue", 0.6


def _conditional(sentence: str) -> bool:
    return sentence.lower().startswith(("in order", "where ", "for ", "if ", "when "))


def _asserted(c: _Context) -> bool:
    """A hypothetical word elsewhere in a sentence that plainly applies this citation."""
    return bool(cues.STRONG.search(c.before) or cues.STRONG.match(c.after))


def _is_rejected(c: _Context) -> bool:
    return bool(cues.REJECTED.search(c.before[-160:] + " § " + c.after[:160]))


def _is_heading(c: _Context) -> bool:
    """A line that opens with the citation and names the ground, or is a redaction stamp."""
    if not c.line_opening:
        return False
    rest = c.line.split(c.found.quote.split("\n")[-1], 1)[-1] if len(c.line) < _HEADING_LIMIT else c.after
    if len(c.line) <= _HEADING_LIMIT and not cues.HEADING_VERB.search(c.line):
        return True
    return rest.lstrip().startswith(("-", "–", "—", ":")) and not cues.GENERAL_AFTER.match(c.after)


def _is_retold(c: _Context) -> bool:
    return bool(cues.RETOLD.search(c.sentence)) and not cues.UPHOLDS.search(c.sentence)


def _is_ncnd(c: _Context) -> bool:
    return _has_ncnd_provision(c.found) or bool(cues.NCND_CONTEXT.search(c.sentence))


def _has_ncnd_provision(found: Found) -> bool:
    rows = [provision(p) for p in found.provisions]
    return any(row is not None and row.role == "ncnd" for row in rows)


def _can_refuse(found: Found) -> bool:
    """Whether anything cited can be a ground; duties, notices, rights and definitions cannot."""
    rows = [provision(p) for p in found.provisions]
    return not rows or any(row is None or row.role not in _PROCEDURAL_ROLES for row in rows)


def _promote_explained(citations: list[Citation], contexts: list[_Context]) -> list[Citation]:
    """A ground that is only explained, in a letter that relies on nothing else, is its ground.

    "A sentence that both explains and applies is applied": the explanation is then the
    letter's only statement of reliance.
    """
    if any(c.role in ("applied", "ncnd") and not _is_condition_only(c) for c in citations):
        return citations
    rejected = {section_of(p) for c in citations if c.role == "rejected" for p in c.provisions}
    promoted = list(citations)
    for i, (citation, context) in enumerate(zip(citations, contexts, strict=True)):
        weak = citation.role == "mentioned" and citation.made_by.endswith(("general-description@1", "no-cue@1"))
        sections = {section_of(p) for p in citation.provisions}
        if weak and not sections & rejected and context.part not in _SMALL_PRINT:
            role = "ncnd" if _is_ncnd(context) else "applied"
            promoted[i] = replace(citation, role=role, score=0.6, made_by="rule:citations/only-statement@1")
            rejected |= sections
    return promoted


def _is_condition_only(citation: Citation) -> bool:
    rows = [provision(p) for p in citation.provisions]
    return all(row is not None and row.role == "limb" for row in rows)
