"""Tables of letters: one row, one letter."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from ..errors import UnreadableError
from ..formats import Content, Refused, Row, mend, records
from ..records import Letter, Problem
from .columns import Columns, guess_columns
from .dates import guess_day_first, needs_order, parse_day
from .options import Options

__all__ = ["read_table"]

_log = logging.getLogger(__name__)
_SHOWN = 12
_SURVEYED = 5_000


def read_table(content: Content, origin: str, options: Options) -> Iterator[Letter | Problem]:
    """The letters of a table, one for each row that has a text.

    Which column was taken for what, and in which order days and months stand, is logged, so
    that a person can see it and say otherwise.

    Args:
        content: The table.
        origin: Where it was found.
        options: Columns, order of dates, authority, licence and limits, where a person says.

    Yields:
        Letters; a problem for every row without a text.

    Raises:
        UnreadableError: No column looks like the text of a letter.
        UsageError: A column the person named does not exist.
    """
    rows = [*_first_rows(content, options)]
    names = list(dict.fromkeys(name for row in rows for name in row.values))
    columns = guess_columns(names, options.columns)
    if "text" not in columns.fields:
        raise UnreadableError(
            f"a table without a column of letter text: columns {_some(names)}; say which with --column text=NAME"
        )
    parse = _date_parser(rows, columns, options, origin)
    del rows
    _log.info("%s: %s", origin, columns)
    digest = content.sha256()
    for row in records(content, options.limits):
        if isinstance(row, Refused):
            yield Problem(_place(origin, row.name), "load", row.reason, line=row.number)
        else:
            yield _letter(row, columns, parse, f"{digest}:{row.number}", origin, options)


def _first_rows(content: Content, options: Options) -> Iterator[Row]:
    """The first rows without the bulk of their texts, to learn the columns and dates from."""
    for count, row in enumerate(records(content, options.limits)):
        if count >= _SURVEYED:
            break
        if isinstance(row, Row):
            yield Row(row.number, {name: _short(value) for name, value in row.values.items()})


def _short(value: Any) -> Any:
    return value[:40] if isinstance(value, str) else value if isinstance(value, int | float) else None


def _date_parser(rows: list[Row], columns: Columns, options: Options, origin: str) -> Callable[[Any], Any]:
    day_first = options.day_first
    if day_first is None:
        cells = [row.values.get(name) for name in columns.fields.get("date", ()) for row in rows]
        guess = guess_day_first(cells)
        day_first = guess is not False
        if any(map(needs_order, cells)):
            known = "assumed; say --month-first if it is not so" if guess is None else "as the column shows"
            _log.info("%s: dates are %s, %s", origin, "day/month" if day_first else "month/day", known)
    return lambda value: parse_day(value, day_first=day_first)


def _letter(
    row: Row, columns: Columns, parse: Callable[[Any], Any], row_id: str, origin: str, options: Options
) -> Letter | Problem:
    place = _place(origin, f"row {row.number}")
    text = columns.first("text", row.values)
    given = _written(columns.first("id", row.values))
    if not isinstance(text, str):
        names = " or ".join(columns.fields["text"])
        kind = "no text" if text is None else f"a {type(text).__name__}, not text,"
        return Problem(place, "load", f"the row has {kind} in {names}; nothing to read", given, row.number)
    if len(text) > options.limits.max_text:
        reason = f"the text is longer than the {options.limits.max_text:,} characters a letter may have; raise max_text"
        return Problem(place, "load", reason, given, row.number)
    text, original = mend(text)
    return Letter(
        letter_id=given or row_id,
        text=text,
        original=original,
        request=_mended(columns.first("request", row.values)),
        authority=_mended(columns.first("authority", row.values)) or options.authority,
        date=parse(columns.first("date", row.values)),
        title=_mended(columns.first("title", row.values)),
        case_id=_written(columns.first("case", row.values)) or given,
        source="table",
        origin=place,
        licence=options.licence,
        source_outcome=_written(columns.first("outcome", row.values)),
    )


def _mended(value: Any) -> str | None:
    written = _written(value)
    return None if written is None else mend(written)[0]


def _written(value: Any) -> str | None:
    """An id or label as text; a spreadsheet's 24001.0 is the reference 24001."""
    if value is None or isinstance(value, dict | list):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) or None


def _place(origin: str, inside: str) -> str:
    return f"{origin}, {inside}" if inside else origin


def _some(names: list[str]) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:_SHOWN]) or "none"
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown
