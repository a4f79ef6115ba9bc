"""What the sentences of an answer do: withhold, refuse for cost, say not held, pass on, …."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..regimes import provision, section_of
from . import answer_cues, ask_cues, not_held_cues, outcome_cues, referral_cues

__all__ = ["OF_THE_WHOLE", "REFUSING", "Sentence", "act_of_ground", "sentences"]

_COST = {"foia2000:12", "foisa2002:12"}
_REPEAT = {"foia2000:14", "foisa2002:14"}
_ACCESSIBLE = {"foia2000:21", "foisa2002:25"}
_FUTURE = {"foia2000:22", "foia2000:22A", "foisa2002:27"}
_NOT_HELD = {"foisa2002:17", "eir2004:12(4)(a)", "eisr2004:10(4)(a)"}
_EIR_ACCESSIBLE = {"eir2004:6(1)", "eisr2004:6(1)"}
_UNREASONABLE = {"eir2004:12(4)(b)", "eisr2004:10(4)(b)"}
REFUSING = ("withheld", "cost_limit", "vexatious", "repeated", "ncnd", "future_publication", "already_accessible")
"""Acts by which information is not given although it may be held."""

OF_THE_WHOLE = ("cost_limit", "vexatious", "repeated", "ncnd")
"""Acts by which a request is refused as a whole, whatever its parts."""

_BARE_LABEL = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]|\(?[a-h]\)|[ivx]+[.)])\W*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence does by itself, whatever stands around it.

    Attributes:
        flat: Its words on one line.
        act: What it does besides giving information, if anything.
        part: Whether it says that only part is given.
        redacted: Whether it tells of redactions.
        removed: Whether it tells of something taken out, which may be a redaction.
        ncnd_other: Whether it neither confirms nor denies, of other information only.
    """

    flat: str
    act: str | None
    part: bool
    redacted: bool
    removed: bool
    ncnd_other: bool


@lru_cache(maxsize=256)  # several asks often share an answer, and each answer is read more than once
@lru_cache(maxsize=1024)  # one answer is looked at from several sides
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an answer, without courtesies, each with what it does.

    Args:
        text: The answer.
    """
    flats = [" ".join(s.split()) for s in outcome_cues.SENTENCE_END.split(text)]
    flats = [flat for flat in flats if any(c.isalnum() for c in flat)]
    alone = len(flats) == 1
    return tuple(told for flat in flats if (told := _sentence(flat)) and (alone or not _BARE_LABEL.match(flat)))


@lru_cache(maxsize=4096)  # the same sentences stand in one answer and in the whole letter, and in many letters
def _sentence(flat: str) -> Sentence | None:
    if _is_courtesy(flat):
        return None
    act = _act(flat)
    return Sentence(
        flat,
        act,
        bool(outcome_cues.PART_GIVEN.search(flat)),
        bool(outcome_cues.REDACTION.search(flat)),
        act is None and bool(outcome_cues.REMOVED.search(flat)),
        bool(outcome_cues.NCND.search(flat) and outcome_cues.NCND_OTHER.search(flat)),
    )


def _act(flat: str) -> str | None:
    """What one sentence does, besides giving information."""
    if outcome_cues.NCND.search(flat) and not outcome_cues.NCND_RHETORIC.search(flat):
        return "ncnd"
    undone = outcome_cues.NOT_APPLIED.search(flat)
    if not_held_cues.NOT_HELD.search(flat) and not not_held_cues.NOT_HELD_CONDITION.search(flat):
        return "not_held"
    if outcome_cues.FUTURE.search(flat) and outcome_cues.FUTURE_GROUND.search(flat) and not undone:
        return "future_publication"
    for act, pattern in (
        ("deferred", referral_cues.FEE),
        ("deferred", referral_cues.LAPSED),
        ("cost_limit", outcome_cues.COST),
        ("vexatious", outcome_cues.VEXATIOUS),
        ("outside", referral_cues.NOT_A_REQUEST),
        ("already_accessible", outcome_cues.ACCESSIBLE_UNDER_LAW),
        ("withheld", outcome_cues.WITHHELD),
        ("clarify", referral_cues.CLARIFY),
        ("transferred", referral_cues.TRANSFERRED),
        ("outside", referral_cues.OUTSIDE),
        ("later", referral_cues.LATER),
        ("signpost", referral_cues.SIGNPOST),
    ):
        if not pattern.search(flat) or (undone and act in REFUSING) or (act == "withheld" and _refuses_else(flat)):
            continue
        return act
    return "withheld" if outcome_cues.REDACTED_NAMES.search(flat) and not outcome_cues.REASONING.search(flat) else None


def _refuses_else(flat: str) -> bool:
    """Whether something other than information is refused: `Of 60 applications 11 were refused`."""
    return bool(outcome_cues.ELSEWHERE.search(flat)) and not outcome_cues.LEGAL.search(flat)


def _is_courtesy(flat: str) -> bool:
    question = flat.endswith("?") and bool(ask_cues.ASKING.search(flat)) and not referral_cues.CLARIFY.search(flat)
    return question or bool(answer_cues.COURTESY.match(flat) or outcome_cues.INTRO.search(flat))


def act_of_ground(ground: str, text: str) -> str:
    """What relying on a provision does to the information.

    Args:
        ground: The provision id.
        text: The answer, in which regulation 12(4)(b) is a matter of cost or of vexation.
    """
    section = section_of(ground)
    row = provision(ground)
    if row is not None and row.role == "ncnd" and section not in _COST:
        return "ncnd"
    number = ground.partition(":")[2].split("@")[0]
    if section in _COST:
        return "cost_limit"
    if section in _REPEAT:
        return (
            "repeated"
            if number.startswith("14(2)") or (number == "14" and outcome_cues.REPEATED.search(text))
            else "vexatious"
        )
    if section in _ACCESSIBLE or any(ground.startswith(p) for p in _EIR_ACCESSIBLE):
        return "already_accessible"
    if section in _FUTURE:
        return "future_publication"
    if section in _NOT_HELD:
        return "not_held"
    if section in _UNREASONABLE:
        return "vexatious" if outcome_cues.VEXATIOUS.search(text) else "cost_limit"
    return "withheld"
