"""JSON lines of letters in, JSON lines of their passages and families out; see `foi families`.

Blocks of lines are parsed, cut and scanned by threads, in compiled code throughout, and taken
in order.  No text is kept: of a passage its place and its form are, so that memory grows with
the distinct wordings.
"""

import io
import itertools
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, BinaryIO, NamedTuple

import joblib
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj

from ..boilerplate.columns import number_column, text_bytes, text_column
from ..boilerplate.copies import find_copies, no_copies
from ..boilerplate.gathering import Batch, Gathering
from ..boilerplate.members import TIERS, find_members, form_keys
from ..boilerplate.paragraphs import cut_paragraphs
from ..boilerplate.words import FoundWords

__all__ = ["FamilyLines", "find_family_lines"]

_BYTES_PER_BLOCK = 4 << 20
_ROWS_PER_BATCH = 1 << 16
_LETTER = pa.schema({"id": pa.string(), "text": pa.string(), "authority": pa.string()})


class FamilyLines(NamedTuple):
    """What came of a stream of letters.

    Attributes:
        output: JSON lines, a few thousand passages at a time.
        letters, passages, families: How many there are; a family stands in two letters at least.
        problems: What was wrong with lines that hold no letter, with their numbers.
    """

    output: Iterator[bytes]
    letters: int
    passages: int
    families: int
    problems: list[str]


def find_family_lines(
    stream: BinaryIO, near: bool = True, advance: Callable[[int], None] = lambda _: None
) -> FamilyLines:
    r"""Find the families of the letters of a stream of JSON lines.

    Args:
        stream: One JSON object a line: `id`, `text` and, when known, `authority`.
        near: Whether edited copies belong to a family, or only the same words.
        advance: Told the number of bytes just read.

    Returns:
        For every passage, in order, a line with `letter_id`, `start`, `end`, `family`, `tier` and `similarity`.

    >>> import io
    >>> lines = b'{"id": "a", "text": "We hold none."}\n{"id": "b", "text": "We HOLD none!\\n\\nYours"}\n'
    >>> for line in b"".join(find_family_lines(io.BytesIO(lines)).output).splitlines():
    ...     found = json.loads(line)
    ...     print(found["letter_id"], found["start"], found["end"], found["tier"], found["similarity"])
    a 0 13 exact 1.0
    b 0 13 exact 1.0
    b 15 20 None None
    """
    letters = _Letters()
    workers = joblib.cpu_count()
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[_Block]] = deque()
        for block in _blocks(stream):
            waiting.append(pool.submit(_prepare, letters.gathering, block))
            if len(waiting) > workers:
                letters.add(waiting.popleft().result())
            advance(len(block[1]))
        while waiting:
            letters.add(waiting.popleft().result())
    return letters.lines(near)


class _Block(NamedTuple):
    """Letters of some lines: their ids, where their passages stand, and the words of these."""

    ids: Any
    letter: npt.NDArray[np.int32]
    places: npt.NDArray[np.int32]
    batch: Batch
    found: FoundWords
    problems: list[str]


class _Letters:
    """What is kept of the letters taken so far."""

    def __init__(self) -> None:
        self.gathering = Gathering()
        self._ids: list[Any] = []
        self._letter: list[npt.NDArray[np.int32]] = []
        self._places: list[npt.NDArray[np.int32]] = []
        self._problems: list[str] = []
        self._count = 0

    def add(self, block: _Block) -> None:
        numbers = block.letter + np.int32(self._count)
        self.gathering.add(block.batch._replace(letters=numbers), block.found)
        self._ids.append(block.ids)
        self._letter.append(numbers)
        self._places.append(block.places)
        self._problems += block.problems
        self._count += len(block.ids)

    def lines(self, near: bool) -> FamilyLines:
        forms, form_of = self.gathering.forms, self.gathering.form_of()
        members = find_members(forms, find_copies(forms) if near else no_copies(forms), form_of)
        # A form of no words, such as a row of dashes, is no passage.
        worded = form_of >= 0
        letter = np.concatenate([np.empty(0, np.int32), *self._letter])[worded]
        places = np.concatenate([np.empty((0, 2), np.int32), *self._places])[worded]
        leaders, family = members.numbered()
        unique = members.family < 0
        rows = _Rows(
            _quoted(itertools.chain.from_iterable(ids.to_pylist() for ids in self._ids)),
            _quoted(form_keys(forms, leaders)),
            letter,
            places,
            family[worded],
            np.where(unique, len(TIERS), members.tier).astype(np.int32)[worded],
            np.where(unique, np.nan, np.round(members.similarity.astype(np.float64), 4))[worded],
        )
        return FamilyLines(rows.output(), self._count, len(letter), len(leaders), self._problems)


