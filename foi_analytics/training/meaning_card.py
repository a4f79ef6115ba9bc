"""The card of the meaning model, with what plain embeddings do on the same pairs beside it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from ..boilerplate.meaning import SAME
from ..models import LinearModel
from .paraphrases import Pair

__all__ = ["least_score", "write_card"]

_PRECISION = 0.9
_FEWEST = 10
"""A precision over fewer pairs than this is chance."""
_FAILURES = """- A contrary without a word of denial ("kept his job", "lost his job"), or denied otherwise.
- One topic, another statement: two reasons given in the same frame ("because of illness", "because of a fault").
- Wordings so far apart that neither is among the ten nearest of the other are never looked at.
- Two ways of citing one ground (a section, or its subject alone) score lower than they should.
- The wordings were written for this project, by one annotator, a language model: real letters differ more, and the
  share of pairs that say the same, on which the probability rests, is that of the file.
- A general rule and its use in the case ("section 41 exempts what ...", "section 41 applies for these reasons"), and
  passages of which one says more than the other, where both name the same section or law.
- Tried on meanings left out and not kept: vectors of earlier layers of the encoder (average precision 0.01 better),
  boosted trees beside the regression (0.03), and, for nothing, ranks, the ratio to the neighbours, coverage of concepts
  each way, lengths, names of laws masked, mutual best pairs only.
- Pairs with the background are not labelled, so the precision is that among the labelled wordings. With another encoder
  than the packaged one a score is no probability."""


def write_card(
    splits: dict[str, list[Pair]], model: LinearModel, left_out: Sequence[float], without: Mapping[str, Sequence[float]]
) -> str:
    """The card as Markdown.

    Args:
        splits: The pairs of `train` and `test`.
        model: The fitted model.
        left_out: Scores of the training pairs from models that saw neither of their meanings.
        without: Log-odds of the training pairs left out, without each group of features, and with all of them.
    """
    test = [model.probabilities(p.features)["same"] for p in splits["test"]]
    lines = [
        "# Meaning model: whether two passages say the same in other words",
        "",
        f"Fitted {dt.date.today().isoformat()} by `python -m foi_analytics.training.meaning` on "
        "`data/gold/paraphrases.jsonl`, split by meaning. A logistic regression over named features of a pair "
        f"({len(model.weights)}), temperature {model.temperature}. Candidates are the ten nearest neighbours by "
        "all-MiniLM-L6-v2, among paragraphs of the `train` letters; a pair is shown as "
        f"the same from {SAME} on when no guard speaks against it.",
        "",
        "| split | meanings | pairs | same | made to differ | recall@10 of plain MiniLM |",
        "|---|---|---|---|---|---|",
        *(_counts(split, pairs) for split, pairs in splits.items()),
        "",
        "## By label",
        "",
        "Pairs of the same meaning; recall is of all of them, whether neighbours or not. *Best threshold*: the lowest "
        f"at which precision is {_PRECISION:.2f} over {_FEWEST} pairs or more, chosen on these very pairs, which "
        "flatters it.",
        "",
        "| split | shown by | precision | recall | best threshold: recall | hard-pair AUC |",
        "|---|---|---|---|---|---|",
        *_figures("train, meanings left out", splits["train"], left_out),
        *_figures("test", splits["test"], test),
        "",
        f"Brier score on test {brier_score_loss([p.same for p in splits['test']], test):.3f}. Hard pairs are those of "
        "one row, of which one was made to differ.",
        "",
        "## Hard pairs kept apart (test)",
        "",
        "| made to differ by | pairs | by a guard | by guard or score |",
        "|---|---|---|---|",
        *_hard(splits["test"], test),
        "",
        "## Without a group of features (train, meanings left out, refitted)",
        "",
        "Average precision is of the neighbours that no guard keeps apart. Groups that gain none there serve the score "
        "of pairs that a guard holds back.",
        "",
        "| left out | average precision | hard-pair AUC |",
        "|---|---|---|",
        *(_ablation(group, splits["train"], scores) for group, scores in without.items()),
        "",
        "## Known failures",
        "",
        _FAILURES,
    ]
    return "\n".join(lines) + "\n"


def _counts(split: str, pairs: list[Pair]) -> str:
    same = [p for p in pairs if p.same]
    meanings = {m for p in pairs for m in p.meanings}
    near, hard = sum(p.near for p in same) / len(same), sum(p.hard is not None for p in pairs)
    return f"| {split} | {len(meanings)} | {len(pairs)} | {len(same)} | {hard} | {near:.2f} |"


def _figures(split: str, pairs: list[Pair], scores: Sequence[float]) -> list[str]:
    """A row for the tier as it is, and one each for its score and for cosine alone."""
    ours = [s if p.near and p.guard is None else 0.0 for p, s in zip(pairs, scores, strict=True)]
    plain = [p.cosine if p.near else 0.0 for p in pairs]
    guarded = [c if p.guard is None else 0.0 for p, c in zip(pairs, plain, strict=True)]
    precision, recall = _counted(pairs, ours), _shown(pairs, ours, SAME)[1]
    auc = _hard_auc(pairs, scores), _hard_auc(pairs, [p.cosine for p in pairs])
    best = [_best_recall(pairs, shown) for shown in (ours, guarded, plain)]
    return [
        f"| {split} | score {SAME}, guards | {precision} | {recall:.2f} | {best[0]:.2f} | {auc[0]:.2f} |",
        f"| {split} | cosine, guards | – | – | {best[1]:.2f} | – |",
        f"| {split} | cosine alone | – | – | {best[2]:.2f} | {auc[1]:.2f} |",
    ]


def _ablation(group: str, pairs: list[Pair], scores: Sequence[float]) -> str:
    ranked = [(p.same, s) for p, s in zip(pairs, scores, strict=True) if p.near and p.guard is None]
    precision = average_precision_score([same for same, _ in ranked], [s for _, s in ranked])
    return f"| {group or 'nothing'} | {precision:.3f} | {_hard_auc(pairs, scores):.3f} |"


def _counted(pairs: list[Pair], scores: Sequence[float]) -> str:
    """The precision with its counts and Wilson's interval, which takes the pairs for independent."""
    shown = [p.same for p, s in zip(pairs, scores, strict=True) if s >= SAME]
    if not shown:
        return "– (none shown)"
    interval = binomtest(sum(shown), len(shown)).proportion_ci(method="wilson")
    share, low, high = sum(shown) / len(shown), interval.low, interval.high
    return f"{share:.2f} ({sum(shown)} of {len(shown)}, {low:.2f} to {high:.2f})"


