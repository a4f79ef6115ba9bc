"""Every publisher of foi_analytics/sources, listed from the folder: what it gave becomes what was written down."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publisher_files import FOLDER, contents_of, opened, parsed, told

from foi_analytics.errors import FoiError, UsageError
from foi_analytics.records import DecisionNotice, Letter, Problem, ReportedFigure, Request
from foi_analytics.sources import open_source, publishers

NAMES = sorted(publishers())


@pytest.mark.parametrize("name", NAMES)
def test_a_publisher_has_a_pair_and_says_what_it_is_about(name):
    about = publishers()[name].about
    assert (FOLDER / name / "raw.json").is_file() and (FOLDER / name / "expected.json").is_file()
    assert about.name == name == opened(name).name.partition(":")[0]
    assert about.summary and about.complete and about.address.startswith("https://")
    assert about.verified in ("verified", "inferred")
    assert about.licence == "unknown" or about.licence.startswith(("stated: ", "assumed: "))
    assert about.etiquette > 0


@pytest.mark.parametrize("name", NAMES)
def test_what_was_fetched_becomes_what_is_expected(name):
    expected = json.loads((FOLDER / name / "expected.json").read_text())
    assert [told(item) for item in parsed(name, *contents_of(name))] == expected


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_their_own_and_tell_publishers_and_sites_apart(name):
    letters = [each for each in parsed(name, *contents_of(name)) if isinstance(each, Letter)]
    assert len({each.letter_id for each in letters}) == len(letters)
    assert all(each.letter_id.startswith(f"{name}/") and each.source == opened(name).name for each in letters)


@pytest.mark.parametrize("name", [name for name in NAMES if hasattr(publishers()[name], "sites")])
def test_two_sites_of_one_software_are_two_sources(name):
    one, other = (opened(f"{name}:{host}.example/set") for host in ("one", "other"))
    assert one.name != other.name


@pytest.mark.parametrize("name", NAMES)
def test_a_page_alone_can_be_read_where_the_publisher_says_so(name, tmp_path):
    contents, _ = contents_of(name)
    page = next(iter(contents.values()))
    (tmp_path / "page").write_bytes(page)
    if publishers()[name].about.saved:
        source = open_source(name, tmp_path)
        items = [each for stub in source.discover() for each in source.parse(source.fetch(stub))]
        assert any(not isinstance(each, Problem) for each in items) or len(contents) > 1
    else:
        with pytest.raises(UsageError, match="foi load files"):
            open_source(name, tmp_path)
        assert _survives(name, {"page": page}, "page") is None


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_where_it_says(name):
    notices = [each for each in parsed(name, *contents_of(name)) if isinstance(each, DecisionNotice)]
    assert all(each.text[each.start : each.end] == each.quote for each in notices)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_another_page_is_an_error_and_not_silence(name):
    contents, origin = contents_of(name)
    for page in (b"<html><body><h1>We have moved</h1></body></html>", b"{}", b"[]", b""):
        found = _survives(name, {**contents, next(iter(contents)): page}, origin)
        assert found is None or any(isinstance(each, Problem) for each in found)


def _survives(name, contents, origin):
    """What is parsed; None when that is refused in words."""
    try:
        return parsed(name, contents, origin)
    except FoiError as error:
        assert str(error)
        return None


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.just([]), st.just({}), st.just("\ud800"),
    st.just([None]), st.just({"a": [1]}),
)  # fmt: skip


def _places(value, path=()):
    """The path to everything in a JSON value."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from _places(child, (*path, key))


def _without(value, path, drop, junk):
    if not path:
        return junk
    copy = dict(value) if isinstance(value, dict) else list(value)
    if drop and len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = _without(copy[path[0]], path[1:], drop, junk)
    return copy


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_costs_nothing_but_what_was_damaged(name, data):
    contents, origin = contents_of(name)
    url = data.draw(st.sampled_from(sorted(contents)))
    whole = contents[url]
    if whole[:1] in (b"{", b"[") and not whole.startswith(rb"{\rtf") and data.draw(st.booleans()):
        value = json.loads(whole)
        path = data.draw(st.sampled_from(list(_places(value))))
        contents[url] = json.dumps(_without(value, path, data.draw(st.booleans()), data.draw(JUNK))).encode()
    else:
        cut = data.draw(st.integers(0, len(whole)))
        contents[url] = (
            whole[:cut] + data.draw(st.binary(max_size=8)) + data.draw(st.sampled_from([b"", whole[cut + 5 :]]))
        )
    for each in _survives(name, contents, origin) or ():
        assert isinstance(each, Letter | Request | DecisionNotice | ReportedFigure | Problem)
        if isinstance(each, Problem):
            each.reason.encode()


def test_a_name_of_a_requester_is_never_taken():
    items = [each for name in NAMES for each in parsed(name, *contents_of(name))]
    assert not any("Quill" in str(each) for each in items)