class _Rows(NamedTuple):
    """Columns of the output, from which its lines are joined; `family` and `tier` end in "null"."""

    letters: Any
    families: Any
    letter: npt.NDArray[np.int32]
    places: npt.NDArray[np.int32]
    family: npt.NDArray[np.int32]
    tier: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float64]

    def output(self) -> Iterator[bytes]:
        families, tiers = (pa.concat_arrays([each, text_column(["null"])]) for each in (self.families, _quoted(TIERS)))
        for at in range(0, len(self.letter), _ROWS_PER_BATCH):
            part = slice(at, at + _ROWS_PER_BATCH)
            likeness = number_column(self.similarity[part]).cast(pa.large_string())
            yield _joined(
                self.letters.take(number_column(self.letter[part])),
                number_column(self.places[part, 0]).cast(pa.large_string()),
                number_column(self.places[part, 1]).cast(pa.large_string()),
                families.take(number_column(self.family[part])),
                tiers.take(number_column(self.tier[part])),
                pc.replace_substring_regex(pc.replace_substring_regex(likeness, "^1$", "1.0"), "nan", "null"),
            )


def _joined(*columns: Any) -> bytes:
    names = ('{"letter_id": ', ', "start": ', ', "end": ', ', "family": ', ', "tier": ', ', "similarity": ')
    *opening, closing, nothing = text_column([*names, "}\n", ""])
    pieces = [piece for pair in zip(opening, columns, strict=True) for piece in pair]
    data, edges = text_bytes(pc.binary_join_element_wise(*pieces, closing, nothing))
    return data[edges[0] : edges[-1]].tobytes()


def _quoted(strings: Iterable[str]) -> Any:
    return text_column([json.dumps(each) for each in strings])


def _blocks(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Whole lines, a few megabytes at a time, with the number of the first."""
    line, rest = 1, b""
    while block := stream.read(_BYTES_PER_BLOCK):
        cut = block.rfind(b"\n") + 1
        if cut:
            whole, rest = rest + block[:cut], block[cut:]
            yield line, whole
            line += whole.count(b"\n")
        else:
            rest += block
    if rest:
        yield line, rest


def _prepare(gathering: Gathering, block: tuple[int, bytes]) -> _Block:
    """Parse, cut and scan the letters of a block."""
    letters, problems = _parse(*block)
    data, edges = text_bytes(letters["text"].combine_chunks())
    cut = cut_paragraphs(data, edges)
    letter = cut[:, 0].astype(np.int32)
    writers = np.array([gathering.writers.number(name) for name in letters["authority"].to_pylist()], np.int32)[letter]
    batch = Batch(data, cut[:, 1].copy(), cut[:, 2].copy(), letter, writers)
    ids = letters["id"].combine_chunks()
    return _Block(ids, letter, cut[:, 3:].astype(np.int32), batch, gathering.find_words(batch), problems)


def _parse(first_line: int, block: bytes) -> tuple[pa.Table, list[str]]:
    """The letters of some lines, at once when all is well, else line by line."""
    reading = pj.ReadOptions(block_size=len(block) + 1, use_threads=False)
    parsing = pj.ParseOptions(explicit_schema=_LETTER, unexpected_field_behavior="ignore")
    try:
        letters = pj.read_json(io.BytesIO(block), reading, parsing)
    except pa.ArrowInvalid:
        return _parse_lines(first_line, block)
    whole = letters["id"].null_count == 0 and letters["text"].null_count == 0
    return (letters, []) if whole else _parse_lines(first_line, block)


def _parse_lines(first_line: int, block: bytes) -> tuple[pa.Table, list[str]]:
    rows: list[dict[str, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(block.split(b"\n"), first_line):
        if line.strip():
            try:
                rows.append(_letter(json.loads(line.decode("utf-8-sig"))))
            except (ValueError, RecursionError) as error:
                problems.append(f"line {number}: {error}")
    return pa.Table.from_pylist(rows, _LETTER), problems


def _letter(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise ValueError("it is not a JSON object")
    if not isinstance(given.get("text"), str):
        raise ValueError('there is no "text", or it is not a string')
    if not isinstance(given.get("id"), str | int | float):
        raise ValueError('there is no "id", or it is neither a string nor a number')
    authority = given.get("authority")
    # Half a surrogate pair has no place in UTF-8; one sign stands for it, so that offsets stay.
    text = given["text"].encode("utf-8", "replace").decode()
    return {"id": str(given["id"]), "text": text, "authority": authority if isinstance(authority, str) else None}
