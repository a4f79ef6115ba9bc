"""A planted corpus: letters of known passages, and the truth about who repeats whom.

    python tests/benchmarks/planted.py LETTERS FOLDER [--seed 1]

writes `letters.parquet` (letter_id, authority, date, text), the same as `letters.jsonl` for `foi families`, and
`truth.parquet`, a row for each passage in the order of the letters: `start`, `end`; `family`; `kind` (unique, exact,
slot, edited, paraphrase, lookalike); `change`, how this copy differs from the first of its family, and for a
look-alike what it says otherwise; `meaning` of a paraphrase; `twin`, the family a look-alike resembles.

A family is one wording: its copies are exact (up to case, space and punctuation), in new slots (names, dates,
references, amounts, the authority's own name) or edited.  Wordings of one meaning are families that share `meaning`.
A look-alike is a family of its own: merged with its twin as the same, it is an error.
"""

import argparse
import datetime as dt
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from planting.copies import Copier, Original, fixed
from planting.language import Language
from planting.meanings import wordings
from planting.plan import Plan, plan

LETTER: dict[str, pa.DataType] = {
    "letter_id": pa.string(),
    "authority": pa.string(),
    "date": pa.date32(),
    "text": pa.string(),
}
TRUTH: dict[str, pa.DataType] = {
    "letter_id": pa.string(),
    "start": pa.int32(),
    "end": pa.int32(),
    "family": pa.int64(),
    "kind": pa.dictionary(pa.int8(), pa.string()),
    "change": pa.dictionary(pa.int8(), pa.string()),
    "meaning": pa.dictionary(pa.int16(), pa.string()),
    "twin": pa.int64(),
}
BATCH = 2000
_UNWORDED = re.compile(r"[\W\d_]+")


class Passage(NamedTuple):
    """A passage of a letter and what is true of it."""

    text: str
    family: int
    kind: str
    change: str
    meaning: str | None = None
    twin: int | None = None


class Planter:
    """Fills a plan with texts, letter by letter."""

    def __init__(self, layout: Plan, seed: int):
        self.layout = layout
        self.chance = random.Random(seed)
        self.copier = Copier(Language(self.chance), self.chance)
        self.names = [self.copier.language.say("authority") for _ in range(layout.authority.max() + 1)]
        self._wordings = wordings()
        self._originals: dict[int, Original] = {}
        self._edits: dict[int, list[tuple[str, str]]] = {}
        self._altered: dict[int, str] = {}
        self._seen: set[bytes] = set()
        self._twinned = set(layout.twin.tolist())
        self._next = layout.families

    def letters(self) -> Iterator[tuple[str, list[Passage]]]:
        """The authority and the passages of each letter."""
        bounds = np.searchsorted(self.layout.letter, np.arange(len(self.layout.authority) + 1))
        for number, at in enumerate(self.layout.authority):
            families = self.layout.family[bounds[number] : bounds[number + 1]].tolist()
            yield self.names[at], [self._passage(family, self.names[at]) for family in families]

    def _passage(self, family: int, authority: str) -> Passage:
        if family < 0:
            self._next += 1
            return Passage(self._fresh(authority).text, self._next - 1, "unique", "same")
        meaning, twin = self._meaning(family), self._twin(family)
        known = family in self._originals
        original = self._original(family, authority)
        copy = self.copier.copy(original, authority) if known else None
        text, kind, change = copy or (original.text, "exact", "same")
        if twin is not None:
            # An edit could take back what makes it a look-alike: such copies are exact but for their slots.
            text = self.copier.with_new_slots(original, authority).text if kind == "slot" else original.text
            return Passage(text, family, "lookalike", self._altered[family], meaning, twin)
        if kind == "edited":
            text, change = self._edit(family, text, change)
        return Passage(text, family, "paraphrase" if meaning else kind, change, meaning)

    def _edit(self, family: int, text: str, change: str) -> tuple[str, str]:
        """Half of the edited copies are copies of an edited one: templates have versions."""
        versions = self._edits.setdefault(family, [])
        if versions and self.chance.random() < 0.5:
            return self.chance.choice(versions)
        if len(versions) < 50:
            versions.append((text, change))
        return text, change

    def _original(self, family: int, authority: str) -> Original:
        if family not in self._originals:
            self._originals[family] = self._first(family, authority)
        return self._originals[family]

    def _first(self, family: int, authority: str) -> Original:
        twin = self._twin(family)
        if twin is not None:
            altered, self._altered[family] = self.copier.lookalike(self._original(twin, authority))
            return altered
        if (at := family - self.layout.templates) >= 0:
            return self.copier.original(self._wordings[at].draft, authority)
        return self._fresh(authority, alterable=family in self._twinned)

    def _fresh(self, authority: str, alterable: bool = False) -> Original:
        """A passage like no other so far, even when its figures are masked."""
        while True:
            draft = self.copier.language.passage()
            original = self.copier.original(draft, authority)
            if alterable and not fixed(draft):
                continue
            if self._is_new(_UNWORDED.sub(" ", original.text)):
                return original

    def _is_new(self, text: str) -> bool:
        key = hashlib.blake2b(text.lower().strip().encode(), digest_size=10).digest()
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _twin(self, family: int) -> int | None:
        at = family - self.layout.templates - self.layout.wordings
        return int(self.layout.twin[at]) if at >= 0 else None

    def _meaning(self, family: int) -> str | None:
        at = family - self.layout.templates
        return self._wordings[at].meaning if 0 <= at < self.layout.wordings else None


def write(folder: Path, number: int, seed: int = 1) -> None:
    """Write a planted corpus of a number of letters into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    bank = wordings()
    alterable = [at for at, wording in enumerate(bank) if wording.alterable]
    planter = Planter(plan(number, len(bank), alterable, seed), seed)
    days = random.Random(seed)
    letter_schema, truth_schema = pa.schema(LETTER), pa.schema(TRUTH)
    letters: list[dict[str, object]] = []
    truths: list[dict[str, object]] = []
    with (
        pq.ParquetWriter(folder / "letters.parquet", letter_schema, compression="zstd") as letter_file,
        pq.ParquetWriter(folder / "truth.parquet", truth_schema, compression="zstd") as truth_file,
        (folder / "letters.jsonl").open("w", encoding="utf-8") as lines,
    ):
        for at, (authority, passages) in enumerate(planter.letters()):
            date = dt.date(2010, 1, 1) + dt.timedelta(days=days.randrange(5400))
            letter_id = f"L{at:07}"
            text = "\n\n".join(passage.text for passage in passages)
            letters.append({"letter_id": letter_id, "authority": authority, "date": date, "text": text})
            truths.extend(_truth(letter_id, passages))
            fields = {"id": letter_id, "text": text, "authority": authority, "date": str(date)}
            lines.write(json.dumps(fields, ensure_ascii=False) + "\n")
            if len(letters) == BATCH or at == number - 1:
                letter_file.write_table(pa.Table.from_pylist(letters, letter_schema))
                truth_file.write_table(pa.Table.from_pylist(truths, truth_schema))
                letters.clear()
                truths.clear()


def _truth(letter_id: str, passages: list[Passage]) -> Iterator[dict[str, object]]:
    start = 0
    for passage in passages:
        end = start + len(passage.text)
        yield {"letter_id": letter_id, "start": start, "end": end, **passage._asdict()}
        start = end + 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("letters", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.letters, arguments.seed)


if __name__ == "__main__":
    main()
