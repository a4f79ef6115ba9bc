"""Case registers: what an authority knows of its requests and letters do not tell.

A register is a table with a row for each request.  Its columns are found by their names, or
named by the person; its words for statuses and outcomes are in `register.toml`.  What it does
not say comes from the letters of the same case, if the corpus has them.
"""

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from ...deadlines import due_date, time_limits, working_days_between
from ...errors import UnreadableError, UsageError
from ...formats import Content, Limits, Refused, records
from ...records import OUTCOMES
from ...regimes import provision, regimes
from ...sources.dates import guess_day_first, parse_day
from .requests import UNNAMED, CountedRequest

__all__ = ["read_register"]

_PLAIN = re.compile(r"[^a-z0-9]+")
_GROUND = re.compile(r"^(?:s|ss|sec|section|reg|regulation|r|art|article)?\.?\s{0,3}(\(?\d.{0,30})$", re.IGNORECASE)
_DATES = ("received", "closed", "extended", "review_received", "review_closed")
_YES, _NO = ("yes", "y", "true", "1"), ("", "no", "n", "false", "0")
_TOLD = 5


@dataclass(frozen=True)
class _Reader:
    """How one register is to be read: field to column, order of dates, and what is known where it is silent."""

    columns: Mapping[str, str]
    day_first: bool
    known: Mapping[str, CountedRequest]
    authority: str | None
    regime: str


def read_register(
    path: Path,
    letters: Iterable[CountedRequest] = (),
    columns: Mapping[str, str] | None = None,
    authority: str | None = None,
    as_of: dt.date | None = None,
    regime: str = "foia2000",
) -> list[CountedRequest]:
    r"""The requests of a case register, with what their letters add.

    Args:
        path: A table: CSV, XLSX, Parquet or JSON lines.
        letters: The requests of a corpus (`requests_of`); the register's own word comes first.
        columns: Field to column, where the names do not tell: `case`, `authority`, `received`, `closed`,
            `status`, `outcome`, `exemptions`, `regime`, `extended`, `review_received`, `review_closed`,
            `review_outcome`, `complaint_outcome`. Outcomes of reviews and complaints are those of the first
            decision: `upheld` means that it stood.
        authority: Whose register it is, when it has no such column.
        as_of: The day on which what is open is counted; the last day in the register when not said.
        regime: Statute of the requests of which neither the register nor a letter names one.

    Raises:
        UsageError: When a field is missing, or a row says something that is not understood or cannot
            be, with its line.
        UnreadableError: When the file is no table.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "register.csv"
    >>> _ = path.write_text("Ref,Date received,Date closed,Status,Outcome,Exemptions\n"
    ...     "24/1,2024-03-01,2024-03-20,Closed,Refused in full,s.40(2)\n")
    >>> (request,) = read_register(path, authority="Fenmoor Office")
    >>> request.outcome, request.grounds, request.timeliness
    ('full_refusal', ('foia2000:40(2)',), 'in_time')
    """
    rows = _rows(path)
    names = list(dict.fromkeys(name for _, row in rows for name in row))
    found = _columns(names, columns or {})
    dated = [row.get(found[field]) for _, row in rows for field in _DATES if field in found]
    reader = _Reader(found, guess_day_first(dated) is not False, {r.case_id: r for r in letters}, authority, regime)
    requests, seen = [], set()
    wrong: dict[str, list[str]] = {}
    for line, row in rows:
        try:
            request = _request(reader, row)
            if request.case_id in seen:
                raise ValueError(f"the case {request.case_id!r} is there twice")
            seen.add(request.case_id)
            requests.append(request)
        except ValueError as error:
            wrong.setdefault(str(error), []).append(str(line))
    if wrong:
        raise UsageError(f"{path}: {_told(wrong)}")
    last = as_of or max((day for r in requests for day in (r.received, r.closed) if day), default=None)
    return [_timed(request, last) for request in requests]


def _told(wrong: Mapping[str, Sequence[str]]) -> str:
    """What is wrong on which lines, and the words that would be understood, once."""
    reasons = [f"line {', '.join(lines[:_TOLD])}: {reason}" for reason, lines in wrong.items()][:_TOLD]
    known = [
        f"{table} are {', '.join(_meanings(table))}"
        for table in _spellings()
        if any(f"is none of the {table}" in reason for reason in reasons)
    ]
    more = [f"{len(wrong) - _TOLD} more"] if len(wrong) > _TOLD else []
    return "; ".join((*reasons, *more, *known))


