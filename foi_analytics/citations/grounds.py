"""From citations to the letter's set of exemptions, each at the finest level stated."""

from collections.abc import Iterable

from ..records import RELIED_ON, Citation, Exemption
from ..regimes import ancestors, provision, section_of

__all__ = ["is_condition", "list_exemptions", "refine"]

_CONDITION_SECTIONS = {"foia2000:40", "foisa2002:38", "eir2004:13", "eisr2004:11", "foia2000:12", "foisa2002:12"}
_LIMB_PREFIXES = ("foia2000:31(2)", "foisa2002:35(2)")


def is_condition(provision_id: str) -> bool:
    """Whether a provision is only a condition or second-order limb of a ground, never one itself.

    >>> is_condition("foia2000:40(3A)(a)"), is_condition("foia2000:22(1)(a)")
    (True, False)
    """
    row = provision(provision_id)
    if row is None or row.role != "limb":
        return False
    return section_of(provision_id) in _CONDITION_SECTIONS or provision_id.startswith(_LIMB_PREFIXES)


def refine(provision_ids: Iterable[str]) -> list[str]:
    """The grounds among some provisions, without those stated more finely elsewhere.

    >>> refine(["foia2000:40", "foia2000:40(2)", "foia2000:40(3A)(a)", "foia2000:31(1)"])
    ['foia2000:40(2)', 'foia2000:31(1)']
    """
    grounds = list(dict.fromkeys(p.split("@")[0] for p in provision_ids if _is_ground(p)))
    coarse = {above for ground in grounds for above in ancestors(ground)}
    return [ground for ground in grounds if ground not in coarse]


def list_exemptions(citations: Iterable[Citation]) -> tuple[Exemption, ...]:
    """The grounds a letter relies on, with the citation that is the best evidence of each."""
    everything = list(citations)
    relied = [c for c in everything if c.role in RELIED_ON]
    grounds = refine(p for c in relied for p in c.provisions)
    return tuple(_exemption(_finest(ground, everything), ground, relied) for ground in grounds)


def _is_ground(provision_id: str) -> bool:
    row = provision(provision_id)
    return row is not None and row.role in ("ground", "limb", "ncnd") and not is_condition(provision_id)


def _finest(ground: str, citations: list[Citation]) -> str:
    """The one finer ground the letter states for a ground, if it states exactly one."""
    stated = refine(p for c in citations if c.role in ("mentioned", "applied") for p in c.provisions)
    finer = [p for p in stated if ground in ancestors(p) and (row := provision(p)) and row.role != "ncnd"]
    return finer[0] if len(finer) == 1 else ground


def _exemption(finest: str, ground: str, relied: list[Citation]) -> Exemption:
    evidence = max((c for c in relied if any(p.split("@")[0] == ground for p in c.provisions)), key=lambda c: c.score)
    return Exemption(
        evidence.letter_id,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.score,
        evidence.made_by,
        finest,
        evidence.role,
    )
