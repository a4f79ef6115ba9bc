"""What varies between copies of one template, found among the words of a passage.

Dates, references, amounts of money, telephone numbers, e-mail and web addresses, postcodes and
names are slots.  Numbers of provisions and years of Acts are the law and never a slot; other
numbers ("12 officers") are words of their own, marked so that near copies can differ in them.
"""

import numpy as np
import numpy.typing as npt

from ..word_classes import (
    ACT,
    BODY,
    CLOSING,
    GREETING,
    INNER,
    LAW,
    LISTING,
    MONTH,
    MULTIPLE,
    NEGATION,
    OF,
    REFERENCE_WORD,
    TITLE,
    WEB,
)
from .compiled import compiled
from .scanning import (
    ADDRESS,
    AMPERSAND,
    BLANK,
    CAPITAL,
    CLOSE,
    COMMA,
    CURRENCY,
    DIGIT_FIRST,
    DOT,
    JOINT,
    LETTERS,
    LINE,
    OPEN,
    SLASH,
    STOP,
)
from .words import Lexicon, Words

__all__ = ["NEGATED", "NUMBER", "PLAIN", "PROVISION", "SLOTS", "find_slots"]

SLOTS = ("", "email", "link", "date", "amount", "reference", "phone", "postcode", "name")
_EMAIL, _LINK, _DATE, _AMOUNT, _REFERENCE, _PHONE, _POSTCODE, _NAME = range(1, 9)

PLAIN, NUMBER, PROVISION, NEGATED = range(4)
"""What a word outside slots is: what two near copies differ in matters."""

_SOME_DIGITS = 15 << 4
_APART = BLANK | LINE
_BREAKS = BLANK | LINE | COMMA | OPEN | CLOSE
_LONGEST_NAME = 8


@compiled
def find_slots(words: Words, count: int, lexicon: Lexicon, writer: npt.NDArray[np.uint64]) -> None:
    """Class the words of a passage, find their slots and mark what the others are to the law.

    Args:
        words: Words that were scanned; `classes`, `slots`, `goes_on` and `marks` are filled.
        count: How many there are.
        lexicon: Which words have a class.
        writer: Hashes of the words of the writer's own name, which is a slot; none when nobody knows.
    """
    met, shapes, gaps = _look(words, count, lexicon)
    figures = shapes & DIGIT_FIRST
    if figures or met & (1 << NEGATION):
        _mark_law(words, count)
    if gaps & ADDRESS or met & (1 << WEB):
        _addresses(words, count)
    if figures:
        _phones_and_postcodes(words, count)
        _dates(words, count)
    if shapes & _SOME_DIGITS:
        _references(words, count)
    if gaps & CURRENCY:
        _amounts(words, count)
    if met & (1 << TITLE | 1 << GREETING | 1 << CLOSING):
        _people(words, count)
    if met & (1 << BODY):
        _bodies(words, count)
    if len(writer):
        _writers_name(words, count, writer)


@compiled
def _look(words: Words, count: int, lexicon: Lexicon) -> tuple[int, int, int]:
    """Class the words; which classes, shapes and gaps there are at all tells what need not be looked for."""
    known, classes = lexicon.words, lexicon.classes
    mask = np.uint64(len(known) - 1)
    met, shapes, gaps = 0, 0, 0
    for word in range(count):
        value = words.hashes[word]
        at = value & mask
        while known[at] != value and known[at] != 0:
            at = (at + np.uint64(1)) & mask
        kind = classes[at] if known[at] == value else 0
        words.classes[word] = kind
        words.slots[word] = 0
        words.goes_on[word] = False
        words.marks[word] = NUMBER if words.shapes[word] & DIGIT_FIRST else PLAIN
        met |= 1 << kind
        shapes |= words.shapes[word]
        gaps |= words.gaps[word]
    return met, shapes, gaps


@compiled
def _fill(words: Words, first: int, last: int, kind: int) -> None:
    """One slot of the words from `first` to before `last`; a slot it meets becomes part of it."""
    for word in range(first, last):
        words.slots[word] = kind
        words.goes_on[word] = word > first
    if last < len(words.goes_on):
        words.goes_on[last] = False


