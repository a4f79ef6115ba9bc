"""List markers at the start of a line: `1.`, `Q2 –`, `Question 3:`, `(a)`, `2a)`, `(ii)`, `•`.

One reading of markers serves the requester's asks, the authority's answers and the joining
of hard-wrapped lines.
"""

import re
from dataclasses import dataclass

__all__ = ["Marker", "find_marker", "label_key"]

_WORD = r"(?:question|quest|query|qu|q|request|point|item|part|no)"
_LABEL = (
    r"\d{1,2}(?:\.\d{1,2}){0,2}(?:\.?[a-h](?![a-z])|\s?\.?\s?[a-h](?=\s?[).:]))?|"
    r"[a-z](?![a-z])|[ivx]{1,5}(?![a-z])"
)
_MARKER = re.compile(
    rf"""[\s>]*["“‘]?\s*(?:
      (?P<word>{_WORD})(?:s|estion)?[\s.:\-–—#]{{0,3}}\(?(?P<worded>\d{{1,2}}(?:\.\d{{1,2}})?(?:\s?\(?[a-h]\)?(?![a-z]))?)
          (?P<worded_end>[\s]*[).:;\-–—]{{0,2}}(?=\s|$|[A-Z]))
    | \((?P<bracketed>{_LABEL})\.?\)[.:]?
    | (?P<bare>{_LABEL})\s?
          (?P<stop>[).:]-?(?!\d)|/(?=\s)|\s[-–—](?=\s)|(?<=[a-h])(?=\s)|(?<=\.\d)(?=\s(?-i:[A-Z\d£"“])))(?!\S*/)
    | (?P<bullet>[•●▪◦‣∙·*o–—\-](?=[\s\w£"'“‘(]))
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker.

    Attributes:
        kind: `number`, `letter`, `roman` or `bullet`.
        label: Lower-case label without brackets and dots: `2`, `2a`, `ii`; empty for a bullet.
        end: Offset just after the marker and the space that follows it.
        worded: True when a word says it is a question: `Q2`, `Question 2`.
        style: How it is written, so that one list can be told from another nested in it.
    """

    kind: str
    label: str
    end: int
    worded: bool
    style: str


def find_marker(text: str, start: int, end: int) -> Marker | None:
    """The marker that opens a line, or None.

    >>> find_marker("Q2 – Stalking", 0, 13)
    Marker(kind='number', label='2', end=5, worded=True, style='q')
    >>> find_marker("(ii) how many", 0, 13).kind
    'roman'
    >>> find_marker("2023 figures", 0, 12) is None
    True
    """
    match = _MARKER.match(text, start, end)
    if match is None:
        return None
    if match["bullet"]:
        if match["bullet"] in "oO" and text[match.end("bullet") : match.end("bullet") + 1] not in " \t":
            return None
        return Marker("bullet", "", match.end(), False, match["bullet"])
    if match["worded"]:
        return Marker("number", label_key(match["worded"]), match.end(), True, "q")
    label = match["bracketed"] or match["bare"]
    if match["bare"] and not _is_list_label(match, text):
        return None
    style = "()" if match["bracketed"] else match["stop"].strip()[:1]
    return Marker(_kind(label), label_key(label), match.end(), False, style)


def label_key(label: str) -> str:
    """A label without its punctuation, lower case: `2.A` and `2(a)` are `2a`; `1.1` stays.

    >>> label_key("2.A"), label_key("Q 3 (b)"), label_key("1.1")
    ('2a', '3b', '1.1')
    """
    key = re.sub(r"[^0-9a-z.]", "", label.lower().removeprefix("question").strip().removeprefix("q"))
    return re.sub(r"\.(?=[a-z])|\.$", "", key)


def _kind(label: str) -> str:
    if label[0].isdigit():
        return "number"
    return "roman" if len(label) > 1 or label.lower() in "ivx" else "letter"


def _is_list_label(match: re.Match[str], text: str) -> bool:
    """A bare letter must be followed by space (`a. Who`), so that `i.e.` and `e.g.` are words."""
    after = text[match.end("stop") : match.end("stop") + 1] if match["stop"] else " "
    label = match["bare"]
    if not match["stop"]:
        return label[0].isdigit()
    if label[0].isdigit():
        return after in ("", " ", "\t", "\n", "\xa0") or after.isupper() or after in "(“\"'‘"
    return after in ("", " ", "\t", "\n", "\xa0")
