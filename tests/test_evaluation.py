import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import FRONT, TEXT, source

from foi_analytics.errors import UsageError
from foi_analytics.evaluation import LabelledLetter, compile_letter, load_gold
from foi_analytics.evaluation.marks import MarkupError, strip_marks

ROOT = Path(__file__).resolve().parent.parent

GOLD = ROOT / "data" / "gold"
NOTICES = GOLD / "notices"
LETTERS = sorted([*(GOLD / "letters").glob("*.txt"), *NOTICES.glob("*.txt")])

# Marks

words = st.text(st.characters(exclude_characters="⟦⟧", exclude_categories=["Cs"]), max_size=12)
heads = st.sampled_from([("c", "applied foia2000:40"), ("q", "2a"), ("a", "1 2")])
trees = st.recursive(words, lambda inner: st.lists(st.one_of(words, st.tuples(heads, inner)), max_size=4))


def render(tree: object) -> tuple[str, str, list[tuple[str, str, str]]]:
    """The tree with marks, without marks, and every (kind, head, words) in it."""
    if isinstance(tree, str):
        return tree, tree, []
    if isinstance(tree, tuple):
        (kind, head), inner = tree
        marked, plain, found = render(inner)
        return f"⟦{kind}:{head}|{marked}⟧", plain, [(kind, head, plain), *found]
    parts = [render(each) for each in tree]
    return "".join(p[0] for p in parts), "".join(p[1] for p in parts), [f for p in parts for f in p[2]]


@given(trees)
def test_marks_vanish_and_point_at_the_words_they_held(tree: object) -> None:
    marked, plain, expected = render(tree)
    text, marks = strip_marks(marked)
    assert text == plain
    assert sorted((m.kind, " ".join(m.head), text[m.start : m.end]) for m in marks) == sorted(expected)


@pytest.mark.parametrize(
    "broken", ["one\n⟦c:applied foia2000:40|s.40", "one\ntwo⟧", "one\n⟦z:1|x⟧", "one\n⟦c:applied⟧"]
)
def test_a_bracket_without_partner_is_named_with_its_line(broken: str) -> None:
    with pytest.raises(MarkupError) as error:
        strip_marks(broken, line=10)
    assert [line for line, _ in error.value.faults] == [11]


# Compiling


def test_labels_get_their_offsets() -> None:
    compiled = compile_letter(source(text=TEXT + "\n⟦end⟧On Monday you wrote"), "x.txt")
    assert compiled.letter.text == "Names of staff?\nExempt, s.40(2).\nOn Monday you wrote"
    assert compiled.row["own_text_end"] == compiled.letter.text.index("On Monday")
    (citation,) = compiled.row["citations"]
    assert (citation["quote"], citation["provisions"], citation["role"]) == ("s.40(2)", ["foia2000:40(2)"], "applied")
    (question,) = compiled.row["questions"]
    assert (question["in"], question["start"], question["quote"]) == ("reply", 0, "Names")
    assert compiled.letter.text[question["answer"]["start"] : question["answer"]["end"]] == "Exempt, s.40(2)."


def test_a_question_may_stand_in_the_request() -> None:
    marked = source(text="No: ⟦c:applied foia2000:40(2)|s40(2)⟧").replace(
        "=== text", "=== request\nPlease, ⟦q:1|the names⟧\n=== text"
    )
    compiled = compile_letter(marked, "x.txt")
    assert compiled.letter.request == "Please, the names"
    assert compiled.row["questions"][0]["in"] == "request"
    assert compiled.row["questions"][0]["answer"] is None


def test_duties_not_met_reach_the_row_also_below_what_the_tables_name() -> None:
    assert "missing" not in compile_letter(source(), "x.txt").row
    for missing in ([], ["foia2000:17(7)(b)", "eir2004:14(5)(a)"]):
        front = f"{FRONT}\nmissing = {json.dumps(missing)}"
        assert compile_letter(source(front), "x.txt").row["missing"] == missing


