"""Whether a score means what it says: of the findings scored 0.8, are eight in ten right?"""

import numpy as np
import pandas as pd

from .comparing import NOTHING

__all__ = ["calibration_errors", "calibration_of"]

_FIELDS = ("citation role", "question outcome")
_BINS = 10


def calibration_of(judgements: pd.DataFrame) -> pd.DataFrame:
    """The points of the reliability curve of citation roles and of question outcomes.

    Only findings that answer to a label, and have a score, are taken: how sure the role of a citation is says
    nothing about whether there is a citation.

    Args:
        judgements: A row for each `Judgement`.

    Returns:
        For each field and each tenth of the scores that has findings: `above` and `upto`, the edges of the bin,
        `n` findings in it, their mean `score`, and the share that is `right`.
    """
    answered = judgements[judgements["field"].isin(_FIELDS) & judgements["score"].notna()]
    answered = answered[(answered["expected"] != NOTHING) & (answered["found"] != NOTHING)]
    scores = answered["score"].astype(float)
    bins = np.ceil((scores * _BINS).round(6)).clip(1, _BINS)  # rounded: 0.7 * 10 is a little over 7
    answered = answered.assign(score=scores, upto=bins / _BINS, right=answered["expected"] == answered["found"])
    points = answered.groupby(["field", "upto"], as_index=False).agg(
        n=("right", "size"), score=("score", "mean"), right=("right", "mean")
    )
    points.insert(1, "above", (points["upto"] - 1 / _BINS).round(1))
    return points


def calibration_errors(points: pd.DataFrame) -> pd.Series:
    """Expected calibration error by field: how far, on average over findings, score and share right lie apart.

    After Naeini, M. P., Cooper, G. and Hauskrecht, M. (2015), Obtaining Well Calibrated Probabilities Using
    Bayesian Binning, https://doi.org/10.1609/aaai.v29i1.9602.

    >>> points = pd.DataFrame({"field": "citation role", "n": [10, 30], "score": [.5, .9], "right": [.3, .9]})
    >>> calibration_errors(points).round(3).to_dict()
    {'citation role': 0.05}
    """
    apart = (points["score"] - points["right"]).abs() * points["n"]
    by_field = apart.groupby(points["field"]).sum() / points.groupby("field")["n"].sum()
    return by_field.rename("expected calibration error")
