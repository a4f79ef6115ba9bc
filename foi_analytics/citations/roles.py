"""What each citation does in its letter: relied on, merely mentioned, rejected or quoted.

Rules only: what stands in a quotation or under the small print, lists and headings that open
the reasons, and the wording of the sentence.  Every decision names its rule in `made_by`.
"""

import datetime as dt
from dataclasses import dataclass, replace

from ..anatomy import Anatomy, sentence_around
from ..records import RELIED_ON, Citation
from ..regimes import provision, section_of
from . import cues
from .find import Found, find

__all__ = ["read_citations"]

_DECIDING = {"response", "internal_review"}
_SMALL_PRINT = {"rights", "signature", "footer"}
_HEADING_LIMIT = 140
_TITLE_LIMIT = 50
_TALLY_LINES = 3
_QUOTATION = 40
_PROCEDURAL_ROLES = {"duty", "notice", "right"}
_EXPLANATORY_ROLES = {"certificate", "definition"}
_COST_NCND = "foia2000:12(2)"


@dataclass(frozen=True, slots=True)
class _Context:
    """A citation among its neighbours: flattened words of its sentence before and after it."""

    found: Found
    part: str
    before: str
    after: str
    previous: str
    following: str
    line_opening: bool
    line: str
    listed: bool
    tallied: bool
    inside_quotation: bool

    @property
    def sentence(self) -> str:
        return f"{self.before} {self.found.quote} {self.after}"

    @property
    def marked(self) -> str:
        """The sentence with this citation as `§`, so that a pattern can ask for it by place."""
        return f"{self.before} § {self.after}"


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
        citations = _ncnd_headings(citations)
        citations = _promote_explained(citations, contexts, _withholds(anatomy))
    return tuple(citations)


def _citation(context: _Context, letter_id: str, role: str, rule: str, score: float) -> Citation:
    f = context.found
    made_by = f"rule:citations/{rule}@1"
    return Citation(letter_id, f.start, f.end, f.quote, round(score * f.score, 3), made_by, f.provisions, role, f.flags)


# Context -----------------------------------------------------------------------------------


def _contexts(anatomy: Anatomy, found: tuple[Found, ...]) -> list[_Context]:
    listing = _ListState()
    tally = _tally_lines(anatomy, found)
    return [_context(anatomy, f, listing, tally) for f in found]


def _context(anatomy: Anatomy, f: Found, listing: "_ListState", tally: set[int]) -> _Context:
    text, sentences = anatomy.text, anatomy.sentences
    position = sentence_around(sentences, f.start)
    start, end = sentences[position]
    prior = sentences[position - 1] if position else (start, start)
    after = sentences[position + 1] if position + 1 < len(sentences) else (end, end)
    line = anatomy.line_at(f.start)
    lead = text[line.start : f.start].strip(" \t\n•-–*·[(“\"'")
    opening = f.start - line.body < 3 or not lead or cues.STAMP.fullmatch(lead) is not None
    return _Context(
        found=f,
        part=anatomy.kind_at(f.start) if f.start < anatomy.own_end else "quoted_mail",
        before=" ".join(text[min(start, f.start) : f.start].split()),
        after=" ".join(text[f.end : max(end, f.end)].split()),
        previous=" ".join(text[prior[0] : prior[1]].split()),
        following=" ".join(text[after[0] : after[1]].split()),
        line_opening=opening,
        line=" ".join(text[line.start : line.end].split()),
        listed=listing.covers(anatomy, f, opening),
        tallied=line.start in tally,
        inside_quotation=_opens_quotation(text[line.start : f.start]),
    )


def _opens_quotation(lead: str) -> bool:
    """Whether a quotation is open at the end of these words, and is more than a name in quotes."""
    opened = max(lead.rfind("“"), lead.rfind('"') if lead.count('"') % 2 else -1)
    return opened > lead.rfind("”") and len(lead) - opened > _QUOTATION


