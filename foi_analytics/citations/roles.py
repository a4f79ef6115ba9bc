"""What each citation does in its letter: relied on, merely mentioned, rejected or quoted.

Rules decide what is certain: what stands in a quotation or under the small print, lists and
headings that open the reasons, and the wording of the sentence.  Where no rule fires a fitted
model is asked.  Every decision names its rule or model in `made_by`.
"""

import datetime as dt
import re

from ..anatomy import Anatomy
from ..models import load_model
from ..records import RELIED_ON, Citation
from ..regimes import provision
from . import cues, denial_cues, law_cues
from .clause import denied, given_up_next, habitual, possible, refused_under, reserved, supposed, weighed_out
from .context import Context, contexts
from .features import clause_features
from .find import find
from .settling import is_ncnd, settle_roles

__all__ = ["is_open_to_model", "read_citations"]

_DECIDING = {"response", "internal_review"}
_SMALL_PRINT = {"rights", "signature", "footer"}
_LIKELIEST = 0.4
_HEADING_LIMIT = 140
_TITLE_LIMIT = 50
_TITLE_WORDS = 5
_PROCEDURAL_ROLES = {"duty", "notice", "right"}
_EXPLANATORY_ROLES = {"certificate", "definition"}


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
    placed = contexts(anatomy, found)
    citations = [_citation(c, letter_id, *_role(c, kind)) for c in placed]
    if kind in _DECIDING:
        citations = settle_roles(anatomy, citations, placed, kind)
    return tuple(citations)


def _citation(context: Context, letter_id: str, role: str, rule: str, score: float) -> Citation:
    f = context.found
    made_by = rule if rule.startswith("model:") else f"rule:citations/{rule}@1"
    return Citation(letter_id, f.start, f.end, f.quote, round(score * f.score, 3), made_by, f.provisions, role, f.flags)


# Roles -----------------------------------------------------------------------------------


def is_open_to_model(c: Context) -> bool:
    """Whether wording decides this citation: not its place, and not a provision that can never refuse."""
    placed = c.part in ("quoted_mail", "annex", "furniture") or c.part in _SMALL_PRINT
    return not (c.found.other_law or placed or _role_by_law(c))


def _role(c: Context, kind: str) -> tuple[str, str, float]:
    """Role, rule and score of one citation."""
    if c.found.other_law:
        return "other_law", "other-law", 0.97
    if c.part == "quoted_mail":
        return "quoted", "quoted-mail", 0.97
    if c.part == "request" and not (cues.STRONG.search(c.marked) or cues.IMMEDIATE.search(c.before)):
        return "quoted", "request-retold", 0.85
    by_law = _role_by_law(c)
    if by_law is not None:
        return by_law
    if c.part == "furniture" or (c.part == "annex" and not _decides_in_annex(c)):
        return "mentioned", f"in-{c.part}", 0.85
    worded = _worded_role(c)
    if worded is None and c.part in _SMALL_PRINT:
        return "mentioned", "small-print", 0.8
    role, rule, score = worded or _modelled_role(c, kind)
    if kind not in _DECIDING and (role in RELIED_ON or (kind == "holding" and rule == "hypothetical")):
        return "mentioned", f"{kind}-decides-nothing", 0.85
    if kind == "internal_review" and role in RELIED_ON and _is_retold(c):
        return "mentioned", "first-decision-retold", 0.8
    return role, rule, score


def _decides_in_annex(c: Context) -> bool:
    """Whether words among the law recited are the letter's own decision."""
    own = law_cues.SPEAKS_HERE.search(c.sentence) and not c.inside_quotation and not cues.GENERAL_AFTER.match(c.after)
    return bool(own and (refused_under(c.clause) or denied(c.clause)))


def _role_by_law(c: Context) -> tuple[str, str, float] | None:
    """Provisions that can never be a ground: duties, notices and rights, or what only explains."""
    rows = [provision(p) for p in c.found.provisions]
    if not rows or any(row is None or row.role not in _PROCEDURAL_ROLES | _EXPLANATORY_ROLES for row in rows):
        return None
    if cues.QUOTED.search(c.before) or c.inside_quotation:
        return "quoted", "someone-else-says", 0.8
    procedural = any(row is not None and row.role in _PROCEDURAL_ROLES for row in rows)
    return ("procedural", "procedural-provision", 0.95) if procedural else ("mentioned", "explanatory-provision", 0.85)


def _modelled_role(c: Context, kind: str) -> tuple[str, str, float]:
    """What the fitted model says of a clause in which no rule fires; `mentioned` when no role is likely."""
    model = load_model("roles")
    chances = model.probabilities(clause_features(c, kind))
    best = max(chances, key=lambda label: chances[label])
    if chances[best] < _LIKELIEST:
        return "mentioned", f"model:{model.name}", chances["mentioned"]
    relied = "ncnd" if is_ncnd(c) else "applied"
    return (relied if best == "relied" else best), f"model:{model.name}", chances[best]