@pytest.mark.parametrize(
    ("front", "text", "message"),
    [
        (FRONT.replace("full_refusal", "refused"), TEXT, "outcome 'refused' is not one of"),
        (FRONT.replace('"train"', '"dev"'), TEXT, "split 'dev'"),
        (FRONT.replace("ncnd = false", ""), TEXT, "ncnd must be given"),
        (FRONT + "\ncolour = 1", TEXT, "no field 'colour'"),
        (FRONT + '\nmissing = "foia2000:17(7)(b)"', TEXT, "missing must be given as a list"),
        (FRONT + '\nmissing = ["foia2000:99(7)(b)"]', TEXT, "no duty 'foia2000:99(7)(b)'"),
        (FRONT + "\nmissing = [17]", TEXT, "no duty 17"),
        (FRONT, TEXT.replace("c:applied", "c:used"), "x.txt:17: role 'used'"),
        (FRONT, TEXT.replace("40(2)|", "49(9)|"), "no provision 'foia2000:49(9)'"),
        (FRONT, TEXT.replace("foia2000:40(2)", "pace1984:1"), "pace1984:1 does not go with role applied"),
        (FRONT, TEXT.replace("c:applied", "c:mentioned"), "foia2000:40(2) is not cited with role applied"),
        (FRONT, TEXT + " ⟦c:applied foia2000:31|s31⟧", "foia2000:31 is cited as relied on but not in exemptions"),
        (FRONT.replace('"foia2000:40(2)"]\n', '"foia2000:40", "foia2000:40(2)"]\n'), TEXT, "only the parent"),
        (FRONT, TEXT.replace("c:applied", "c:ncnd"), "ncnd is false"),
        (FRONT, TEXT.replace("⟦q:1|Names⟧", "Names"), "question 1 has 0 q marks"),
        (FRONT, TEXT + "⟦a:7|x⟧", "names question 7"),
        (FRONT.replace('"response"', '"holding"'), TEXT, "lists no questions"),
        (FRONT, TEXT + "⟦end⟧ ⟦end⟧", "more than once"),
        ("id = ", TEXT, "not TOML"),
    ],
)
def test_contradictions_are_named(front: str, text: str, message: str) -> None:
    with pytest.raises(MarkupError, match=re.escape(message)):
        compile_letter(source(front, text), "x.txt")


def test_a_file_that_is_not_a_labelled_letter_says_what_was_wanted() -> None:
    with pytest.raises(MarkupError, match=r"x\.txt:1: wanted \+\+\+"):
        compile_letter("Dear Sir", "x.txt")


# The labelled letters of this project


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_gold_letter_compiles(path: Path) -> None:
    (each,) = load_gold(path)
    assert each.row["id"] == path.stem
    for citation in each.row["citations"]:
        assert each.letter.text[citation["start"] : citation["end"]] == citation["quote"] != ""
    for question in each.row["questions"]:
        within = each.letter.text if question["in"] == "reply" else each.letter.request or ""
        assert within[question["start"] : question["end"]] == question["quote"] != ""


def test_gold_letters_of_one_authority_share_a_split(gold: list[LabelledLetter]) -> None:
    splits = defaultdict(set)
    for each in gold:
        splits[each.row["authority"]].add(each.row["split"])
    assert {name: found for name, found in splits.items() if len(found) > 1} == {}


def test_gold_splits_share_no_paragraph(gold: list[LabelledLetter]) -> None:
    splits = defaultdict(set)
    for each in gold:
        for line in each.letter.text.splitlines():
            folded = " ".join(re.findall(r"[a-z]+", line.lower()))
            if len(folded) > 60:
                splits[folded].add(each.row["split"])
    assert [line for line, found in splits.items() if len(found) > 1] == []


def test_gold_covers_every_role_kind_and_split(gold: list[LabelledLetter]) -> None:
    rows = [each.row for each in gold]
    for split in ("train", "validation", "test"):
        chosen = [r for r in rows if r["split"] == split]
        roles = {c["role"] for r in chosen for c in r["citations"]}
        assert roles == {"applied", "ncnd", "procedural", "mentioned", "rejected", "quoted", "other_law"}
        assert {r["kind"] for r in chosen} >= {"response", "internal_review", "acknowledgement", "holding"}


def test_refusal_notices_are_loaded_by_their_own_folder_alone() -> None:
    notices = [each.row for each in load_gold(NOTICES)]
    letters = [each.row for each in load_gold(GOLD)]
    assert all("missing" in row for row in notices)
    assert not any("missing" in row for row in letters)
    assert {row["authority"] for row in notices}.isdisjoint(row["authority"] for row in letters)


def test_loading_chooses_a_split_and_refuses_nonsense(tmp_path: Path) -> None:
    assert {each.row["split"] for each in load_gold(GOLD, "test")} == {"test"}
    with pytest.raises(UsageError, match="no split 'dev'"):
        load_gold(GOLD, "dev")
    with pytest.raises(UsageError, match="no labelled letters"):
        load_gold(tmp_path)


def test_rows_are_loaded_with_the_letters_beside_them(tmp_path: Path) -> None:
    row = compile_letter(source(), "x.txt").row
    gold = tmp_path / "my_gold.jsonl"
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="needs its letters"):
        load_gold(gold)
    letters = tmp_path / "my_input.jsonl"
    letters.write_text(json.dumps({"id": "x-01", "text": "T", "date": "2024-01-02"}) + "\n", encoding="utf-8")
    (each,) = load_gold(gold)
    assert (each.letter.text, each.letter.date and each.letter.date.day) == ("T", 2)
    letters.write_text(json.dumps({"id": "other", "text": "T"}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no letter for x-01"):
        load_gold(gold)