def _shown(pairs: list[Pair], scores: Sequence[float], least: float) -> tuple[float, float]:
    shown = [p.same for p, s in zip(pairs, scores, strict=True) if s >= least]
    return sum(shown) / max(len(shown), 1), sum(shown) / sum(p.same for p in pairs)


def _best_recall(pairs: list[Pair], scores: Sequence[float]) -> float:
    least = least_score(pairs, scores, _PRECISION)
    return 0.0 if least is None else _shown(pairs, scores, least)[1]


def least_score(pairs: list[Pair], scores: Sequence[float], precision: float) -> float | None:
    """The lowest score from which on, over ten pairs or more, the precision is reached; None when it never is."""
    least, right = None, 0
    ranked = sorted(zip(scores, pairs, strict=True), key=lambda one: -one[0])
    for number, (score, pair) in enumerate(ranked, 1):
        right += pair.same
        if score > 0 and number >= _FEWEST and right / number >= precision:
            least = score
    return least


def _hard_auc(pairs: list[Pair], scores: Sequence[float]) -> float:
    asked = [(p.same, s) for p, s in zip(pairs, scores, strict=True) if p.same or p.hard]
    return float(roc_auc_score([same for same, _ in asked], [s for _, s in asked]))


def _hard(pairs: list[Pair], scores: Sequence[float]) -> list[str]:
    rows = []
    for kind in sorted({p.hard for p in pairs if p.hard}):
        these = [(p, s) for p, s in zip(pairs, scores, strict=True) if p.hard == kind]
        guarded = sum(p.guard is not None for p, _ in these) / len(these)
        apart = sum(p.guard is not None or s < SAME for p, s in these) / len(these)
        rows.append(f"| {kind} | {len(these)} | {guarded:.2f} | {apart:.2f} |")
    return rows