def _tally_lines(anatomy: Anatomy, found: tuple[Found, ...]) -> set[int]:
    """Lines of a table that counts refusals by section: three or more citations, each with a number after it."""
    lines = {anatomy.line_at(f.start) for f in found}
    counted = {x.start for x in lines if cues.TALLY.search(anatomy.text, x.start, x.end)}
    beside = [anatomy.line_at(f.start).start for f in found if cues.COUNTED.match(anatomy.text[f.end : f.end + 9])]
    if len(beside) >= _TALLY_LINES:
        counted.update(beside)
    return counted if len(counted) + len(beside) >= _TALLY_LINES else set()


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
    if c.part == "request" and not cues.STRONG.search(c.marked):
        return "quoted", "request-retold", 0.85
    by_law = _role_by_law(c)
    if by_law is not None:
        return by_law
    if c.part in _SMALL_PRINT and not cues.IMMEDIATE.search(c.before):
        return "procedural" if c.part == "rights" else "mentioned", "small-print", 0.8
    if c.part in ("annex", "furniture"):
        return "mentioned", f"in-{c.part}", 0.85
    role, rule, score = _worded_role(c)
    if kind not in _DECIDING and (role in RELIED_ON or (kind == "holding" and rule == "hypothetical")):
        return "mentioned", f"{kind}-decides-nothing", 0.85
    if kind == "internal_review" and role in RELIED_ON and _is_retold(c):
        return "mentioned", "first-decision-retold", 0.8
    return role, rule, score


def _role_by_law(c: _Context) -> tuple[str, str, float] | None:
    """Provisions that can never be a ground: duties, notices and rights, or what only explains."""
    rows = [provision(p) for p in c.found.provisions]
    if not rows or any(row is None or row.role not in _PROCEDURAL_ROLES | _EXPLANATORY_ROLES for row in rows):
        return None
    if cues.QUOTED.search(c.before):
        return "quoted", "someone-else-says", 0.8
    procedural = any(row is not None and row.role in _PROCEDURAL_ROLES for row in rows)
    return ("procedural", "procedural-provision", 0.95) if procedural else ("mentioned", "explanatory-provision", 0.85)


def _worded_role(c: _Context) -> tuple[str, str, float]:
    specific = cues.MAKES_EXEMPT.match(c.after)
    strong = cues.STRONG.search(c.marked) or cues.PURPOSES.search(c.before) or specific
    if c.inside_quotation:
        return "quoted", "inside-quotation", 0.85
    if c.tallied or (cues.STATISTICS.search(c.sentence) and not strong):
        return "mentioned", "statistics-about-requests", 0.8
    if cues.GUIDANCE.search(c.marked):
        return "quoted", "guidance-quoted", 0.8
    if cues.QUOTED.search(c.before) and not cues.STRONG.search(c.after):
        return "quoted", "someone-else-says", 0.8
    ncnd = _is_ncnd(c)
    relied = "ncnd" if ncnd else "applied"
    if cues.HAD.search(c.sentence) and not ncnd:
        return "rejected", "hypothetical", 0.9
    if _is_rejected(c, ncnd):
        return "rejected", "rejected-wording", 0.85
    if c.listed or _is_heading(c):
        return relied, "list-intro" if c.listed else "heading", 0.95
    if _is_stamp(c):
        return relied, "stamp", 0.9
    if cues.LONG_AGO.search(c.sentence):
        return "mentioned", "earlier-request-retold", 0.8
    hypothetical = cues.HYPOTHETICAL.search(c.sentence) and not ncnd
    if (cues.IMMEDIATE.search(c.before) or cues.STAMPED.search(c.before)) and not hypothetical:
        return relied, "withheld-under", 0.95
    described = cues.GENERAL_BEFORE.search(c.before) and not cues.MET.match(c.after)
    if (described or cues.GENERAL_AFTER.match(c.after)) and not specific:
        if cues.SHORT_REFUSAL.match(c.previous) and cues.EXPLAINS_AND_APPLIES.match(c.after):
            return relied, "explains-and-applies", 0.8
        return "mentioned", "general-description", 0.85
    if hypothetical and not _asserted(c):
        return "rejected", "hypothetical", 0.8
    if strong and not _conditional(c.sentence):
        return relied, "relied-on-wording", 0.93
    if ncnd:
        return "ncnd", "ncnd-wording", 0.8
    return "mentioned", "no-cue", 0.6


def _conditional(sentence: str) -> bool:
    return sentence.lower().startswith(("in order", "where ", "for ", "if ", "when "))


def _asserted(c: _Context) -> bool:
    """A hypothetical word elsewhere in a sentence that plainly applies this citation."""
    return bool(cues.STRONG.search(c.before)) and not cues.HYPOTHETICAL.search(c.before)


def _is_rejected(c: _Context, ncnd: bool) -> bool:
    """Considered and not applied, withdrawn, or weighed in this sentence and dismissed in the next."""
    if ncnd and cues.DUTY_LIFTED.search(c.sentence):
        return False
    near = f"{c.before.rsplit(';', 1)[-1][-160:]} § {c.after.split(';', 1)[0][:160]}"
    weighed = cues.WEIGHED.search(c.before) and cues.DISMISSED.match(c.following)
    near += f" {c.following}" if cues.TAKEN_BACK.match(c.following) else ""
    return bool(cues.REJECTED.search(near) or weighed)