def _rows(path: Path) -> list[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        raise UsageError(f"there is no register {path}")
    rows = []
    for row in records(Content.of(path), Limits()):
        if isinstance(row, Refused):
            raise UnreadableError(f"{path}: {row.reason}")
        rows.append((row.number, dict(row.values)))
    if not rows:
        raise UsageError(f"{path} has no rows")
    return rows


@functools.cache
def _spellings() -> dict[str, dict[str, str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("register.toml").read_text(encoding="utf-8"))
    return {
        table: {_plain(word): meaning for meaning, words in entries.items() for word in (meaning, *words)}
        for table, entries in data.items()
    }


def _plain(text: object) -> str:
    return _PLAIN.sub(" ", str(text).lower()).strip()


def _columns(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    spelled = _spellings()["fields"]
    found: dict[str, str] = {}
    for name in names:
        if field := spelled.get(_plain(name)):
            found.setdefault(field, name)
    for field, name in given.items():
        if field not in spelled.values():
            raise UsageError(
                f"a register has no field {field!r}; fields are {', '.join(dict.fromkeys(spelled.values()))}"
            )
        if name not in names:
            raise UsageError(f"the register has no column {name!r}; columns are {', '.join(names)}")
        found[field] = name
    if missing := [field for field in ("case", "received") if field not in found]:
        raise UsageError(f"no column of the register is its {' or '.join(missing)}; name it with --column FIELD=NAME")
    return found


def _request(reader: _Reader, row: Mapping[str, Any]) -> CountedRequest:
    def cell(field: str) -> str:
        value = row.get(reader.columns.get(field, ""))
        return "" if value is None else str(value).strip()

    def day(field: str) -> dt.date | None:
        value = row.get(reader.columns.get(field, ""))
        found = parse_day(value, day_first=reader.day_first)
        if found is None and cell(field):
            raise ValueError(f"{field} is {cell(field)!r}, which names no day")
        return found

    case_id = cell("case")
    if not case_id:
        raise ValueError("it has no case")
    letters = reader.known.get(case_id, CountedRequest(case_id, reader.authority or UNNAMED, closed=None))
    received, closed = day("received"), day("closed") if "closed" in reader.columns else letters.closed
    if received is None:
        raise ValueError("it has no day of receipt")
    if closed is not None and closed < received:
        raise ValueError(f"it was closed on {closed}, before it was received on {received}")
    regime = _said("regimes", cell("regime"), regimes()) or letters.regime or reader.regime
    grounds = _grounds(cell("exemptions"), regime)
    reviewed = (day("review_received"), day("review_closed"))
    review = (
        _said("reviews", cell("review_outcome"), OUTCOMES) or letters.review or ("unknown" if any(reviewed) else None)
    )
    return replace(
        letters,
        authority=cell("authority") or reader.authority or letters.authority,
        regime=regime,
        received=received,
        closed=closed,
        status=_status(cell("status"), closed),
        outcome=_said("outcomes", cell("outcome"), OUTCOMES) or letters.outcome,
        grounds=grounds if cell("exemptions") else letters.grounds,
        extended=_extension(cell("extended"), regime, day, letters),
        review=review,
        review_took=_days(regime, *reviewed, "review"),
        complaint=_said("reviews", cell("complaint_outcome"), OUTCOMES),
    )


def _said(table: str, words: str, known: Iterable[str]) -> str | None:
    """What a cell means in our terms; None when it is empty."""
    if not words or words in known:
        return words or None
    meaning = _spellings()[table].get(_plain(words))
    if meaning is None:
        raise ValueError(f"{words!r} is none of the {table} known")
    return meaning


def _meanings(table: str) -> Iterable[str]:
    return dict.fromkeys(_spellings()[table].values())


def _status(words: str, closed: dt.date | None) -> str:
    status = _said("statuses", words, ()) or ("decided" if closed else "open")
    if status == "decided" and closed is None:
        raise ValueError("it is closed and has no closing day")
    if status == "open" and closed is not None:
        raise ValueError(f"it is open and was closed on {closed}")
    return status


def _grounds(words: str, regime: str) -> tuple[str, ...]:
    """Provisions as registers write them: ids, or numbers of the statute of the request."""
    found = []
    for word in filter(None, (each.strip() for each in re.split(r"[;,|\n]", words))):
        match = _GROUND.match(word)
        name = word if ":" in word else f"{regime}:{match[1].replace(' ', '')}" if match else ""
        if provision(name) is None:
            raise ValueError(f"{word!r} is no provision of {regime}")
        found.append(name)
    return tuple(found)


def _extension(words: str, regime: str, day: Any, letters: CountedRequest) -> str | None:
    if not words:
        return letters.extended
    if _plain(words) in _NO:
        return None
    if _plain(words) not in _YES:
        day("extended")
    return "foia2000:10(3)" if regime == "foia2000" else f"{regime}:7(1)"


def _days(regime: str, start: dt.date | None, end: dt.date | None, stage: str) -> int | None:
    if start is None or end is None:
        return None
    calendar = time_limits().limit(regime, stage).calendar
    return working_days_between(start, end, calendar)


def _timed(request: CountedRequest, last: dt.date | None) -> CountedRequest:
    """The request with its timeliness; what is still open is late when its day has passed."""
    limits = time_limits().limits.get(request.regime or "")
    if request.received is None or request.regime is None or limits is None:
        return replace(request, timeliness=None, took=None)
    ordinary = due_date(request.regime, request.received, "answer")
    stage = "public_interest" if request.regime == "foia2000" else "extended"
    extended = stage in limits and request.extended
    due = due_date(request.regime, request.received, stage) if extended else ordinary
    took = _days(request.regime, request.received, request.closed, "answer")
    return replace(request, timeliness=_timeliness(request, ordinary, due, last), took=took)


def _timeliness(request: CountedRequest, ordinary: dt.date, due: dt.date, last: dt.date | None) -> str | None:
    if request.closed is not None:
        return "in_time" if request.closed <= ordinary else "in_extension" if request.closed <= due else "late"
    if last is None or last <= ordinary:
        return "open"
    return "in_extension" if last <= due else "late"
