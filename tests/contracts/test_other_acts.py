"""Every Act in `other_acts.toml` keeps the same promises."""

import re

import pytest

from foi_analytics.citations import find
from foi_analytics.citations.names import other_acts
from foi_analytics.regimes import provision, regimes


@pytest.fixture(params=sorted(other_acts()))
def act(request: pytest.FixtureRequest) -> str:
    return request.param


def test_it_has_a_slug_and_the_keys_that_are_read(act):
    data = other_acts()[act]
    assert re.fullmatch(r"[a-z0-9-]+", act) and act not in regimes()
    assert {"names", "numbers", "words"} <= set(data) <= {"names", "numbers", "words", "alone", "only", "head"}
    assert data["names"]


def test_its_numbers_are_complete(act):
    data = other_acts()[act]
    assert set(data.get("alone", ())) | set(data.get("only", {})) <= set(data["numbers"])


def test_a_number_that_means_it_alone_is_no_section_of_the_foi_act(act):
    data = other_acts()[act]
    law = "foia2000" if data.get("head", "section") == "section" else "eir2004"
    assert [number for number in data.get("alone", ()) if provision(f"{law}:{number}")] == []


def test_its_names_are_recognised(act):
    for name in other_acts()[act]["names"]:
        assert [f.law for f in find(f"section 7 of the {name}")] == [act]
