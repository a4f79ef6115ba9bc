"""How a copy of a passage differs from the first: not at all, in its slots, by an edit, or in what it says."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from .language import Draft, Language

# Markers that every copy may fill anew; the values of all others are part of what the passage says.
SLOTS = ("name", "date", "reference", "money", "authority")
# Shares of the copies; a passage without slots is copied as it is instead.
EDITED, RESTYLED, SLOT = 0.20, 0.15, 0.40
EDITS = {"insert": 3, "delete": 2, "substitute": 4, "reorder": 2, "truncate": 1, "mixed": 3}
_CLAUSE = re.compile(r"(?<=[,.;]) ")


class Original(NamedTuple):
    """A passage as its family has it: the draft and the values at its markers."""

    draft: Draft
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        return joined(self.draft.pieces, self.values)


class Copy(NamedTuple):
    """A text, what sort of copy it is (`exact`, `slot` or `edited`) and what was done to it."""

    text: str
    kind: str
    change: str


class Copier:
    """Makes originals and copies; all draw on one source of chance."""

    def __init__(self, language: Language, chance: random.Random):
        self.language = language
        self.chance = chance

    def original(self, template: Draft, authority: str) -> Original:
        values = [
            stated or self._value(kind, authority) for kind, stated in zip(template.kinds, template.stated, strict=True)
        ]
        return Original(template, tuple(values))

    def copy(self, original: Original, authority: str) -> Copy:
        """One more copy of a passage, in another letter."""
        chosen = self.chance.random()
        if chosen < EDITED and (copy := self.edited(original)):
            return copy
        if EDITED <= chosen < EDITED + RESTYLED:
            style = self.chance.choice(tuple(STYLES))
            return Copy(STYLES[style](original.text, self.chance), "exact", style)
        if chosen < EDITED + RESTYLED + SLOT and any(kind in SLOTS for kind in original.draft.kinds):
            return Copy(self.with_new_slots(original, authority).text, "slot", "slot")
        return Copy(original.text, "exact", "same")

    def with_new_slots(self, original: Original, authority: str) -> Original:
        slots = zip(original.draft.kinds, original.values, strict=True)
        values = [self._value(kind, authority) if kind in SLOTS else value for kind, value in slots]
        return Original(original.draft, tuple(values))

    def lookalike(self, original: Original) -> tuple[Original, str]:
        """The passage with one thing said otherwise, and what: polarity, provision, party or quantity."""
        at = self.chance.choice(fixed(original.draft))
        kind = original.draft.kinds[at]
        values = list(original.values)
        values[at] = self._otherwise(kind, values[at])
        change = kind if kind in ("provision", "party", "quantity") else "polarity"
        return Original(original.draft, tuple(values)), change

    def edited(self, original: Original) -> Copy | None:
        """An edited copy, with 1 to 15 % of its words changed, mostly few; nothing if it is too short for that."""
        words = tokens(original)
        budget = max(1, min(int(0.15 * len(words)), round(len(words) * 0.01 * 15 ** self.chance.random())))
        if len(words) < 7:
            return None
        (edit,) = self.chance.choices(tuple(EDITS), tuple(EDITS.values()))
        if edit == "reorder" and (moved := self._reordered(original.text)):
            return Copy(moved, "edited", edit)
        if edit == "truncate" and not any(kept for _, kept in words[-budget:]):
            return Copy(" ".join(word for word, _ in words[:-budget]), "edited", edit)
        if edit in ("reorder", "truncate"):
            edit = "substitute"
        while budget > 0:
            length = min(budget, self.chance.randint(1, 4))
            step = edit if edit != "mixed" else self.chance.choice(("insert", "delete", "substitute"))
            words = self._changed(words, step, length)
            budget -= length
        text = " ".join(word for word, _ in words)
        return Copy(text, "edited", edit) if text != original.text else None

    def _otherwise(self, kind: str, value: str) -> str:
        """The opposite, another provision or party, or another number of the same unit."""
        while True:
            new = self.language.say(kind)
            if kind == "quantity":
                new = f"{new.split(' ', 1)[0]} {value.split(' ', 1)[1]}"
            if new != value:
                return new

    def _changed(self, words: list[tuple[str, bool]], step: str, length: int) -> list[tuple[str, bool]]:
        new = [] if step == "delete" else [(word, False) for word in self._words(length)]
        for _ in range(20):
            at = self.chance.randrange(len(words) - length)
            gone = [] if step == "insert" else words[at : at + length]
            # An insertion within a fixed value would part it; a deletion of one would change what is said.
            if not any(kept for _, kept in gone or words[at : at + 1]):
                break
        else:
            return words
        return words[:at] + new + words[at + len(gone) :]

    def _words(self, number: int) -> list[str]:
        classes = ("adverb", "adjective", "noun", "plural", "vd")
        return [self.language.say(self.chance.choice(classes)) for _ in range(number)]

    def _reordered(self, text: str) -> str | None:
        clauses = _CLAUSE.split(text)
        if len(clauses) < 2:
            return None
        at = self.chance.randrange(len(clauses) - 1)
        clauses[at], clauses[at + 1] = clauses[at + 1], clauses[at]
        return " ".join(clauses)

    def _value(self, kind: str, authority: str) -> str:
        return authority if kind == "authority" else self.language.say(kind)


def fixed(template: Draft) -> list[int]:
    """The markers whose values are part of what the passage says."""
    return [at for at, kind in enumerate(template.kinds) if kind not in SLOTS]


def joined(pieces: tuple[str, ...], values: tuple[str, ...]) -> str:
    """The text of a draft with its values; a sentence begins with a capital."""
    text = pieces[0]
    for value, piece in zip(values, pieces[1:], strict=True):
        if not text or text.endswith(". "):
            value = value[0].upper() + value[1:]
        text += value + piece
    return text


def tokens(original: Original) -> list[tuple[str, bool]]:
    """The words, each with whether an edit must leave it alone because it carries what the passage says."""
    marks: list[bool] = []
    for at, piece in enumerate(original.draft.pieces):
        marks += [False] * len(piece)
        if at < len(original.values):
            marks += [original.draft.kinds[at] not in SLOTS] * len(original.values[at])
    text = original.text
    return [(match.group(), any(marks[match.start() : match.end()])) for match in re.finditer(r"\S+", text)]


def wrapped(text: str, chance: random.Random) -> str:
    """Lines of a mail."""
    width, lines = chance.randrange(60, 79), [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _spaced(text: str, chance: random.Random) -> str:
    return re.sub(r" ", lambda _: chance.choice((" ", " ", "  ", "\u00a0")), text)


def _repunctuated(text: str, chance: random.Random) -> str:
    text = text.rstrip(".") if chance.random() < 0.5 else text.replace(". ", "; ")
    return text.replace(", ", " ") if chance.random() < 0.5 else text.replace(", ", " – ")


STYLES: dict[str, Callable[[str, random.Random], str]] = {
    "wrapped": wrapped,
    "space": _spaced,
    "upper": lambda text, _: text.upper(),
    "lower": lambda text, _: text.lower(),
    "punctuation": _repunctuated,
}
