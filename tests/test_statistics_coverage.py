"""How often the intervals of corrected rates cover the truth, by simulation; the tables of docs/statistics.md."""

import re
from dataclasses import dataclass

import numpy as np
import pytest
from conftest import ROOT

from foi_analytics.statistics.correction import Confusion, correct
from foi_analytics.statistics.intervals import wilson

RUNS = 2000
LETTERS, LABELS = 5000, 300
CASES = {  # share that is so; how many of these are read so, and how many of the others are not
    "common, good reader": (0.30, 0.90, 0.95),
    "one in ten, good reader": (0.10, 0.85, 0.97),
    "one in fifty, good reader": (0.02, 0.80, 0.99),
    "one in fifty, poor reader": (0.02, 0.60, 0.90),
}
DOCS = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Runs:
    """Corpora drawn from one case: how many are read so, and the confusion of a random sample of labels."""

    share: float
    counts: np.ndarray
    labelled: np.ndarray

    @classmethod
    def draw(cls, case: tuple[float, float, float], letters: int = LETTERS, labels: int = LABELS) -> "Runs":
        share, sensitivity, specificity = case
        cells = [share * sensitivity, share * (1 - sensitivity), (1 - share) * (1 - specificity)]
        cells.append(1 - sum(cells))
        chance = np.random.default_rng(2026)
        labelled = chance.multinomial(labels, cells, size=RUNS)
        others = chance.multinomial(letters - labels, cells, size=RUNS)
        return cls(share, labelled[:, [0, 2]].sum(axis=1) + others[:, [0, 2]].sum(axis=1), labelled)

    def covered(self, low: np.ndarray, high: np.ndarray) -> float:
        return float(((low <= self.share) & (self.share <= high)).mean())


def naive(runs: Runs, letters: int = LETTERS) -> float:
    return runs.covered(*wilson(runs.counts, letters))


def by_the_rule(runs: Runs, letters: int = LETTERS) -> float:
    found = [
        correct(int(count), letters, Confusion(*map(int, cells)))
        for count, cells in zip(runs.counts, runs.labelled, strict=True)
    ]
    return runs.covered(np.array([each.low for each in found]), np.array([each.high for each in found]))


def normal(runs: Runs) -> float:
    """PPI++ with its own, normal interval."""
    tp, fn, fp, _ = runs.labelled.T.astype(float)
    n, rest = LABELS, LETTERS - LABELS
    truth, read, elsewhere = (tp + fn) / n, (tp + fp) / n, (runs.counts - tp - fp) / rest
    spread = read * (1 - read)
    power = np.divide(tp / n - truth * read, spread, out=np.zeros(RUNS), where=spread > 0) / (1 + n / rest)
    power = power.clip(0, 1)
    off = (tp * (1 - power) ** 2 + fp * power**2 + fn) / n - (truth - power * read) ** 2
    half = 1.96 * np.sqrt(power**2 * elsewhere * (1 - elsewhere) / rest + off / n)
    value = power * elsewhere + truth - power * read
    return runs.covered(value - half, value + half)


def by_error_rates(runs: Runs, case: tuple[float, float, float]) -> float:
    """Rogan and Gladen, with the mistakes of the same reader on a hundred letters of other authorities, forty so."""
    chance = np.random.default_rng(7)
    hits, rejected = chance.binomial(40, case[1], RUNS), chance.binomial(60, case[2], RUNS)
    shown = [
        each
        for count, tp, tn in zip(runs.counts, hits, rejected, strict=True)
        if (each := correct(int(count), LETTERS, None, Confusion(int(tp), 40 - int(tp), 60 - int(tn), int(tn)))).low
        is not None
    ]
    return float(np.mean([each.low <= runs.share <= each.high for each in shown]))


@pytest.mark.parametrize("name", CASES)
def test_intervals_cover_the_truth_as_often_as_they_say(name: str) -> None:
    runs = Runs.draw(CASES[name])
    ours = by_the_rule(runs)
    measured = [naive(runs), normal(runs), ours, by_error_rates(runs, CASES[name])]
    assert 0.93 <= ours <= 0.97
    (row,) = re.findall(rf"^\| {name} \|(.*)\|$", DOCS, re.MULTILINE)
    said = [float(cell.strip().removesuffix("%")) / 100 for cell in row.split("|")[1:]]
    assert said == pytest.approx(measured, abs=0.006)


def test_over_many_cases_the_interval_is_never_far_off() -> None:
    measured = [
        by_the_rule(Runs.draw((share, *reader), letters, 300), letters)
        for letters in (1000, 20_000)
        for share in (0.3, 0.1, 0.05, 0.02, 0.01)
        for reader in ((0.9, 0.95), (0.8, 0.99), (0.6, 0.9))
    ]
    low, high = (float(each) / 100 for each in re.findall(r"between ([\d.]+) and ([\d.]+) %", DOCS)[0])
    assert (min(measured), max(measured)) == pytest.approx((low, high), abs=0.006)
    assert min(measured) >= 0.92 and max(measured) <= 0.98
