"""Request threads as request sites keep them: JSON, text wrapped at 72 columns, links as footnotes."""

import json
import re
from typing import Any

from .plain_mail import plain_text, quoted_mail
from .source import Case, Message

__all__ = ["files"]

_WIDTH = 72
_LINK = re.compile(r"https?://\S+[^\s.,;:)]")


def files(case: Case) -> dict[str, bytes]:
    """The thread of a case."""
    about = case.about
    thread = {
        "id": about["thread"],
        "title": case.title,
        "display_status": about["status"],
        "law_used": about.get("law", "foi"),
        "url_title": re.sub(r"[^a-z0-9]+", "_", case.title.lower()).strip("_"),
        "created_at": f"{case.messages[0].sent.isoformat()}+00:00",
        "events": [_event(case, number, message) for number, message in enumerate(case.messages, start=1)],
    }
    text = json.dumps(thread, indent=2, ensure_ascii=False) + "\n"
    return {f"threads/{case.authority.id}/{case.id}.json": text.encode()}


def _event(case: Case, number: int, message: Message) -> dict[str, Any]:
    return {
        "created_at": f"{message.sent.isoformat()}+00:00",
        "message_id": case.about["thread"] * 100 + number,
        "type": "outgoing" if message.outgoing else "incoming",
        "content": [_shown(case, message)],
    }


def _shown(case: Case, message: Message) -> str:
    """What the site shows: no blank lines, addresses hidden, links numbered and listed at the end."""
    text = plain_text(message.body, _WIDTH, gap="\n", bullet="•\N{NO-BREAK SPACE}")
    if message.header.get("quotes"):
        text += "\n" + quoted_mail(case, message, _WIDTH, gap="\n")
    text = text.replace(case.authority.email, f"[{case.authority.name} request email]")
    if message.outgoing:
        return text
    links: list[str] = []

    def footnote(match: re.Match[str]) -> str:
        links.append(match[0])
        return f"[{len(links)}]{match[0]}"

    text = _LINK.sub(footnote, text)
    listed = [f"{number}. {link}" for number, link in enumerate(links, start=1)]
    return "\n".join([text, "References", "Visible links", *listed]) if links else text
