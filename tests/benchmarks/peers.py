"""Families by other people's libraries, each as its documentation says it is best used; run by reuse_against_peers.py.

    python peers.py TOOL THRESHOLD IN.jsonl OUT.npy

All get the same help: passages are normalised, with figures masked, and only distinct ones are compared, by their
3-word shingles.  What comes out is the family of each passage, -1 for none, as one array: less work than the lines
that `foi families` writes.
"""

import gc
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

PERMUTATIONS = 128
_FIGURES = re.compile(r"\d+")
_GAP = re.compile(r"[\W_]+")


def distinct(path: Path) -> tuple[list[str], list[int]]:
    """The distinct passages of a corpus, normalised, and for each passage which of them it is."""
    numbers: dict[str, int] = {}
    each: list[int] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for passage in json.loads(line)["text"].split("\n\n"):
                normal = _GAP.sub(" ", _FIGURES.sub("0", passage.casefold())).strip()
                each.append(numbers.setdefault(normal, len(numbers)))
    return list(numbers), each


def shingles(passage: str) -> list[str]:
    words = passage.split(" ")
    return [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]


def exact(passages: list[str], threshold: float) -> Iterator[tuple[int, int]]:
    """Nothing but equality after normalising."""
    return iter(())


def rensa(passages: list[str], threshold: float) -> Iterator[tuple[int, int]]:
    """The deduplicator keeps a passage or finds it a duplicate, then names of which; candidates are verified."""
    from rensa import RMinHash, RMinHashDeduplicator

    sketches = RMinHash.from_token_sets(map(shingles, passages), PERMUTATIONS, 42)
    keeper = RMinHashDeduplicator(threshold=threshold, num_perm=PERMUTATIONS, use_lsh=True)
    kept = keeper.add_pairs((str(at), sketch) for at, sketch in enumerate(sketches))
    doubles = [at for at, is_kept in enumerate(kept) if not is_kept]
    for at, others in zip(doubles, keeper.get_duplicate_sets([sketches[at] for at in doubles]), strict=True):
        yield from ((at, int(other)) for other in others)


def datasketch(passages: list[str], threshold: float) -> Iterator[tuple[int, int]]:
    """Sketches in bulk with a fast hash, an insertion session, then a query for each."""
    import xxhash
    from datasketch import MinHash, MinHashLSH

    tokens = ([shingle.encode() for shingle in shingles(passage)] for passage in passages)
    sketches: list[Any] = MinHash.bulk(tokens, num_perm=PERMUTATIONS, hashfunc=xxhash.xxh32_intdigest)
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for at, sketch in enumerate(sketches):
            session.insert(at, sketch)
    for at, sketch in enumerate(sketches):
        yield from ((at, other) for other in index.query(sketch) if other < at)


TOOLS = {tool.__name__: tool for tool in (exact, rensa, datasketch)}


def joined(number: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The root of each item when the pairs are linked (union-find)."""
    parent = list(range(number))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return [root(at) for at in range(number)]


def main() -> None:
    tool, threshold, source, target = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    # Millions of small lists make the collector walk through all of them again and again.
    gc.disable()
    passages, each = distinct(source)
    roots = np.array(joined(len(passages), TOOLS[tool](passages, threshold)))
    families = roots[np.array(each)]
    families[np.bincount(families)[families] == 1] = -1
    np.save(target, families)


if __name__ == "__main__":
    main()
