"""Reuse in a corpus: its passages gathered into forms, linked into families, and stored.

The passages are streamed once; what is kept of each is its place and its form.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from ..boilerplate import COPIES_SQL, FAMILIES_SQL, NOT_REUSE, show_slots
from ..boilerplate.columns import text_bytes
from ..boilerplate.copies import find_copies
from ..boilerplate.gathering import Batch, Gathering
from ..boilerplate.ids import Named, name_families
from ..boilerplate.members import TIERS, Members, find_members, form_keys
from ..engines import Database
from ..progress import watching
from .folder import FIRST_FILE, write_batches, write_table
from .rows import ALIASES_SCHEMA, FORMS_SCHEMA, REUSE_SCHEMA

__all__ = ["find_reuse"]

_OWN_SQL = f"""
    SELECT letter_id, start, "end", part, words, quote FROM passages WHERE part NOT IN {NOT_REUSE!r}"""  # noqa: S608
_ROWS_PER_BATCH = 1 << 17


def find_reuse(database: Database, path: Path) -> None:
    """Find the families of a corpus anew and store them; a family keeps the id it had.

    Args:
        database: The corpus.
        path: Its folder.
    """
    gathering, passages = _gather(database)
    copies = find_copies(gathering.forms)
    members = find_members(gathering.forms, copies, gathering.form_of())
    leaders, place = members.numbered()
    shared = np.isin(copies.leader, leaders)
    forms = pd.DataFrame(
        {
            "form": form_keys(gathering.forms, np.flatnonzero(shared).astype(np.int32)),
            "leader": form_keys(gathering.forms, copies.leader[shared]),
        },
        dtype="str",
    )
    named = name_families(forms, _known(database))
    ids = dict(zip(named.forms["form"], named.forms["family_id"], strict=True))
    family_ids = [ids[key] for key in form_keys(gathering.forms, leaders)]
    write_table(path / "forms" / FIRST_FILE, pa.Table.from_pandas(named.forms, FORMS_SCHEMA, preserve_index=False))
    write_table(
        path / "aliases" / FIRST_FILE, pa.Table.from_pandas(named.aliases, ALIASES_SCHEMA, preserve_index=False)
    )
    write_batches(path / "reuse" / FIRST_FILE, REUSE_SCHEMA, _rows(passages, members, place, family_ids))
    write_table(path / "families" / FIRST_FILE, show_slots(database.query(FAMILIES_SQL), database.query(COPIES_SQL)))


class _Passages(NamedTuple):
    """Where passages stand, in order; `letters` are the ids, once each."""

    letters: list[str]
    letter: npt.NDArray[np.int32]
    places: pa.Table


def _gather(database: Database) -> tuple[Gathering, _Passages]:
    names = database.query("SELECT letter_id, authority FROM letters").to_pydict()
    authority = dict(zip(names["letter_id"], names["authority"], strict=True))
    gathering = Gathering()
    letters: list[str] = []
    letter_of: list[npt.NDArray[np.int32]] = []
    places: list[pa.RecordBatch] = []
    with watching("Comparing passages") as advance:
        for batch in database.stream(_OWN_SQL):
            runs = [(str(each), len(list(run))) for each, run in groupby(batch.column("letter_id").to_pylist())]
            # The letter a batch ends in goes on in the next.
            goes_on = bool(letters) and bool(runs) and runs[0][0] == letters[-1]
            first = len(letters) - goes_on
            letters += [each for each, _ in runs[goes_on:]]
            lengths = [length for _, length in runs]
            numbers = np.repeat(np.arange(first, first + len(runs), dtype=np.int32), lengths)
            writers = np.repeat(
                np.array([gathering.writers.number(authority[each]) for each, _ in runs], np.int32), lengths
            )
            data, edges = text_bytes(batch.column("quote"))
            gathering.add(numbers, gathering.level(Batch(data, edges[:-1], edges[1:], writers)))
            letter_of.append(numbers)
            places.append(batch.select(["start", "end", "part", "words"]))
            advance(batch.num_rows)
    schema = pa.schema([field for field in REUSE_SCHEMA if field.name in ("start", "end", "part", "words")])
    table = pa.Table.from_batches(places) if places else schema.empty_table()
    return gathering, _Passages(letters, np.concatenate([np.empty(0, np.int32), *letter_of]), table.cast(schema))


def _known(database: Database) -> Named:
    return Named(database.query("SELECT * FROM forms").to_pandas(), database.query("SELECT * FROM aliases").to_pandas())


def _rows(
    passages: _Passages, members: Members, place: npt.NDArray[np.int32], family_ids: list[str]
) -> Iterator[pa.RecordBatch]:
    letters: Any = pa.array(passages.letters, pa.string())
    ids: Any = pa.array([*family_ids, None], pa.string())
    tiers: Any = pa.array(TIERS, pa.string())
    for at in range(0, len(passages.letter), _ROWS_PER_BATCH):
        part = slice(at, at + _ROWS_PER_BATCH)
        unique = members.family[part] < 0
        places = passages.places.slice(at, _ROWS_PER_BATCH)
        yield pa.RecordBatch.from_arrays(
            [
                letters.take(pa.array(passages.letter[part])),
                *(places[name].combine_chunks() for name in ("start", "end", "part", "words")),
                ids.take(pa.array(place[part])),
                tiers.take(pa.array(members.tier[part], mask=unique)),
                pa.array(members.similarity[part].astype(np.float64), mask=unique),
            ],
            schema=REUSE_SCHEMA,
        )
