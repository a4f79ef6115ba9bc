"""Every file type of foi_analytics/formats, listed from the folder: it knows its own and survives damage."""

import functools
import importlib
import itertools
import pkgutil

import pytest
from letter_files import WORDS, sample

import foi_analytics.formats as package
from foi_analytics.errors import FoiError
from foi_analytics.formats import Content, Format, Limits, Row, detect, extract, formats, members, records

MODULES = [
    importlib.import_module(f"{package.__name__}.{each.name}") for each in pkgutil.iter_modules(package.__path__)
]
KINDS = {module.__name__.rpartition(".")[2]: module.FORMAT for module in MODULES if hasattr(module, "FORMAT")}
FIXTURE = functools.cache(sample)


def _file(name: str) -> bytes:
    data = FIXTURE(name)
    if data is None:
        pytest.skip(f"nothing on this machine can write a .{name} file to test with")
    return data


def _everything(data: bytes) -> str:
    """All words a file gives, whichever way it gives them."""
    content = Content.of(data)
    kind = detect(content)
    texts = [extract(content).text] if kind.extract else []
    texts += [_everything(each.read(1000_000)) for each in members(content, Limits()) if isinstance(each, Content)]
    texts += [str(dict(row.values)) for row in records(content, Limits()) if isinstance(row, Row)]
    return "\n".join(texts)


def test_every_type_is_found_by_listing_the_folder():
    assert set(formats()) == set(KINDS.values())
    assert len({kind.media_type for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_type_says_what_it_is_and_how_it_is_read(name):
    kind: Format = KINDS[name]
    assert kind.name and "/" in kind.media_type
    assert kind.extract or kind.members or kind.records


@pytest.mark.parametrize("name", KINDS)
def test_its_bytes_are_known_whatever_their_name_and_by_no_other_type(name):
    for wrong_name in ("", "letter.bin", "letter.pdf"):
        content = Content.of(_file(name), wrong_name)
        if name == "csv":  # two columns of prose are a table only because they are named so
            content = Content.of(_file(name), "log.csv")
        assert detect(content) is KINDS[name]
        known_by = [kind for kind in formats() if not kind.fallback and kind.recognises(content)]
        assert known_by == ([] if name == "txt" else [KINDS[name]])


@pytest.mark.parametrize("name", KINDS)
def test_its_words_come_out(name):
    assert WORDS in _everything(_file(name))


@pytest.mark.parametrize("name", KINDS)
def test_places_point_into_the_text(name):
    if not KINDS[name].extract:
        pytest.skip("holds letters, is none")
    found = extract(_file(name))
    assert found.media_type
    assert len(found.anchor_starts) == len(found.anchor_names)
    for starts in (found.page_starts, found.anchor_starts):
        assert list(starts) == sorted(starts)
        assert all(0 <= start <= len(found.text) for start in starts)


@pytest.mark.parametrize("name", KINDS)
def test_damage_is_named_and_raises_nothing_else(name, monkeypatch):
    # Neither OCR nor an office program is what is tested here, and both are slow.
    monkeypatch.setattr("shutil.which", lambda program: None)
    data = _file(name)
    cuts = [data[: len(data) * tenth // 10] for tenth in range(1, 10)]
    holes = [data[:at] + b"\xff\x00<" * 4 + data[at + 12 :] for at in range(0, len(data), max(1, len(data) // 10))]
    for damaged in itertools.chain(cuts, holes):
        try:
            _everything(damaged)
        except FoiError as error:
            assert str(error)
