"""How a citation is written: a head word, numbers, bracket groups, lists and ranges.

`read_shape` reads one citation from the raw text and says nothing about whose section it
is; `foi_analytics.citations.depth` turns its tokens into provision numbers of one statute.
Every pattern is bounded, and a citation has at most `MAX_TOKENS` tokens, so that no text
makes the reading longer than in proportion to its length.
"""

import re
from dataclasses import dataclass

__all__ = ["HEAD", "HEADLESS", "HEAD_BEGINS", "MAX_TOKENS", "Shape", "Token", "read_headless", "read_shape"]

MAX_TOKENS = 40
"""More tokens than any list in a letter; what follows them is read as a new text."""

_GAP = r"[\s\u00ad\u200b\ufeff]{0,4}"
_SPELT = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
}  # fmt: skip
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPELT |= {f"{t}-{u}": _SPELT[t] + n for t in ("twenty", "thirty", "forty") for n, u in enumerate(_UNITS, 1)}
_SPELT_NUMBER = (
    r"(?:twenty|thirty|forty)(?:[\s-](?:"
    + "|".join(_UNITS)
    + r"))?|"
    + "|".join(word for word in _SPELT if "-" not in word and not word.startswith(("twenty", "thirty", "forty")))
)

_HEADS = {
    "subsection": r"sub[-\s]?sections?|is-?adran(?:nau)?",
    "section": r"sections?(?:\(s\)|['’]s)?|sect?s?\b\.?|adran(?:nau)?|§§?"
    r"|(?<![a-z]['’])ss?\b\.?|(?<![a-z]['’])ss?(?=\d|(?-i:[OlI]\d))",
    "regulation": r"regulations?(?:\(s\))?|regs?\b\.?|regs?(?=\d)|r\.?(?=\d)|rheoliad(?:au)?",
    "exemption": r"exemptions?",
    "exception": r"exceptions?",
    "article": r"articles?|arts?\b\.?|erthygl(?:au)?",
    "schedule": r"schedules?|sch\b\.?|atodlen",
    "paragraph": r"paragraphs?|paras?\b\.?",
    "typo": r"s[a-z]{4,8}",
}
_NUMBER_AHEAD = rf"(?=(?::|\.(?!\s*\n))?{_GAP}(?:[\d(\[{{]|(?-i:[OlI]\d)|(?:{_SPELT_NUMBER})\b))"
HEAD_BEGINS = "aAeEiIpPrRsS§"
"""The characters a head word begins with."""
HEAD = (
    rf"(?-i:(?=[{HEAD_BEGINS}]))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _HEADS.items())
    + rf"){_NUMBER_AHEAD}"
)
"""Matches a head word that a number may follow, at the start of a word; compile it with IGNORECASE."""

_LAW_AFTER = r"(?=\sof\s(?:the\s)?(?:Freedom\sof|FOI|Environmental\sInf|EIR|Act\b|200[02]\sAct))"
HEADLESS = (
    r"(?P<headless>(?<![(.,/£$-])(?:(?:19|2[0-9]|[1-4]\d)[A-Z]?)"
    rf"(?:[ ]?\((?:\d{{1,2}}[A-Z]?|[a-c])\)|{_LAW_AFTER}))"
)
"""Matches a bare number with a bracket or its law after it, which is a citation only in the right company."""

_PLURAL = re.compile(r"(?i)(?:sections|section\(s\)|section['’]s|ss|regs|regulations|exemptions|exceptions|articles|"
                     r"adrannau|rheoliadau|§§|arts|sects|secs)\.?$")  # fmt: skip