@compiled
def _mark_law(words: Words, count: int) -> None:
    """Numbers of provisions with their subsections, years of Acts, and negations."""
    for word in range(count):
        if words.classes[word] == NEGATION:
            words.marks[word] = NEGATED
        length = words.shapes[word] >> 8
        follows = word > 0 and not words.gaps[word] & (STOP | CURRENCY)
        if words.shapes[word] & DIGIT_FIRST:
            bracketed = (
                word + 1 < count
                and words.gaps[word + 1] == OPEN
                and length <= 5
                and words.shapes[word + 1] >> 8 <= 4
                and (word + 2 == count or words.gaps[word + 2] & CLOSE)
            )
            named = follows and (words.classes[word - 1] == LAW or words.classes[word - 1] == ACT)
            listed = follows and (
                (words.marks[word - 1] == PROVISION and not words.gaps[word] & DOT)
                or (word > 1 and words.classes[word - 1] == LISTING and words.marks[word - 2] == PROVISION)
            )
            if (bracketed or named or listed) and length <= 6:
                words.marks[word] = PROVISION
        elif (
            follows
            and length <= 4
            and words.gaps[word] & OPEN
            and words.marks[word - 1] == PROVISION
            and not words.gaps[word] & BLANK
        ):
            words.marks[word] = PROVISION


@compiled
def _addresses(words: Words, count: int) -> None:
    """E-mail and web addresses: words without white space between them."""
    word = 0
    while word < count:
        end, at_sign = word + 1, False
        while end < count and not words.gaps[end] & _BREAKS:
            at_sign |= (words.gaps[end] & ADDRESS) != 0
            end += 1
        if at_sign:
            _fill(words, word, end, _EMAIL)
        elif end > word + 1 and words.classes[word] == WEB:
            _fill(words, word, end, _LINK)
        word = end


@compiled
def _references(words: Words, count: int) -> None:
    """Reference numbers: letters and figures joined, figures joined by strokes, or a long figure."""
    word = 0
    while word < count:
        end, digits, letters, joints, free = word, 0, False, 0, True
        while end < count and (end == word or (words.gaps[end] and not words.gaps[end] & (_BREAKS | STOP | CURRENCY))):
            digits += (words.shapes[end] >> 4) & 15
            letters |= (words.shapes[end] & LETTERS) != 0
            joints += end > word and (words.gaps[end] & JOINT) != 0
            free &= words.marks[end] != PROVISION and not words.slots[end]
            end += 1
        after_word = word > 0 and words.classes[word - 1] == REFERENCE_WORD and not words.gaps[word] & LINE
        mixed = letters and digits >= 3 and (words.shapes[word] & DIGIT_FIRST or joints or end == word + 1)
        long = not letters and ((digits >= 5 and (joints >= 1 or end == word + 1)) or (digits >= 3 and after_word))
        dated = not letters and joints == end - word - 1 and joints == 2 and digits <= 8
        if free and (mixed or long) and not dated and not (word > 0 and words.gaps[word] & CURRENCY):
            start = word - 1 if after_word and words.gaps[word] and not words.gaps[word] & _APART else word
            _fill(words, start, end, _REFERENCE)
        word = end


@compiled
def _is_number(shape: int, mark: int) -> bool:
    return (shape & DIGIT_FIRST) != 0 and mark != PROVISION


@compiled
def _is_year(shape: int, mark: int) -> bool:
    """Four figures and nothing else; a provision is none."""
    return _is_number(shape, mark) and shape >> 8 == 4 and not shape & LETTERS


@compiled
def _dates(words: Words, count: int) -> None:
    """Days with their month, months with their year, figures joined as a date, and years."""
    for word in range(count):
        if words.slots[word]:
            continue
        start, end = word, word + 1
        if words.classes[word] == MONTH:
            if start > 0 and words.classes[start - 1] == OF:
                start -= 1
            if (
                start > 0
                and _is_number(words.shapes[start - 1], words.marks[start - 1])
                and words.shapes[start - 1] >> 8 <= 4
            ):
                start -= 1
            else:
                start = word
            if (
                end < count
                and _is_number(words.shapes[end], words.marks[end])
                and not words.gaps[end] & (LINE | STOP | OPEN)
            ):
                end += 1
                if (
                    end < count
                    and not _is_year(words.shapes[end - 1], words.marks[end - 1])
                    and _is_year(words.shapes[end], words.marks[end])
                ):
                    end += 1
            if end - start > 1:
                _fill(words, start, end, _DATE)
        elif _is_number(words.shapes[word], words.marks[word]) and not (
            word > 0 and words.gaps[word] & JOINT and not words.gaps[word] & _APART
        ):
            joined = 0
            while (
                end < count
                and _is_number(words.shapes[end], words.marks[end])
                and _dated_gap(words.gaps[end], words.shapes[word])
            ):
                joined += 1
                end += 1
            if joined == 2 or _is_year(words.shapes[word], words.marks[word]):
                _fill(words, word, end if joined else word + 1, _DATE)


