"""The corpus: nothing lost, nothing doubled, whatever interrupts it and in whatever order letters come."""

import datetime as dt
import itertools
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from pandas.testing import assert_frame_equal

from foi_analytics import corpus as corpus_package
from foi_analytics.corpus import TABLES, Corpus, Loaded, folder, loading, rows
from foi_analytics.errors import UsageError
from foi_analytics.reading import read
from foi_analytics.records import Letter, Problem, Request

PHRASES = (
    "We do not hold the information you asked for.",
    "Section 40(2) of the Freedom of Information Act 2000 applies to the names.",
    "If you are unhappy with this reply, you can ask for an internal review.",
    "There were 14 visits on 3 May 2023, reference FOI-2023/77.",
)


def letters(number: int) -> list[Letter]:
    chance = random.Random(4)
    return [
        Letter(
            f"letter-{n:03d}",
            "\n\n".join(["Dear Ms Poole", *chance.sample(PHRASES, 3), f"Answer {n} for you alone, number {n}."]),
            request="1. How many?\n2. Why?" if n % 2 else None,
            authority=f"Authority {n % 3}",
            date=dt.date(2023, 1, 1) + dt.timedelta(days=n),
            origin=f"folder/{n}.txt",
        )
        for n in range(number)
    ]


def stored(corpus: Corpus) -> dict[str, pd.DataFrame]:
    return {name: corpus.table(name) for name in TABLES}


def tables(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """All tables; families are named by where they stand, for a corpus that grew keeps the ids it gave."""
    found = stored(corpus)
    rows = found["reuse"].dropna(subset="family_id").drop_duplicates("family_id")
    names = dict(zip(rows["family_id"], rows["letter_id"] + rows["start"].map(" {}".format), strict=True))
    for name in ("reuse", "families"):
        found[name] = found[name].assign(family_id=found[name]["family_id"].map(names, na_action="ignore"))
    found["families"] = found["families"].drop(columns="aliases").sort_values("family_id", ignore_index=True)
    return found


def assert_same(one: Corpus, other: Corpus) -> None:
    expected = tables(other)
    for name, frame in tables(one).items():
        assert_frame_equal(frame, expected[name], obj=name)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("built") / "whole", letters(12)).path


@pytest.fixture
def whole(built: Path, tmp_path: Path) -> Corpus:
    """Twelve letters, loaded and analysed in one go."""
    return Corpus(shutil.copytree(built, tmp_path / "whole"))


def filled(path: Path, found: list[Letter]) -> Corpus:
    corpus = Corpus.create(path)
    corpus.load(found, "test")
    corpus.analyse(workers=1)
    return corpus


def test_every_table_has_its_columns_before_anything_is_loaded(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "new")
    empty = stored(corpus)
    corpus.load(letters(3), "test")
    corpus.analyse(workers=1)
    for name, frame in stored(corpus).items():
        assert empty[name].empty
        assert list(empty[name].columns) == list(frame.columns)


def test_loading_twice_adds_nothing(whole: Corpus) -> None:
    before = stored(whole)
    assert whole.load(letters(12), "test") == Loaded(unchanged=12)
    assert whole.analyse(workers=1).letters == 0
    for name, frame in before.items():
        assert_frame_equal(frame, whole.table(name), obj=name)


def test_only_new_and_changed_letters_are_read_and_the_old_wording_is_gone(whole: Corpus) -> None:
    changed = replace(letters(12)[5], text="Dear Ms Poole\n\nWe now disclose everything.")
    new = Letter("letter-new", "Dear Ms Poole\n\nNothing is held.")
    assert whole.load([changed, new], "later") == Loaded(added=1, changed=1)
    assert whole.analyse(workers=1).letters == 2
    assert len(whole.letters) == len(whole.readings) == 13
    quotes = whole.passages.query("letter_id == 'letter-005'")["quote"].tolist()
    assert quotes == ["Dear Ms Poole", "We now disclose everything."]
    found = whole.letter("letter-005")
    assert found is not None and found.text == changed.text


