"""What people call the things that tables name: outcomes, kinds of letter, provisions, shares.

One place, so that a report, a terminal and the dashboard say the same.
"""

import functools

from .records import OUTCOMES
from .regimes import provision, regimes

__all__ = [
    "GROUPS",
    "GROUP_OF",
    "KINDS",
    "OUTCOME_LABELS",
    "PIT_LABELS",
    "SMALL_BASE",
    "STATUS_LABELS",
    "SUBJECT_LABELS",
    "TIMELINESS_LABELS",
    "cited_as",
    "counted",
    "group_of_outcomes",
    "section_label",
    "share",
]

SMALL_BASE = 10
"""Below this many, a percentage says more than the letters do: only counts are shown."""

_OUTCOMES = {
    "Disclosed": {
        "full_disclosure": "Disclosed in full",
        "answered_narrative": "Answered in words",
    },
    "Partly disclosed": {"partial_disclosure": "Partly disclosed"},
    "Withheld": {
        "full_refusal": "Withheld",
        "future_publication": "To be published later",
        "mixed_non_disclosure": "Nothing disclosed, several reasons",
    },
    "Neither confirmed nor denied": {"ncnd": "Neither confirmed nor denied"},
    "Not held": {"not_held": "Not held"},
    "Not processed": {
        "cost_limit": "Over the cost limit",
        "vexatious": "Called vexatious",
        "repeated": "Called repeated",
        "outside_act": "Outside the Act",
        "clarification_sought": "Clarification sought",
        "transferred": "Transferred",
        "signposted": "Pointed elsewhere",
        "fee_notice": "Fee asked for",
        "withdrawn_or_lapsed": "Withdrawn or lapsed",
        "invalid_request": "Called invalid",
    },
    "Already accessible": {"already_accessible": "Already accessible"},
    "Review of a decision": {
        "internal_review_upheld": "Review: upheld",
        "internal_review_partly_overturned": "Review: partly overturned",
        "internal_review_overturned": "Review: overturned",
    },
    "No decision found": {
        "not_answered": "Passed over",
        "unknown": "Not recognised",
        "acknowledgement": "Acknowledgement",
        "holding_pit_extension": "Holding letter",
    },
}

GROUPS = tuple(_OUTCOMES)
"""Groups of outcomes in the order charts stack them: what became of the information."""

OUTCOME_LABELS = {outcome: label for group in _OUTCOMES.values() for outcome, label in group.items()}
GROUP_OF = {outcome: name for name, group in _OUTCOMES.items() for outcome in group}

KINDS = {
    "response": "Decision",
    "internal_review": "Internal review",
    "acknowledgement": "Acknowledgement",
    "holding": "Holding letter",
    "clarification_request": "Clarification request",
    "correspondence": "Correspondence",
    "bounce": "Undelivered mail",
}

PIT_LABELS = {
    "complete": "weighed on both sides",
    "one_sided": "only one side given",
    "asserted_only": "asserted, no reasons",
    "absent": "owed, not found",
    "na": "not owed",
}
"""How far a letter gives the public interest test that its grounds are subject to."""

SUBJECT_LABELS = {
    "statute": "the law quoted",
    "rights": "rights of review",
    "reasoning": "reasons for an exemption",
    "public_interest": "a public interest test",
    "answer": "an answer",
    "courtesy": "a greeting or signature",
    "other": "other",
}
"""What a repeated paragraph is, by `records.Family.subject`."""

STATUS_LABELS = {
    "decided": "Decided",
    "reviewed": "Decided, then reviewed",
    "open": "Open: no decision among the letters",
    "no_letter": "No letter at all",
}

TIMELINESS_LABELS = {
    "in_time": "In time",
    "in_extension": "Within an extension the statute permits",
    "late": "Late",
    "open": "No decision among the letters",
}

_PREFIX = {"section": "s.", "regulation": "reg.", "article": "art.", "exemption": "exemption "}


def group_of_outcomes(group: str) -> tuple[str, ...]:
    """The outcomes in a group, in the order of the records.

    >>> group_of_outcomes("Disclosed")
    ('full_disclosure', 'answered_narrative')
    """
    return tuple(o for o in OUTCOMES if GROUP_OF[o] == group)


@functools.cache
def cited_as(provision_id: str) -> str:
    """A provision as it is cited, without its heading.

    >>> cited_as("foia2000:40(2)"), cited_as("eir2004:12(5)(e)"), cited_as("pace-1984:19")
    ('s.40(2) FOIA', 'reg.12(5)(e) EIR', 'pace-1984 s.19')
    """
    regime_id, _, number = provision_id.split("@")[0].partition(":")
    regime = regimes().get(regime_id)
    if regime is None:
        return f"{regime_id} s.{number}"
    return f"{_PREFIX[regime.family]}{number} {regime.short}"


@functools.cache
def section_label(section: str) -> str:
    """A section with its heading; a lettered exception is told by what the letter is about.

    >>> section_label("foia2000:40")
    's.40 Personal information (FOIA)'
    >>> section_label("eir2004:12(4)(b)")
    'reg.12(4)(b) Manifestly unreasonable (EIR)'
    """
    regime_id, _, number = section.partition(":")
    known = provision(section)
    if known is None:
        return cited_as(section)
    regime = regimes()[regime_id]
    heading = known.label if "(" in number and known.label else known.title
    return f"{_PREFIX[regime.family]}{number} {heading[:1].upper()}{heading[1:]} ({regime.short})"


def share(count: int, base: int, noun: str = "", many: str | None = None) -> str:
    """A count with its base, and a percentage where the base bears one.

    >>> share(12, 40), share(3, 7, "question"), share(1, 300)
    ('12 of 40 (30%)', '3 of 7 questions', '1 of 300 (under 1%)')
    """
    shown = f"{count:,} of {counted(base, noun, many) if noun else f'{base:,}'}"
    if base < SMALL_BASE:
        return shown
    return f"{shown} (under 1%)" if 0 < 100 * count < base else f"{shown} ({count / base:.0%})"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "letter"), counted(1200, "letter"), counted(0, "reply", "replies")
    ('1 letter', '1,200 letters', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
