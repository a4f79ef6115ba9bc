"""What an answer means: a challenge, a time to wait, the type of the page."""

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from fnmatch import fnmatchcase

__all__ = ["is_challenge", "is_expected", "media_type_of", "retry_after"]

# Pages that ask a browser to prove a person; the first kind is sent with status 200 at times.
_MOMENT = re.compile(rb"<title>\s{0,20}Just a moment", re.IGNORECASE)
_CHALLENGES = re.compile(
    rb"<title>\s{0,20}(?:Attention Required|Checking your browser|Are you (?:a )?human)|/cdn-cgi/challenge-platform/"
    rb"|id=[\"']challenge-(?:form|running|error)|_Incapsula_Resource|g-recaptcha|h-captcha",
    re.IGNORECASE,
)
_REFUSING = frozenset({403, 429, 503})
_HEAD = 20_000
_LONGEST_WAIT = 10**9


def is_challenge(status: int, headers: Mapping[str, str], content: bytes, accept: str) -> bool:
    """Whether an answer is a challenge instead of what was asked for.

    Args:
        status: HTTP status.
        headers: Its headers, names in lower case.
        content: Its bytes.
        accept: What was expected, as in `Client.get`.

    >>> is_challenge(403, {"content-type": "text/html"}, b"<title>Just a moment...</title>", "text/html")
    True
    >>> is_challenge(403, {"content-type": "text/html"}, b"<h1>Request has been removed</h1>", "text/html")
    False
    """
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    html = "html" in headers.get("content-type", "")
    if status in _REFUSING and html and accept and "html" not in accept and not is_expected("text/html", accept):
        return True
    head = content[:_HEAD]
    return html and bool(_MOMENT.search(head) or (status in _REFUSING and _CHALLENGES.search(head)))


def is_expected(media_type: str, accept: str) -> bool:
    """Whether a media type is among those expected.

    >>> is_expected("text/html", "application/json, text/*"), is_expected("image/png", "")
    (True, True)
    """
    patterns = [each.partition(";")[0].strip() for each in accept.lower().split(",") if each.strip()]
    return not patterns or any(fnmatchcase(media_type, each) for each in patterns)


def media_type_of(headers: Mapping[str, str]) -> str:
    """The declared media type without its parameters, in lower case."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def retry_after(value: str, now: dt.datetime) -> float | None:
    """Seconds to wait, of a Retry-After header, which holds seconds or a date.

    Args:
        value: The header; empty when there is none.
        now: The time of day.

    Returns:
        The seconds; None when it says nothing that can be understood.

    >>> noon = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
    >>> retry_after("120", noon), retry_after("Wed, 25 Nov 2026 12:01:00 GMT", noon), retry_after("soon", noon)
    (120.0, 60.0, None)
    """
    value = value.strip()[:60]
    if value.isascii() and value.isdigit():
        return min(float(value), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())
