"""Tables of letters and logs of requests: one row, one letter or request."""

import datetime as dt
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from ..errors import UnreadableError
from ..formats import Content, Refused, Row, mend, records
from ..records import Letter, Problem, Request
from .columns import Columns, guess_columns
from .dates import guess_day_first, needs_order, parse_day
from .options import Options
from .source import Item
from .states import label_of

__all__ = ["read_table"]

_log = logging.getLogger(__name__)
_SHOWN = 12
_SURVEYED = 5_000


def read_table(content: Content, origin: str, options: Options) -> Iterator[Item]:
    """The letters of a table, one for each row that has a text; of a log without replies, its requests.

    Which column was taken for what, in which order days and months stand, and what the statuses
    were taken for, is logged, so that a person can see it and say otherwise.

    Args:
        content: The table.
        origin: Where it was found.
        options: Columns, order of dates, authority, licence and limits, where a person says.

    Yields:
        Letters and requests; a problem for every row that has neither, and for every status not known.

    Raises:
        UnreadableError: No column looks like the text of a letter, and none like a request.
        UsageError: A column the person named does not exist.
    """
    rows = [*_first_rows(content, options)]
    names = list(dict.fromkeys(name for row in rows for name in row.values))
    columns = _whole_ids_first(guess_columns(names, options.columns), rows, options)
    if "text" not in columns.fields and not columns.is_log:
        raise UnreadableError(
            f"a table without a column of letter text: columns {_some(names)}; say which with --column text=NAME"
        )
    parse = _date_parser(rows, columns, options, origin)
    del rows
    _log.info("%s: %s; not read: %s", origin, columns, _some(columns.unread(names)))
    reader = _Reader(columns, parse, content.sha256(), origin, options)
    for row in records(content, options.limits):
        if isinstance(row, Refused):
            yield Problem(_place(origin, row.name), "load", row.reason, line=row.number)
        else:
            yield from reader.read(row)
    yield from reader.states_met()


def _first_rows(content: Content, options: Options) -> Iterator[Row]:
    """The first rows without the bulk of their texts, to learn the columns and dates from."""
    for count, row in enumerate(records(content, options.limits)):
        if count >= _SURVEYED:
            break
        if isinstance(row, Row):
            yield Row(row.number, {name: _short(value) for name, value in row.values.items()})


def _short(value: Any) -> Any:
    return value[:40] if isinstance(value, str) else value if isinstance(value, int | float) else None


def _whole_ids_first(columns: Columns, rows: list[Row], options: Options) -> Columns:
    """An id that only some rows have is no name for the others."""
    names = columns.fields.get("id", ())
    if len(names) < 2 or "id" in options.columns:
        return columns
    gaps = {name: sum(row.values.get(name) is None for row in rows) for name in names}
    return Columns({**columns.fields, "id": tuple(sorted(names, key=lambda name: gaps[name] > 0))})


def _date_parser(rows: list[Row], columns: Columns, options: Options, origin: str) -> Callable[[Any], dt.date | None]:
    day_first = options.day_first
    if day_first is None:
        names = [*columns.fields.get("date", ()), *columns.fields.get("received", ())]
        cells = [row.values.get(name) for name in names for row in rows]
        guess = guess_day_first(cells)
        day_first = guess is not False
        if any(map(needs_order, cells)):
            known = "assumed; say --month-first if it is not so" if guess is None else "as the column shows"
            _log.info("%s: dates are %s, %s", origin, "day/month" if day_first else "month/day", known)
    return lambda value: parse_day(value, day_first=day_first)


