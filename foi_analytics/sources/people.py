"""The names of those who asked, taken out of what a publisher gives, length for length."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..records import Letter, Request

__all__ = ["Mask", "mask_letter", "mask_request", "names_masked"]

Mask = Callable[[str], str]

_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Cllr|Councillor)\.?\s{1,3}"
_BLOCK = "█"
_LONGEST_NAME = 100
_LETTER = re.compile(r"\w")


def names_masked(names: Iterable[str]) -> Mask:
    r"""What takes names out of a text; every offset into it stays as it was.

    A whole name goes wherever it stands; its surname goes after a title, its first name after
    "Dear", and either where it is alone on a line.  A name of one word may be any word, and goes
    only after "Dear" and alone on a line.

    Args:
        names: Names as the site gives them.

    Returns:
        A function from text to text of the same length.

    >>> names_masked(["Ada Quill"])("Dear Ms Quill,\nAda Quill asked for quill pens.")
    'Dear Ms █████,\n███ █████ asked for quill pens.'
    """
    patterns = [pattern for name in dict.fromkeys(names) for pattern in _patterns(name[:_LONGEST_NAME].split())]

    def mask(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(_masked, text)
        return text

    return mask


def _patterns(words: list[str]) -> Iterator[re.Pattern[str]]:
    """Where a name may stand, the whole name first; the group `name` is what goes."""
    escaped = [re.escape(word) for word in words]
    if not escaped:
        return
    if len(escaped) > 1:
        whole = r"\s{1,3}".join(escaped)
        yield re.compile(rf"(?<!\w)(?P<name>{whole})(?!\w)", re.IGNORECASE)
    one = f"{escaped[0]}|{escaped[-1]}"
    yield re.compile(rf"\b{_TITLES}(?P<name>{escaped[-1]})(?!\w)", re.IGNORECASE)
    yield re.compile(rf"\b(?:Dear|Hi|Hello)\s{{1,3}}(?P<name>{one})(?!\w)", re.IGNORECASE)
    yield re.compile(rf"^[ \t]{{0,9}}(?P<name>{one})[ \t]{{0,9}}$", re.IGNORECASE | re.MULTILINE)


def _masked(match: re.Match[str]) -> str:
    start, (begin, end) = match.start(), match.span("name")
    whole = match[0]
    return whole[: begin - start] + _LETTER.sub(_BLOCK, match["name"]) + whole[end - start :]


def mask_letter(letter: Letter, mask: Mask) -> Letter:
    """A letter without the names; pages and anchors stay where they were."""
    return replace(
        letter,
        text=mask(letter.text),
        original=_maybe(letter.original, mask),
        request=_maybe(letter.request, mask),
        title=_maybe(letter.title, mask),
    )


def mask_request(request: Request, mask: Mask) -> Request:
    """A request without the names."""
    return replace(request, text=mask(request.text), title=_maybe(request.title, mask))


def _maybe(text: str | None, mask: Mask) -> str | None:
    return None if text is None else mask(text)
