"""How well a partition of passages agrees with the planted truth; pairs are counted, never listed.

    python tests/benchmarks/truth.py FOLDER FOUND.jsonl

scores the output of `foi families` against the `truth.parquet` of a folder that `planted.py` wrote.

Two passages belong together when they are of one truth family, that is one wording: exact, in new slots or edited.
Passages of one meaning in other words are neither rewarded nor punished, and neither is a look-alike beside its twin
when the two can be told apart, because one of them has a similarity below 1.  Shown as the same they are an error:
`strict` counts those.  A tool that gives no similarity shows all that it groups as the same.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow.json as pj
import pyarrow.parquet as pq
from numpy.typing import NDArray

Labels = NDArray[np.int64]
WHOLE = 0.9


class Lookalikes(NamedTuple):
    """Pairs of a look-alike and its twin, by what was changed: all, in one family, and there shown as the same."""

    pairs: int
    merged: int
    same: int


class Score(NamedTuple):
    """Agreement with the truth.

    `precision`, `recall`: of pairs, look-alikes beside their twins left aside; `strict`: the precision when those
    shown as the same are errors. `exact_recall`: of pairs that differ in case, space and punctuation at most.
    `bcubed_*`: averaged over passages (Bagga and Baldwin 1998). `families`: the share of truth families of two or
    more that have nine tenths of their members in one found family, of which these are nine tenths.
    """

    precision: float
    recall: float
    strict: float
    exact_recall: float
    bcubed_precision: float
    bcubed_recall: float
    families: float
    lookalikes: dict[str, Lookalikes]

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.recall else 0.0


def score(truth: pd.DataFrame, found: Labels, same: NDArray[np.bool_] | None = None) -> Score:
    """Score a partition.

    Args:
        truth: The rows of `truth.parquet`.
        found: The found family of each row, negative where there is none.
        same: Whether the row is shown as the same as its family's text, similarity 1; all of them if not given.
    """
    found = _singletons_numbered(found)
    same = np.ones(len(found), bool) if same is None else same
    family = truth["family"].to_numpy()
    kin = _kin(truth)
    together, alike, joined = _sizes(found, family), _sizes(found, kin), _sizes(found)
    right, wrong = _pairs(together), _pairs(joined) - _pairs(alike)
    lookalikes = _lookalikes(truth, found, same)
    shown_as_same = sum(each.same for each in lookalikes.values())
    exact = truth["kind"].eq("exact").to_numpy()
    here, there = _at(found, family), _sizes(family)[_index(family)]
    strangers = _sizes(found)[_index(found)] - _at(found, kin)
    return Score(
        precision=_share(right, right + wrong),
        recall=_share(right, _pairs(_sizes(family))),
        strict=_share(right, right + wrong + shown_as_same),
        exact_recall=_share(_pairs(_sizes(found[exact], family[exact])), _pairs(_sizes(family[exact]))),
        bcubed_precision=float(np.mean(here / (here + strangers))),
        bcubed_recall=float(np.mean(here / there)),
        families=_recovered(family, here, here + strangers),
        lookalikes=lookalikes,
    )


def read_found(truth: pd.DataFrame, path: Path) -> tuple[Labels, NDArray[np.bool_], int]:
    """The families in the output of `foi families`, in the order of the truth.

    Returns:
        The family of each passage, whether it is shown as the same, and how many passages the output lacks.
    """
    table = pj.read_json(path).select(["letter_id", "start", "end", "family", "similarity"]).to_pandas()
    rows = truth[["letter_id", "start", "end"]].merge(
        table, how="left", on=["letter_id", "start", "end"], indicator=True
    )
    labels = pd.factorize(rows["family"])[0].astype(np.int64)
    return labels, rows["similarity"].ge(1.0).to_numpy(), int(rows["_merge"].eq("left_only").sum())


def _singletons_numbered(found: Labels) -> Labels:
    alone = found < 0
    numbered = found.copy()
    numbered[alone] = found.max(initial=0) + 1 + np.arange(alone.sum())
    return numbered


def _kin(truth: pd.DataFrame) -> Labels:
    """One number for all families whose pairs are left aside: wordings of a meaning, a look-alike and its twin."""
    family = truth["family"].to_numpy()
    meaning = pd.factorize(truth["meaning"])[0]
    kin: Labels = np.where(meaning >= 0, -1 - meaning, family)
    # A look-alike of a wording is kin to all wordings of that meaning.
    twin = truth["twin"].fillna(-1).to_numpy().astype(np.int64)
    of_family = pd.Series(kin[twin < 0], index=family[twin < 0]).groupby(level=0).first()
    kin[twin >= 0] = of_family.reindex(twin[twin >= 0]).to_numpy()
    return kin


def _lookalikes(truth: pd.DataFrame, found: Labels, same: NDArray[np.bool_]) -> dict[str, Lookalikes]:
    alike = truth["twin"].notna().to_numpy()
    twins = truth[alike].assign(found=found[alike], same=same[alike])
    others = truth[["family"]].assign(found=found, same=same)
    others = others[others["family"].isin(twins["twin"].unique())]
    size = others.groupby("family").size()
    merged = others.groupby(["family", "found"])["same"].agg(["size", "sum"])
    each = twins.join(size.rename("pairs"), on="twin").join(merged, on=["twin", "found"]).fillna({"size": 0, "sum": 0})
    each["sum"] *= each["same"]
    sums = each.groupby(each["change"].astype(str))[["pairs", "size", "sum"]].sum().astype(np.int64)
    return {str(change): Lookalikes(*map(int, row)) for change, *row in sums.itertuples()}


def _recovered(family: Labels, here: NDArray[np.float64], joined: NDArray[np.float64]) -> float:
    rows = pd.DataFrame({"family": family, "here": here, "joined": joined})
    best = rows.sort_values("here").groupby("family").last()
    size = rows.groupby("family").size()
    repeated = size >= 2
    whole = (best["here"] >= WHOLE * size) & (best["here"] >= WHOLE * best["joined"])
    return float(whole[repeated].mean())


def _index(*labels: Labels) -> NDArray[np.int64]:
    """A dense number for each row's combination of labels."""
    number = pd.factorize(labels[0])[0].astype(np.int64)
    for label in labels[1:]:
        inner = pd.factorize(label)[0].astype(np.int64)
        number = pd.factorize(number * (inner.max(initial=0) + 1) + inner)[0].astype(np.int64)
    return number


