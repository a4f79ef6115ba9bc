"""What publishers and logs call the outcome of a request, in the words of `foi_analytics.records.OUTCOMES`.

The words are kept as they were (`source_outcome`): they are the source's own claim, and no reading of a letter.
"""

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Mapping

__all__ = ["label_of", "state_label"]

_LONGEST = 200


@functools.cache
def _vocabularies() -> Mapping[str, Mapping[str, str]]:
    text = importlib.resources.files(__package__).joinpath("states.toml").read_text(encoding="utf-8")
    return {name: dict(states) for name, states in tomllib.loads(text).items()}


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words, re.IGNORECASE), label) for words, label in _vocabularies()["tables"].items())


def state_label(site: str, state: str) -> str | None:
    """The outcome a site's own state stands for.

    Args:
        site: A vocabulary of `states.toml`.
        state: As the site writes it.

    Returns:
        One of `OUTCOMES`; empty for a state that is none, such as waiting; None for one that is not known.

    >>> state_label("muckrock", "no_docs"), state_label("muckrock", "processed"), state_label("muckrock", "new")
    ('not_held', '', None)
    """
    return _vocabularies()[site].get(state)


def label_of(words: str) -> str | None:
    """The outcome that the status column of a log means, whoever keeps the log.

    Args:
        words: The cell.

    Returns:
        As `state_label`.

    >>> label_of("Partial grant/partial denial"), label_of("All information sent"), label_of("Blue")
    ('partial_disclosure', 'full_disclosure', None)
    """
    words = " ".join(words[:_LONGEST].split())
    return next((label for pattern, label in _patterns() if pattern.search(words)), None)
