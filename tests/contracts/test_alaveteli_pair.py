"""What an Alaveteli site gives becomes what is written down beside it."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.errors import FoiError
from foi_analytics.fetching import Offline
from foi_analytics.formats import Content
from foi_analytics.records import Letter, Problem, Request
from foi_analytics.sources import Options, Raw, Stub, find_publisher

FOLDER = Path(__file__).parents[1] / "data" / "sources" / "alaveteli"


RAW = json.loads((FOLDER / "raw.json").read_text())
GIVEN = {url: (FOLDER / file).read_bytes() for url, file in RAW["contents"].items()}


def parsed(given: dict[str, bytes] = GIVEN) -> list[Any]:
    contents = tuple(Content.of(data, url) for url, data in given.items())
    source = find_publisher("whatdotheyknow").open(Offline(), Options())
    return list(source.parse(Raw(Stub(RAW["origin"]), contents)))


def told(item: Any) -> dict[str, Any]:
    """An item as JSON, without the fields that are as they are when nobody sets them."""
    fields = {
        each.name: getattr(item, each.name)
        for each in dataclasses.fields(item)
        if getattr(item, each.name) != each.default and not each.name.startswith("anchor_")
    }
    return {"is": type(item).__name__, **json.loads(json.dumps(fields, default=str))}


def test_what_was_fetched_becomes_what_is_expected() -> None:
    assert [told(item) for item in parsed()] == json.loads((FOLDER / "expected.json").read_text())


def test_parsing_again_gives_the_same_under_ids_of_their_own() -> None:
    first, second = parsed(), parsed()
    assert first == second
    ids = [each.letter_id for each in first if isinstance(each, Letter)]
    assert len(ids) == len(set(ids)) == 3
    assert len({each.case_id for each in first if isinstance(each, Letter | Request)}) == 1


@given(st.sampled_from(sorted(GIVEN)), st.integers(0, 6000), st.integers(0, 400), st.binary(max_size=8))
def test_damaged_answers_are_refused_in_words_or_read_as_far_as_they_go(
    url: str, at: int, lost: int, put: bytes
) -> None:
    data = GIVEN[url]
    try:
        found = parsed(GIVEN | {url: data[:at] + put + data[at + lost :]})
    except FoiError as error:
        assert str(error)
    else:
        assert all(isinstance(each, Letter | Request | Problem) for each in found)


@pytest.mark.parametrize("junk", [None, True, 7, "\ud800", [], [None], {}, {"name": ["x"]}])
@pytest.mark.parametrize(
    "name", ["title", "described_state", "public_body", "user", "info_request_events", "prominence", "new"]
)
def test_facts_of_another_kind_cost_nothing_but_themselves(name: str, junk: Any) -> None:
    url = f"{RAW['origin']}.json"
    given = GIVEN | {url: json.dumps(json.loads(GIVEN[url]) | {name: junk}).encode()}
    try:
        found = parsed(given)
    except FoiError as error:
        assert name == "info_request_events" and str(error)
    else:
        assert sum(isinstance(each, Letter) for each in found) == 3
        repr(found).encode()