def test_a_letter_met_elsewhere_is_one_letter_with_all_its_places(whole: Corpus) -> None:
    elsewhere = replace(letters(12)[0], origin="inbox/copy.txt", found_at=("inbox/second.txt",))
    assert whole.load([elsewhere], "inbox") == Loaded(unchanged=1)
    assert whole.analyse(workers=1).letters == 0
    found = whole.letter("letter-000")
    assert found is not None
    assert (found.origin, found.found_at) == ("folder/0.txt", ("inbox/copy.txt", "inbox/second.txt"))


def test_a_reading_comes_back_as_it_was_read(whole: Corpus) -> None:
    letter = letters(12)[3]
    assert whole.letter("letter-003") == letter
    assert whole.reading("letter-003") == read(letter)
    assert whole.reading("no such letter") is None
    assert whole.letter("no such letter") is None


REFUSAL = """Dear Ms Poole

We are withholding the tender under section 43(2) of the Freedom of Information Act 2000, because its release would
be likely to prejudice our commercial interests.

For the e-mails section 12(1) applies. There are 4,000 of them. At 3 minutes each it would take 200 hours to look
through them, which is more than the limit of 18 hours.

If you are unhappy with this reply, you can ask for an internal review.
"""


def test_the_reasoning_of_a_refusal_can_be_asked_for_and_comes_back(tmp_path: Path) -> None:
    letter = Letter("refusal", REFUSAL, authority="Fenmoor Council")
    corpus = filled(tmp_path / "refused", [letter, *letters(2)])
    reading = read(letter)
    assert reading.arguments
    assert reading.cost_estimates
    assert {duty.met for duty in reading.duties} == {True, False}
    assert corpus.reading("refusal") == reading
    for name in ("arguments", "cost_estimates", "duties"):
        frame = getattr(corpus, name).query("letter_id == 'refusal'")
        assert sorted(frame["quote"]) == sorted(each.quote for each in getattr(reading, name))
    missing = corpus.sql("SELECT duty FROM duties WHERE NOT met AND letter_id = 'refusal'")
    assert "foia2000:17(7)(b)" in set(missing["duty"]), "the letter does not tell of the Commissioner"


def test_the_order_letters_come_in_does_not_matter(whole: Corpus, tmp_path: Path) -> None:
    shuffled = letters(12)
    random.Random(1).shuffle(shuffled)
    other = Corpus.create(tmp_path / "other")
    for part in itertools.batched(shuffled, 5) if sys.version_info >= (3, 12) else (shuffled[:5], shuffled[5:]):
        other.load(list(part), "part")
        other.analyse(workers=1)
    assert_same(whole, other)


def test_processes_read_what_one_process_reads(whole: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foi_analytics.corpus.analysis._LETTERS_PER_BATCH", 2)
    other = Corpus.create(tmp_path / "other")
    other.load(letters(12), "test")
    other.analyse(workers=2)
    assert_same(whole, other)


@pytest.mark.parametrize("interrupted_at", [0, 1, 4, 7, 11])
def test_interrupted_reading_goes_on_where_it_was(
    whole: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupted_at: int
) -> None:
    monkeypatch.setattr("foi_analytics.corpus.analysis._LETTERS_PER_BATCH", 2)
    monkeypatch.setattr(folder, "_ROWS_PER_FILE", 3)
    other = Corpus.create(tmp_path / "other")
    other.load(letters(12), "test")
    read_so_far = itertools.count()

    def read_until_interrupted(letter: Letter) -> object:
        if next(read_so_far) == interrupted_at:
            raise KeyboardInterrupt
        return read(letter)

    with monkeypatch.context() as patch:
        patch.setattr(rows, "read", read_until_interrupted)
        with pytest.raises(KeyboardInterrupt):
            other.analyse(workers=1)
    kept = len(other.readings)
    assert kept == interrupted_at // 2 * 2
    assert Corpus(other.path).analyse(workers=1).letters == 12 - kept
    assert_same(whole, other)


def test_interrupted_loading_is_made_good_by_loading_again(
    whole: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_FOUND_PER_BATCH", 2)
    other = Corpus.create(tmp_path / "other")

    def some() -> Iterator[Letter]:
        yield from letters(12)[:7]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other.load(some(), "test")
    assert other.load(letters(12), "test") == Loaded(added=6, unchanged=6)
    other.analyse(workers=1)
    assert_same(whole, other)


KILLED = """
import os, sys
from foi_analytics.corpus import Corpus, analysis, folder
analysis._LETTERS_PER_BATCH, folder._ROWS_PER_FILE = 2, 3
write, left = folder.pq.write_table, int(sys.argv[2])
def write_or_die(table, path, **options):
    global left
    left -= 1
    if left < 0:
        path.write_bytes(b"half a tab")
        os._exit(9)
    write(table, path, **options)
folder.pq.write_table = write_or_die
Corpus(sys.argv[1]).analyse(workers=1)
"""


@pytest.mark.parametrize("files_written", [0, 1, 3])
def test_a_process_killed_while_writing_leaves_a_corpus_that_goes_on(
    whole: Corpus, tmp_path: Path, files_written: int
) -> None:
    other = Corpus.create(tmp_path / "other")
    other.load(letters(12), "test")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(other.path), str(files_written)], check=False)
    assert killed.returncode == 9
    assert len(other.letters) == 12
    other.analyse(workers=1)
    assert_same(whole, other)
    assert not list(other.path.rglob("*.part"))


