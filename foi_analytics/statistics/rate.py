"""A share as a record: what it counts, how sure it is, and the query that opens its letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .correction import METHODS

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus import Corpus

__all__ = ["EVERYTHING", "Query", "Rate"]

EVERYTHING = "all"
"""The group of a rate that is not told by group."""

_AS_READ = ("as_read", "clustered")


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT over the tables of a corpus, with values for its `$names`."""

    sql: str
    parameters: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def given(self, **values: Any) -> "Query":
        """The same query with more values."""
        return Query(self.sql, {**self.parameters, **values})

    def rows(self, corpus: "Corpus") -> "pd.DataFrame":
        """What the corpus answers."""
        return corpus.sql(self.sql, self.parameters)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its interval, or the reason why it is withheld.

    Attributes:
        group: What part of the corpus it is of: an authority, a quarter; `EVERYTHING` when of all of it.
        what: What is counted: an outcome, a section, a provision.
        unit: What is counted of: `request`, `citation` or `word`.
        numerator: How many units have it, as read.
        denominator: Of how many.
        letters: How many letters these stand in; the base by which a rate is withheld.
        estimate: The share; None when it is withheld.
        low, high: Its 95 % interval; None when it is withheld.
        method: One of `METHODS`.
        labels: How many labelled letters it rests on.
        withheld: Why there is no share; None when there is one.
        query: Opens what the numerator counts: `letter_id`, and `start`, `end` where words are meant.
        base_query: Opens what the denominator counts.
    """

    group: str
    what: str
    unit: str
    numerator: int
    denominator: int
    letters: int
    estimate: float | None
    low: float | None
    high: float | None
    method: str
    labels: int
    withheld: str | None
    query: Query = field(repr=False)
    base_query: Query = field(repr=False)

    @property
    def corrected(self) -> bool:
        """Whether the reader's mistakes are reckoned with."""
        return self.method not in _AS_READ

    @property
    def how(self) -> str:
        """The method in words."""
        return METHODS[self.method]

    def letters_of(self, corpus: "Corpus") -> "pd.DataFrame":
        """The letters that the numerator counts, with the words that say so."""
        return self.query.rows(corpus)

    def base_of(self, corpus: "Corpus") -> "pd.DataFrame":
        """The letters that the denominator counts."""
        return self.base_query.rows(corpus)
