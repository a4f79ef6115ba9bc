"""A language of refusal letters with some five thousand words, for passages that are alike only on purpose.

Sentences come from a grammar (`grammar.txt`, `words.txt`).  They leave markers, `<date>` or `<provision>`, whose
values are drawn last: a copy of the passage may give new values to its slots, a look-alike a new one to what is fixed.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_REFERENCE = re.compile(r"\{(\w[\w-]*)\}")
_MARKER = re.compile(r"<(\w+)(?:=([^>]*))?>")
# Not in "column A of".
_ARTICLE = re.compile(r"\b(?<!column )(?<!Part )([Aa]) (?=[aeiou])")
_BLOCK = 4096
_DOUBLED = {"bar", "cancel", "compel", "control", "equip", "expel", "fulfil", "label", "model", "patrol", "signal"}


class Draft(NamedTuple):
    """A passage before its values: `pieces` of fixed text with one marker (`kinds`) between each two."""

    pieces: tuple[str, ...]
    kinds: tuple[str, ...]
    stated: tuple[str | None, ...]


class Language:
    """Draws sentences and passages; the same seed draws the same ones."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self._choices = {**_classes(HERE / "words.txt", split=True), **_classes(HERE / "grammar.txt")}
        self._choices["plural"] = [_plural(noun) for noun in self._choices["noun"]]
        self._choices["vd"] = [_past(verb) for verb in self._choices["verb"]]
        self._choices["ving"] = [_stem(verb) + "ing" for verb in self._choices["verb"]]
        self._choices["v"] = self._choices["verb"]
        self._choices["year"] = [str(year) for year in range(2005, 2025)]
        self._choices["number"] = [str(number) for number in range(2, 900)]
        self._choices["day"] = [str(day) for day in range(1, 29)]
        self._choices["digit"] = [str(digit) for digit in range(1, 10)]
        self._choices["tens"] = [str(number) for number in range(10, 100)]
        self._choices["place"] = ["{stem}{end}"]
        self._streams: dict[str, Callable[[], str]] = {name: self._stream(name).__next__ for name in self._choices}

    def say(self, name: str) -> str:
        """One wording of a class of the grammar."""
        return self._streams[name]()

    def passage(self) -> Draft:
        """A passage of 5 to 150 words, about 45 on average."""
        aim = min(150, max(5, round(self.chance.lognormvariate(3.5, 0.72))))
        sentences: list[str] = []
        words = 0
        while words < aim - 6 or words < 5:
            sentence = self.say("brief" if aim - words < 12 else "sentence")
            length = sentence.count(" ") + 1
            if words + length > 140:
                break
            sentences.append(sentence[0].upper() + sentence[1:])
            words += length
        return draft(_ARTICLE.sub(r"\1n ", " ".join(sentences)))

    def _stream(self, name: str) -> Iterator[str]:
        ways = self._choices[name]
        if not any("{" in way for way in ways):
            yield from self._blocks(ways)
        compiled = [(_REFERENCE.sub("%s", way), _REFERENCE.findall(way)) for way in ways]
        streams = self._streams
        while True:
            for pattern, parts in self.chance.choices(compiled, k=_BLOCK):
                yield pattern % tuple([streams[part]() for part in parts])

    def _blocks(self, ways: list[str]) -> Iterator[str]:
        # Few words are said often: a flattened Zipf law, over an order that has nothing to do with the alphabet.
        if len(ways) > 60:
            ways = random.Random(len(ways)).sample(ways, len(ways))
            weights = [1 / (rank + 0.2 * len(ways)) for rank in range(len(ways))]
        else:
            weights = [1.0] * len(ways)
        while True:
            yield from self.chance.choices(ways, weights, k=_BLOCK)


def draft(text: str) -> Draft:
    """A text with markers, taken apart at them."""
    parts = _MARKER.split(text)
    return Draft(tuple(parts[0::3]), tuple(parts[1::3]), tuple(parts[2::3]))


def _classes(path: Path, split: bool = False) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("@"):
            ways = found[line[1:]] = []
        elif not line.startswith("#"):
            ways.extend(line.split() if split else ["" if line == "-" else line])
    return found


def _plural(noun: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeou]y$", noun) else noun + "s"


def _past(verb: str) -> str:
    return verb[:-1] + "ied" if re.search(r"[^aeou]y$", verb) else _stem(verb) + "ed"


def _stem(verb: str) -> str:
    """What -ed and -ing are put to: a mute e goes, a consonant after a short last vowel is doubled."""
    if verb.endswith("e"):
        return verb[:-1]
    return verb + verb[-1] if verb in _DOUBLED else verb
