"""E-mail threads: every message of an authority becomes a letter, with the request before it.

The sender of the first message of a thread is the one who asks; everybody else writes for the
authority.  A message of which it is in doubt is taken for a letter, so that none is lost.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..formats import Extracted
from ..records import Letter, Problem, Request
from .asks import asked_before
from .document import letter_from
from .options import Options
from .source import Item

__all__ = ["Message", "read_threads"]

_SOURCE = "mail"
_ANSWER = re.compile(r"(?:\s*(?:re|aw|sv|fw|fwd|wg)\s*:)+\s*", re.IGNORECASE)
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Message:
    """An e-mail that was read, with the letters and problems enclosed in it.

    `key` tells it from messages without an id of their own.
    """

    key: str
    found: Extracted
    origin: str
    enclosed: tuple[Item, ...] = ()

    @property
    def id(self) -> str:
        """Its message id, or its key when it has none."""
        return (self.found.envelope and self.found.envelope.message_id) or self.key

    @property
    def references(self) -> tuple[str, ...]:
        """What it answers, oldest first."""
        return self.found.envelope.references if self.found.envelope else ()

    @property
    def sender(self) -> str:
        """Address it came from."""
        return self.found.envelope.sender if self.found.envelope else ""

    @property
    def sent(self) -> dt.datetime:
        """When it was sent; a message that does not say comes last."""
        return (self.found.envelope and self.found.envelope.sent) or _LAST

    @property
    def is_answer(self) -> bool:
        """Whether it says it answers something."""
        return bool(self.references) or _ANSWER.match(self.found.title or "") is not None


def read_threads(messages: Iterable[Message], options: Options) -> Iterator[Item]:
    """The letters of a pile of e-mails, thread by thread.

    Args:
        messages: The e-mails, in any order; copies of one message count once.
        options: Authority and licence. Where no authority is given, the sender's domain stands for it.

    Yields:
        The request that opened a thread, a letter for each message of an authority and each
        document it encloses, and the problems met in enclosures.
    """
    for case, thread in _threads(messages).items():
        asker = _asker(thread)
        outgoing: list[str] = []
        for message in thread:
            if message.sender and message.sender == asker:
                if not outgoing:
                    yield _request([each for each in thread if each.sender == asker], f"{_SOURCE}/{case}", options)
                outgoing.append(message.found.text)
                yield from (each for each in message.enclosed if isinstance(each, Problem))
            else:
                yield from _letters(message, f"{_SOURCE}/{case}", asked_before(outgoing), options)


def _threads(messages: Iterable[Message]) -> dict[str, list[Message]]:
    """Messages by the id of the message their thread began with, oldest first."""
    known: dict[str, Message] = {}
    for message in messages:
        if message.id in known:
            first = known[message.id]
            known[message.id] = first if first.enclosed or not message.enclosed else message
        else:
            known[message.id] = message
    parents: dict[str, str] = {}
    for message in known.values():
        for earlier in message.references:
            _join(parents, earlier, message.id)
    _join_by_subject(parents, known)
    threads = defaultdict(list)
    for message in sorted(known.values(), key=lambda each: (each.sent, each.is_answer)):
        threads[_root(parents, message.id)].append(message)
    return dict(threads)


def _join_by_subject(parents: dict[str, str], known: dict[str, Message]) -> None:
    """Answers that do not say what they answer go to the message that opened their subject."""
    openings = {
        (message.found.title or "").strip().lower(): message for message in known.values() if not message.is_answer
    }
    for message in known.values():
        title = message.found.title or ""
        answer = _ANSWER.match(title)
        subject = title[answer.end() if answer else 0 :].strip().lower()
        opening = openings.get(subject)
        if subject and opening is not None and message.is_answer and not message.references:
            _join(parents, opening.id, message.id)


def _join(parents: dict[str, str], earlier: str, later: str) -> None:
    first, second = _root(parents, earlier), _root(parents, later)
    if first != second:
        parents[second] = first


def _root(parents: dict[str, str], message: str) -> str:
    root = message
    while root in parents:
        root = parents[root]
    while message != root:
        parents[message], message = root, parents[message]
    return root


def _asker(thread: list[Message]) -> str | None:
    """Who opened the thread; None when its opening is missing or nobody answered it."""
    first = thread[0]
    return first.sender if len(thread) > 1 and not first.is_answer else None


def _request(written: list[Message], case: str, options: Options) -> Request:
    """The first of the requester's messages, with the days of the others."""
    message = written[0]
    days = [
        each.found.envelope.sent.date() if each.found.envelope and each.found.envelope.sent else None
        for each in written
    ]
    return Request(
        case_id=case,
        text=message.found.text,
        authority=options.authority,
        date=days[0],
        later=tuple(day for day in days[1:] if day),
        title=message.found.title,
        source=_SOURCE,
        origin=message.origin,
        licence=options.licence,
    )


def _letters(message: Message, case: str, request: str | None, options: Options) -> Iterator[Item]:
    authority = options.authority or message.sender.rpartition("@")[2] or None
    letter = letter_from(message.found, f"{case}/{message.id}", message.origin, options)
    letter = replace(letter, authority=authority, case_id=case, request=request, source=_SOURCE)
    yield letter
    for number, each in enumerate(message.enclosed, start=1):
        if not isinstance(each, Letter):
            yield each
            continue
        yield replace(
            each,
            letter_id=f"{letter.letter_id}/{number}",
            authority=authority,
            case_id=case,
            request=request,
            source=_SOURCE,
            date=each.date or letter.date,
            title=each.title or letter.title,
        )
