"""What can be counted of what, in SQL: the units of each rate and what is found in them.

A request stands for its first decision, whose day, authority, outcome and grounds are those of one letter; this is the
*initial outcome* of the Cabinet Office's statistics.  Reviews and later letters are in the table `cases`.
"""

# ruff: noqa: S608 - only names of this module are put into these queries

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..corpus import Corpus
from ..errors import UsageError
from ..records import RELIED_ON
from ..regimes import regimes, section_of
from .rate import EVERYTHING, Query

__all__ = ["GROUPINGS", "UNNAMED", "Subject", "find_subject", "section_of_each"]

UNNAMED = "(not stated)"

GROUPINGS = {
    "authority": "authority",
    "type": "coalesce(type, $unnamed)",
    "quarter": "coalesce(year(day) || ' Q' || quarter(day), '(undated)')",
    "year": "coalesce(year(day)::VARCHAR, '(undated)')",
    "regime": "regime",
}
"""What rates can be told by, as SQL."""

_DECISIONS = """
    decisions AS (
        SELECT first_decision AS letter_id, coalesce(deciding.authority, cases.authority, $unnamed) AS authority,
            coalesce(regime, $unnamed) AS regime, first_decided AS day, first_outcome AS outcome, requested, timeliness
        FROM cases JOIN (
            SELECT letter_id AS first_decision, authority FROM letters JOIN readings USING (letter_id)
            WHERE kind = 'response'
        ) deciding USING (first_decision)
    )"""
_SECTIONS = ", grounds AS (SELECT unnest($provisions) AS provision, unnest($sections) AS section)"
_GROUND = "split_part(provision, '@', 1)"
_OF_REQUESTS = 'SELECT letter_id AS unit, letter_id, NULL AS start, NULL AS "end", 1 AS weight, * FROM decisions'
_RELIED = """
    SELECT letter_id AS unit, {what} AS what, min(start) AS start, arg_min("end", start) AS "end"
    FROM exemptions JOIN grounds USING (provision) WHERE role IN $relied_on GROUP BY letter_id, what"""
_CITING = """, citing AS (
    SELECT DISTINCT row(letter_id, start, {what}) AS unit, letter_id, start, "end", {what} AS what
    FROM (SELECT letter_id, start, "end", unnest(provisions) AS provision FROM citations WHERE role IN $relied_on)
    JOIN grounds USING (provision))"""
_OF_CITATIONS = """
    SELECT unit, letter_id, start, "end", 1 AS weight, authority, regime, day
    FROM citing JOIN decisions USING (letter_id)"""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The units of a rate and what is found in them; `before` are tables that both need."""

    units: str
    found: str
    before: str = ""


def _cited(what: str) -> _Counted:
    return _Counted(_OF_CITATIONS, 'SELECT unit, what, start, "end" FROM citing', _SECTIONS + _CITING.format(what=what))


def _relied(what: str) -> _Counted:
    return _Counted(_OF_REQUESTS, _RELIED.format(what=what), _SECTIONS)


_SUBJECTS = {
    ("outcome", "request"): _Counted(
        _OF_REQUESTS, 'SELECT letter_id AS unit, outcome AS what, NULL AS start, NULL AS "end" FROM decisions'
    ),
    ("exemption", "request"): _relied("section"),
    ("exemption", "citation"): _cited("section"),
    ("ground", "request"): _relied(_GROUND),
    ("ground", "citation"): _cited(_GROUND),
    ("boilerplate", "word"): _Counted(
        """SELECT row(letter_id, start) AS unit, letter_id, start, "end", words AS weight, authority, regime,
            day FROM reuse JOIN decisions USING (letter_id)""",
        """SELECT row(letter_id, start) AS unit,
            CASE WHEN tier IS NULL THEN 'unrepeated' ELSE 'repeated' END AS what, start, "end" FROM reuse""",
    ),
    # Official figures of timeliness follow the requests of a period, those of outcomes here the decisions.
    ("timeliness", "request"): _Counted(
        """SELECT letter_id AS unit, letter_id, NULL AS start, NULL AS "end", 1 AS weight, authority, regime,
            requested AS day FROM decisions WHERE timeliness IS NOT NULL""",
        'SELECT letter_id AS unit, timeliness AS what, NULL AS start, NULL AS "end" FROM decisions',
    ),
}
"""What can be counted, of which units."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted in one corpus, by group: its queries see the tables `grouped` (units) and `found`."""

    of: str
    unit: str
    tables: str
    parameters: Mapping[str, Any]

    def query(self, select: str, **values: Any) -> Query:
        """A query over `grouped` (`unit`, `letter_id`, `weight`, `group`, …) and `found` (`unit`, `what`, place)."""
        sql = f"WITH {self.tables} {select}"
        known = {**self.parameters, **values}
        # A value that a query has no place for is refused.
        return Query(sql, {name: value for name, value in known.items() if f"${name}" in sql})

    def places(self) -> Query:
        """Opens the letters of a `group` in which a `what` is found."""
        return self.query(
            """SELECT letter_id, found.start AS start, found."end" AS "end" FROM grouped JOIN found USING (unit)
            WHERE "group" = $group AND what = $what ORDER BY day DESC NULLS LAST, letter_id, start"""
        )

    def base(self) -> Query:
        """Opens the letters of a `group`."""
        return self.query(
            """SELECT letter_id, start, "end" FROM grouped WHERE "group" = $group
            ORDER BY day DESC NULLS LAST, letter_id, start"""
        )