@compiled
def _dated_gap(gap: int, shape: int) -> bool:
    """Whether figures are joined as in 3/5/2024, 3.5.24 or 2022-23."""
    if gap & (LINE | STOP | COMMA | OPEN | CLOSE | CURRENCY | ADDRESS):
        return False
    return (gap & (JOINT | SLASH)) != 0 or (gap == DOT and (shape >> 8) <= 2)


@compiled
def _amounts(words: Words, count: int) -> None:
    """Money: figures after a currency sign, with a million or thousand after them."""
    for word in range(count):
        if words.gaps[word] & CURRENCY and _is_number(words.shapes[word], words.marks[word]):
            end = word + 1
            while (
                end < count and words.shapes[end] & DIGIT_FIRST and (words.gaps[end] == COMMA or words.gaps[end] == DOT)
            ):
                end += 1
            if end < count and words.classes[end] == MULTIPLE and words.gaps[end] == BLANK:
                end += 1
            _fill(words, word, end, _AMOUNT)


@compiled
def _phones_and_postcodes(words: Words, count: int) -> None:
    """Runs of figures with nine or more digits; `SW1A 2AA`."""
    word = 0
    while word < count:
        end, digits = word, 0
        while (
            end < count
            and _is_number(words.shapes[end], words.marks[end])
            and not words.shapes[end] & LETTERS
            and not words.slots[end]
            and (end == word or not words.gaps[end] & (LINE | STOP | COMMA | CURRENCY))
        ):
            digits += (words.shapes[end] >> 4) & 15
            end += 1
        if digits >= 9 and end - word >= 2 and (word == 0 or not words.gaps[word] or words.gaps[word] & _APART):
            _fill(words, word, end, _PHONE)
        elif (
            word + 1 < count
            and words.shapes[word] & CAPITAL
            and (words.shapes[word] >> 4) & 15
            and words.shapes[word] >> 8 <= 4
            and words.shapes[word + 1] >> 8 == 3
            and words.shapes[word + 1] & DIGIT_FIRST
            and words.shapes[word + 1] & LETTERS
            and (words.shapes[word + 1] >> 4) & 15 == 1
            and words.gaps[word + 1] == BLANK
        ):
            end = word + 2
            _fill(words, word, end, _POSTCODE)
        word = max(end, word + 1)


@compiled
def _people(words: Words, count: int) -> None:
    """Who is greeted, who signs, and whoever has a title."""
    for word in range(count):
        if words.slots[word]:
            continue
        start, most = word + 1, 0
        if words.classes[word] == TITLE and words.shapes[word] & CAPITAL:
            start, most = word, 4
        elif words.classes[word] == GREETING and word == 0:
            most = 5
        elif words.classes[word] == CLOSING:
            most = 4
        end = start
        while end < count and end - start < most and words.shapes[end] & CAPITAL and not words.slots[end]:
            if end > start and words.gaps[end] & (LINE | STOP | OPEN | JOINT | COMMA):
                break
            end += 1
        if words.classes[word] == CLOSING and end < count and not words.gaps[end] & LINE:
            continue
        if end > start + (words.classes[word] == TITLE):
            _fill(words, start, end, _NAME)


@compiled
def _is_inner(kind: int) -> bool:
    return kind in (INNER, LISTING, OF)


@compiled
def _bodies(words: Words, count: int) -> None:
    """Names of organisations: capitalised words up to a word such as Council, or on from one by "of" and "for"."""
    for word in range(count):
        if words.classes[word] != BODY or not words.shapes[word] & CAPITAL or words.slots[word]:
            continue
        start = word
        while (
            start > 0
            and word - start < _LONGEST_NAME
            and words.gaps[start] in (BLANK, BLANK | AMPERSAND)
            and (words.shapes[start - 1] & CAPITAL or _is_inner(words.classes[start - 1]))
            and not words.slots[start - 1]
        ):
            start -= 1
        while start < word and (_is_inner(words.classes[start]) or not words.shapes[start] & CAPITAL):
            start += 1
        end = word + 1
        if end + 1 < count and words.classes[end] == OF and words.gaps[end] == BLANK:
            reach = end + 1
            while (
                reach < count
                and words.gaps[reach] == BLANK
                and (words.shapes[reach] & CAPITAL or words.classes[reach] in (INNER, OF))
            ):
                reach += 1
                if words.shapes[reach - 1] & CAPITAL:
                    end = reach
        if end - start > 1:
            _fill(words, start, end, _NAME)


@compiled
def _writers_name(words: Words, count: int, writer: npt.NDArray[np.uint64]) -> None:
    for word in range(count - len(writer) + 1):
        if words.hashes[word] == writer[0]:
            same = 1
            while same < len(writer) and words.hashes[word + same] == writer[same]:
                same += 1
            if same == len(writer):
                _fill(words, word, word + same, _NAME)
