"""The tables of a corpus, each as a pandas frame."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Frames"]


class Frames(ABC):
    """A frame for each table that people look at."""

    @abstractmethod
    def table(self, name: str) -> "pd.DataFrame":
        """One of `TABLES` by its name."""

    @property
    def letters(self) -> "pd.DataFrame":
        """The letters, as loaded."""
        return self.table("letters")

    @property
    def readings(self) -> "pd.DataFrame":
        """What each letter says as a whole, one row for each letter read."""
        return self.table("readings")

    @property
    def requests(self) -> "pd.DataFrame":
        """The messages that opened cases, as far as the sources give them."""
        return self.table("requests")

    @property
    def cases(self) -> "pd.DataFrame":
        """What became of each request, over all letters of its case; see `foi_analytics.corpus.cases`."""
        return self.table("cases")

    @property
    def licences(self) -> "pd.DataFrame":
        """On what terms the letters may be used: `status` is `stated`, `assumed` or `unknown`; with the words owed."""
        return self.table("licences")

    @property
    def parts(self) -> "pd.DataFrame":
        """Stretches of letters with one purpose."""
        return self.table("parts")

    @property
    def citations(self) -> "pd.DataFrame":
        """Statutory references, with their role."""
        return self.table("citations")

    @property
    def exemptions(self) -> "pd.DataFrame":
        """Grounds relied on; those not cited are marked `inferred`."""
        return self.table("exemptions")

    @property
    def questions(self) -> "pd.DataFrame":
        """Asks, with what happened to each."""
        return self.table("questions")

    @property
    def arguments(self) -> "pd.DataFrame":
        """Sentences that reason: public interest, prejudice, advice, rights of review."""
        return self.table("arguments")

    @property
    def cost_estimates(self) -> "pd.DataFrame":
        """What complying is said to take, and whether the sum adds up."""
        return self.table("cost_estimates")

    @property
    def duties(self) -> "pd.DataFrame":
        """What each refusal notice owes, met or missing; see `foi_analytics.reasoning`."""
        return self.table("duties")

    @property
    def extensions(self) -> "pd.DataFrame":
        """Notices of more time to answer: under which power, until when."""
        return self.table("extensions")

    @property
    def passages(self) -> "pd.DataFrame":
        """Paragraphs."""
        return self.table("passages")

    @property
    def families(self) -> "pd.DataFrame":
        """Passages that letters share, those that repeat most words first."""
        return self.table("families")

    @property
    def reuse(self) -> "pd.DataFrame":
        """Passages of the authorities' own words, with the family each belongs to."""
        return self.table("reuse")

    @property
    def suggestions(self) -> "pd.DataFrame":
        """Pairs of families that may say the same in other words, best first; empty until `Corpus.suggest`."""
        return self.table("suggestions")

    @property
    def shares(self) -> "pd.DataFrame":
        """How much of each letter's own words other letters repeat."""
        return self.table("shares")

    @property
    def reasons(self) -> "pd.DataFrame":
        """For each ground of each letter: the words about it, and how many of them other letters repeat."""
        return self.table("reasons")

    @property
    def notices(self) -> "pd.DataFrame":
        """What regulators decided, one row for each provision; no letters."""
        return self.table("notices")

    @property
    def figures(self) -> "pd.DataFrame":
        """What authorities report of a year, for comparing the corpus with."""
        return self.table("figures")

    @property
    def problems(self) -> "pd.DataFrame":
        """What could not be loaded or read, with the reason."""
        return self.table("problems")
