"""Full text: what is found, in what order, where; and an index that follows the letters."""

import multiprocessing
import re
import sqlite3

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from foi_analytics.corpus import Corpus
from foi_analytics.corpus.search import excerpt, matches
from foi_analytics.errors import UsageError
from foi_analytics.records import Letter

LETTERS = [
    Letter("maps", "The maps are withheld under s.40(2).", title="Flood maps"),
    Letter("café", "The minutes of the Café were not kept. The minutes were burnt.", authority="Fenmoor Council"),
    Letter("hostile", "A\0B\x02C\x03D <b>minutes</b> \u202e", title='"; DROP TABLE letters'),
    Letter("empty", ""),
]
TYPED = st.text(st.sampled_from('ab"*()-+:^{}.,\0\x02\x03 \n\tÉ§NEAROT'), max_size=40) | st.text(max_size=40)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    corpus = Corpus.create(tmp_path_factory.mktemp("search") / "corpus")
    corpus.load(LETTERS, "test")
    return corpus


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minutes", ["café", "hostile"]),
        ("CAFE minutes", ["café"]),
        ('"the minutes were"', ["café"]),
        ('"minutes the"', []),
        ("s.40(2)", ["maps"]),
        ("s.40(3)", []),
        ("withh*", ["maps"]),
        ("withh", []),
        ("flood", ["maps"]),
        ("flood withheld", ["maps"]),
        ("minutes OR maps", []),
        ("d", ["hostile"]),
        ("drop", ["hostile"]),
    ],
)
def test_letters_are_found_by_their_words(corpus, text, found):
    assert corpus.search(text)["letter_id"].to_list() == found


def test_a_hit_has_its_place_unless_only_the_title_has_the_words(corpus):
    rows = corpus.search("minutes").set_index("letter_id")
    for letter in LETTERS[1:3]:
        row = rows.loc[letter.letter_id]
        assert letter.text[row["start"] : row["end"]] == row["quote"] == "minutes"
        assert row["excerpt"] in letter.text
    (row,) = corpus.search("flood").to_dict("records")
    assert row["quote"] is None or row["quote"] != row["quote"]
    assert row["excerpt"] == LETTERS[0].text


@given(TYPED)
@example('"')
@example("a" * 5000 + "*" * 5000)
@example("\ud800")
@example(" ".join(["a"] * 3000))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_is_an_error(corpus, text):
    for row in corpus.search(text).to_dict("records"):
        letter = corpus.letter(row["letter_id"])
        assert letter is not None and row["excerpt"] in letter.text


@given(st.lists(st.sampled_from(["minutes", "of", "the", "Café", "\0", "\x02", "\x03", "x" * 90]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_places_and_excerpts_are_those_of_the_words(words):
    text = " ".join(words)
    (found,) = matches([text], "cafe")
    assert [text[start:end] for start, end in found] == ["Café"] * words.count("Café")
    start, end = excerpt(text, found)
    assert 0 <= start <= end <= len(text)
    assert not found or "Café" in text[start:end]
    assert end - start <= 240
    assert not re.match(r"\S", text[start - 1 : start]) or start == 0


def test_the_index_follows_the_letters(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    assert corpus.search("maps").empty
    corpus.load([Letter("a", "We hold maps."), Letter("b", "We hold none.")], "test")
    assert corpus.search("maps")["letter_id"].to_list() == ["a"]
    corpus.load([Letter("a", "We hold plans."), Letter("c", "Maps are sold in the shop.")], "test")
    assert corpus.search("maps")["letter_id"].to_list() == ["c"]
    assert corpus.search("plans")["letter_id"].to_list() == ["a"]
    assert Corpus(corpus.path).found("hold") == corpus.found("hold") != []


def test_analysing_takes_the_letters_into_the_index(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(LETTERS, "test")
    corpus.analyse(workers=1)
    with sqlite3.connect(corpus.path / "search.sqlite") as index:
        assert index.execute("SELECT count(*) FROM letters").fetchone() == (len(LETTERS),)


def test_the_best_match_comes_first(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    long = "Nothing else is said about it in this letter. " * 20
    corpus.load(
        [Letter("in passing", f"A bridge. {long}"), Letter("all about it", "The bridge: bridge by bridge.")], "x"
    )
    assert corpus.search("bridge")["letter_id"].to_list() == ["all about it", "in passing"]
    assert len(corpus.search("bridge", number=1)) == 1


@pytest.mark.parametrize("damage", [b"no database at all, but long enough to be taken for one" * 40, b""])
def test_a_damaged_index_is_made_anew(tmp_path, damage):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(LETTERS, "test")
    assert corpus.found("maps") == ["maps"]
    (corpus.path / "search.sqlite").write_bytes(damage)
    assert corpus.found("maps") == ["maps"]


def test_an_index_made_otherwise_is_made_anew(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(LETTERS, "test")
    assert corpus.found("maps") == ["maps"]
    with sqlite3.connect(corpus.path / "search.sqlite") as index:
        index.execute("PRAGMA user_version = 99")
        index.execute("DELETE FROM letters")
    assert corpus.found("maps") == ["maps"]


def test_an_interrupted_growth_leaves_the_index_as_it_was(tmp_path, monkeypatch):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(LETTERS, "test")
    assert corpus.found("maps") == ["maps"]
    corpus.load([Letter("more", "More maps."), Letter("most", "Most maps.")], "test")

    class StoppedError(Exception):
        pass

    def stop(rows):
        yield next(rows)
        raise StoppedError

    from foi_analytics.corpus import search

    rows_from = search._rows_from
    monkeypatch.setattr(search, "_rows_from", lambda *args: stop(rows_from(*args)))
    with pytest.raises(StoppedError):
        corpus.found("maps")
    with sqlite3.connect(corpus.path / "search.sqlite") as index:
        assert index.execute("SELECT count(*) FROM letters").fetchone() == (len(LETTERS),)
    monkeypatch.undo()
    assert set(corpus.found("maps")) == {"maps", "more", "most"}


def test_an_index_that_cannot_be_written_says_what_to_do(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(LETTERS, "test")
    (corpus.path / "search.sqlite").mkdir()
    with pytest.raises(UsageError, match=r"search\.sqlite cannot be used .* delete it"):
        corpus.search("maps")


def _found(path):
    return Corpus(path).found("maps")


def test_processes_that_search_at_once_index_each_letter_once(tmp_path):
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Letter(f"{n}", f"Maps of the {n}th valley.") for n in range(300)], "test")
    with multiprocessing.get_context("fork").Pool(4) as pool:
        answers = pool.map(_found, [corpus.path] * 4)
    assert all(sorted(each) == sorted(f"{n}" for n in range(300)) for each in answers)
