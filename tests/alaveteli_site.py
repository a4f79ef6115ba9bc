"""An Alaveteli site of invented requests, as a client or as a real server sees it."""

import datetime as dt
import hashlib
import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from foi_analytics.fetching import Fetched, FetchError, Gone

TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
ROBOTS = """User-agent: *
Content-Signal: search=yes, ai-train=no
Allow: */request/*/response/*/attach/*
Disallow: */request/*/response/*
Disallow: */feed/*
Disallow: */search/*
"""
CHALLENGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Prove it.</body></html>"
HIDDEN = (
    '<!DOCTYPE html><html><body><div id="request_show"><h1>Request has been removed</h1>'
    "<p>It was hidden by the people who run this site.</p></div></body></html>"
)
LETTER = b"Dear Ada Quill,\n\nThe names are withheld under section 40(2) of the Freedom of Information Act 2000.\n"


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    media_type: str = "text/html"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """One request on the site."""

    number: int
    day: dt.date
    state: str = "rejected"
    body: str = "fenmoor_council"
    asker: str = "Ada Quill"
    reply: str = "Dear Ms Quill,\n\nWe hold no list of the sluices that you ask for."
    files: dict[str, bytes] = field(default_factory=dict)
    hidden: bool = False
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return f"sluices_{self.number}"


class Site:
    """Answers by path; `wrong` replaces the answers of single paths."""

    def __init__(self, requests: list[Asked], base: str = "https://foi.example") -> None:
        self.requests = requests
        self.base = base
        self.asked: list[str] = []
        self.wrong: dict[str, Callable[[Mapping[str, str]], Answer]] = {}

    def answer(self, path: str, query: str = "", headers: Mapping[str, str] | None = None) -> Answer:
        self.asked.append(f"{path}?{query}" if query else path)
        if path in self.wrong:
            return self.wrong[path](headers or {})
        if path == "/robots.txt":
            return Answer(body=ROBOTS.encode(), media_type="text/plain")
        if path.startswith(("/list", "/body/")):
            return self._listing(path, {name: values[0] for name, values in parse_qs(query).items()})
        found = next(
            (each for each in self.requests if f"/request/{each.slug}" in (path, path.removesuffix(".json"))), None
        )
        if found is not None and found.hidden:
            return Answer(403, HIDDEN.encode())
        if found is not None:
            return _tagged(_json(found) if path.endswith(".json") else _page(found), headers or {})
        return self._file(path)

    def _file(self, path: str) -> Answer:
        for each in self.requests:
            for name, data in each.files.items():
                if not each.hidden and path == f"/request/{each.slug}/response/{each.number}2/attach/3/{name}":
                    return Answer(body=data, media_type="text/plain")
        return Answer(404, b"<h1>Not found</h1>")

    def _listing(self, path: str, params: Mapping[str, str]) -> Answer:
        parts = path.strip("/").split("/")
        states = {"successful": {"successful"}, "unsuccessful": {"rejected"}, "awaiting": {"waiting_response"}}
        wanted = next((states[each] for each in parts if each in states), None)
        found = [each for each in self.requests if not each.hidden and (parts[0] == "list" or each.body == parts[1])]
        found = [each for each in found if wanted is None or each.state in wanted]
        for name, later in (("request_date_after", True), ("request_date_before", False)):
            if name in params:
                day = dt.datetime.strptime(params[name], "%d/%m/%Y").date()
                found = [each for each in found if (each.day >= day if later else each.day <= day)]
        found.sort(key=lambda each: (each.day, each.number), reverse=True)
        page = int(params.get("page", "1"))
        shown = found[:500][25 * (page - 1) : 25 * page]
        if page > 20 or (page > 1 and not shown):
            return Answer(404, b"<h1>No such page</h1>")
        rows = "".join(_row(each, self.base) for each in shown)
        heading = f'<h2 class="foi_results">About {len(found):,} FOI requests found</h2>' if found else ""
        return Answer(body=f"<html><body><div id='request_list'>{heading}{rows}</div></body></html>".encode())