_FIRST = re.compile(
    rf"(?i)(?::|\.(?!\s*\n))?{_GAP}(?:(?P<spelt>{_SPELT_NUMBER})\b"
    r"|(?P<split>\d[ ]?\n[ ]?\d)(?=[ ]?\()"
    r"|(?P<number>(?-i:[\dOlI]{1,3})(?:\.\d{1,2}(?![\d.]))?)(?P<suffix>(?!s\b)[a-z]{1,2}(?![a-z]))?(?!\d)"
    rf"|[(\[{{]{_GAP}(?P<bracket>\d{{1,3}}[a-z]?|[a-z]{{1,2}}){_GAP}[)\]}}])"
)
_SIMPLE = r"(?:\d{1,2}[a-z]?|[a-z]{1,2}|[ivx]{1,4})"
_GROUP = re.compile(
    rf"(?i){_GAP}[({{\[]{_GAP}(?P<body>{_SIMPLE}"
    rf"(?:{_GAP}(?:/|,|&|-|–|\band\b|\bor\b|\bto\b){_GAP}{_SIMPLE}){{0,8}}){_GAP}(?:[)}}\]]|(?=\())"
)
_LOST_BRACKET = re.compile(rf"(?i){_GAP}(?P<token>\d{{1,2}}[a-z]?)(?:[)}}\]]|(?=\([a-z]))")
_DOTTED = re.compile(r"(?i)\.(?P<token>\d{1,2}[a-z]?|[a-z])(?![a-z0-9])")
_GLUED_LETTER = re.compile(r"(?P<token>[a-z])(?![^\W_]|['’])")
_INNER_HEAD = re.compile(
    rf"(?i)(?:{_GAP},)?{_GAP}(?:\bpart\s\w{{1,3}},?{_GAP})?\b(?:sub[-\s]?sections?|paragraphs?|paras?\.?|limbs?)(?={_GAP}[(\d]|\s[a-z]\b){_GAP}"
)
_INNER_TOKEN = re.compile(r"(?P<token>\d{1,3}[A-Za-z]?|[a-z])(?![^\W_])")
_SEPARATOR = re.compile(
    rf"(?i){_GAP}(?:(?P<range>[-–—‐‑]|\bto\b)|,?{_GAP}(?:and/or|\band\b|\bn?or\b|\bac?\b(?={_GAP}\d)|&)|[,;/]){_GAP}"
    rf"(?:,{_GAP})?(?:or in the alternative,?{_GAP})?"
)
_ITEM = re.compile(r"(?i)(?P<number>\d{1,3})(?P<suffix>[a-z](?![a-z]))?(?!\d|[.:]\d|(?:st|nd|rd|th)\b|[%£])")
_BARE_LETTER = re.compile(r"(?P<token>[b-hj-z])(?![^\W_]|['’]|\.?\s?\d)")
_PARENT = re.compile(
    rf"(?i),?{_GAP}(?:\b(?:of|in|to){_GAP}(?:sub[-\s]?section{_GAP}\(?(?P<middle>\d[a-z]?)\)?|part{_GAP}\w{{1,3}}){_GAP})?"
    rf"\b(?:of|in|to|under|from){_GAP}(?:the{_GAP})?"
    rf"(?P<head>sections?|s\b\.?|adran|regulations?|reg\b\.?|article|schedule|sch\b\.?){_NUMBER_AHEAD}"
)
_NOT_A_NUMBER = re.compile(
    r"(?i)[\s-]{0,3}(?:(?:working|calendar|full|further|other|more|new|of (?:these|those|them|which))\b|hours?|days?|"
    r"weeks?|months?|years?|minutes?|pages?|people|staff|officers?|documents?|records?|items?|requests?|cases?|"
    r"questions?|pupils?|children|per\s?cent|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d)"
)
_ENDS_ITEM = re.compile(
    r"\s{0,3}(?:$|[.,;:)(\]/&–—-]|(?:of|and|or|to|in|under|FOIA?|FOISA|EIRs?|exemptions?|exceptions?|apply|applies|are|is|"
    r"were|was|have|has|for|as|at|which|where|both|do|does|could|would|may|a|ac|o)\b)"
)
_MOST_SUBSECTIONS = 11
_SWAPS = str.maketrans("OolI", "0011")


@dataclass(frozen=True, slots=True)
class Token:
    """One number or bracket of a citation.

    Attributes:
        value: As written, without brackets and with misread digits mended: `40`, `3A`, `a`.
        bracketed: Whether it stood in brackets or where a bracket belongs.
        join: What led to it: empty when it follows directly, `,` in a list, `-` in a range.
    """

    value: str
    bracketed: bool
    join: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """One citation as written: where it stands and which tokens it has.

    Attributes:
        head: `section`, `subsection`, `regulation`, `exemption`, `exception`, `article`,
            `schedule`, `paragraph`, or empty when the number stands alone.
        start, end: Its span, head word and items.
        tokens: What was read.
        bare: Whether the head is a mere `s`, which also begins postcodes.
        plural: Whether the head is in the plural.
    """

    head: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    bare: bool = False
    plural: bool = False


