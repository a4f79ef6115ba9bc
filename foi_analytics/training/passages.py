"""Labelled passages: a sentence or two, written to show the model many wordings of each role.

A file of them holds blocks, each `--- KIND` (the kind of letter it stands in) and the words,
with every citation as `[ROLE:words]`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ..evaluation.markup import LabelledLetter
from ..records import Letter

__all__ = ["load_passages"]

_MARK = re.compile(r"\[(?P<role>[a-z_]{4,12}):(?P<words>[^\[\]]{1,80})\]")
_OPENING, _CLOSING = "Dear Ms Hale\n\nThank you for your request.\n\n", "\n\nYours sincerely\n\nA Clerk"


def load_passages(path: Path) -> Iterator[LabelledLetter]:
    """Each passage as a short letter with its citations labelled; each stands for an authority of its own.

    Args:
        path: The file; none yields nothing.
    """
    blocks = path.read_text(encoding="utf-8").split("--- ")[1:] if path.is_file() else []
    for number, block in enumerate(blocks, 1):
        kind, _, words = block.partition("\n")
        yield _letter(f"passage-{number}", kind.strip(), words.strip("\n"))


def _letter(name: str, kind: str, words: str) -> LabelledLetter:
    text, last, citations = _OPENING, 0, []
    for mark in _MARK.finditer(words):
        text += words[last : mark.start()]
        citations.append({"start": len(text), "end": len(text) + len(mark["words"]), "role": mark["role"]})
        text, last = text + mark["words"], mark.end()
    letter = Letter(name, text + words[last:] + _CLOSING, source="passages")
    return LabelledLetter(letter, {"kind": kind, "authority": name, "citations": citations})
