"""The tables of a corpus, and the letters a page speaks of: the ground every query stands on.

`chosen` are the letters under the filters.  A request is a case with all its letters; `standing`
says once per request and section whether it is relied on, concluded or only mentioned, so that
a figure and the letters it opens always agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ..corpus import Corpus
from ..naming import GROUP_OF, GROUPS
from ..records import RELIED_ON, Reading
from ..regimes import provision, section_of
from .filters import USES, Filters

__all__ = ["LACK_SQL", "UNNAMED", "Row", "Rows", "Tables", "ask", "excerpts", "open_letter", "whose"]

Row = dict[str, Any]
Rows = list[Row]

UNNAMED = "(not stated)"
"""Stands for the authority of letters whose source does not name one."""

LACK_SQL = {
    "reading": "kind IS NULL",
    "text": "needs_ocr",
    "date": "date IS NULL",
    "authority": "authority = $unnamed",
    "outcome": "kind = 'response' AND outcome = 'unknown'",
    "question": "kind = 'response' AND letter_id NOT IN (SELECT letter_id FROM questions)",
    "law": "letter_id IN (SELECT letter_id FROM citations WHERE list_has_any(flags, ['stale', 'impossible']))",
}

_FILTER_SQL = {
    "authority": "list_contains($authority, authority)",
    "since": "date >= $since",
    "until": "date <= $until",
    "outcome": "list_contains($outcome, outcome)",
    "regime": "list_has_any(regimes, $regime)",
    "source": "list_contains($source, source)",
    "words": "letter_id IN (SELECT unnest($words))",
    "kind": "kind = $kind",
    "asked": "letter_id IN (SELECT letter_id FROM questions WHERE list_contains($asked, outcome))",
    "family": "letter_id IN (SELECT letter_id FROM members WHERE family_id = $family)",
    "pit": "pit = $pit",
    "owes": "letter_id IN (SELECT letter_id FROM duties WHERE duty = $owes)",
    "missing": "letter_id IN (SELECT letter_id FROM duties WHERE duty = $missing AND NOT met)",
    "status": "request IN (SELECT case_id FROM cases WHERE status = $status)",
    "timeliness": "request IN (SELECT case_id FROM cases WHERE timeliness = $timeliness)",
}

_SECTION_SQL = """letter_id IN (
    SELECT letter_id FROM uses WHERE list_contains($section, section) AND list_contains($use, use))"""

_CITED_SQL = """letter_id IN (
    SELECT letter_id FROM cited WHERE list_contains($section, section) AND list_contains($role, role))"""

_STANDING_SQL = """letter_id IN (
    SELECT letter_id FROM uses JOIN everything USING (letter_id) JOIN standing USING (request, section)
    WHERE list_contains($section, section) AND list_contains($use, standing.use))"""

_WITH = """
WITH sections AS (SELECT unnest($provisions) AS provision, unnest($sections) AS section),
outcomes AS (
    SELECT unnest($outcomes) AS outcome, unnest($groups) AS "group", unnest($ranks) AS rank),
everything AS (
    SELECT l.letter_id, coalesce(l.case_id, l.letter_id) AS request, coalesce(l.authority, $unnamed) AS authority,
        l.date, l.title, l.origin, l.source, l.needs_ocr, r.kind, r.regimes, r.outcome, r.pit
    FROM letters l LEFT JOIN readings r USING (letter_id)),
cited AS (
    SELECT DISTINCT letter_id, section, role, "start", "end"
    FROM (SELECT letter_id, role, "start", "end", unnest(provisions) AS provision FROM citations)
    JOIN sections USING (provision)),
uses AS (
    SELECT letter_id, section, CASE WHEN inferred THEN 1 ELSE 0 END AS use
    FROM exemptions JOIN sections USING (provision) WHERE list_contains($relied_on, role)
    UNION
    SELECT letter_id, section, 2 FROM cited WHERE role IN ('mentioned', 'rejected', 'quoted')),
standing AS (
    SELECT request, section, min(use) AS use FROM uses JOIN everything USING (letter_id) GROUP BY ALL),
members AS (
    SELECT reuse.*, p.quote FROM reuse JOIN passages p USING (letter_id, start) WHERE family_id IS NOT NULL),
