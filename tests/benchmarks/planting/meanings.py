"""Meanings said in several ways, written by hand: the paraphrases of the planted corpus."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from .copies import fixed
from .language import Draft, draft

BANK = Path(__file__).with_name("meanings.toml")


class Wording(NamedTuple):
    """One way to say a meaning."""

    meaning: str
    draft: Draft

    @property
    def alterable(self) -> bool:
        """Whether it has something that a look-alike can say otherwise."""
        return bool(fixed(self.draft))


def wordings() -> list[Wording]:
    """All wordings of all meanings, in the order of the bank."""
    bank: dict[str, list[str]] = tomllib.loads(BANK.read_text(encoding="utf-8"))
    return [Wording(meaning, draft(" ".join(text.split()))) for meaning, texts in bank.items() for text in texts]
