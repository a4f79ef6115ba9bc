"""What the stages before have decided about a letter."""

from dataclasses import dataclass

from ..records import Citation, Exemption, Question

__all__ = ["REFUSED", "Decision"]

REFUSED = frozenset(
    {"full_refusal", "partial_disclosure", "ncnd", "mixed_non_disclosure", "cost_limit", "vexatious", "repeated"}
)
"""Outcomes that hold something back."""


@dataclass(frozen=True)
class Decision:
    """What the stages before have found of a letter.

    Attributes:
        kind, regimes, outcome: Of the letter, as in `Reading`.
        citations, exemptions, inferred, questions: Its findings.
    """

    kind: str
    regimes: tuple[str, ...]
    outcome: str
    citations: tuple[Citation, ...]
    exemptions: tuple[Exemption, ...]
    inferred: tuple[Exemption, ...]
    questions: tuple[Question, ...]