def _worded_role(c: Context) -> tuple[str, str, float] | None:
    """Role by the wording of the sentence, or None when no rule fires."""
    ncnd = is_ncnd(c)
    return _of_others(c) or _set_aside(c, ncnd) or _relied_on(c, ncnd)


def _of_others(c: Context) -> tuple[str, str, float] | None:
    """What other people say, counts of refusals, and what the law or a habit is: nothing of it decides here."""
    if cues.REQUESTER_ASKS.search(c.marked):
        return "quoted", "requester-asks", 0.8
    if c.inside_quotation:
        return "quoted", "inside-quotation", 0.85
    if c.tallied or cues.COUNTED_HERE.search(c.marked) or (cues.STATISTICS.search(c.sentence) and not _is_strong(c)):
        return "mentioned", "statistics-about-requests", 0.8
    if law_cues.CONDITIONAL_POWER.search(c.marked) or law_cues.TWO_AT_ONCE.search(c.plain):
        return "mentioned", "general-description", 0.85
    if cues.GUIDANCE.search(c.marked):
        return "quoted", "guidance-quoted", 0.8
    if cues.QUOTED.search(c.before) and not cues.STRONG.search(c.after):
        return "quoted", "someone-else-says", 0.8
    if c.zone == "requester" and not _is_strong(c):
        return "quoted", "under-requester's-heading", 0.8
    if (
        (c.line_opening and law_cues.STATUTE_TEXT.match(c.then))
        or law_cues.ONE_OF.search(c.plain)
        or not c.found.provisions
    ):
        return "mentioned", "law-recited", 0.85
    if c.zone == "law" and not law_cues.SPEAKS_HERE.search(c.sentence):
        return "mentioned", "under-law-heading", 0.8
    return None


def _set_aside(c: Context, ncnd: bool) -> tuple[str, str, float] | None:
    """What is not relied on: of a case that is not this one, weighed and dismissed, kept for another day, usual."""
    if (cues.HAD.search(c.sentence) or supposed(c.plain)) and not (ncnd and denial_cues.IF_HELD.search(c.sentence)):
        return "rejected", "hypothetical", 0.9
    if c.zone == "dropped":
        return "rejected", "under-heading-of-what-is-dropped", 0.85
    if reserved(c.plain):
        return "rejected", "reserved", 0.85
    usual = habitual(c.clause) or (ncnd and habitual(c.previous) and denial_cues.POINTS_BACK.search(c.clause))
    if usual and not possible(c.clause):
        return "mentioned", "usual-practice", 0.8
    if _is_rejected(c, ncnd):
        return "rejected", "rejected-wording", 0.85
    return None


def _relied_on(c: Context, ncnd: bool) -> tuple[str, str, float] | None:
    """What is relied on, as far as the wording is plain, and what only describes the law."""
    relied = "ncnd" if ncnd else "applied"
    if law_cues.NOTE_ON.search(c.before):
        return "mentioned", "note-on-the-law", 0.8
    if (c.listed and not cues.GENERAL_AFTER.match(c.after)) or _is_heading(c):
        return relied, "list-intro" if c.listed else "heading", 0.95
    if _is_stamp(c):
        return relied, "stamp", 0.9
    if cues.LONG_AGO.search(c.marked):
        return "mentioned", "earlier-request-retold", 0.8
    hypothetical = not ncnd and (
        possible(c.clause) or (cues.HYPOTHETICAL.search(c.sentence) and not refused_under(c.clause))
    )
    if (_is_plain_refusal(c) or cues.STAMPED.search(c.before)) and not hypothetical:
        return relied, "withheld-under", 0.95
    if _is_described(c):
        if _is_applied_too(c):
            return relied, "explains-and-applies", 0.8
        return "mentioned", "general-description", 0.85
    if hypothetical and not _asserted(c):
        return "rejected", "hypothetical", 0.8
    if _is_strong(c) and not _conditional(c.sentence):
        return relied, "relied-on-wording", 0.93
    if ncnd and denial_cues.NCND_SAID.search(c.sentence):
        return "ncnd", "ncnd-wording", 0.8
    return None


def _is_strong(c: Context) -> bool:
    return bool(
        cues.STRONG.search(c.marked)
        or cues.STRONG.search(c.plain)
        or cues.PURPOSES.search(c.before)
        or cues.MAKES_EXEMPT.match(c.then)
    )


def _is_plain_refusal(c: Context) -> bool:
    return bool(cues.IMMEDIATE.search(c.before)) or refused_under(c.clause)