def _is_heading(c: _Context) -> bool:
    """A line that opens with the citation and names the ground, or is a redaction stamp."""
    if len(c.line) <= _TITLE_LIMIT and not cues.HEADING_VERB.search(c.line) and c.line[-1] not in ".?;,":
        return True
    if not c.line_opening:
        return False
    if not c.before and len(c.after) <= _HEADING_LIMIT / 2 and not cues.HEADING_VERB.search(c.after):
        return True
    rest = c.line.split(c.found.quote.split("\n")[-1], 1)[-1] if len(c.line) < _HEADING_LIMIT else c.after
    if len(c.line) <= _HEADING_LIMIT and not cues.HEADING_VERB.search(c.line):
        return True
    return rest.lstrip().startswith(("-", "–", "—", ":", "=")) and not cues.GENERAL_AFTER.match(c.after)


def _is_stamp(c: _Context) -> bool:
    """The citation is all its sentence says, or stands in brackets after what it justifies."""
    alone = cues.STAMP.fullmatch(c.before) and not c.after.strip(" .,;)]|")
    bracketed = c.before.endswith("(") and c.after.startswith(")") and cues.PARENTHESIS.search(c.sentence)
    return bool(alone or bracketed)


def _is_retold(c: _Context) -> bool:
    return bool(cues.RETOLD.search(c.sentence)) and not cues.UPHOLDS.search(c.sentence)


def _is_ncnd(c: _Context) -> bool:
    rows = [provision(p) for p in c.found.provisions]
    by_law = any(row is not None and row.role == "ncnd" and not row.id.startswith(_COST_NCND) for row in rows)
    return by_law or bool(cues.NCND_CONTEXT.search(c.sentence))


def _ncnd_headings(citations: list[Citation]) -> list[Citation]:
    """A heading that names a section relied on elsewhere only to neither confirm nor deny does the same."""
    roles: dict[str, set[str]] = {}
    for c in citations:
        if c.role in RELIED_ON and not c.made_by.endswith("/heading@1"):
            for p in c.provisions:
                roles.setdefault(section_of(p), set()).add(c.role)
    return [
        replace(c, role="ncnd")
        if c.made_by.endswith("/heading@1") and all(roles.get(section_of(p)) == {"ncnd"} for p in c.provisions)
        else c
        for c in citations
    ]


def _promote_explained(citations: list[Citation], contexts: list[_Context], withholds: bool) -> list[Citation]:
    """A ground that is only explained, in a letter that withholds, is relied on by that explanation.

    "A sentence that both explains and applies is applied."  It must open its paragraph, or be
    all that the letter says; a section the letter also rejects is left alone.
    """
    if not withholds:
        return citations
    spoken_for = (c for c in citations if c.role in {*RELIED_ON, "rejected"} and not _is_condition_only(c))
    taken = {section_of(p) for c in spoken_for for p in c.provisions}
    nothing_else = not any(c.role in RELIED_ON and not _is_condition_only(c) for c in citations)
    promoted = list(citations)
    for i, (citation, context) in enumerate(zip(citations, contexts, strict=True)):
        weak = citation.role == "mentioned" and citation.made_by.endswith(("general-description@1", "no-cue@1"))
        weak = weak and not cues.LIMITS.match(context.after)
        opens = context.line_opening and cues.EXPLAINS_AND_APPLIES.match(context.after)
        sections = {section_of(p) for p in citation.provisions}
        if weak and (opens or nothing_else) and context.part not in _SMALL_PRINT and not sections & taken:
            role = "ncnd" if _is_ncnd(context) else "applied"
            promoted[i] = replace(citation, role=role, score=0.6, made_by="rule:citations/only-statement@1")
            taken |= sections
    return promoted


def _is_condition_only(citation: Citation) -> bool:
    rows = [provision(p) for p in citation.provisions]
    return all(row is not None and row.role == "limb" for row in rows)


def _withholds(anatomy: Anatomy) -> bool:
    """Whether the authority's message proper says that anything is withheld or refused."""
    shown = zip(anatomy.lines, anatomy.kinds, strict=True)
    return any(
        cues.WITHHOLDS.search(anatomy.text, line.start, line.end)
        for line, kind in shown
        if kind not in _SMALL_PRINT | {"request", "quoted_mail", "furniture"}
    )