def find_subject(
    corpus: Corpus,
    of: str,
    unit: str,
    by: str | None,
    types: Mapping[str, str] | None = None,
    without: Collection[str] = (),
) -> Subject:
    """What is to be counted, by which groups.

    Args:
        corpus: The corpus.
        of: `outcome`, `exemption` (sections), `ground` (provisions), `boilerplate` or `timeliness`.
        unit: `request`, `citation` or `word`.
        by: One of `GROUPINGS`; None for the corpus as a whole.
        types: The type of each authority, where told by type.
        without: Authorities left out.

    Raises:
        UsageError: When there is no such subject, unit or grouping.
    """
    if (of, unit) not in _SUBJECTS:
        known = ", ".join(f"{one} of {other}s" for one, other in _SUBJECTS)
        raise UsageError(f"no rates of {of} of {unit}s; there are {known}")
    if by is not None and by not in GROUPINGS:
        raise UsageError(f"no rates by {by}; there are {', '.join(GROUPINGS)}")
    if by == "type" and not types:
        raise UsageError("letters do not say of what type their authority is; give the types (--types)")
    counted = _SUBJECTS[of, unit]
    group = GROUPINGS[by] if by else f"'{EVERYTHING}'"
    typed = "LEFT JOIN (SELECT unnest($typed) AS authority, unnest($types) AS type) USING (authority)"
    tables = f"""{_DECISIONS}{counted.before},
        grouped AS (
            SELECT unit, letter_id, start, "end", weight, day, {group} AS "group"
            FROM ({counted.units}) {typed if by == "type" else ""} WHERE NOT list_contains($without, authority)
        ),
        found AS ({counted.found})"""
    values: dict[str, Any] = {"unnamed": UNNAMED, "relied_on": sorted(RELIED_ON), "without": list(without)}
    if types:
        values |= {"typed": list(types), "types": list(types.values())}
    if counted.before:
        values |= section_of_each(corpus)
    return Subject(of, unit, tables, values)


def section_of_each(corpus: Corpus) -> dict[str, list[str]]:
    """Every provision that occurs, of the statutes known, beside its section: `provisions` and `sections`."""
    cited = corpus.arrow("SELECT unnest(provisions) AS id FROM citations UNION SELECT provision FROM exemptions")
    known = sorted(row["id"] for row in cited.to_pylist() if row["id"].partition(":")[0] in regimes())
    return {"provisions": known, "sections": [section_of(each) for each in known]}