def _is_described(c: Context) -> bool:
    """Whether the sentence says what the provision is or does in general, and not that it does so here."""
    described = cues.GENERAL_BEFORE.search(c.before) and not cues.MET.match(c.after)
    return bool(described or cues.GENERAL_AFTER.match(c.after)) and not cues.MAKES_EXEMPT.match(c.then)


def _is_applied_too(c: Context) -> bool:
    """Whether a description of the law is of the very thing withheld, or what follows says that it applies."""
    short = cues.SHORT_REFUSAL.match(c.previous) and cues.EXPLAINS_AND_APPLIES.match(c.after)
    return bool(
        short
        or law_cues.COVERS_THIS.match(c.then)
        or law_cues.APPLIED_NEXT.search(_rest(c))
        or law_cues.APPLIED_NEXT.search(c.following)
    )


def _conditional(sentence: str) -> bool:
    return sentence.lower().startswith(("in order", "where ", "for ", "if ", "when "))


def _asserted(c: Context) -> bool:
    """A hypothetical word elsewhere in a sentence that plainly applies this citation."""
    return bool(cues.STRONG.search(c.before)) and not cues.HYPOTHETICAL.search(c.before) and not possible(c.clause)


def _is_rejected(c: Context, ncnd: bool) -> bool:
    """Considered and not applied, withdrawn, or named in this sentence and given up in the next."""
    if ncnd and denial_cues.DUTY_LIFTED.search(c.sentence):
        return False
    given_up = given_up_next(_rest(c)) or given_up_next(c.following)
    near = f"{c.before.rsplit(';', 1)[-1][-160:]} § {c.after.split(';', 1)[0][:160]}"
    weighed = weighed_out(c.plain) or (cues.WEIGHED.search(c.before) and cues.DISMISSED.match(c.following))
    near += f" {c.following}" if cues.TAKEN_BACK.match(c.following) else ""
    refuted = denied(c.clause) and not cues.GENERAL_BEFORE.search(c.before)
    return bool(weighed or cues.REJECTED.search(near) or refuted or (given_up and not refused_under(c.clause)))


def _rest(c: Context) -> str:
    """The words of the sentence after the clause of the citation."""
    return c.plain[c.plain.find(c.clause) + len(c.clause) :]


def _is_heading(c: Context) -> bool:
    """A line that opens with the citation and names the ground, or is a redaction stamp."""
    if _is_full_sentence(c):
        return False
    if len(c.line) <= _TITLE_LIMIT and not cues.HEADING_VERB.search(c.line) and c.line[-1] not in ".?;,":
        return True
    if not c.before and len(c.after) <= _HEADING_LIMIT / 2 and not cues.HEADING_VERB.search(c.after):
        return True
    if not c.before and c.then.startswith((":", "–", "—", "- ")) and not cues.GENERAL_AFTER.match(c.after):
        return True
    if not c.line_opening:
        return False
    rest = c.line.split(c.found.quote.split("\n")[-1], 1)[-1] if len(c.line) < _HEADING_LIMIT else c.after
    if len(c.line) <= _HEADING_LIMIT and not cues.HEADING_VERB.search(c.line):
        return True
    return rest.lstrip().startswith(("-", "–", "—", ":", "=")) and not cues.GENERAL_AFTER.match(c.after)


def _is_full_sentence(c: Context) -> bool:
    """Whether the line goes on as a sentence: it ends with a stop, after more words than a title has."""
    return c.line.endswith(".") and len(c.then.split()) > _TITLE_WORDS and c.then[:1].isalpha()


def _is_stamp(c: Context) -> bool:
    """The citation is all its sentence says, or stands in brackets after what it justifies."""
    alone = cues.STAMP.fullmatch(c.before) and (not c.after.strip(" .,;)]|") or law_cues.STAMPED_AFTER.match(c.then))
    bracketed = c.before.endswith("(") and c.after.startswith(")") and cues.PARENTHESIS.search(c.sentence)
    after_colon = c.before.endswith(":") and not cues.GENERAL_AFTER.match(c.after)
    return bool(alone or ((bracketed or after_colon) and not law_cues.EXPLAINS.search(c.before)))


def _is_retold(c: Context) -> bool:
    if cues.PAST.search(c.plain) and not cues.PRESENT.search(c.plain) and not _is_judged(c):
        return True
    return (c.zone == "first" or bool(cues.RETOLD.search(c.sentence))) and not cues.UPHOLDS.search(c.sentence)


def _is_judged(c: Context) -> bool:
    """Whether the sentence says how well the first decision was taken, which takes it over."""
    return bool(re.search(r"\b(?:correct|right|proper|valid|justified|sound|appropriate|reasonable)\w*\b", c.plain))