def test_one_letter_the_reader_fails_over_costs_one_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(letter: Letter) -> object:
        if letter.letter_id == "letter-004":
            raise RecursionError("too deep")
        return read(letter)

    monkeypatch.setattr(rows, "read", broken)
    corpus = filled(tmp_path / "broken", letters(12))
    assert len(corpus.letters) == 12
    assert len(corpus.readings) == 11
    (problem,) = corpus.problems.to_dict("records")
    assert (problem["origin"], problem["stage"], problem["letter_id"]) == ("folder/4.txt", "read", "letter-004")
    assert "RecursionError: too deep" in problem["reason"]
    assert corpus.analyse(workers=1).letters == 0


def test_a_newer_reader_reads_everything_anew_and_its_results_replace_the_old(
    whole: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored(whole)
    monkeypatch.setattr(corpus_package.corpus, "STAGES", "reader-next")
    with monkeypatch.context() as patch:
        patch.setattr(rows, "read", lambda letter: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            whole.analyse(workers=1)
    assert len(whole.readings) == 12, "the old readings are shown until the new ones are complete"
    assert whole.analyse(workers=1).letters == 12
    assert [p.name for p in (whole.path / "readings").iterdir()] == ["reader-next"]
    for name, frame in before.items():
        assert_frame_equal(frame, whole.table(name), obj=name)


def test_readings_that_lack_a_table_are_not_shown_and_are_read_anew(whole: Corpus) -> None:
    (file,) = (path for path in (whole.path / "readings").rglob("*.parquet") if pq.read_metadata(path).num_rows)
    older = whole.path / "readings" / "reader-older"
    file.parent.rename(older)
    for path in older.iterdir():
        pq.write_table(pq.read_table(path).drop_columns(["duties"]), path)
    manifest = json.loads((whole.path / "manifest.json").read_text())
    (whole.path / "manifest.json").write_text(json.dumps(manifest | {"read_by": "reader-older"}))
    again = Corpus(whole.path)
    assert (len(again.letters), len(again.readings), len(again.duties)) == (12, 0, 0)
    assert again.analyse(workers=1).letters == 12
    assert_same(again, filled(whole.path.with_name("fresh"), letters(12)))
    assert not older.exists()


def test_problems_of_a_source_are_those_of_the_last_time_it_was_loaded(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    broken = Problem("a.pdf", "load", "it is broken")
    assert corpus.load([broken, *letters(1)], "mine").problems == [broken]
    corpus.load([broken], "mine")
    corpus.load([Problem("b.pdf", "load", "it is empty")], "other")
    assert corpus.problems["origin"].tolist() == ["a.pdf", "b.pdf"]
    corpus.load([], "mine")
    assert corpus.problems["origin"].tolist() == ["b.pdf"]


def test_a_text_that_is_not_unicode_is_a_problem_and_not_the_end(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    loaded = corpus.load([Letter("half", "half a \ud83d pair", origin="x.json"), *letters(1)], "test")
    assert loaded.added == 1
    assert [(p.origin, p.letter_id) for p in loaded.problems] == [("x.json", "half")]


def test_only_one_process_writes_at_a_time(whole: Corpus) -> None:
    with FileLock(whole.path / ".lock"):
        with pytest.raises(UsageError, match="another process"):
            whole.analyse()
        with pytest.raises(UsageError, match="another process"):
            whole.load([], "test")
        assert len(whole.letters) == 12


def test_opening_what_is_no_corpus_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="foi load"):
        Corpus(tmp_path / "nothing")
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(UsageError, match="not a corpus folder"):
        Corpus(tmp_path)
    with pytest.raises(UsageError, match="not a corpus folder"):
        Corpus.create(tmp_path)
    Corpus.create(tmp_path / "c")
    (tmp_path / "c" / "manifest.json").write_text("{")
    with pytest.raises(UsageError, match="damaged"):
        Corpus(tmp_path / "c")


def test_families_count_letters_and_authorities(whole: Corpus) -> None:
    families = whole.families.set_index("family_id")
    reuse = whole.reuse
    assert set(reuse["family_id"].dropna()) <= set(families.index)
    greeting = families[families["canonical"] == "Dear Ms Poole"].iloc[0]
    assert (greeting["letters"], greeting["authorities"], greeting["kind"]) == (12, 3, "shared_wording")
    assert (greeting["first_letter"], greeting["first_date"]) == ("letter-000", pd.Timestamp(2023, 1, 1))
    alike = families[families["tier"] == "near"]
    assert alike["canonical"].tolist() == ["Answer [number] for you alone, number [number]."]
    shares = whole.shares.set_index("letter_id")
    assert (shares["share"] == 1.0).all()
    assert (shares["repeated_words"] == shares["words"]).all()


def test_words_that_are_not_the_authoritys_own_are_no_reuse(tmp_path: Path) -> None:
    quoted = "\n\nOn 3 May 2023, A Person wrote:\n> Please send me all of it at once."
    corpus = filled(
        tmp_path / "quoted",
        [Letter(str(n), f"Dear Ms Poole\n\nWe hold {word}.{quoted}") for n, word in enumerate(("lists", "maps"))],
    )
    if "quoted_mail" not in set(corpus.passages["part"]):
        pytest.skip("the reader marks no quoted mail yet")
    assert corpus.families["canonical"].tolist() == ["Dear Ms Poole"]


def test_a_table_that_does_not_exist_is_named_with_those_that_do(whole: Corpus) -> None:
    with pytest.raises(UsageError, match="letters, readings"):
        whole.table("letter")


def test_what_is_withdrawn_is_gone_from_every_file_and_may_come_back(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    secret = "Dear Ms Poole,\nThe ferrymen are named in the heron file."
    letters = [Letter("a", secret, request="Which heron file?", case_id="c"), Letter("b", "We hold none.")]
    corpus.load([*letters, Request("c", "Which heron file?")], "example")
    corpus.load([Letter("a", f"{secret} Twice.", request="Which heron file?", case_id="c")], "example")
    corpus.analyse(1)
    assert corpus.withdraw(["a", "c", "unknown"]) == 1
    assert corpus.withdraw(["a", "c"]) == 0
    corpus.analyse(1)
    assert list(corpus.letters["letter_id"]) == list(corpus.readings["letter_id"]) == ["b"]
    assert corpus.requests.empty
    for file in (tmp_path / "corpus").rglob("*.parquet"):
        assert "heron" not in str(pd.read_parquet(file).to_dict())
    assert corpus.load(letters, "example").added == 1
    corpus.analyse(1)
    assert corpus.letter("a") == letters[0] and len(corpus.readings) == 2
