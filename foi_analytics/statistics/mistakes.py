"""How the reader errs in a corpus, by the labels of some of its letters or as measured on others."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..corpus import Corpus
from ..errors import UsageError
from .correction import Confusion, Estimate, Judged, confusion_of, correct
from .labels import LABELLED, Answers
from .measured import measured_errors
from .subjects import Subject

__all__ = ["Mistakes", "find_mistakes"]

_READ = """SELECT "group", letter_id, coalesce(list(what) FILTER (what IS NOT NULL), []) AS whats
    FROM grouped LEFT JOIN found USING (unit) WHERE letter_id IN $labelled GROUP BY ALL ORDER BY ALL"""
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What is known of the reader's mistakes.

    Attributes:
        judged: Labelled letters of the corpus, by group.
        pooled: Counts of all labelled letters, by what is counted.
        elsewhere: Whether those are other letters, since none of the corpus are labelled.
    """

    judged: Mapping[str, list[Judged]] = field(default_factory=dict)
    pooled: Mapping[str, Confusion] = field(default_factory=dict)
    elsewhere: bool = False

    def correct(self, group: str, what: str, count: int, base: int) -> Estimate:
        """The share of a group, corrected as far as its mistakes are known."""
        own = confusion_of(self.judged.get(group, ()), what)
        return correct(count, base, own, self.pooled.get(what), self.elsewhere)


def find_mistakes(corpus: Corpus, subject: Subject, labels: Mapping[str, Answers] | None) -> Mistakes:
    """What the labels say of the reader's mistakes about a subject; without labels, what is known from other letters.

    Raises:
        UsageError: When a label is of a letter that the corpus lacks.
    """
    if subject.unit != "request" or subject.of not in LABELLED:
        return Mistakes()
    if labels is None:
        return Mistakes(pooled=measured_errors()[subject.of], elsewhere=True)
    _refuse_strangers(corpus, labels)
    said = {letter: answers[subject.of] for letter, answers in labels.items() if subject.of in answers}
    query = subject.query(_READ, labelled=list(said))
    judged: dict[str, list[Judged]] = defaultdict(list)
    for row in corpus.arrow(query.sql, query.parameters).to_pylist():
        judged[row["group"]].append((said[row["letter_id"]], frozenset(row["whats"])))
    everyone = [each for theirs in judged.values() for each in theirs]
    whats = {what for labelled, read in everyone for what in labelled | read}
    return Mistakes(judged, {what: confusion_of(everyone, what) for what in whats})


def _refuse_strangers(corpus: Corpus, labels: Mapping[str, Answers]) -> None:
    known = corpus.arrow("SELECT letter_id FROM letters WHERE letter_id IN $ids", {"ids": list(labels)})
    if strangers := sorted(labels.keys() - set(known.column("letter_id").to_pylist())):
        more = f" and {len(strangers) - _NAMED} more" if len(strangers) > _NAMED else ""
        raise UsageError(
            f"labels must be of letters drawn from this corpus, which lacks {', '.join(strangers[:_NAMED])}{more}"
        )
