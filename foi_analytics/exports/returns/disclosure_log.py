"""A disclosure log as councils publish it: a row for each request that was decided, newest first."""

from collections.abc import Iterable

import pyarrow as pa

from ...naming import OUTCOME_LABELS, TIMELINESS_LABELS, cited_as
from .period import Period
from .requests import CountedRequest

__all__ = ["disclosure_log"]

_SCHEMA_TYPES: dict[str, pa.DataType] = {
    "Reference": pa.string(),
    "Authority": pa.string(),
    "Subject": pa.string(),
    "Date received": pa.date32(),
    "Date of response": pa.date32(),
    "Outcome": pa.string(),
    "Exemptions": pa.string(),
    "In time": pa.string(),
    "Working days": pa.int64(),
    "Review": pa.string(),
    "Letters": pa.string(),
}
_SCHEMA = pa.schema(_SCHEMA_TYPES)


def disclosure_log(requests: Iterable[CountedRequest], period: Period | None = None) -> pa.Table:
    """The decided requests, with what a disclosure log says of each.

    Args:
        requests: The requests, as `requests_of` or `read_register` give them.
        period: By the day of the response; all when not said.

    >>> import datetime as dt
    >>> log = disclosure_log([CountedRequest("24/1", "Fenmoor Council", outcome="cost_limit",
    ...     grounds=("foia2000:12(1)",), closed=dt.date(2024, 3, 1))])
    >>> log.to_pylist()[0]["Outcome"], log.to_pylist()[0]["Exemptions"]
    ('Over the cost limit', 's.12(1) FOIA')
    """
    chosen = [
        request
        for request in requests
        if request.status == "decided" and (period is None or (request.closed and period.holds(request.closed)))
    ]
    chosen.sort(key=lambda r: (-(r.closed.toordinal() if r.closed else 0), r.authority, r.case_id))
    return pa.Table.from_pylist([_row(request) for request in chosen], _SCHEMA)


def _row(request: CountedRequest) -> dict[str, object]:
    return {
        "Reference": request.case_id,
        "Authority": request.authority,
        "Subject": request.title,
        "Date received": request.received,
        "Date of response": request.closed,
        "Outcome": OUTCOME_LABELS[request.outcome or "unknown"],
        "Exemptions": ", ".join(map(cited_as, request.grounds)),
        "In time": TIMELINESS_LABELS.get(request.timeliness or ""),
        "Working days": request.took,
        "Review": OUTCOME_LABELS[request.review] if request.review else None,
        "Letters": " ".join(request.letters_for("decision")),
    }