class SiteClient:
    """A client that asks the site without a network."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def get(self, url: str, *, params: Any = None, headers: Any = None, accept: str = "") -> Fetched:
        parts = urlsplit(url)
        answer = self._site.answer(parts.path, urlencode(params or {}), {})
        if answer.status == 404:
            raise Gone(f"{url} is not there")
        if answer.status != 200:
            raise FetchError(f"{url} answers with {answer.status}", answer.status, answer.body)
        digest = hashlib.sha256(answer.body).hexdigest()
        return Fetched(url, 200, answer.body, answer.media_type, digest, TODAY)

    def post(self, url: str, *, json: Any) -> Fetched:
        raise AssertionError("nothing is posted to this site")


def _tagged(answer: Answer, headers: Mapping[str, str]) -> Answer:
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:12]}"'
    if headers.get("If-None-Match") == tag:
        return Answer(304, headers={"ETag": tag})
    answer.headers["ETag"] = tag
    return answer


def _row(asked: Asked, base: str) -> str:
    return f"""<div class="request_listing"><div class="request_left">
      <span class="head"><a href="/request/{asked.slug}#incoming-{asked.number}2">Sluices, part {asked.number}</a></span>
      <div class="requester">Response by <a href="{base}/body/{asked.body}">Fenmoor Council</a> on
        <time datetime="{asked.day}T10:00:00+00:00">a day</time></div>
      <p><i class="icon-standalone icon_{asked.state}"></i></p></div></div>"""


def _json(asked: Asked) -> Answer:
    events = [("sent", None, 1), ("response", 2, None), ("followup_sent", None, 3), ("comment", None, None)]
    facts = {
        "id": asked.number,
        "url_title": asked.slug,
        "title": f"Sluices, part {asked.number}",
        "created_at": f"{asked.day}T09:00:00.104+00:00",
        "updated_at": f"{asked.day}T10:00:00.104+00:00",
        "described_state": asked.state,
        "display_status": "in some language",
        "awaiting_description": False,
        "prominence": "normal",
        "law_used": "foi",
        "tags": [["water", None]],
        "user": {"id": 9, "url_name": "ada", "name": asked.asker, "ban_text": "", "about_me": ""},
        "public_body": {"id": 5, "url_name": asked.body, "name": "Fenmoor Council", "tags": []},
        "info_request_events": [
            {
                "id": number,
                "event_type": kind,
                "incoming_message_id": incoming and int(f"{asked.number}{incoming}"),
                "outgoing_message_id": outgoing and int(f"{asked.number}{outgoing}"),
                "comment_id": None,
            }
            for number, (kind, incoming, outgoing) in enumerate(events)
        ],
    } | asked.facts
    return Answer(body=json.dumps(facts).encode(), media_type="application/json")


def _page(asked: Asked) -> Answer:
    number, day = asked.number, asked.day
    listed = "".join(
        f"""<li class="attachment" id="attachment-{number}{place}">
          <p class="attachment__name">{html.escape(name)}</p><p class="attachment__meta">2K
          <a href="/request/{asked.slug}/response/{number}2/attach/html/3/{name}.html">View</a>
          <a href="/request/{asked.slug}/response/{number}2/attach/3/{name}?cookie_passthrough=1">Download</a></p></li>"""
        for place, name in enumerate(asked.files, start=7)
    )
    attachments = f'<div class="attachments"><ul class="list-of-attachments">{listed}</ul></div>' if listed else ""
    time = f'<time datetime="{day}T10:00:00+00:00">a day</time>'
    author = f'<span class="correspondence__header__author">{asked.asker}</span>{time}'
    asking = "<p>Dear Fenmoor Council,</p><p>Please tell me:<br />1. where the sluices are;<br />2. who keeps them.</p>"
    body = f"""<div class="outgoing correspondence" id="outgoing-{number}1">{author}
        <div class="correspondence_text"><div>{asking}<p>{asked.asker}</p></div></div></div>
      <div class="incoming correspondence normal" id="incoming-{number}2">
        <span class="correspondence__header__author">Fenmoor Council</span>{time}
        <div class="correspondence_text">{attachments}<div id="attachment-{number}6">
          {_paragraphs(asked.reply)}<p><span class="unfold_link"><a href="?unfold=1">show quoted sections</a></span></p>
        </div></div><p class="event_actions">Link to this</p></div>
      <div class="outgoing correspondence box" id="outgoing-{number}1"><p class="event_plain">Sent again.</p></div>
      <div class="outgoing correspondence" id="outgoing-{number}3">{author}
        <div class="correspondence_text"><div><p>Thank you for your reply.</p></div></div></div>
      <div class="comment_in_request" id="comment-4"><p>An annotation by Bo Wren.</p></div>"""
    return Answer(body=f"<!DOCTYPE html><html><body><div id='request_show'>{body}</div></body></html>".encode())


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(each)}</p>\n" for each in text.split("\n\n"))
