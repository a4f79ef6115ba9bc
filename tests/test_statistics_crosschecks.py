"""The statistics beside the libraries that others trust for them."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foi_analytics.statistics.correction import Confusion, confusion_of, prediction_powered, rogan_gladen
from foi_analytics.statistics.funnel import adjust, binomial
from foi_analytics.statistics.intervals import newcombe, wilson
from foi_analytics.statistics.survival import survival_curve

COUNTS = st.integers(0, 60)


@given(COUNTS, st.integers(1, 60))
def test_wilson_is_that_of_statsmodels(count: int, more: int) -> None:
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    theirs = proportion.proportion_confint(count, count + more, method="wilson")
    assert wilson(count, count + more) == pytest.approx(theirs, abs=1e-12)


@given(COUNTS, st.integers(1, 60), COUNTS, st.integers(1, 60))
def test_newcombe_is_that_of_statsmodels(count: int, more: int, other: int, other_more: int) -> None:
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    theirs = proportion.confint_proportions_2indep(
        count, count + more, other, other + other_more, method="newcomb", compare="diff"
    )
    assert newcombe(count, count + more, other, other + other_more) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_adjusted_tails_are_those_of_statsmodels(tails: list[float]) -> None:
    multitest = pytest.importorskip("statsmodels.stats.multitest")
    assert adjust(tails) == pytest.approx(list(multitest.multipletests(tails, method="fdr_bh")[1]), abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=3, max_size=60))
def test_survival_is_that_of_statsmodels(requests: list[tuple[int, bool]]) -> None:
    survfunc = pytest.importorskip("statsmodels.duration.survfunc")
    assume(any(decided for _, decided in requests))
    theirs = survfunc.SurvfuncRight([days + 1 for days, _ in requests], [int(was) for _, was in requests])
    curve = survival_curve(requests)
    assert [step.days + 1 for step in curve.steps] == [int(day) for day in theirs.surv_times]
    assert [step.share for step in curve.steps] == pytest.approx(list(theirs.surv_prob), abs=1e-12)
    for step, share, error in zip(curve.steps, theirs.surv_prob, theirs.surv_prob_se, strict=True):
        if 0.01 < share < 0.99:  # the limits are Greenwood's on the scale of log(-log)
            half = 1.959964 * error / (share * abs(np.log(share)))
            assert (step.low, step.high) == pytest.approx((share ** np.exp(half), share ** np.exp(-half)), abs=1e-6)


@given(st.integers(1, 400), st.floats(0.001, 0.999))
def test_binomial_chances_are_those_of_scipy(base: int, share: float) -> None:
    stats = pytest.importorskip("scipy.stats")
    assert binomial(base, share) == pytest.approx(stats.binom.pmf(np.arange(base + 1), base, share), abs=1e-9)


def drawn(share: float, sensitivity: float, specificity: float, seed: int, labels: int, letters: int) -> tuple:
    """Labels, readings of the labelled letters, readings of the others."""
    chance = np.random.default_rng(seed)
    truth = chance.random(letters) < share
    read = np.where(truth, chance.random(letters) < sensitivity, chance.random(letters) > specificity)
    return truth[:labels].astype(float), read[:labels].astype(float), read[labels:].astype(float)


def confusion(truth: np.ndarray, read: np.ndarray) -> Confusion:
    sets = [[frozenset("x") if each else frozenset() for each in side] for side in (truth, read)]
    return confusion_of(zip(*sets, strict=True), "x")


@pytest.mark.parametrize("seed", range(20))
def test_the_estimate_is_that_of_ppi_python_with_the_best_lambda(seed: int) -> None:
    ppi = pytest.importorskip("ppi_py")
    truth, read, others = drawn(0.15, 0.85, 0.95, seed, 300, 4000)
    best = np.cov(truth, read, ddof=0)[0, 1] / read.var() / (1 + len(read) / len(others))
    (theirs,) = ppi.ppi_mean_pointestimate(truth, read, others, lam=best)
    ours, _, _ = prediction_powered(read.sum() + others.sum(), 4000, *confusion(truth, read).cells)
    assert ours == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_with_many_labels_the_interval_is_that_of_ppi_python(seed: int) -> None:
    ppi = pytest.importorskip("ppi_py")
    truth, read, others = drawn(0.3, 0.9, 0.95, seed, 4000, 40_000)
    best = np.cov(truth, read, ddof=0)[0, 1] / read.var() / (1 + len(read) / len(others))
    low, high = ppi.ppi_mean_ci(truth, read, others, alpha=0.05, lam=best)
    _, ours_low, ours_high = prediction_powered(read.sum() + others.sum(), 40_000, *confusion(truth, read).cells)
    assert (ours_low, ours_high) == pytest.approx((low[0], high[0]), abs=0.0015)
    assert ours_high - ours_low == pytest.approx(high[0] - low[0], rel=0.05)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["ACC", "PACC"])
def test_the_estimate_is_that_of_quapy(name: str) -> None:
    aggregative, dummy = pytest.importorskip("quapy.method.aggregative"), pytest.importorskip("sklearn.dummy")
    truth, read, others = drawn(0.2, 0.8, 0.9, 1, 400, 3000)
    reader = dummy.DummyClassifier(strategy="prior").fit(np.zeros((2, 1)), [0, 1])
    counting = getattr(aggregative, name)(reader, fit_classifier=False, val_split=None, solver="exact-raise")

    def said(readings: np.ndarray) -> np.ndarray:
        sure = np.column_stack([1 - readings, readings])
        return sure if name == "PACC" else readings.astype(int)

    counting.aggregation_fit(said(read), truth.astype(int))
    theirs = counting.aggregate(said(others))[1]
    ours, low, high = rogan_gladen(others.sum(), len(others), *confusion(truth, read).cells)
    assert ours == pytest.approx(theirs, abs=1e-9)
    assert low < ours < high
