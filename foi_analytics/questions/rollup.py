"""From the outcomes of the questions to the outcome of the letter."""

from collections import Counter

from ..anatomy import Anatomy
from ..records import Citation, Exemption, Question
from ..regimes import provision, section_of
from . import letter_cues, referral_cues
from .outcomes import decide, signal

__all__ = ["letter_outcome", "roll_up"]

_DISCLOSED = {"full_disclosure", "partial_disclosure", "answered_narrative"}
_NOT_PROCESSED = {"cost_limit", "vexatious", "repeated"}
_REFUSED = {"full_refusal", "future_publication"}
_BY_KIND = {
    "acknowledgement": "acknowledgement",
    "holding": "holding_pit_extension",
    "clarification_request": "clarification_sought",
    "correspondence": "not_answered",
    "bounce": "unknown",
}


def letter_outcome(
    kind: str,
    anatomy: Anatomy,
    questions: tuple[Question, ...],
    citations: tuple[Citation, ...],
    exemptions: tuple[Exemption, ...],
) -> tuple[str, str]:
    """The letter's outcome and the rule that decided it.

    An explicit decision sentence ("I have decided to disclose some …") wins over the sum of
    the questions; a review is labelled by the fate of the first decision.
    """
    if kind in _BY_KIND:
        return _BY_KIND[kind], f"kind-{kind}"
    main = anatomy.main_words()
    if kind == "internal_review":
        review = _review_outcome(main, questions, citations)
        if review:
            return review, "review"
    rolled = roll_up(questions)
    return _decided(main, rolled) or _rolled(rolled, anatomy, exemptions)


def roll_up(questions: tuple[Question, ...]) -> str:
    """The outcome that the questions add up to.

    Not held beside disclosure is full disclosure; anything withheld or refused for cost beside
    disclosure is partial; two classes with nothing disclosed are `mixed_non_disclosure`.
    """
    labels = [q.outcome for q in questions]
    entering = [
        x
        for x in labels
        if x not in ("clarification_sought", "transferred", "signposted", "outside_act", "not_answered", "unknown")
    ]
    if not entering:
        return Counter(labels).most_common(1)[0][0] if labels else "unknown"
    withheld = any(x in _REFUSED for x in labels) or any(_has_withheld_gap(q) for q in questions)
    if any(x in _DISCLOSED for x in entering):
        return (
            "partial_disclosure"
            if withheld or any(x in _NOT_PROCESSED or x == "ncnd" for x in entering)
            else "full_disclosure"
        )
    return _one_class(entering)


def _has_withheld_gap(question: Question) -> bool:
    return question.outcome == "partial_disclosure" and (
        bool(question.exemptions) or "withheld" in question.outcome_made_by
    )


def _one_class(labels: list[str]) -> str:
    classes = {_class(x) for x in labels}
    if classes == {"X"} or classes == {"X", "already_accessible"}:
        return Counter(x for x in labels if x in _NOT_PROCESSED).most_common(1)[0][0]
    if classes == {"W"}:
        return "future_publication" if set(labels) == {"future_publication"} else "full_refusal"
    return classes.pop() if len(classes) == 1 else "mixed_non_disclosure"


def _class(label: str) -> str:
    if label in _NOT_PROCESSED:
        return "X"
    return "W" if label in _REFUSED else label


def _decided(main: str, rolled: str) -> tuple[str, str] | None:
    """The label of an explicit decision sentence, where it agrees with what can be true."""
    if rolled in ("not_answered", "unknown"):
        for outcome, wording in (("fee_notice", referral_cues.FEE), ("withdrawn_or_lapsed", referral_cues.LAPSED)):
            if wording.search(main):
                return outcome, outcome.replace("_", "-")
    if letter_cues.DECISION_SOME.search(main) and rolled in ("full_disclosure", "partial_disclosure", "unknown"):
        return "partial_disclosure", "decision-sentence"
    if letter_cues.DECISION_NONE.search(main) and rolled in ("full_disclosure", "unknown", "not_answered"):
        return "full_refusal", "decision-sentence"
    if letter_cues.DECISION_ALL.search(main) and rolled in ("unknown", "not_answered"):
        return "full_disclosure", "decision-sentence"
    return None


def _rolled(rolled: str, anatomy: Anatomy, exemptions: tuple[Exemption, ...]) -> tuple[str, str]:
    if rolled != "unknown":
        return rolled, "roll-up"
    words = "\n\n".join(anatomy.main_paragraphs())
    outcome, rule = decide(signal(words, [e.provision for e in exemptions], whole=True))
    return outcome, f"whole-letter/{rule}"


def _review_outcome(main: str, questions: tuple[Question, ...], citations: tuple[Citation, ...]) -> str | None:
    partly, overturned, upheld = (
        p.search(main) for p in (letter_cues.REVIEW_PARTLY, letter_cues.REVIEW_OVERTURNED, letter_cues.REVIEW_UPHELD)
    )
    if _no_first_decision(main):
        return None
    if letter_cues.REVIEW_ALL_UPHELD.search(main):
        return "internal_review_upheld"
    if letter_cues.REVIEW_ALL_OVERTURNED.search(main) and not (upheld or partly):
        return "internal_review_overturned"
    # One of several provisions for saying neither yes nor no may go: as long as one stands, nothing is given up.
    silent = any(c.role == "ncnd" for c in citations)
    dropped = (p for c in citations if c.role == "rejected" for p in c.provisions)
    withdrawn = {section_of(p) for p in dropped if not (silent and _is_denial(p))}
    if not overturned:  # a section that the first decision is not told to rest on was only considered
        withdrawn &= {section_of(p) for c in citations if c.role == "mentioned" for p in c.provisions}
    kept = {section_of(p) for c in citations if c.role in ("applied", "ncnd") for p in c.provisions}
    if partly or (overturned and upheld) or (withdrawn and kept):
        return "internal_review_partly_overturned"
    if overturned:
        return "internal_review_overturned"
    if upheld or kept:
        return "internal_review_upheld"
    return None


def _is_denial(provision_id: str) -> bool:
    row = provision(provision_id)
    return row is not None and row.role == "ncnd"


def _no_first_decision(main: str) -> bool:
    """A review of a failure to respond decides the request for the first time."""
    return bool(letter_cues.NEVER_ANSWERED.search(main))
