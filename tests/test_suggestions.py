"""Suggestions over a corpus: which families are compared, what is kept of it, what a person is shown."""

import re
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from encoders import FakeEncoder
from typer.testing import CliRunner

from foi_analytics.boilerplate.meaning import SUGGESTIONS
from foi_analytics.boilerplate.meaning.guards import GUARDS
from foi_analytics.cli import app
from foi_analytics.corpus import Corpus
from foi_analytics.corpus import suggestions as stage
from foi_analytics.errors import MissingExtraError
from foi_analytics.records import Letter

HELD = "We hold all the records that you asked us for."
NOT_HELD = "We do not hold all the records that you asked us for."
WASTE = "Bins are emptied every second week in each of the parishes."
HEADING = "Freedom of information request about the emptying of bins"


def letter(name: str, *paragraphs: str) -> Letter:
    return Letter(name, "\n\n".join(["Dear Ms Poole", *paragraphs]), authority="Fenmoor Council")


def filled(path: Path, *letters: Letter) -> Corpus:
    corpus = Corpus.create(path)
    corpus.load(letters, "test")
    corpus.analyse(workers=1)
    return corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    once = "This sentence is in one letter and in no other one."
    shared = (HELD, WASTE, HEADING, "It is so.")
    return filled(
        tmp_path / "corpus", letter("a", *shared, once), letter("b", *shared, NOT_HELD), letter("c", NOT_HELD)
    )


def pairs(corpus: Corpus) -> set[frozenset[str]]:
    text = corpus.families.set_index("family_id")["canonical"]
    found = corpus.suggestions
    return {frozenset((text[a], text[b])) for a, b in zip(found["family_id"], found["other_id"], strict=True)}


def test_whole_sentences_that_two_letters_share_are_compared_and_nothing_else(corpus: Corpus) -> None:
    assert corpus.suggestions.empty
    families, encoder = corpus.families, FakeEncoder()
    suggested = corpus.suggest(encoder)
    assert sorted(encoder.asked) == sorted([HELD, NOT_HELD, WASTE])
    assert (suggested.families, suggested.pairs, suggested.same) == (3, 3, 0)
    assert pairs(corpus) == {frozenset(two) for two in ((HELD, NOT_HELD), (HELD, WASTE), (NOT_HELD, WASTE))}
    assert list(corpus.suggestions.columns) == SUGGESTIONS.names
    assert corpus.suggestions["score"].is_monotonic_decreasing
    denied = corpus.suggestions.query("similarity > 0.7")
    assert denied["guard"].tolist() == ["negation"]
    assert corpus.families.equals(families), "nothing is merged"


def test_what_is_no_longer_there_or_is_worded_otherwise_is_not_shown(corpus: Corpus) -> None:
    corpus.suggest(FakeEncoder())
    corpus.analyse(workers=1)
    assert len(pairs(corpus)) == 3, "another run that changes nothing costs nothing"
    loud = [letter(n, HELD, WASTE.upper(), *more) for n, more in (("a", ()), ("b", (NOT_HELD,)))]
    before = set(corpus.families["family_id"])
    corpus.load(loud, "test")
    corpus.analyse(workers=1)
    assert set(corpus.families["family_id"]) <= before
    assert pairs(corpus) == {frozenset((HELD, NOT_HELD))}, "a family that kept its id has another wording now"
    reworded = WASTE.replace("Bins", "Skips")
    corpus.load([letter("a", HELD, reworded), letter("b", HELD, reworded), letter("c", HELD)], "test")
    corpus.analyse(workers=1)
    assert set(corpus.families["canonical"]) >= {HELD, reworded}
    assert corpus.suggestions.empty
    corpus.suggest(FakeEncoder())
    assert pairs(corpus) == {frozenset((HELD, reworded))}


def test_a_corpus_without_families_has_no_suggestions(tmp_path: Path) -> None:
    suggested = Corpus.create(tmp_path / "new").suggest(FakeEncoder())
    assert (suggested.families, suggested.pairs, suggested.same) == (0, 0, 0)


def test_without_the_extra_the_command_says_how_to_get_it_and_keeps_what_was_found(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.suggest(FakeEncoder())
    monkeypatch.setitem(sys.modules, "torch", None)
    run = CliRunner().invoke(app, ["suggest", str(corpus.path)])
    assert isinstance(run.exception, MissingExtraError)
    assert "pip install 'foi-analytics[embeddings]'" in str(run.exception)
    assert len(corpus.suggestions) == 3


def shown(corpus: Corpus, monkeypatch: pytest.MonkeyPatch, *scores: tuple[float, str | None], rows: int = 10) -> str:
    """What `foi suggest` prints when these are the scores and guards of the first two families."""

    def suggest(wordings: pa.Table, encoder: object, advance: object) -> pa.Table:
        one, other = wordings["family_id"].to_pylist()[:2]
        return pa.Table.from_pylist(
            [dict(zip(SUGGESTIONS.names, (one, other, 0.5, s, g), strict=True)) for s, g in scores], SUGGESTIONS
        )

    monkeypatch.setattr(stage, "suggest", suggest)
    run = CliRunner().invoke(app, ["suggest", str(corpus.path), "--rows", str(rows)])
    assert run.exit_code == 0, run.output
    return " ".join(run.stdout.split())


def test_the_command_shows_the_best_pairs_and_counts_those_held_back(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = [(0.9, None), (0.79, None), (0.8, "provision"), (0.95, "provision"), (0.99, "number"), (0.5, "party")]
    out = shown(corpus, monkeypatch, *scores)
    assert "3 shared paragraphs compared; 1 pair may say the same" in out
    assert out.count("0.90, in 2 letters and 2 letters") == 1
    assert sum(f"“{text}”" in out for text in (HELD, NOT_HELD, WASTE)) == 2
    assert "0.79" not in out and "0.95" not in out
    assert "3 more pairs held back for another provision (2), another number (1)." in out
    assert "“" not in shown(corpus, monkeypatch, *scores, rows=0)


@pytest.mark.parametrize("guard", GUARDS)
def test_every_guard_has_words(corpus: Corpus, monkeypatch: pytest.MonkeyPatch, guard: str) -> None:
    assert re.search(r"1 more pair held back for [a-z ]{6,} \(1\)\.", shown(corpus, monkeypatch, (0.9, guard)))


def test_what_a_letter_wrote_cannot_steer_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "[red]We hold \x1b[2J none of the records that you want."
    corpus = filled(tmp_path / "hostile", letter("a", hostile, WASTE), letter("b", hostile, WASTE))
    out = shown(corpus, monkeypatch, (0.9, None))
    assert "\x1b" not in out and "[red]We hold" in out
