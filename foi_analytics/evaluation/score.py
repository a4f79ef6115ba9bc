"""How far readings agree with labels: citations and roles, exemptions, questions, whole letters.

Figures are micro-averaged over the letters unless their name says macro.  A label that a
letter leaves open (`alt_role`, `questions_complete: false`) is never held against a reading.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..records import RELIED_ON
from ..regimes import regimes, section_of
from .matching import Row, match_questions, match_spans

__all__ = ["Rate", "Scores", "score"]

# Labels that official returns put in the same cell.
_GROUPS = {
    "full_disclosure": "disclosed",
    "answered_narrative": "disclosed",
    "full_refusal": "refused",
    "future_publication": "refused",
    "mixed_non_disclosure": "refused",
    "cost_limit": "not_processed",
    "vexatious": "not_processed",
    "repeated": "not_processed",
}
_NEAR = 80  # characters by which the end of the authority's own words may be off


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the labels were found, and how many of the findings are right.

    >>> Rate(right=3, gold=4, found=6).recall, Rate(right=3, gold=4, found=6).precision
    (0.75, 0.5)
    """

    right: int
    gold: int
    found: int

    @property
    def precision(self) -> float:
        """Share of the findings that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0

    def to_dict(self) -> dict[str, float]:
        """Rounded to four places, for JSON."""
        shares = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        return shares | {"gold": self.gold, "found": self.found}


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures by area and name, and the disagreements behind them.

    Attributes:
        letters: Letters with labels.
        missing: Those without a reading; they count as read to nothing.
        figures: `figures["citations"]["role"]` is a `Rate`, accuracies are floats.
        disagreements: One line each, in the order of the letters.
    """

    letters: int
    missing: int
    figures: Mapping[str, Mapping[str, Rate | float]]
    disagreements: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The figures rounded to four places, for JSON."""
        areas = {
            area: {n: v.to_dict() if isinstance(v, Rate) else round(v, 4) for n, v in named.items()}
            for area, named in self.figures.items()
        }
        return {"letters": self.letters, "missing": self.missing, **areas}


def score(gold: Iterable[Row], readings: Mapping[str, Row]) -> Scores:
    """Score readings against labels.

    Args:
        gold: Labels of letters.
        readings: Readings by id of the letter, as `Reading.to_dict` gives them.

    Returns:
        The figures and every disagreement.

    >>> label = {"id": "a", "kind": "response", "outcome": "not_held", "ncnd": False,
    ...          "citations": [], "exemptions": [], "questions": []}
    >>> score([label], {"a": label | {"outcome": "ncnd"}}).disagreements
    ('a outcome not_held -> ncnd',)
    """
    tally = _Tally()
    for row in gold:
        found = readings.get(row["id"])
        tally.add(row, _tidy(found or {}), found is not None)
    return Scores(tally.counts["letters"], tally.counts["missing"], tally.figures(), tuple(tally.disagreements))


def _tidy(reading: Row) -> Row:
    spans = [
        c
        for c in reading.get("citations") or []
        if isinstance(c.get("start"), int) and isinstance(c.get("end"), int) and c["end"] > c["start"]
    ]
    lists = {name: reading.get(name) or [] for name in ("exemptions", "questions")}
    return {**reading, "citations": spans, **lists}


@dataclass(slots=True)
class _Tally:
    """Running counts over letters; `<name>` right, `<name>/gold` and `<name>/found` for rates."""

    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[tuple[str, str | None]] = field(default_factory=list)
    question_outcomes: list[tuple[str, str | None]] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    def add(self, gold: Row, found: Row, present: bool) -> None:
        self.counts["letters"] += 1
        self.counts["missing"] += not present
        self._add_citations(gold, found)
        self._add_exemptions(gold, found)
        self._add_letter(gold, found, present)
        self._add_questions(gold, found)

    def figures(self) -> dict[str, dict[str, Rate | float]]:
        rate, share = self._rate, self._share
        return {
            "citations": {
                "span": rate("spans"),
                "provision": rate("provisions", "spans"),
                "role": rate("roles", "spans"),
                "role_accuracy": share("roles", "spans"),
                "applied_vs_not_accuracy": share("relied", "spans"),
            },
            "exemptions": {"provision": rate("provision grounds"), "section": rate("section grounds")},
            "questions": {
                "found": rate("questions"),
                "outcome": rate("question outcomes", "questions"),
                "outcome_accuracy": share("question outcomes", "questions"),
                "outcome_group_accuracy": share("question groups", "questions"),
                "outcome_macro_f1": _macro_f1(self.question_outcomes),
                "exemptions": rate("question grounds"),
            },
            "letter": {
                "kind_accuracy": share("kinds", "letters"),
                "outcome_accuracy": share("outcomes", "letters"),
                "outcome_group_accuracy": share("outcome groups", "letters"),
                "outcome_macro_f1": _macro_f1(self.outcomes),
                "ncnd": rate("ncnd"),
                "ncnd_accuracy": share("ncnd agreed", "letters"),
                "own_text_end_accuracy": share("ends", "ends/gold"),
            },
        }

    def _rate(self, right: str, base: str | None = None) -> Rate:
        base = base or right
        return Rate(self.counts[right], self.counts[f"{base}/gold"], self.counts[f"{base}/found"])

    def _share(self, part: str, whole: str) -> float:
        return self.counts[part] / (self.counts[whole] or 1)

    def _add_sets(self, name: str, gold: set[str], found: set[str]) -> None:
        self.counts[name] += len(gold & found)
        self.counts[f"{name}/gold"] += len(gold)
        self.counts[f"{name}/found"] += len(found)

    def _note(self, *words: object) -> None:
        self.disagreements.append(" ".join(map(str, words)))

    def _add_citations(self, gold: Row, found: Row) -> None:
        pairs = match_spans(gold["citations"], found["citations"])
        self.counts["spans"] += len(pairs)
        self.counts["spans/gold"] += len(gold["citations"])
        self.counts["spans/found"] += len(found["citations"])
        for wanted, got in pairs:
            quote = repr(wanted["quote"])
            role = wanted["alt_role"] if got.get("role") == wanted.get("alt_role", "") else wanted["role"]
            same_ids = _same_provisions(role, wanted, got)
            self.counts["provisions"] += same_ids
            self.counts["roles"] += role == got.get("role")
            self.counts["relied"] += (role in RELIED_ON) == (got.get("role") in RELIED_ON)
            if not same_ids:
                self._note(gold["id"], "provisions", quote, wanted["provisions"], "->", got.get("provisions"))
            if role != got.get("role"):
                self._note(gold["id"], "role", quote, wanted["start"], role, "->", got.get("role"))
        for each in _left(gold["citations"], [g for g, _ in pairs]):
            self._note(gold["id"], "missed citation", repr(each["quote"]), each["start"], each["role"])
        for each in _left(found["citations"], [f for _, f in pairs]):
            self._note(gold["id"], "spurious citation", repr(each.get("quote")), each["start"], each.get("role"))

    def _add_exemptions(self, gold: Row, found: Row) -> None:
        wanted, got = _grounds(gold["exemptions"]), _grounds(found["exemptions"])
        self._add_sets("provision grounds", wanted, got)
        wanted, got = _sections(gold["exemptions"]), _sections(found["exemptions"])
        self._add_sets("section grounds", wanted, got)
        if wanted != got:
            self._note(gold["id"], "exemptions missed", sorted(wanted - got), "spurious", sorted(got - wanted))

    def _add_letter(self, gold: Row, found: Row, present: bool) -> None:
        counts, outcome = self.counts, found.get("outcome")
        self.outcomes.append((gold["outcome"], outcome))
        counts["kinds"] += gold["kind"] == found.get("kind")
        counts["outcomes"] += gold["outcome"] == outcome
        counts["outcome groups"] += _same_group(gold["outcome"], outcome)
        wanted, got = bool(gold["ncnd"]), bool(found.get("ncnd"))
        counts["ncnd"] += wanted and got
        counts["ncnd/gold"] += wanted
        counts["ncnd/found"] += got
        counts["ncnd agreed"] += present and wanted == got
        if "own_text_end" in gold:
            counts["ends/gold"] += 1
            counts["ends"] += abs(gold["own_text_end"] - (found.get("own_text_end") or 0)) <= _NEAR
        if gold["outcome"] != outcome:
            self._note(gold["id"], "outcome", gold["outcome"], "->", outcome)

    def _add_questions(self, gold: Row, found: Row) -> None:
        pairs = match_questions(gold["questions"], found["questions"])
        asked = found["questions"]
        if not gold.get("questions_complete", True):  # only the first asks are labelled: the rest are not spurious
            asked = [f for _, f in pairs]
        self.counts["questions"] += len(pairs)
        self.counts["questions/gold"] += len(gold["questions"])
        self.counts["questions/found"] += len(asked)
        for wanted, got in pairs:
            self._add_pair(gold["id"], wanted, got)
        for each in _left(gold["questions"], [g for g, _ in pairs]):
            self._add_sets("question grounds", _sections(each["exemptions"]), set())
            self._note(gold["id"], "missed question", each["number"], repr(each["quote"][:50]))
        for each in _left(asked, [f for _, f in pairs]):
            self._add_sets("question grounds", set(), _sections(each.get("exemptions")))
            self._note(gold["id"], "spurious question", each.get("number"), repr((each.get("quote") or "")[:50]))

    def _add_pair(self, letter_id: str, wanted: Row, got: Row) -> None:
        outcome = got.get("outcome")
        self.question_outcomes.append((wanted["outcome"], outcome))
        self.counts["question outcomes"] += wanted["outcome"] == outcome
        self.counts["question groups"] += _same_group(wanted["outcome"], outcome)
        self._add_sets("question grounds", _sections(wanted["exemptions"]), _sections(got.get("exemptions")))
        if wanted["outcome"] != outcome:
            quote = repr(wanted["quote"][:40])
            self._note(letter_id, "question", wanted["number"], quote, wanted["outcome"], "->", outcome)


def _left(rows: list[Row], matched: list[Row]) -> list[Row]:
    taken = {id(row) for row in matched}
    return [row for row in rows if id(row) not in taken]


def _grounds(values: Iterable[str | Row] | None) -> set[str]:
    ids = (v if isinstance(v, str) else v["provision"] for v in values or ())
    return {i.split("@")[0] for i in ids}


def _sections(values: Iterable[str | Row] | None) -> set[str]:
    return {section_of(i) for i in _grounds(values)}


def _same_provisions(role: str, wanted: Row, got: Row) -> bool:
    if role == "other_law":  # ids of other Acts are free-form: only that it is another Act counts
        return bool(got.get("role") == "other_law")
    a, b = ({p for p in _grounds(c.get("provisions")) if p.partition(":")[0] in regimes()} for c in (wanted, got))
    return a == b


def _same_group(wanted: str, got: str | None) -> bool:
    return _GROUPS.get(wanted, wanted) == _GROUPS.get(got or "", got)


def _macro_f1(pairs: list[tuple[str, str | None]]) -> float:
    labels = {wanted for wanted, _ in pairs}
    rates = [
        Rate(sum(a == b == n for a, b in pairs), sum(a == n for a, _ in pairs), sum(b == n for _, b in pairs))
        for n in labels
    ]
    return sum(r.f1 for r in rates) / len(rates) if rates else 0.0