class _Reader:
    """Reads the rows of one table and remembers which statuses and references it has met."""

    def __init__(
        self, columns: Columns, parse: Callable[[Any], dt.date | None], digest: str, origin: str, options: Options
    ) -> None:
        self._columns = columns
        self._parse = parse
        self._digest = digest
        self._origin = origin
        self._options = options
        self._states: Counter[str] = Counter()
        self._cases: set[str] = set()

    def read(self, row: Row) -> Iterator[Item]:
        """The letter of a row, and its request where the table has its day; of a log, the request."""
        place = _place(self._origin, f"row {row.number}")
        given = _written(self._columns.first("id", row.values))
        if state := _written(self._columns.first("outcome", row.values)):
            self._states[state] += 1
        if self._columns.is_log:
            yield self._request(row, given, place) or Problem(place, "load", self._nothing(row), given, row.number)
            return
        text = self._columns.first("text", row.values)
        if not isinstance(text, str):
            yield Problem(place, "load", self._nothing(row), given, row.number)
        elif len(text) > self._options.limits.max_text:
            most = f"{self._options.limits.max_text:,}"
            reason = f"the text is longer than the {most} characters a letter may have; raise max_text"
            yield Problem(place, "load", reason, given, row.number)
        else:
            if "received" in self._columns.fields and (request := self._request(row, given, place)):
                yield request
            yield self._letter(row, text, given, place)

    def states_met(self) -> Iterator[Problem]:
        """A problem for each status that is not known, after all rows were read; the others are logged."""
        known = {state: label for state in self._states if (label := label_of(state)) is not None}
        if known:
            shown = (f"{state!r} = {label or 'no outcome'} ({self._states[state]:,})" for state, label in known.items())
            _log.info("%s: statuses: %s", self._origin, "; ".join(shown))
        for state, count in self._states.items():
            if state not in known:
                reason = f"the status {state[:80]!r} of {count:,} rows is not known; the rows are kept with its words"
                yield Problem(self._origin, "load", reason)

    def _nothing(self, row: Row) -> str:
        field = "request" if self._columns.is_log else "text"
        names = " or ".join(self._columns.fields[field])
        found = self._columns.first(field, row.values)
        kind = f"no {field}" if found is None else f"a {type(found).__name__}, not text,"
        return f"the row has {kind} in {names}; nothing to read"

    def _letter(self, row: Row, text: str, given: str | None, place: str) -> Letter:
        text, original = mend(text)
        first = self._columns.first
        return Letter(
            letter_id=given or f"{self._digest}:{row.number}",
            text=text,
            original=original,
            request=_mended(first("request", row.values)),
            date=self._parse(first("date", row.values)),
            case_id=_written(first("case", row.values)) or given,
            **self._common(row, place),
        )

    def _request(self, row: Row, given: str | None, place: str) -> Request | None:
        """What was asked; two rows that give one reference to different requests are two cases."""
        first = self._columns.first
        if (text := _mended(first("request", row.values))) is None:
            return None
        case = _written(first("case", row.values)) or given or f"{self._digest}:{row.number}"
        if self._columns.is_log and case in self._cases:
            case = f"{case}#{row.number}"
        self._cases.add(case)
        return Request(case, text, date=self._parse(first("received", row.values)), **self._common(row, place))

    def _common(self, row: Row, place: str) -> dict[str, Any]:
        first = self._columns.first
        claims = [_written(first(name, row.values)) for name in ("outcome", "exemptions")]
        return {
            "authority": _mended(first("authority", row.values)) or self._options.authority,
            "title": _mended(first("title", row.values)),
            "source": "table",
            "origin": place,
            "licence": self._options.licence,
            "source_outcome": "; ".join(claim for claim in claims if claim) or None,
        }


def _mended(value: Any) -> str | None:
    return mend(value)[0] if isinstance(value, str) and value else _written(value)


def _written(value: Any) -> str | None:
    """An id or label as text on one line; a spreadsheet's 24001.0 is the reference 24001."""
    if value is None or isinstance(value, dict | list):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) or None


def _place(origin: str, inside: str) -> str:
    return f"{origin}, {inside}" if inside else origin


def _some(names: list[str]) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:_SHOWN]) or "none"
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown
