"""How the dashboard says things: labels, shares, and text that no letter can turn into markup."""

import functools
import re

from ..highlight import visible
from ..records import OUTCOMES
from ..regimes import provision, regimes

__all__ = [
    "GROUPS",
    "GROUP_OF",
    "KINDS",
    "OUTCOME_LABELS",
    "SMALL_BASE",
    "cited_as",
    "counted",
    "group_of_outcomes",
    "plain",
    "section_label",
    "share",
    "spoken",
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

_PREFIX = {"section": "s.", "regulation": "reg.", "article": "art.", "exemption": "exemption "}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_LINKING = re.compile(r"(?<=:)(?=//)|(?<=@)(?=[\w-]{1,63}\.)|(?<=\bwww)(?=\.)", re.IGNORECASE)


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


def share(count: int, base: int, noun: str = "") -> str:
    """A count with its base, and a percentage where the base bears one.

    >>> share(12, 40), share(3, 7, "question")
    ('12 of 40 (30%)', '3 of 7 questions')
    """
    shown = f"{count:,} of {counted(base, noun) if noun else f'{base:,}'}"
    return f"{shown} ({count / base:.0%})" if base >= SMALL_BASE else shown


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "letter"), counted(1200, "letter"), counted(0, "reply", "replies")
    ('1 letter', '1,200 letters', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spoken(markdown: str) -> str:
    r"""Safe Markdown as a screen reader should speak it.

    >>> spoken(r"**s\.40** is relied on most")
    's.40 is relied on most'
    """
    return _ESCAPED.sub(r"\1", markdown.replace("**", ""))


def plain(text: object, limit: int | None = None) -> str:
    r"""Text from a letter for a Markdown table: shown as it is, never obeyed.

    Punctuation is escaped, so that it makes no image, link, emoji or formula; addresses are
    broken by an unseen joiner, so that they do not become links; what could disguise is shown.

    >>> plain("![x](y) *b*") == r"\!\[x\]\(y\) \*b\*"
    True
    """
    words = " ".join(visible("" if text is None else str(text)).split())
    if limit is not None and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return _MARKUP.sub(r"\\\1", _LINKING.sub("\u2060", words))
