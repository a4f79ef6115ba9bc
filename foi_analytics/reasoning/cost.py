"""The estimate behind a refusal for cost, and whether its arithmetic holds.

The limits: 24 hours for central government, Parliament and the armed forces, 18 for everybody
else (SI 2004/3244 regs 3 and 4: £600 and £450 at £25 an hour); in Scotland £600 at no more than
£15 an hour, which is 40 hours (SSI 2004/467 regs 3 and 5).
"""

import itertools
import re
from collections.abc import Iterable, Iterator

from ..anatomy import Anatomy
from ..records import CostEstimate
from .quantities import Quantity, find_quantities
from .words import Sentence

__all__ = ["find_estimates"]

_RULE = "rule:reasoning/cost-estimate@1"
_TIME = re.compile(r"\b(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)\b", re.IGNORECASE)
_TIMES_OF_DAY = re.compile(r"\b(?:opening|24[ -]hours? a day|at any hour|within \d{1,2} hours)\b", re.IGNORECASE)
_CENTRAL = re.compile(
    r"\b(?:department (?:for|of)|ministry|home office|cabinet office|treasury|foreign office"
    r"|house of (?:commons|lords)|"
    r"senedd|welsh (?:assembly|government|parliament)|northern ireland assembly|attorney general|armed forces|"
    r"royal (?:navy|air force)|HM (?:Revenue|Prison)|executive agency)",
    re.IGNORECASE,
)
_LIMITS = {450.0: 18.0, 600.0: 24.0}
_SCOTTISH_LIMIT = 40.0
_EFFORT = re.compile(
    r"\b(?:estimat\w*|would|limit|locat\w+|search\w*|retriev\w+|extract\w*|cost|needs?|needed|=|took|taken)\b|=",
    re.IGNORECASE,
)
_GAP = 3
_CLOSE = 0.06
_HALF_HOUR = 0.5
_MORE_TO_IT = re.compile(
    r"\b(?:a|per|each|every|for) (?:year|month|week|quarter)\b|\b(?:officers|people|teams?|staff|between"
    r"|further|additional|in addition|plus|also)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:over|more than|at least|upwards of|in excess of|well over|exceed\w*|minimum)\b", re.IGNORECASE
)


def find_estimates(
    anatomy: Anatomy, letter_id: str, main: list[Sentence], authority: str | None, *, scottish: bool
) -> Iterator[CostEstimate]:
    """Each estimate in the message proper: sentences near each other that speak of hours and minutes.

    Args:
        anatomy: The letter taken apart.
        letter_id: Goes into the records.
        main: The sentences of the message proper.
        authority: Who wrote it; central government has the higher limit.
        scottish: Whether the refusal is under FOISA.
    """
    central = bool(_CENTRAL.search(authority or ""))
    default = _SCOTTISH_LIMIT if scottish else 24.0 if central else 18.0
    for group in _groups(main):
        estimate = _estimate([q for s in group for q in find_quantities(s.text)], group, default, scottish=scottish)
        if estimate is not None:
            start, end = group[0].start, group[-1].end
            yield CostEstimate(letter_id, start, end, anatomy.text[start:end], 0.85, _RULE, *estimate)


def _groups(main: list[Sentence]) -> Iterator[list[Sentence]]:
    """Runs of sentences about time, each with those before it that say how many things there are."""
    timed = [i for i, s in enumerate(main) if _TIME.search(s.text) and not _TIMES_OF_DAY.search(s.text)]
    for run in _runs(timed):
        floor = max(run[0] - _GAP, 0)
        counting = [i for i in range(floor, run[0]) if any(q.kind == "records" for q in find_quantities(main[i].text))]
        group = main[min(counting, default=run[0]) : run[-1] + 1]
        if any(_EFFORT.search(s.text) for s in group):
            yield group


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > _GAP:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


_Found = tuple[int | None, float | None, float | None, float, bool | None]


def _estimate(found: list[Quantity], group: list[Sentence], default: float, *, scottish: bool) -> _Found | None:
    of = {
        kind: [q.value for q in found if q.kind == kind]
        for kind in ("records", "minutes_each", "hours", "limit", "pounds")
    }
    stated = of["limit"] or [] if scottish else of["limit"] or [_LIMITS[p] for p in of["pounds"] if p in _LIMITS]
    limit = stated[0] if stated else default
    if not of["minutes_each"] and not of["hours"]:
        return None
    records, each, hours, holds = _product(of, " ".join(s.text for s in group))
    beyond = None if hours is None else hours > limit
    checked = [check for check in (holds, beyond) if check is not None]
    return (None if records is None else int(records), each, hours, limit, all(checked) if checked else None)


def _product(of: dict[str, list[float]], words: str) -> tuple[float | None, float | None, float | None, bool | None]:
    """Records, minutes for each, hours, and whether they fit; of several readings the one that fits is meant."""
    records, minutes, hours = of["records"], of["minutes_each"], of["hours"]
    tries = list(itertools.product(records[:8], minutes[:4], hours[:6]))
    at_least = bool(_LEAST.search(words))
    for count, each, total in tries:
        if _fits(count * each / 60, total, at_least=at_least):
            return count, each, total, True
    most = (max(records, default=None), max(minutes, default=None), max(hours, default=None))
    plain = len(minutes) == 1 and len(records) in (1, 2) and len(hours) == 1 and not _MORE_TO_IT.search(words)
    return *most, False if plain else None


def _fits(exact: float, said: float, *, at_least: bool) -> bool:
    """Equal but for rounding; "more than 300 hours" may also stay a little below what it comes to."""
    if abs(exact - said) <= max(_HALF_HOUR, _CLOSE * exact):
        return True
    return at_least and said <= exact <= 1.5 * said
