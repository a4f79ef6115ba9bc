"""What a citation does in the light of the letter's other citations."""

from dataclasses import replace

from ..anatomy import NOT_MAIN, Anatomy
from ..records import RELIED_ON, Citation
from ..regimes import provision, section_of
from . import cues, denial_cues, law_cues
from .clause import reserved
from .context import Context

__all__ = ["is_ncnd", "settle_roles"]

_SMALL_PRINT = {"rights", "signature", "footer"}
_COST_NCND = "foia2000:12(2)"
_OWN_DENIAL = ("foia2000:", "eir2004:")
"""Statutes where a ground of withholding and that of denying have numbers of their own."""
_NEED_A_GROUND = ("foisa2002:18", "eisr2004:10(8)", "eir2004:12(6)")
_DOUBTFUL = ("/hypothetical@1", "/general-description@1", "/relied-on-wording@1", "/withheld-under@1")
_FEW = 3
_SURE = ("/withheld-under@1", "/list-intro@1", "/stamp@1", "/heading@1")


def settle_roles(anatomy: Anatomy, citations: list[Citation], contexts: list[Context], kind: str) -> list[Citation]:
    """Let headings follow what their section does elsewhere, and a lone explanation be the ground."""
    if kind == "internal_review" and denial_cues.CONFIRMS_HELD.search(anatomy.main_words()):
        citations = [_retold_denial(c, x) for c, x in zip(citations, contexts, strict=True)]
    citations = _paired_grounds(_without_given_up(_ncnd_headings(citations)), contexts)
    return _promote_explained(citations, contexts, anatomy)


def is_ncnd(c: Context) -> bool:
    """Whether a citation is about neither confirming nor denying, by its provision or its sentence."""
    rows = [provision(p) for p in c.found.provisions]
    by_law = any(row is not None and row.role == "ncnd" and not row.id.startswith(_COST_NCND) for row in rows)
    return by_law or bool(denial_cues.NCND_CONTEXT.search(c.sentence))


def _ncnd_headings(citations: list[Citation]) -> list[Citation]:
    """A heading that names a section relied on elsewhere only to neither confirm nor deny does the same."""
    roles: dict[str, set[str]] = {}
    for c in citations:
        if c.role in RELIED_ON and not c.made_by.endswith("/heading@1"):
            for p in c.provisions:
                roles.setdefault(section_of(p), set()).add(c.role)
    return [
        replace(c, role="ncnd")
        if c.made_by.endswith("/heading@1")
        and all(roles.get(section_of(p)) == {"ncnd"} and _may_deny(p) for p in c.provisions)
        else c
        for c in citations
    ]


def _retold_denial(c: Citation, x: Context) -> Citation:
    """In a review that confirms, a denial that it does not uphold in so many words is the first decision's."""
    upheld = cues.UPHOLDS.search(x.sentence) or cues.UPHOLDS.search(x.previous)
    return c if c.role != "ncnd" or upheld else replace(c, role="mentioned", score=0.6)


def _without_given_up(citations: list[Citation]) -> list[Citation]:
    """A denial explained in one place and plainly given up in another is not made: the letter confirms."""
    given_up = {p for c in citations if c.made_by.endswith("/rejected-wording@1") for p in c.provisions}
    sure = {p for c in citations if c.role == "ncnd" and c.made_by.endswith(_SURE) for p in c.provisions}
    return [
        replace(c, role="mentioned", score=0.6)
        if c.role == "ncnd" and c.provisions and set(c.provisions) <= given_up - sure and _is_denial(c)
        else c
        for c in citations
    ]


def _is_denial(c: Citation) -> bool:
    return all(row is not None and row.role == "ncnd" for row in map(provision, c.provisions))


def _may_deny(provision_id: str) -> bool:
    """Whether a heading of this provision can be about denying: not when it names a ground by its letter."""
    return not provision_id.startswith(_OWN_DENIAL) or provision_id == section_of(provision_id)


def _paired_grounds(citations: list[Citation], contexts: list[Context]) -> list[Citation]:
    """The ground behind a refusal to say whether something exists, where the law asks for one to be named.

    Section 18 of FOISA and its like rest on what would be exempt "if it existed", which is
    elsewhere a mere hypothesis.
    """
    if not any(c.role == "ncnd" and any(p.startswith(_NEED_A_GROUND) for p in c.provisions) for c in citations):
        return citations
    return [
        replace(c, role="ncnd", score=0.7, made_by="rule:citations/ground-of-denial@1") if _is_behind(c, x) else c
        for c, x in zip(citations, contexts, strict=True)
    ]


def _is_behind(c: Citation, x: Context) -> bool:
    doubtful = c.made_by.startswith("model:") or c.made_by.endswith(_DOUBTFUL)
    rows = [provision(p) for p in c.provisions]
    grounds = 0 < len(rows) <= _FEW and all(row is not None and row.role in ("ground", "limb") for row in rows)
    told = denial_cues.IF_HELD.search(x.sentence) or denial_cues.IF_HELD.search(x.following)
    told = told or denial_cues.WHETHER_HELD.search(x.sentence) or denial_cues.WHETHER_HELD.search(x.previous)
    return bool(doubtful and grounds and told and x.part not in _SMALL_PRINT and not reserved(x.plain))


def _promote_explained(citations: list[Citation], contexts: list[Context], anatomy: Anatomy) -> list[Citation]:
    """A ground that is only explained, in a letter that withholds, is relied on by that explanation.

    "A sentence that both explains and applies is applied."  It must open its paragraph, or be
    all that the letter says; a section the letter also rejects is left alone.
    """
    if not any(_is_weak(c) for c in citations) or not _withholds(anatomy):
        return citations
    spoken_for = (c for c in citations if c.role in {*RELIED_ON, "rejected"} and not _is_condition_only(c))
    taken = {section_of(p) for c in spoken_for for p in c.provisions}
    nothing_else = not any(c.role in RELIED_ON and not _is_condition_only(c) for c in citations)
    promoted = list(citations)
    for i, (citation, context) in enumerate(zip(citations, contexts, strict=True)):
        sections = {section_of(p) for p in citation.provisions}
        weak = _is_weak(citation) and context.part not in _SMALL_PRINT and not sections & taken
        weak = weak and not cues.LIMITS.match(context.after)
        if weak and (nothing_else or _states_its_law(context)):
            role = "ncnd" if is_ncnd(context) else "applied"
            promoted[i] = replace(citation, role=role, score=0.6, made_by="rule:citations/only-statement@1")
            taken |= sections
    return promoted


def _states_its_law(context: Context) -> bool:
    """Whether the sentence tells what the provision does, in the letter's own account of its reasons."""
    told = cues.GENERAL_AFTER.match(context.after) or cues.EXPLAINS_AND_APPLIES.match(context.after)
    own_account = context.part not in NOT_MAIN and context.zone not in ("law", "first", "requester")
    of_any = law_cues.CONDITIONAL_POWER.search(context.marked) or cues.GENERAL_BEFORE.search(context.before)
    return bool(told and own_account and len(context.found.provisions) <= _FEW and not of_any)


def _is_weak(citation: Citation) -> bool:
    """Mentioned for want of anything better: a description of the law, or the model's guess."""
    guessed = citation.made_by.endswith("/general-description@1") or citation.made_by.startswith("model:")
    return guessed and citation.role == "mentioned"


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
