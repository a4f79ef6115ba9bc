"""Rows of the stored tables: letters with their revision, and readings with their findings nested.

A reading is one row, so that a batch of letters is one batch of readings, on any engine, and
a letter that changed leaves nothing behind: its old row is passed over with all that is in it.
"""

import dataclasses
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from ..boilerplate import PASSAGES_VERSION, cut_passages
from ..boilerplate.meaning import SUGGESTIONS
from ..errors import defect
from ..reading import READER_VERSION, read
from ..records import (
    Argument,
    Citation,
    CostEstimate,
    DecisionNotice,
    Duty,
    Exemption,
    Extension,
    Finding,
    Letter,
    Part,
    Passage,
    Problem,
    Question,
    Reading,
    ReportedFigure,
    Request,
    arrow_schema,
    arrow_table,
    from_arrow,
)

__all__ = [
    "ALIASES_SCHEMA",
    "FINDINGS",
    "FORMS_SCHEMA",
    "LETTERS_SCHEMA",
    "PLACES_SCHEMA",
    "READINGS_SCHEMA",
    "REQUESTS_SCHEMA",
    "REUSE_SCHEMA",
    "STAGES",
    "STATED",
    "SUGGESTED_SCHEMA",
    "TOLD",
    "WITHDRAWN",
    "lost_rows",
    "numbered_rows",
    "read_rows",
    "rebuild",
    "revision_of",
]

STAGES = f"reader-{READER_VERSION}-passages-{PASSAGES_VERSION}"
"""The versions of what a reading row depends on."""

FINDINGS: dict[str, type[Finding]] = {
    "parts": Part,
    "citations": Citation,
    "exemptions": Exemption,
    "questions": Question,
    "arguments": Argument,
    "cost_estimates": CostEstimate,
    "duties": Duty,
    "extensions": Extension,
    "passages": Passage,
}
"""The tables nested in a reading row."""

TOLD: dict[str, type] = {"problems": Problem, "notices": DecisionNotice, "figures": ReportedFigure}
"""The tables of what a source tells beside letters and requests; each load of it replaces what it told before."""

STATED = {
    "kind": pa.string(),
    "regimes": pa.list_(pa.string()),
    "own_text_end": pa.int64(),
    "outcome": pa.string(),
    "outcome_made_by": pa.string(),
    "disposition": pa.string(),
    "ncnd": pa.bool_(),
    "pit": pa.string(),
    "prejudice": pa.list_(pa.string()),
    "some_not_held": pa.bool_(),
}
"""What a reading says of the letter as a whole: fields of `Reading`."""

WITHDRAWN = "withdrawn"
"""The revision of a letter or request that its publisher took back."""

_ROW = [pa.field("revision", pa.string()), pa.field("row", pa.int64())]
LETTERS_SCHEMA = pa.schema([*arrow_schema(Letter), *_ROW])
REQUESTS_SCHEMA = pa.schema([*arrow_schema(Request), *_ROW])
PLACES_SCHEMA = pa.schema({"letter_id": pa.string(), "place": pa.string()})
READINGS_SCHEMA = pa.schema(
    {"letter_id": pa.string(), "revision": pa.string(), "problem": pa.string()}
    | STATED
    | {name: pa.list_(pa.struct(arrow_schema(record))) for name, record in FINDINGS.items()}
)

_FORM: dict[str, pa.DataType] = {"form": pa.string(), "family_id": pa.string(), "since": pa.int64()}
_REUSE: dict[str, pa.DataType] = {
    "letter_id": pa.string(),
    "start": pa.int64(),
    "end": pa.int64(),
    "part": pa.string(),
    "words": pa.int64(),
    "family_id": pa.string(),
    "tier": pa.string(),
    "similarity": pa.float64(),
}
FORMS_SCHEMA = pa.schema(_FORM)
ALIASES_SCHEMA = pa.schema({"alias": pa.string(), "family_id": pa.string()})
REUSE_SCHEMA = pa.schema(_REUSE)
"""Passages of the authorities' own words, each with its family; the last three are null for one found nowhere else."""
SUGGESTED_SCHEMA = pa.schema([*SUGGESTIONS, pa.field("wording", pa.string()), pa.field("other_wording", pa.string())])
"""Suggestions with the two wordings that were compared."""


