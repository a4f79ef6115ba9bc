"""The card of a fitted model: data, date, figures by label, ablations, known failures."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from ..models import LinearModel
from .roles import Example, fit

__all__ = ["write_card"]

_GROUPS = {
    "words before and after": ("b:", "a:", "b1:", "b2:", "b3:", "a1:", "a2:", "a3:"),
    "classes of words": (
        "before:",
        "after:",
        "clause:",
        "previous:",
        "following:",
        "last:",
        "then:",
        "around:",
        "subject:",
        "pair:",
        "verb:",
        "lead:",
        "rest:",
        "pattern:",
        *(f"{turn}+" for turn in ("not", "may", "you", "was", "we", "first")),
    ),
    "cues in the sentence": ("cue:",),
    "cues in the neighbouring sentences": ("prev:", "next:"),
    "what the rules make of the clause": ("is:",),
    "place in the letter": ("zone:", "part:", "kind:", "opens:", "first:"),
    "kind of provision": ("law:",),
}
_FAILURES = """- Grounds alluded to without a verb ("the usual commercial reasons, section 43").
- Wording as free as that of the passages: of 167 citations never seen before they were used, the reader of that day
  judged 62 % (relied on or not: 78 %).
- Letters of people who never saw the rules: four authorities kept aside were judged 80 % (relied on or not: 87 %)
  before they were read, where letters of authorities already read reach 98 %.
- `quoted`: few examples; a requester's words retold without quotation marks pass for the authority's.
- Long sentences that rely on one section and reject another: both are judged by the same neighbours.
- No answer to a rule that misfires: letting the model overrule one gained nothing on authorities left out."""


def write_card(splits: dict[str, list[Example]], model: LinearModel, penalty: float, cross_validated: float) -> str:
    """The card as Markdown.

    Args:
        splits: The examples of `train`, `validation` and `test`.
        model: The fitted model.
        penalty: The strength it was fitted with.
        cross_validated: Accuracy on authorities left out, over the training letters.
    """
    counts = {name: Counter(e.role for e in examples) for name, examples in splits.items()}
    authorities = {name: len({e.authority for e in examples}) for name, examples in splits.items()}
    lines = [
        "# Role model: what a citation does where no rule is certain",
        "",
        f"Fitted {dt.date.today().isoformat()} by `python -m foi_analytics.training` on `data/gold`: letters written "
        "for this project by invented authorities, split by authority; and on passages of a sentence or two, each "
        "weighed as 0.3 of a letter's citation and with its own intercept, so that their odd mixture of roles is not "
        "learnt. A multinomial logistic regression over named "
        f"features of the clause ({len(model.weights):,} kept), temperature {model.temperature}. It answers `relied` "
        "(then `applied` or `ncnd` by rule), `mentioned`, `rejected` or `quoted`; when none reaches 0.4 the reader "
        "says `mentioned` with that low score.",
        "",
        "| split | authorities | citations | " + " | ".join(model.labels) + " |",
        "|---|---|---|" + "---|" * len(model.labels),
        *(
            f"| {name} | {authorities[name]} | {len(examples)} | "
            + " | ".join(str(counts[name][label]) for label in model.labels)
            + " |"
            for name, examples in splits.items()
        ),
        "",
        "Accuracy, model alone, on every citation a rule could be in doubt about: "
        f"{cross_validated:.2f} cross-validated by authority, {_accuracy(model, splits['validation']):.2f} validation, "
        f"{_accuracy(model, splits['test']):.2f} test. The reader asks it only where no rule fires.",
        "",
        "## By label (test)",
        "",
        "| label | precision | recall | labels |",
        "|---|---|---|---|",
        *_by_label(model, splits["test"]),
        "",
        "## Without a group of features (test accuracy, refitted)",
        "",
        "| left out | accuracy |",
        "|---|---|",
        *_ablations(splits, penalty),
        "",
        "## Known failures",
        "",
        _FAILURES,
    ]
    return "\n".join(lines) + "\n"


def _guess(model: LinearModel, example: Example) -> str:
    chances = model.probabilities(example.features)
    return max(chances, key=lambda label: chances[label])


def _accuracy(model: LinearModel, examples: list[Example]) -> float:
    return sum(_guess(model, e) == e.role for e in examples) / len(examples)


def _by_label(model: LinearModel, examples: list[Example]) -> list[str]:
    pairs = [(e.role, _guess(model, e)) for e in examples]
    rows = []
    for label in model.labels:
        right = sum(gold == label == guess for gold, guess in pairs)
        guessed = sum(guess == label for _, guess in pairs)
        labelled = sum(gold == label for gold, _ in pairs)
        precision = f"{right / guessed:.2f}" if guessed else "–"
        recall = f"{right / labelled:.2f}" if labelled else "–"
        rows.append(f"| {label} | {precision} | {recall} | {labelled} |")
    return rows


def _ablations(splits: dict[str, list[Example]], penalty: float) -> list[str]:
    rows = []
    for name, prefixes in _GROUPS.items():
        fewer = {split: [_without(e, prefixes) for e in examples] for split, examples in splits.items()}
        model = fit(fewer["train"] + fewer.get("passages", []), fewer["validation"], penalty)
        rows.append(f"| {name} | {_accuracy(model, fewer['test']):.2f} |")
    return rows


def _without(example: Example, prefixes: tuple[str, ...]) -> Example:
    return replace(example, features=frozenset(f for f in example.features if not f.startswith(prefixes)))
