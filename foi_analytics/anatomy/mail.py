"""Where the authority's own words end and an earlier message or a site's footer begins."""

import re

__all__ = ["own_text_end"]

_HEADER = r"(?:From|De|Von|O|Oddi wrth)\s?:[^\n]{0,300}"
_FIELD = r"(?:Sent|Date|To|Cc|Subject|Anfonwyd|At|Dyddiad|Pwnc|Importance|Reply-To)\s?:"

_BOUNDARIES = re.compile(
    rf"""^[ \t>*_]*(?:
      {_HEADER}\n(?:[^\n]{{0,300}}\n){{0,2}}?[ \t>*]*{_FIELD}
    | -{{2,}}[ ]?(?:Original[ ]Message|Forwarded[ ]message|Original[ ]Appointment|Neges[ ]Wreiddiol)
    | Begin[ ]forwarded[ ]message
    | On[ ][^\n]{{4,120}}(?:\n[^\n]{{0,120}}){{0,2}}?[ \n]wrote:[ \t]*$
    | (?:show|hide)[ ]quoted[ ](?:sections|text)[ \t]*$
    | -{{10,}}[ \t]*\n[ \t]*Please[ ]use[ ]this[ ]email[ ]address[ ]for[ ]all[ ]replies
    | Please[ ]use[ ]this[ ]email[ ]address[ ]for[ ]all[ ]replies[ ]to[ ]this[ ]request
    | Disclaimer:[ ]This[ ]message[ ]and[ ]any[ ]reply[ ]that[ ]you[ ]make
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_SITE_FOOTER = re.compile(
    r"""^[ \t]*(?:
      (?:Share[ ]this[ ]page|Back[ ]to[ ]top|Was[ ]this[ ]page[ ](?:helpful|useful)|Is[ ]this[ ]page[ ]useful)\b
    | Accessibility(?:[ ]statement)?[ ]*[|\n•·][ ]*(?:Cookies?|Privacy|Terms|Contact)
    | Privacy(?:[ ](?:notice|policy))?[ ]*[|\n•·][ ]*(?:Cookies?|Terms|Accessibility)
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*$", re.MULTILINE)
_MINIMUM_OWN = 12
_LETTERHEAD = 300
_SPOKEN = re.compile(
    r"[.!?…][\"'’”)]?[ \t]*$|^[ \t]*(?:dear|hi|hello|good (?:morning|afternoon)|thanks?|regards|yours|please|see)\b|"
    r"\b(?:attached|enclosed|below)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""A message, as against the name of an office or the trail of a page."""
_HEADER_LINE = re.compile(rf"^\s*(?:{_HEADER}|{_FIELD}[^\n]*)$", re.IGNORECASE | re.MULTILINE)


def own_text_end(text: str) -> int:
    r"""Offset at which the authority's own words end; the text's length when nothing follows them.

    An e-mail header, a forwarded block, `On … wrote:`, a run of `>` lines down to the end or
    a publishing site's footer end them.  A disclaimer or a list of links is still the
    authority's own.  A header that opens the text, or stands under a letterhead, is the letter's own.

    >>> reply = "We do not hold this.\n\nOn 3 May 2024, A Person wrote:\n> Please send it."
    >>> reply[:own_text_end(reply)].strip()
    'We do not hold this.'
    """
    for match in _BOUNDARIES.finditer(text):
        own = _HEADER_LINE.sub("", text[: match.start()])
        headed = match.start() < _LETTERHEAD and not _SPOKEN.search(own)
        if len("".join(own.split())) >= _MINIMUM_OWN and not headed:
            return match.start()
    footer = _SITE_FOOTER.search(text, len(text) // 2)
    return min(_before_quoted_tail(text), footer.start() if footer else len(text))


def _before_quoted_tail(text: str) -> int:
    """Where a run of `>` lines begins that reaches the end of the text."""
    if ">" not in text:
        return len(text)
    start, last = len(text), len(text.rstrip())
    for match in reversed(list(_QUOTED_LINE.finditer(text))):
        if text[match.end() : last].strip():
            break
        start = last = match.start()
    own = "".join(text[:start].split())
    return start if start < len(text) and len(own) >= _MINIMUM_OWN else len(text)
