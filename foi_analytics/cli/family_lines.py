"""JSON lines of letters in, JSON lines of their passages and families out; see `foi families`.

Blocks of lines are parsed, cut and levelled by threads, in compiled code throughout, and taken
in order.  No text is kept: of a passage its place and its form are, so that memory grows with
the distinct wordings.
"""

import functools
import itertools
import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ..boilerplate.columns import number_column, text_bytes, text_column
from .letter_lines import Block, LetterBlock, parse, read_blocks

if TYPE_CHECKING:
    from ..boilerplate.gathering import Gathering
    from ..boilerplate.kernels.levelling import Levelled

__all__ = ["FamilyLines", "find_family_lines"]

_ROWS_PER_BATCH = 1 << 16
_BLOCKS_AHEAD = 24
"""Blocks parsed while the compiled code loads."""
_SIMILARITIES = 10_000
"""Similarities are rounded to this part of one."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


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
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        gathering = pool.submit(_new_gathering)
        parsed = _in_order(pool, parse, _told(read_blocks(stream), advance), _BLOCKS_AHEAD)
        levelled = _in_order(pool, functools.partial(_level, gathering), parsed, workers)
        letters = _Letters(gathering.result(), levelled)
    return letters.lines(near)


def _new_gathering() -> "Gathering":
    # The compiled code takes as long to load as some thousand letters to parse, and need not be waited for.
    from ..boilerplate.gathering import Gathering

    return Gathering()


def _told(blocks: Iterable[Block], advance: Callable[[int], None]) -> Iterator[Block]:
    for block in blocks:
        yield block
        advance(len(block.data))


def _in_order(
    pool: ThreadPoolExecutor, function: Callable[[_Item], _Result], items: Iterable[_Item], ahead: int
) -> Iterator[_Result]:
    """What a function makes of items, in their order, worked on some items ahead."""
    waiting: deque[Future[_Result]] = deque()
    for item in items:
        waiting.append(pool.submit(function, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


class _LevelledBlock(NamedTuple):
    """Letters of some lines: their ids, the letter of each passage, where it stands, and its words."""

    ids: Any
    letter: npt.NDArray[np.int32]
    places: npt.NDArray[np.int32]
    levelled: "Levelled"
    problems: list[str]


def _level(gathering: "Future[Gathering]", block: LetterBlock) -> _LevelledBlock:
    """Cut and level the letters of a block."""
    from ..boilerplate.gathering import Batch
    from ..boilerplate.paragraphs import cut_paragraphs

    gathered, letters = gathering.result(), block.letters
    data, edges = text_bytes(letters["text"].combine_chunks())
    cut = cut_paragraphs(data, edges)
    letter = cut[:, 0].astype(np.int32)
    writers = np.array([gathered.writers.number(name) for name in letters["authority"].to_pylist()], np.int32)[letter]
    levelled = gathered.level(Batch(data, cut[:, 1].copy(), cut[:, 2].copy(), writers))
    return _LevelledBlock(letters["id"].combine_chunks(), letter, cut[:, 3:].astype(np.int32), levelled, block.problems)


class _Letters:
    """What is kept of the letters."""

    def __init__(self, gathering: "Gathering", blocks: Iterable[_LevelledBlock]) -> None:
        self._gathering = gathering
        self._ids: list[Any] = []
        self._letter: list[npt.NDArray[np.int32]] = []
        self._places: list[npt.NDArray[np.int32]] = []
        self._problems: list[str] = []
        count = 0
        for block in blocks:
            numbers = block.letter + np.int32(count)
            gathering.add(numbers, block.levelled)
            self._ids.append(block.ids)
            self._letter.append(numbers)
            self._places.append(block.places)
            self._problems += block.problems
            count += len(block.ids)

    def lines(self, near: bool) -> FamilyLines:
        from ..boilerplate.copies import find_copies, no_copies
        from ..boilerplate.members import TIERS, find_members, form_keys

        forms, form_of = self._gathering.forms, self._gathering.form_of()
        members = find_members(forms, find_copies(forms) if near else no_copies(forms), form_of)
        # A form of no words, such as a row of dashes, is no passage.
        worded = form_of >= 0
        letter = np.concatenate([np.empty(0, np.int32), *self._letter])[worded]
        places = np.concatenate([np.empty((0, 2), np.int32), *self._places])[worded]
        leaders, family = members.numbered()
        unique = members.family < 0
        ids = _quoted(itertools.chain.from_iterable(ids.to_pylist() for ids in self._ids))
        likeness = np.rint(members.similarity * np.float64(_SIMILARITIES))
        rows = _Rows(
            ids,
            _or_null(_quoted(form_keys(forms, leaders))),
            _or_null(_quoted(TIERS)),
            _or_null(text_column([str(each / _SIMILARITIES) for each in range(_SIMILARITIES + 1)])),
            letter,
            places,
            family[worded],
            np.where(unique, len(TIERS), members.tier).astype(np.int32)[worded],
            np.where(unique, _SIMILARITIES + 1, likeness).astype(np.int32)[worded],
        )
        return FamilyLines(rows.output(), len(ids), len(letter), len(leaders), self._problems)


class _Rows(NamedTuple):
    """Columns of the output: texts, each once, and for each passage which of them stands in its line."""

    letters: Any
    families: Any
    tiers: Any
    similarities: Any
    letter: npt.NDArray[np.int32]
    places: npt.NDArray[np.int32]
    family: npt.NDArray[np.int32]
    tier: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.int32]

    def output(self) -> Iterator[bytes]:
        workers = os.cpu_count() or 1
        with ThreadPoolExecutor(workers) as pool:
            yield from _in_order(pool, self._lines, range(0, len(self.letter), _ROWS_PER_BATCH), workers)

    def _lines(self, at: int) -> bytes:
        part = slice(at, at + _ROWS_PER_BATCH)
        return _joined(
            self.letters.take(number_column(self.letter[part])),
            number_column(self.places[part, 0]).cast(pa.large_string()),
            number_column(self.places[part, 1]).cast(pa.large_string()),
            self.families.take(number_column(self.family[part])),
            self.tiers.take(number_column(self.tier[part])),
            self.similarities.take(number_column(self.similarity[part])),
        )


def _joined(*columns: Any) -> bytes:
    names = ('{"letter_id": ', ', "start": ', ', "end": ', ', "family": ', ', "tier": ', ', "similarity": ')
    *opening, closing, nothing = text_column([*names, "}\n", ""])
    pieces = [piece for pair in zip(opening, columns, strict=True) for piece in pair]
    data, edges = text_bytes(pc.binary_join_element_wise(*pieces, closing, nothing))
    return data[edges[0] : edges[-1]].tobytes()


def _quoted(strings: Iterable[str]) -> Any:
    return text_column([json.dumps(each) for each in strings])


def _or_null(texts: Any) -> Any:
    """Texts and, after the last, what stands in a line that has none."""
    return pa.concat_arrays([texts, text_column(["null"])])
