"""Rates of a corpus, in all or by group, each with its interval and its letters."""

from collections.abc import Collection, Mapping
from typing import Any

from ..corpus import Corpus
from ..naming import SMALL_BASE, counted
from .correction import Estimate
from .intervals import wilson
from .labels import Answers
from .mistakes import Mistakes, find_mistakes
from .rate import Query, Rate
from .subjects import Subject, find_subject

__all__ = ["find_rates"]

_BASES = """, sizes AS (SELECT "group", letter_id, sum(weight) AS size FROM grouped GROUP BY ALL)
    SELECT "group", count(*) AS letters, sum(size)::BIGINT AS base, sum(size * size)::DOUBLE AS squares
    FROM sizes GROUP BY ALL ORDER BY ALL"""
_COUNTS = """, sizes AS (SELECT "group", letter_id, sum(weight) AS size FROM grouped GROUP BY ALL),
    hits AS (SELECT "group", letter_id, what, sum(weight) AS hit FROM grouped JOIN found USING (unit) GROUP BY ALL)
    SELECT "group", what, sum(hit)::BIGINT AS count, sum(hit * hit)::DOUBLE AS squares,
        sum(hit * size)::DOUBLE AS products
    FROM hits JOIN sizes USING ("group", letter_id) GROUP BY ALL ORDER BY ALL"""
_NO_HITS = {"count": 0, "squares": 0.0, "products": 0.0}

_Row = dict[str, Any]


def find_rates(
    corpus: Corpus,
    of: str = "outcome",
    by: str | None = None,
    *,
    unit: str = "",
    labels: Mapping[str, Answers] | None = None,
    types: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    minimum: int = SMALL_BASE,
) -> list[Rate]:
    """The rates of a corpus.

    Outcomes of requests, words and citations each add up to their base, as read; a request may rely on several
    sections.  Corrected shares are estimated one by one and need not add up.

    Args:
        corpus: The corpus.
        of: `outcome`, `exemption` (sections relied on), `ground` (provisions), `boilerplate` (words that other
            letters repeat) or `timeliness`.
        by: `authority`, `type`, `quarter`, `year` or `regime`; None for the corpus as a whole.
        unit: What is counted of: `request` (its first decision), for sections and provisions also `citation`;
            boilerplate is counted of each `word`.
        labels: What people say of letters drawn at random from this corpus, as `load_labels` gives it; without
            them the reader's mistakes on the test part of the project's own letters are taken.
        types: The type of each authority, by its name.
        without: Authorities left out.
        minimum: Rates of fewer letters are withheld.

    Returns:
        A rate for each group and each thing found or labelled anywhere, also where a group has none, by their names.

    Raises:
        UsageError: When there is no such rate, or a label is of a letter that the corpus lacks.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from ..records import Letter
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> _ = corpus.load([Letter(str(n), "We do not hold this.") for n in range(12)], "example")
    >>> _ = corpus.analyse(workers=1)
    >>> (rate,) = find_rates(corpus)
    >>> rate.what, rate.numerator, rate.denominator, round(rate.low, 2), rate.high, rate.method
    ('not_held', 12, 12, 0.76, 1.0, 'as_read')
    >>> len(rate.letters_of(corpus))
    12
    """
    subject = find_subject(corpus, of, unit or ("word" if of == "boilerplate" else "request"), by, types, without)
    mistakes = find_mistakes(corpus, subject, labels)
    counts = {(row["group"], row["what"]): row for row in _rows(corpus, subject, _COUNTS)}
    whats = sorted({what for _, what in counts} | ({} if mistakes.elsewhere else mistakes.pooled).keys())
    places, opens_base = subject.places(), subject.base()
    rates = []
    for base in _rows(corpus, subject, _BASES):
        group = base["group"]
        queries = places.given(group=group), opens_base.given(group=group)
        rates += [
            _rate(subject.unit, mistakes, base, what, counts.get((group, what), _NO_HITS), minimum, queries)
            for what in whats
        ]
    return rates


def _rate(
    unit: str, mistakes: Mistakes, base: _Row, what: str, hits: _Row, minimum: int, queries: tuple[Query, Query]
) -> Rate:
    group, count, whole = base["group"], hits["count"], base["base"]
    estimate = mistakes.correct(group, what, count, whole) if unit == "request" else _clustered(base, hits)
    withheld = f"fewer than {counted(minimum, 'letter')}" if base["letters"] < minimum else estimate.withheld
    value, low, high = (None, None, None) if withheld else (estimate.value, estimate.low, estimate.high)
    return Rate(
        group=group,
        what=what,
        unit=unit,
        numerator=count,
        denominator=whole,
        letters=base["letters"],
        estimate=value,
        low=low,
        high=high,
        method=estimate.method,
        labels=estimate.labels,
        withheld=withheld,
        query=queries[0].given(what=what),
        base_query=queries[1],
    )


def _clustered(base: _Row, hits: _Row) -> Estimate:
    """Wilson's interval for as many independent units as the letters are worth, which were drawn as a whole.

    Words and citations of one letter go together.  The variance is that of a ratio (Cochran, W. G. (1977), Sampling
    Techniques, 3rd edition, section 6.3); the units it would take to have it: Korn, E. L. and Graubard, B. I. (1998),
    Survey Methodology 24, 193-201.
    """
    letters, whole = base["letters"], base["base"]
    share = hits["count"] / whole
    apart = hits["squares"] - 2 * share * hits["products"] + share**2 * base["squares"]
    variance = apart / whole**2 * letters / max(letters - 1, 1)
    worth = min(share * (1 - share) / variance, whole) if variance > 0 and 0 < share < 1 else letters
    low, high = wilson(share * worth, worth)
    return Estimate(share, float(low), float(high), "clustered")


def _rows(corpus: Corpus, subject: Subject, select: str) -> list[_Row]:
    query = subject.query(select)
    return corpus.arrow(query.sql, query.parameters).to_pylist()
