"""Families: who repeats whom, whatever the order, with every edit shown."""

import io
import json
import random
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.boilerplate.ids import Named, name_families
from foi_analytics.cli.family_lines import find_family_lines
from foi_analytics.corpus import Corpus
from foi_analytics.records import Letter

REASON = (
    "Disclosure would be likely to prejudice the prevention of crime because the routes that our officers take "
    "on patrol could be foreseen by those who wish to avoid them, and the request is refused under section 31(1)(a)."
)
EDITED = REASON.replace("on patrol could be", "every night might well be")
BALANCE = (
    "We weighed the interest of the public in knowing how money is spent on these contracts against the harm to the "
    "bargaining position of the authority, and we do not find that disclosure is in the public interest."
)


def families_of(*texts: str, near: bool = True) -> list[dict[str, object]]:
    lines = "\n".join(json.dumps({"id": f"l{n}", "text": text}) for n, text in enumerate(texts))
    output = b"".join(find_family_lines(io.BytesIO(lines.encode()), near=near).output)
    return [json.loads(line) for line in output.splitlines()]


def test_every_paragraph_has_a_line_in_order_and_its_words_are_at_its_offsets() -> None:
    texts = (f"Dear Ms Poole\n\n{REASON}\n\nÉté – only “here”.", f"Dear Mr Ames\n\n{REASON.upper()}")
    rows = families_of(*texts)
    assert [(row["letter_id"], texts[int(str(row["letter_id"])[1:])][row["start"] : row["end"]]) for row in rows] == [
        ("l0", "Dear Ms Poole"),
        ("l0", REASON),
        ("l0", "Été – only “here”."),
        ("l1", "Dear Mr Ames"),
        ("l1", REASON.upper()),
    ]
    assert [row["tier"] for row in rows] == ["exact", "exact", None, "exact", "exact"]
    assert rows[2]["family"] is None and rows[2]["similarity"] is None
    assert rows[1]["family"] == rows[4]["family"] != rows[0]["family"]


def test_an_edited_copy_is_near_and_says_how_near() -> None:
    first, second, edited = families_of(REASON, REASON, EDITED)
    assert first["family"] == edited["family"]
    assert (second["tier"], edited["tier"]) == ("exact", "near")
    assert 0.7 <= edited["similarity"] < 1
    assert [row["family"] for row in families_of(REASON, EDITED, near=False)] == [None, None]


@pytest.mark.parametrize(
    "otherwise",
    [
        REASON.replace("31(1)(a)", "40(2)"),
        REASON.replace("31(1)(a)", "31(1)(b)"),
        REASON.replace("would be likely", "would not be likely"),
        BALANCE.replace("we do not find", "we find"),
    ],
)
def test_another_provision_or_a_negation_is_another_family(otherwise: str) -> None:
    rows = families_of(REASON, REASON, BALANCE, BALANCE, otherwise, otherwise)
    assert len({row["family"] for row in rows}) == 3


def test_another_number_is_shown_as_an_edit() -> None:
    cost = "To find this we would have to read {} files by hand, at ten minutes each, which is over the limit of cost."
    rows = families_of(cost.format(120), cost.format(120), cost.format(348))
    assert [row["tier"] for row in rows] == ["exact", "exact", "near"]


def test_a_family_stands_in_two_letters() -> None:
    assert [row["family"] for row in families_of(f"{REASON}\n\n{REASON}", BALANCE)] == [None, None, None]


WORDS = st.sampled_from(
    [
        "the",
        "council",
        "may",
        "hold",
        "records",
        "about",
        "roads",
        "not",
        "under",
        "section",
        "31",
        "or",
        "40",
        "and",
        "costs",
        "of",
        "it",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=6, max_size=14).map(" ".join), min_size=2, max_size=12)