def _misspellings(word: str) -> frozenset[str]:
    """Every word one slip away: a letter lost, doubled, changed or swapped with its neighbour."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:i], word[i:]) for i in range(1, len(word) + 1)]
    lost = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    changed = {a + c + b[1:] for a, b in splits if b for c in letters}
    added = {a + c + b for a, b in splits for c in letters}
    return frozenset((lost | swapped | changed | added) - {word, "sections", "sectional"})


_TYPOS = _misspellings("section") | {f"{w}s" for w in _misspellings("section")} | _misspellings("sections")


def read_shape(text: str, match: re.Match[str]) -> Shape | None:
    """The citation that begins at a match of `HEAD`; None when no number follows.

    >>> m = re.compile(HEAD, re.I).search("under Section 31(1)(a), (b) & (c) of the Act")
    >>> shape = read_shape(m.string, m)
    >>> m.string[shape.start:shape.end], [t.value for t in shape.tokens]
    ('Section 31(1)(a), (b) & (c)', ['31', '1', 'a', 'b', 'c'])
    """
    head, word = match.lastgroup or "", match.group()
    if head == "typo":
        if word.lower() not in _TYPOS:
            return None
        head = "section"
    first = _FIRST.match(text, match.end())
    if first is None or (head in ("section", "regulation") and len(word) < 3 and first["spelt"]):
        return None
    tokens = _first_tokens(first, head)
    # A number that begins the next line stands below a table's heading.
    apart = "\n" in text[match.end() : first.end()] and not text.startswith("(", first.end())
    if not tokens or (head in ("exemption", "exception") and (apart or _NOT_A_NUMBER.match(text, first.end()))):
        return None
    plural = bool(_PLURAL.search(word))
    end = _read_on(text, first.end(), tokens, plural or head in ("subsection", "paragraph"))
    bare = word.lower().rstrip(".") in ("s", "ss", "r") and not word.endswith(".")
    shape = Shape(head, match.start(), end, tuple(tokens), bare, plural)
    return _with_parent(text, shape) if head in ("subsection", "paragraph") else shape


def read_headless(text: str, match: re.Match[str]) -> Shape:
    """The citation that begins at a match of `HEADLESS`."""
    first = _FIRST.match(text, match.start())
    tokens = _first_tokens(first, "") if first else []
    end = _read_on(text, first.end() if first else match.end(), tokens, False)
    return Shape("", match.start(), end, tuple(tokens))


def _first_tokens(first: re.Match[str], head: str) -> list[Token]:
    if first["spelt"]:
        return [Token(str(_SPELT[re.sub(r"\s", "-", first["spelt"].lower())]), False)]
    if first["split"]:
        return [Token(re.sub(r"\s", "", first["split"]), False)]
    if first["bracket"]:
        if head in ("subsection", "paragraph"):
            return [Token(first["bracket"], True)]
        return [Token(first["bracket"], False)] if first["bracket"][0].isdigit() and head == "section" else []
    number = first["number"]
    if not any(c.isdigit() for c in number) or number[0] == "0":
        return []
    parts = number.translate(_SWAPS).split(".")
    tokens = [Token(parts[0] + (first["suffix"] or "").upper(), False)]
    return tokens + [Token(part, True, ".") for part in parts[1:]]


def _read_on(text: str, end: int, tokens: list[Token], plural: bool) -> int:
    """Add groups, letters and further items from `end` on; where they stop."""
    while len(tokens) < MAX_TOKENS:
        step = _next_group(text, end, tokens) or _next_item(text, end, tokens, plural)
        if step is None:
            break
        more, end = step
        tokens += more
    return end


def _next_group(text: str, end: int, tokens: list[Token], join: str = "") -> tuple[list[Token], int] | None:
    if match := _GROUP.match(text, end):
        return None if _is_count(match, tokens, join) else (_group_tokens(match["body"], join), match.end())
    if match := _LOST_BRACKET.match(text, end):
        after_space = match.start("token") > end
        if after_space or match.group().endswith((")", "}", "]")):
            return [Token(match["token"], True, join)], match.end()
    if join:
        return None
    if match := _DOTTED.match(text, end):
        return [Token(match["token"], True, ".")], match.end()
    if tokens[-1].bracketed and (match := _GLUED_LETTER.match(text, end)):
        return [Token(match["token"], True)], match.end()
    if match := _INNER_HEAD.match(text, end):
        return _inner_items(text, match.end())
    return None


def _is_count(match: re.Match[str], tokens: list[Token], join: str) -> bool:
    """Whether a bracket counts something, as in a table of refusals: `s14(1) (2), s31 (17)`."""
    spaced = match.group()[0].isspace() and not join and match["body"].isdigit()
    return spaced and (tokens[-1].bracketed or int(match["body"]) > _MOST_SUBSECTIONS)


def _group_tokens(body: str, join: str) -> list[Token]:
    """The tokens of one bracket, which may itself hold a list: `(a/b)`."""
    parts = re.split(r"(?i)\s*(/|,|&|-|–|\band\b|\bor\b|\bto\b)\s*", body.strip())
    tokens = [Token(parts[0], True, join)]
    for sign, value in zip(parts[1::2], parts[2::2], strict=True):
        tokens.append(Token(value, True, "-" if sign.lower() in ("-", "–", "to") else ","))
    return tokens


def _inner_items(text: str, end: int) -> tuple[list[Token], int] | None:
    """What follows `subsection` or `paragraphs` inside a citation: brackets, or bare tokens."""
    if match := _GROUP.match(text, end):
        return _group_tokens(match["body"], ""), match.end()
    match = _INNER_TOKEN.match(text, end)
    return ([Token(match["token"], True)], match.end()) if match else None


def _next_item(text: str, end: int, tokens: list[Token], plural: bool) -> tuple[list[Token], int] | None:
    separator = _SEPARATOR.match(text, end)
    if separator is None:
        return None
    join, at = "-" if separator["range"] else ",", separator.end()
    if text.startswith(("(", "[", "{"), at):
        # `section 41 and (b) under section 36`: the letter of a question, not of a provision.
        return _next_group(text, at, tokens, join) if tokens[-1].bracketed else None
    if match := _ITEM.match(text, at):
        return _list_number(text, match, join, plural, tight=separator.end() - separator.start() == 1)
    if tokens[-1].bracketed and (match := _BARE_LETTER.match(text, at)) and tokens[-1].value.isalpha():
        return [Token(match["token"], True, join)], match.end()
    return None


def _list_number(
    text: str, match: re.Match[str], join: str, plural: bool, tight: bool
) -> tuple[list[Token], int] | None:
    """A further number of a list, unless it counts something else (`section 12, 18 hours`)."""
    token = Token(match["number"] + (match["suffix"] or "").upper(), False, join)
    if _GROUP.match(text, match.end()):
        return [token], match.end()
    if _NOT_A_NUMBER.match(text, match.end()) or (len(match["number"]) > 2 and not plural):
        return None
    if plural or (join == "," and _ENDS_ITEM.match(text, match.end())) or (tight and join == "-"):
        return [token], match.end()
    return None


def _with_parent(text: str, shape: Shape) -> Shape:
    """`paragraph (a) of section 31(1)`: the tokens of the section come first."""
    match = _PARENT.match(text, shape.end)
    first = _FIRST.match(text, match.end()) if match else None
    if match is None or first is None:
        return shape
    outer = _first_tokens(first, "section")
    if not outer:
        return shape
    end = first.end()
    while len(outer) < MAX_TOKENS and (step := _next_group(text, end, outer)):
        outer += step[0]
        end = step[1]
    if match["middle"]:
        outer.append(Token(match["middle"], True))
    word = match["head"].lower()
    head = {"re": "regulation", "sc": "schedule", "ar": "article"}.get(word[:2], "section")
    inner = [Token(t.value, True, t.join) for t in shape.tokens]
    return Shape(head, shape.start, end, tuple(outer + inner), plural=shape.plural)