chosen AS (SELECT * FROM everything WHERE """


@dataclass(frozen=True)
class Tables:
    """A corpus folder as it stood at one moment: the key under which answers are kept.

    Attributes:
        folder: Path of the corpus folder.
        stamp: When its manifest was last written, in nanoseconds.
    """

    folder: str
    stamp: int

    @classmethod
    def at(cls, folder: Path) -> "Tables | None":
        """The tables of a folder; None when it holds no corpus."""
        manifest = folder / "manifest.json"
        return cls(str(folder), manifest.stat().st_mtime_ns) if manifest.is_file() else None


@st.cache_data(max_entries=64, show_spinner="Opening the letter…")
def open_letter(tables: Tables, letter_id: str) -> Reading | None:
    """One letter with everything found in it; None when the corpus has no such letter."""
    return _open(tables).reading(letter_id)


@st.cache_data(max_entries=64, show_spinner="Comparing…")
def whose(tables: Tables, text: str) -> Rows:
    """The families of the whole corpus nearest to a text; see `Corpus.whose`."""
    return _records(_open(tables).whose(text))


@st.cache_data(max_entries=64, show_spinner="Searching…")
def excerpts(tables: Tables, letter_ids: Sequence[str], words: str) -> Rows:
    """Where some letters hold some words; see `Corpus.search`."""
    return _records(_open(tables).excerpts(letter_ids, words))


@st.cache_data(max_entries=64, show_spinner="Searching…")
def _found(tables: Tables, words: str) -> list[str]:
    """Ids of the letters that hold some words, best first."""
    return _open(tables).found(words)


def ask(tables: Tables, filters: Filters, query: str, **parameters: Any) -> Rows:
    """Answer a query over `chosen` and the corpus's own tables; answers are kept until the corpus changes.

    Args:
        tables: The corpus.
        filters: Which letters are `chosen`.
        query: What follows the common table expressions: a SELECT, or more of them first.
        **parameters: Values for the query's own `$names`.
    """
    conditions, values = _conditions(filters)
    return _rows(tables, "".join((_WITH, " AND ".join(conditions), ")\n", query)), values | parameters)


def _conditions(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    conditions, values = ["true"], {}
    for name, sql in _FILTER_SQL.items():
        value = getattr(filters, name)
        if value:
            conditions.append(sql)
            values[name] = list(value) if isinstance(value, tuple) else value
    if filters.section:
        values["section"] = list(filters.section)
        if filters.role:
            conditions.append(_CITED_SQL)
            values["role"] = list(filters.role)
        else:
            conditions.append(_STANDING_SQL if filters.use else _SECTION_SQL)
            values["use"] = [USES.index(filters.use)] if filters.use else [0, 1]
    if filters.lack:
        conditions.append(LACK_SQL[filters.lack])
    return conditions, values


@st.cache_data(max_entries=512, show_spinner=False)
def _rows(tables: Tables, query: str, parameters: dict[str, Any]) -> Rows:
    known = _sections(tables)
    if "words" in parameters:
        parameters = parameters | {"words": _found(tables, parameters["words"])}
    common = {
        "provisions": list(known),
        "sections": list(known.values()),
        "outcomes": list(GROUP_OF),
        "groups": list(GROUP_OF.values()),
        "ranks": [GROUPS.index(group) for group in GROUP_OF.values()],
        "unnamed": UNNAMED,
        "relied_on": sorted(RELIED_ON),
    }
    return _records(_open(tables).sql(query, common | parameters))


@st.cache_data(max_entries=8, show_spinner=False)
def _sections(tables: Tables) -> dict[str, str]:
    """The section each provision in the corpus counts under; only grounds of refusal have one."""
    cited = _open(tables).sql(
        "SELECT unnest(provisions) AS provision FROM citations UNION SELECT provision FROM exemptions"
    )
    return {p: section_of(p) for p in cited["provision"] if _is_ground(p)}


def _records(frame: pd.DataFrame) -> Rows:
    """Rows with None for what is not there and days as days; pandas knows neither."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    days = [pa.date32() if pa.types.is_timestamp(kind) else kind for kind in table.schema.types]
    rows: Rows = table.cast(pa.schema(zip(table.column_names, days, strict=True))).to_pylist()
    return rows


def _is_ground(provision_id: str) -> bool:
    known = provision(section_of(provision_id)) or provision(provision_id)
    return known is not None and known.counts_as_refusal != "no"


@st.cache_resource(max_entries=4, show_spinner="Opening the corpus…")
def _open(tables: Tables) -> Corpus:
    return Corpus(Path(tables.folder))