@given(TEXTS, st.randoms(use_true_random=False))
def test_families_and_ids_do_not_depend_on_the_order(texts: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(texts, len(texts))
    assert _family_of(shuffled) == _family_of(texts)


def _family_of(texts: list[str]) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {}
    for text, row in zip(texts, families_of(*texts), strict=True):
        found.setdefault(text, set()).add(row["family"])
    return found


def test_lines_that_hold_no_letter_are_named_and_the_rest_is_done() -> None:
    lines = b'{"id": 1, "text": "We hold none."}\nnonsense\n\n{"id": 2}\n{"id": "3", "text": "We hold none.\\ud800"}\n'
    found = find_family_lines(io.BytesIO(lines))
    rows = [json.loads(line) for line in b"".join(found.output).splitlines()]
    assert [row["letter_id"] for row in rows] == ["1", "3"]
    assert (found.letters, found.passages, found.families) == (2, 2, 1)
    assert [problem.split(":")[0] for problem in found.problems] == ["line 2", "line 4"]


def letters(first: int, last: int) -> list[Letter]:
    chance = random.Random(7)
    stock = [f"{REASON} {BALANCE} It is paragraph {name} of ours." for name in ("one", "two", "three", "four", "five")]
    written = []
    for n in range(30):
        words = chance.choice(stock).split()
        for _ in range(chance.randrange(6)):
            words[chance.randrange(len(words))] = chance.choice(("indeed", "moreover", "perhaps"))
        written.append(Letter(f"letter-{n:02d}", " ".join(words) + f"\n\nNothing {n} else", authority=f"Body {n % 4}"))
    return written[first:last]


def partition(corpus: Corpus) -> set[frozenset[tuple[str, int]]]:
    rows = corpus.reuse.dropna(subset="family_id")
    return {frozenset(zip(group["letter_id"], group["start"], strict=True)) for _, group in rows.groupby("family_id")}


def test_a_corpus_that_grew_has_the_families_of_one_read_at_once_and_keeps_their_ids(tmp_path: Path) -> None:
    grown, whole = Corpus.create(tmp_path / "grown"), Corpus.create(tmp_path / "whole")
    whole.load(letters(0, 30), "all")
    whole.analyse(1)
    before: dict[tuple[str, int], str] = {}
    for first, last in ((0, 8), (8, 15), (15, 30)):
        grown.load(letters(first, last), f"from {first}")
        grown.analyse(1)
        rows = grown.reuse.dropna(subset="family_id")
        now = dict(zip(zip(rows["letter_id"], rows["start"], strict=True), rows["family_id"], strict=True))
        known_as = {alias: f for f, aliases in grown.families[["family_id", "aliases"]].values for alias in aliases}
        assert len(set(before.values()) & (set(now.values()) | set(known_as))) == len(set(before.values()))
        before = now
    assert partition(grown) == partition(whole)
    grown.analyse(1)
    assert partition(grown) == partition(whole)


def test_words_that_each_copy_has_its_own_of_are_slots_of_the_family(tmp_path: Path) -> None:
    bodies = ("harbour", "harbour", "market", "theatre")
    texts = [f"{REASON} The {body} is open on {n + 2} days and {BALANCE}" for n, body in enumerate(bodies)]
    # What one copy alone changes is its own edit, and what two change alike is another version.
    texts[1] = texts[0]
    texts[2] = texts[2].replace("foreseen", "guessed")
    corpus = Corpus.create(tmp_path / "varied")
    corpus.load([Letter(f"l{n}", f"{text}\n\nNothing {n}") for n, text in enumerate(texts)], "all")
    corpus.analyse(1)
    assert corpus.families["canonical"].tolist() == [f"{REASON} The […] is open on [number] days and {BALANCE}"]


def frame(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["form", "leader"])


NONE = Named(pd.DataFrame(columns=["form", "family_id", "since"]), pd.DataFrame(columns=["alias", "family_id"]))


def test_when_families_merge_the_older_id_survives_for_good() -> None:
    first = name_families(frame([("b", "b"), ("c", "b")]), NONE)
    second = name_families(frame([("a", "a"), ("b", "b"), ("c", "b")]), first)
    merged = name_families(frame([("a", "a"), ("b", "a"), ("c", "a")]), second)
    assert set(merged.forms["family_id"]) == {"b"}
    assert merged.aliases.values.tolist() == [["a", "b"]]
    again = name_families(frame([("a", "a"), ("b", "a"), ("c", "a"), ("d", "d")]), merged)
    assert again.aliases.values.tolist() == [["a", "b"]]
    assert again.forms.set_index("form")["family_id"].to_dict() == {"a": "b", "b": "b", "c": "b", "d": "d"}


def test_when_a_family_falls_apart_the_larger_part_keeps_the_id() -> None:
    first = name_families(frame([("a", "a"), ("b", "a"), ("c", "a")]), NONE)
    apart = name_families(frame([("a", "a"), ("b", "b"), ("c", "b")]), first)
    ids = apart.forms.set_index("form")["family_id"]
    assert ids["b"] == ids["c"] == "a"
    assert ids["a"] != "a"


def test_a_corpus_without_letters_has_no_families(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "empty")
    corpus.analyse(1)
    assert corpus.families.empty
    assert corpus.reuse.empty
