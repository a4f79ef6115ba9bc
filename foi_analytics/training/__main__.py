"""`python -m foi_analytics.training [GOLD]`: fit the models again and write them with their cards."""

import sys
from pathlib import Path

from .. import models
from ..evaluation.gold import load_gold
from ..evaluation.labels import SPLITS
from .card import write_card
from .passages import load_passages
from .roles import choose_penalty, examples, fit


def main() -> None:
    """Fit on the labelled letters of a folder (`data/gold`) and write model and card."""
    gold = Path(sys.argv[1] if len(sys.argv) > 1 else "data/gold")
    splits = {split: examples(load_gold(gold, split)) for split in SPLITS}
    splits = {"passages": examples(load_passages(gold / "passages.txt"))} | splits
    learnt_from = splits["train"] + splits["passages"]
    penalty, cross_validated = choose_penalty(learnt_from)
    model = fit(learnt_from, splits["validation"], penalty)
    folder = Path(models.__file__).parent
    (folder / "roles.json").write_text(models.to_json(model), encoding="utf-8")
    (folder / "roles.md").write_text(write_card(splits, model, penalty, cross_validated), encoding="utf-8")
    print(f"{folder / 'roles.json'}: {len(model.weights)} features; see roles.md beside it")


if __name__ == "__main__":
    main()