def revision_of(record: Letter | Request) -> str:
    """A digest of all that may bear on what is read: everything but the places it was found in.

    >>> revision_of(Letter("a", "Dear B", origin="x")) == revision_of(Letter("a", "Dear B", origin="y"))
    True
    """
    fields = (f.name for f in dataclasses.fields(record) if f.name not in ("origin", "found_at"))
    facts = "\0".join(ascii(getattr(record, name)) for name in fields)
    return hashlib.blake2b(facts.encode("ascii"), digest_size=16).hexdigest()


def numbered_rows(records: Sequence[tuple[Letter, str]] | Sequence[tuple[Request, str]], first: int) -> pa.RecordBatch:
    """Letters or requests and their revisions as rows of the stored table, numbered from a row on."""
    table = arrow_table(type(records[0][0]), (record for record, _ in records))
    table = table.append_column("revision", pa.array([revision for _, revision in records], pa.string()))
    table = table.append_column("row", pa.array(range(first, first + len(records)), pa.int64()))
    return table.combine_chunks().to_batches()[0]


def read_rows(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Rows of letters in, rows of readings out; a letter over which a stage fails gets a problem instead."""
    letters = from_arrow(Letter, batch.to_pylist())
    return _reading_rows(batch, [_read(letter) for letter in letters])


def lost_rows(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Rows for letters whose worker process died over them."""
    reason = (
        "the process that read it died, killed or out of memory; the letter is kept and read again "
        "when it or the reader changes"
    )
    return _reading_rows(batch, [_Read(problem=reason)] * batch.num_rows)


def rebuild(letter_row: dict[str, Any], reading_row: dict[str, Any]) -> Reading:
    """The reading that became a row, with its letter."""
    (letter,) = from_arrow(Letter, [letter_row])
    found: dict[str, Any] = {name: tuple(from_arrow(record, reading_row[name])) for name, record in FINDINGS.items()}
    del found["passages"]
    grounds = found.pop("exemptions")
    stated: dict[str, Any] = {name: tuple(v) if isinstance(v := reading_row[name], list) else v for name in STATED}
    return Reading(
        letter,
        exemptions=tuple(e for e in grounds if not e.inferred),
        inferred_exemptions=tuple(e for e in grounds if e.inferred),
        **stated,
        **found,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of one letter: a reading with its passages, or a problem."""

    reading: Reading | None = None
    passages: tuple[Passage, ...] = ()
    problem: str | None = None

    def findings(self, name: str) -> tuple[Finding, ...]:
        if self.reading is None:
            return ()
        if name == "passages":
            return self.passages
        if name == "exemptions":
            return self.reading.exemptions + self.reading.inferred_exemptions
        found: tuple[Finding, ...] = getattr(self.reading, name)
        return found


def _read(letter: Letter) -> _Read:
    try:
        reading = read(letter)
        return _Read(reading, cut_passages(reading))
    except Exception as error:
        # Whatever the reader stumbles over, one letter costs one letter; its text is kept.
        return _Read(problem=defect(error))


def _reading_rows(batch: pa.RecordBatch, found: Sequence[_Read]) -> pa.RecordBatch:
    columns = [
        batch.column("letter_id"),
        batch.column("revision"),
        pa.array([each.problem for each in found], pa.string()),
    ]
    columns += [pa.array([getattr(each.reading, name, None) for each in found], kind) for name, kind in STATED.items()]
    columns += [_nested(record, [each.findings(name) for each in found]) for name, record in FINDINGS.items()]
    return pa.RecordBatch.from_arrays(columns, schema=READINGS_SCHEMA)


def _nested(record: type[Finding], groups: Sequence[Sequence[Finding]]) -> "pa.ListArray[Any]":
    flat = arrow_table(record, itertools.chain.from_iterable(groups))
    structs = flat.to_struct_array().combine_chunks()
    offsets = pa.array(itertools.accumulate(map(len, groups), initial=0), pa.int32())
    return pa.ListArray.from_arrays(offsets, structs)
