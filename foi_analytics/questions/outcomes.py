"""What happened to each ask: the labels and precedence of the outcome scheme, decided from the answer.

Sentences of an answer are sorted by what they do (withhold, say not held, refuse for cost, …,
disclose); the mixture gives the label.  Precedence follows the order: neither confirm nor
deny, not processed (cost, vexatious, repeated), content, not held, already accessible,
future publication, refusal, then clarification, transfer and outside the Act.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ..wording import Wording
from . import outcome_cues, retelling_cues
from .acts import OF_THE_WHOLE, REFUSING, act_of_ground, sentences

__all__ = ["OF_THE_WHOLE", "REFUSING", "Signals", "decide", "gives_plainly", "ground_acts", "signal"]

_REFERRING = ("deferred", "not_held", "transferred", "outside", "clarify", "signpost")
_BRIEF = 12
_FEW = 8
_NUMBER = re.compile(r"(?<![\w(/])[£$€]?\d[\d,.]*(?:%|k|m)?(?![\w)])")


@dataclass(slots=True)
class Signals:
    """What an answer does, sentence by sentence: counts by kind of act.

    `content` counts sentences that give information; `redacted` says that only part is
    withheld; `ncnd_other` that the neither-confirm-nor-deny is about other information only.
    """

    acts: dict[str, int] = field(default_factory=dict)
    content: int = 0
    redacted: bool = False
    ncnd_other: bool = False
    narrative: bool = False

    def count(self, act: str) -> None:
        """Note one more act of a kind."""
        self.acts[act] = self.acts.get(act, 0) + 1

    def has(self, *names: str) -> bool:
        """Whether any of these acts occurs."""
        return any(self.acts.get(name) for name in names)


def signal(text: str, grounds: Iterable[str], ask: str = "", *, whole: bool = False) -> Signals:
    """Sort the sentences of an answer by what they do.

    Args:
        text: The answer.
        whole: Whether the answer is the whole letter, in which short sentences are no values.
        grounds: Provision ids relied on inside it.
        ask: The words of the ask, to tell a narrative answer from a figure.
    """
    found = Signals()
    for ground in grounds:
        found.count(act_of_ground(ground, text))
    told = sentences(text)
    for each in told:
        if each.act:
            found.count(each.act)
        if each.part:
            found.count("withheld")
        found.redacted = found.redacted or each.redacted or (each.removed and found.has("withheld"))
        found.ncnd_other = found.ncnd_other or each.ncnd_other
    found.content = _count_content([(each.flat, each.act) for each in told], found, whole)
    found.narrative = _is_narrative([each.flat for each in told], ask)
    return found


def gives_plainly(text: str, beside: Iterable[str] = ("withheld",)) -> bool:
    """Whether a passage gives something that cannot be a reason: an attachment, a link, a value, names.

    Args:
        text: The passage.
        beside: The acts elsewhere in the letter; where it is refused as a whole, figures are reasons.

    >>> gives_plainly("There were 14."), gives_plainly("Each file would have to be opened.")
    (True, False)
    """
    acts = frozenset(beside)
    figures = acts.isdisjoint(OF_THE_WHOLE)
    return any(
        told.act is None and _is_plainly_given(told.flat, acts, acted=False, whole=not figures)
        for told in sentences(text)
    )


def decide(signals: Signals) -> tuple[str, str]:
    """The label and the name of the rule, by precedence.

    >>> decide(signal("We do not hold this information.", []))
    ('not_held', 'not-held')
    >>> decide(signal("There were 14 such cases in 2023.", []))
    ('full_disclosure', 'content')
    >>> decide(signal("Please find the report attached. Names are redacted under section 40(2).", ["foia2000:40(2)"]))
    ('partial_disclosure', 'content-and-withheld')
    """
    content = signals.content > 0 or (signals.redacted and signals.has("withheld"))
    if signals.has("ncnd") and not signals.ncnd_other:
        return "ncnd", "ncnd"
    for act in ("repeated", "vexatious"):  # they refuse the request as a whole
        if signals.has(act) and signals.acts[act] >= signals.content:
            return act, act
    if not content:
        for act in ("repeated", "vexatious", "cost_limit"):
            if signals.has(act):
                return act, act.replace("_", "-")
    elif signals.has("withheld", "cost_limit", "future_publication"):
        return "partial_disclosure", "content-and-withheld"
    elif signals.has("not_held"):
        return "partial_disclosure", "content-and-not-held"
    else:
        return ("answered_narrative", "narrative") if signals.narrative else ("full_disclosure", "content")
    for act, label in (
        ("not_held", "not_held"),
        ("already_accessible", "already_accessible"),
        ("future_publication", "future_publication"),
        ("withheld", "full_refusal"),
        ("clarify", "clarification_sought"),
        ("transferred", "transferred"),
        ("outside", "outside_act"),
        ("signpost", "signposted"),
        ("later", "not_answered"),
        ("deferred", "not_answered"),
    ):
        if signals.has(act):
            return label, act.replace("_", "-")
    return "unknown", "no-cue"


def ground_acts(ground: str, text: str) -> tuple[str, ...]:
    """The acts that go with relying on a provision, for telling which ground a refusal without one rests on.

    >>> ground_acts("foia2000:12(1)", "")
    ('cost_limit',)
    """
    return (act_of_ground(ground, text),)


def _count_content(sentences: list[tuple[str, str | None]], found: Signals, whole: bool) -> int:
    """How many sentences give the requester information.

    Alone, every plain sentence does.  Beside a refusal, a nil return or a referral only what is
    plainly given counts: an attachment, a link, a value; the rest is reasoning.
    """
    refusing = (act for act in REFUSING if act != "ncnd" or not found.ncnd_other)
    guarded = found.has(*refusing, *_REFERRING)
    beside = frozenset(act for act, times in found.acts.items() if times)
    acted, count = False, 0
    for flat, act in sentences:
        if act not in (None, "later"):
            acted = True
            count += act == "withheld" and (_is_redacted_copy(flat) or bool(outcome_cues.MIXED.search(flat)))
        elif outcome_cues.PART_GIVEN.search(flat):
            count += 1
        elif guarded:
            count += _is_plainly_given(flat, beside, acted, whole)
        else:
            count += act is None
    return count


def _is_redacted_copy(flat: str) -> bool:
    if outcome_cues.STAMP.search(flat) or outcome_cues.PART_GIVEN.search(flat):
        return True
    attached = outcome_cues.ATTACHES.search(flat) and outcome_cues.REDACTED.search(flat)
    return bool(attached) and not outcome_cues.REASON_GIVEN.search(flat)


@lru_cache(maxsize=4096)  # asks that share an answer ask this of the same sentences
def _is_plainly_given(flat: str, beside: frozenset[str], acted: bool, whole: bool) -> bool:
    """Whether a sentence gives something although other sentences (the acts `beside`) refuse or refer."""
    if outcome_cues.LEGAL.search(flat):
        return False
    accessible = "already_accessible" in beside
    linked = bool(outcome_cues.LINKS.search(flat)) and not outcome_cues.FUTURE.search(flat)
    if outcome_cues.ATTACHES.search(flat):
        return not (accessible and linked) and not outcome_cues.REASON_GIVEN.search(flat)
    if linked:
        return not accessible and not (acted and beside.isdisjoint(REFUSING))
    if whole or outcome_cues.REASONING.search(flat) or outcome_cues.FUTURE.search(flat):
        return False
    if "cost_limit" in beside:
        return not acted and len(flat.split()) <= _FEW // 2 and bool(_NUMBER.search(flat))
    nil = "not_held" not in beside and outcome_cues.NIL.match(flat)
    value = bool(nil) or _has_figure(flat)
    brief = len(flat.split()) <= _BRIEF
    if acted:
        return value and brief
    told = outcome_cues.IN_WORDS.search(flat) or outcome_cues.LABELLED.match(flat)
    return value or bool(told) or (brief and _only_names(flat))


@lru_cache(maxsize=4096)  # the same sentences, beside other acts and for other asks
def _has_figure(flat: str) -> bool:
    """Whether a number stands in a sentence that is no date and no place in a law or a document."""
    return _NUMBER.search(flat) is not None and _NUMBER.search(outcome_cues.DATE.sub(" ", flat)) is not None


def _only_names(flat: str) -> bool:
    """Names without a verb, as in `Larkfield Escorts, Bridgeway Care`, are given; a heading has no second capital."""
    return not retelling_cues.FINITE.search(flat) and sum(word[0].isupper() for word in flat.split()[1:]) > 0


def _is_narrative(sentences: list[str], ask: str) -> bool:
    """An explanation instead of a figure or record: no number, no link, no attachment, no yes or no."""
    if sum(len(flat.split()) for flat in sentences) <= _FEW:
        return False
    if outcome_cues.WHY_ASK.match(ask):
        return not _any_says(outcome_cues.ATTACHES, sentences)
    if any(map(_has_figure, sentences)) or outcome_cues.NIL.match(sentences[0]):
        return False
    explained = outcome_cues.NARRATIVE_ASK.match(ask) or _any_says(outcome_cues.NARRATIVE, sentences)
    return bool(explained) and not _any_says(outcome_cues.DISCLOSED, sentences)


def _any_says(cue: Wording, sentences: list[str]) -> bool:
    return any(cue.search(flat) for flat in sentences)