def _sizes(*labels: Labels) -> NDArray[np.int64]:
    return np.bincount(_index(*labels))


def _at(*labels: Labels) -> NDArray[np.float64]:
    index = _index(*labels)
    return np.bincount(index)[index].astype(np.float64)


def _pairs(sizes: NDArray[np.int64]) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def table(result: Score) -> str:
    """The score in words and figures."""
    lines = [
        f"pairs      precision {result.precision:.4f}  recall {result.recall:.4f}  F1 {result.f1:.4f}",
        f"           precision {result.strict:.4f} when look-alikes shown as the same are errors",
        f"exact      recall    {result.exact_recall:.4f}",
        f"B-cubed    precision {result.bcubed_precision:.4f}  recall {result.bcubed_recall:.4f}",
        f"families   {result.families:.4f} recovered",
    ]
    for change, (pairs, merged, same) in result.lookalikes.items():
        lines.append(
            f"look-alike {change:9} {pairs:>11,} pairs, {merged / pairs:.1%} merged, {same / pairs:.1%} as the same"
        )
    return "\n".join(lines)


def main() -> None:
    folder, path = Path(sys.argv[1]), Path(sys.argv[2])
    truth = pq.read_table(folder / "truth.parquet").to_pandas()
    labels, same, missing = read_found(truth, path)
    if missing:
        print(f"{missing:,} of {len(truth):,} passages are not in the output; counted as unique")
    print(table(score(truth, labels, same)))


if __name__ == "__main__":
    main()
