"""Why two passages that look alike do not say the same: another section, number, party, or the contrary.

Similarity of meaning, as a sentence encoder measures it, hardly sees these; so each is read by
rule, and a pair with any of them is shown as an edit and never as the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...citations import Found, find
from ...regimes import ancestors
from .party_cues import GROUPS, LAWS, NAMED, NOT_A_PARTY, OVERSEERS, SPEAKS
from .quantities import read_quantities
from .stances import Stances, overlap, read_stances

__all__ = ["GUARDS", "Facts", "find_guard", "opposed_matters", "read_facts"]

GUARDS = ("provision", "number", "date", "negation", "outcome", "party", "order")
"""Why a pair is not shown as the same; the first that holds is named."""

_OUTCOMES = frozenset({"balance", "right", "exceed", "qualified", "extent", "agree", "open", "rise"})
"""Matters of which the contrary is another outcome and no denial."""
_COPY = 0.7
"""Of two texts that share this much of their words, one is an edit of the other."""
_EDIT = 0.5
"""Of two texts that share this much, one may be an edit: a word denied in one and asserted in the other tells."""
_SAME_WORDS = 0.85
_SAME_ORDER = 0.9
_LONGEST = 300
"""Words whose order is compared; what it takes grows with their square."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a passage commits itself to, in comparable form.

    Attributes:
        laws: Access laws that it names.
        provisions: Ids of what it cites, undated; `:number` where the statute is not named.
        numbers: What it counts or measures, as figures.
        dates: Its dates.
        parties: The bodies it names, other than as the writer of the passage.
        overseers: Commissioners, courts and tribunals.
        groups: Kinds of people it speaks of.
        stances: What it asserts and denies.
    """

    laws: frozenset[str]
    provisions: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    parties: frozenset[str]
    overseers: frozenset[str]
    groups: frozenset[str]
    stances: Stances


def read_facts(text: str) -> Facts:
    """Read what a passage commits itself to.

    >>> facts = read_facts("Section 12 applies, as it would take twenty hours; ask Fenmoor Police.")
    >>> sorted(facts.provisions), sorted(facts.numbers), sorted(facts.parties)
    ([':12'], ['20'], ['fenmoor police'])
    """
    cited = find(text)
    bare = _without(text, cited)
    quantities = read_quantities(bare)
    return Facts(
        laws=frozenset(name for name, words in LAWS.items() if words.search(text)),
        provisions=frozenset(_undated(f, p) for f in cited for p in f.provisions),
        numbers=quantities.numbers,
        dates=quantities.dates,
        parties=frozenset(_parties(bare)),
        overseers=frozenset(name for name, words in OVERSEERS.items() if words.search(text)),
        groups=frozenset(name for name, words in GROUPS.items() if words.search(text)),
        stances=read_stances(bare),
    )


def _without(text: str, cited: Iterable[Found]) -> str:
    """The text without its citations, whose numbers count nothing."""
    for found in reversed(list(cited)):
        text = f"{text[: found.start]}the provision{text[found.end :]}"
    return text


def _undated(found: Found, provision: str) -> str:
    law, _, number = provision.split("@")[0].partition(":")
    return f":{number}" if "statute_assumed" in found.flags else f"{law}:{number}"


def _parties(text: str) -> list[str]:
    names = NAMED.finditer(text)
    return [n.group().lower() for n in names if not NOT_A_PARTY.search(n.group()) and not SPEAKS.match(text, n.end())]


def find_guard(one: Facts, other: Facts) -> str | None:
    """Why two passages do not say the same; None when no rule speaks against it.

    >>> hold, lack = read_facts("We hold this information."), read_facts("We do not hold this information.")
    >>> find_guard(hold, lack), find_guard(lack, read_facts("No such information is held."))
    ('negation', None)
    >>> find_guard(read_facts("Exempt under section 31."), read_facts("Exempt under section 40."))
    'provision'
    """
    opposed = opposed_matters(one.stances, other.stances)
    holds = {
        "provision": _provisions_differ(one.provisions, other.provisions) or _differ(one.laws, other.laws),
        "number": _differ(one.numbers, other.numbers),
        "date": _differ(one.dates, other.dates),
        "negation": bool(opposed - _OUTCOMES) or _denial_differs(one.stances, other.stances),
        "outcome": bool(opposed),
        "party": _differ(one.parties, other.parties) or _differ(one.overseers, other.overseers)
        or (overlap(one.stances, other.stances) > _COPY and _differ(one.groups, other.groups)),
        "order": _reordered(one.stances, other.stances),
    }  # fmt: skip
    return next((guard for guard in GUARDS if holds[guard]), None)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has something that the other lacks; that one says more is no contradiction."""
    return bool(one - other) and bool(other - one)


def _provisions_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both cite, and not the same: a section and a part of it agree."""
    return bool(one and other) and not (_covered(one, other) and _covered(other, one))


def _covered(some: frozenset[str], by: frozenset[str]) -> bool:
    return all(any(_agree(s, b) for b in by) for s in some)


def _agree(one: str, other: str) -> bool:
    if one.startswith(":") or other.startswith(":"):
        one, other = f":{one.partition(':')[2]}", f":{other.partition(':')[2]}"
    return one == other or one in ancestors(other) or other in ancestors(one)


def opposed_matters(one: Stances, other: Stances) -> set[str]:
    """The matters that one text only asserts and the other only denies."""
    return {m for m, signs in one.matters.items() if not signs & other.matters.get(m, signs)}


def _denial_differs(one: Stances, other: Stances) -> bool:
    """Whether only one of them denies anything, or a word denied in one is asserted in an edit of it."""
    if (one.denials > 0) != (other.denials > 0):
        return True
    shared = overlap(one, other)
    denied = (one.denied & (set(other.stems) - other.denied)) | (other.denied & (set(one.stems) - one.denied))
    return shared > _EDIT and bool(denied)


def _reordered(one: Stances, other: Stances) -> bool:
    """Whether they are the same words in another order: "a outweighs b", "b outweighs a"."""
    a, b = set(one.stems), set(other.stems)
    if len(a & b) < _SAME_WORDS * len(a | b):
        return False
    matcher = SequenceMatcher(None, one.stems[:_LONGEST], other.stems[:_LONGEST], autojunk=False)
    return matcher.ratio() < _SAME_ORDER
