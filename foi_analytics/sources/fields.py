"""JSON that other people write: every key is asked for by its type, and what is not so is said by name."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import UnreadableError
from ..formats import Content, Limits

__all__ = ["Fields", "read_json"]

_T = TypeVar("_T")
_KINDS: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object, or whatever stands in its place.

    Attributes:
        value: What was found.
        place: Where, for the person who reads what was wrong with it.

    >>> Fields({"title": 7}, "request 1").text("title")
    Traceback (most recent call last):
    foi_analytics.errors.UnreadableError: request 1: `title` is a number, not text; it was left out
    """

    value: Any
    place: str

    def text(self, key: str) -> str:
        """The text under a key.

        Raises:
            UnreadableError: There is no such key, or something else under it; as the others do.
        """
        return self._typed(key, str)

    def maybe(self, key: str) -> str | None:
        """The text under a key; None when it is absent, null or blank."""
        return None if self._get(key) is None else self._typed(key, str).strip() or None

    def number(self, key: str) -> int:
        """The whole number under a key."""
        return self._typed(key, int)

    def flag(self, key: str) -> bool:
        """Whether a key says so; absent and null say no."""
        return self._get(key) is not None and self._typed(key, bool)

    def part(self, key: str) -> "Fields":
        """The object under a key."""
        return Fields(self._typed(key, dict), f"{self.place}, {key}")

    def maybe_part(self, key: str) -> "Fields | None":
        """The object under a key; None when it is absent or null."""
        return None if self._get(key) is None else self.part(key)

    def parts(self, key: str) -> Iterator["Fields"]:
        """The objects in the list under a key, each asked for its own fields when its turn comes."""
        for number, value in enumerate(self._typed(key, list), start=1):
            yield Fields(value, f"{self.place}, {key} {number}")

    def maybe_parts(self, key: str) -> Iterator["Fields"]:
        """The objects in the list under a key; none when it is absent or null."""
        return iter(()) if self._get(key) is None else self.parts(key)

    def one_or_more(self, key: str) -> Iterator["Fields"]:
        """The objects under a key of JSON made from XML, where a lone child is not in a list."""
        value = self._get(key)
        if isinstance(value, list):
            yield from self.parts(key)
        elif value is not None:
            yield Fields(value, f"{self.place}, {key}")

    def unknown(self, known: Collection[str]) -> list[str]:
        """The keys nobody here has heard of."""
        return sorted(ascii(key)[1:-1][:60] for key in self._object() if key not in known)

    def _object(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            raise UnreadableError(f"{self.place}: it is {_kind(self.value)}, not an object; it was left out")
        return self.value

    def _get(self, key: str) -> Any:
        return self._object().get(key)

    def _typed(self, key: str, wanted: type[_T]) -> _T:
        values = self._object()
        if key not in values:
            raise UnreadableError(f"{self.place}: `{key}` is missing; it was left out")
        value = values[key]
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise UnreadableError(f"{self.place}: `{key}` is {_kind(value)}, not {_KINDS[wanted]}; it was left out")
        if isinstance(value, str) and not _is_unicode(value):
            raise UnreadableError(f"{self.place}: `{key}` holds half a character; it was left out")
        return value


def read_json(content: Content, limits: Limits) -> Fields:
    """The object a content holds, or whatever JSON it holds instead.

    Args:
        content: What was fetched.
        limits: How large it may be.

    Returns:
        It, placed under the content's name.

    Raises:
        UnreadableError: It is not JSON.

    >>> read_json(Content.of(b"<html>", "list"), Limits())
    Traceback (most recent call last):
    foi_analytics.errors.UnreadableError: list is not JSON (Expecting value: line 1 column 1 (char 0)); ...
    """
    try:
        return Fields(json.loads(content.read(limits.max_file).decode("utf-8-sig")), content.name)
    except (ValueError, RecursionError) as error:
        reason = str(error)[:200]
        raise UnreadableError(f"{content.name} is not JSON ({reason}); the site may have changed or be down") from error


def _is_unicode(text: str) -> bool:
    """Whether a text can be stored; JSON can spell half of a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), type(value).__name__)
