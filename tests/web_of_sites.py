"""Real sites by their names, all on one local server: what a client does with hosts and redirects can be seen."""

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from slow_clock import SlowClock
from werkzeug import Request, Response

from foi_analytics.cli import fetch
from foi_analytics.fetching import HttpClient, Policy, RawStore
from foi_analytics.fetching import client as client_module

Answer = Response | bytes | dict[str, Any] | None


class Web:
    """Answers by address, without its query; a function is given the request, and None stands for 404."""

    def __init__(self, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: dict[str, Answer | Callable[[Request], Answer]] = {}
        self.asked: list[str] = []
        self.time = SlowClock()
        self._port = server.port
        server.expect_request(re.compile(".*")).respond_with_handler(self._answer)
        monkeypatch.setattr(client_module, "guarded_transport", lambda *_: self._transport())
        monkeypatch.setattr(fetch, "open_client", self._client)

    def hosts(self) -> set[str]:
        return {each.split("/")[2] for each in self.asked}

    def _answer(self, request: Request) -> Response:
        address = f"https://{request.host}{request.path}"
        self.asked.append(address)
        answer = self.answers.get(address)
        answer = answer(request) if callable(answer) and not isinstance(answer, Response) else answer
        if isinstance(answer, dict | list):
            return Response(json.dumps(answer), content_type="application/json")
        if isinstance(answer, bytes):
            return Response(answer, content_type="text/html" if answer.startswith(b"<") else "text/plain")
        return answer or Response("nothing here", 404)

    def _transport(self) -> httpx.BaseTransport:
        """Only the last step differs from the network: the connection, without TLS, goes to the local server."""
        port, inner = self._port, httpx.HTTPTransport()

        class ToServer(httpx.BaseTransport):
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
                return inner.handle_request(
                    httpx.Request(request.method, url, headers=request.headers, stream=request.stream)
                )

            def close(self) -> None:
                inner.close()

        return ToServer()

    def _client(self, store: RawStore, contact: str, policy: Policy) -> HttpClient:
        return HttpClient(store, contact, dataclasses.replace(policy, attempts=1), self.time.clock())
