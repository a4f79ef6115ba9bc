"""Whose words a text is, what lies near the threshold, and how much of the reasoning is repeated."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from foi_analytics.boilerplate.copies import ALIKE
from foi_analytics.corpus import Corpus
from foi_analytics.records import SUBJECTS, Letter

REASON = (
    "Disclosure would be likely to prejudice the prevention of crime because the routes that our officers take "
    "on patrol could be foreseen by those who wish to avoid them, and the request is refused under section 31(1)(a) "
    "of the Freedom of Information Act 2000."
)
EDITED = REASON.replace("on patrol could be", "every night might well be")
BALANCE = (
    "We weighed the public interest in knowing how money is spent on patrols against the harm to policing, and on "
    "balance the public interest in maintaining the exemption in section 31(1)(a) outweighs that in disclosure."
)
BESPOKE = (
    "The map of Quarry Lane is withheld under section 31(1)(a) of the Freedom of Information Act 2000, as its disclosure "
    "would be likely to prejudice the prevention of crime, for it marks the two yards from which lead was taken in March."
)
RIGHTS = "If you are unhappy with this reply you may ask for an internal review within two months of its date."
CLOSELY = (
    "We do keep a register of lamp posts, hedges, kerbs, drains, benches, bins, signs, crossings, verges and gates.",
    "We do keep a register of lamp posts, hedges, kerbs, drains, benches, though not of murals, statues, fountains and plaques.",
)
LONE = "We do keep a register of lamp posts, hedges, kerbs, drains, benches, as well as one of wells, pumps, troughs and ponds."
CONTRARY = RIGHTS.replace("you may ask", "you may not ask")


def letter(number: int, authority: str, *paragraphs: str) -> Letter:
    text = "\n\n".join(
        (f"Dear Ms Poole{number}", f"Thing {number} is what you asked for.", *paragraphs, "Yours sincerely")
    )
    return Letter(f"l{number}", text, authority=authority, date=dt.date(2024, number, 1))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    made = Corpus.create(tmp_path_factory.mktemp("whose") / "corpus")
    made.load(
        [
            letter(1, "Ambersea Police", REASON, BALANCE, RIGHTS),
            letter(2, "Ambersea Police", REASON, RIGHTS, CLOSELY[0]),
            letter(3, "Wexmoor Police", EDITED, BALANCE, CLOSELY[0]),
            letter(4, "Fenmoor Council", BESPOKE, RIGHTS, CLOSELY[1]),
            letter(5, "Fenmoor Council", "We hold none of this.", CLOSELY[1], LONE, CONTRARY),
        ],
        "test",
    )
    made.analyse(1)
    return made


def family(corpus: Corpus, words: str) -> str:
    families = corpus.families
    return str(families[families["canonical"].str.startswith(words)]["family_id"].iloc[0])


def test_the_same_words_are_exact_and_come_with_who_used_them_first(corpus: Corpus) -> None:
    found = corpus.whose(REASON.upper())
    best = found.iloc[0]
    assert (best["family_id"], best["tier"], best["similarity"]) == (family(corpus, "Disclosure would"), "exact", 1.0)
    assert (best["first_authority"], best["letters"], best["authorities"]) == ("Ambersea Police", 3, 2)


def test_edited_words_are_near_and_a_change_that_matters_is_told(corpus: Corpus) -> None:
    edited = corpus.whose(EDITED).iloc[0]
    assert (edited["tier"], edited["otherwise"]) == ("near", False)
    assert ALIKE < edited["similarity"] < 1
    for other in (REASON.replace("31(1)(a)", "40(2)"), REASON.replace("would be likely", "would not be likely")):
        assert corpus.whose(other).iloc[0]["otherwise"]


def test_of_a_whole_letter_the_paragraph_that_explains_most_comes_first(corpus: Corpus) -> None:
    text = f"Dear Mr Ames\n\n{BALANCE}\n\nSomething nobody ever wrote before about this.\n\nYours sincerely"
    found = corpus.whose(text)
    assert found["family_id"].is_unique
    assert text[found["start"][0] : found["end"][0]] == BALANCE
    assert "Yours sincerely" in [text[row.start : row.end] for row in found.itertuples()]
    assert len(corpus.whose(text, number=1)) == 1


@pytest.mark.parametrize("text", ["", "  \n", "-----", "Zebras graze.", "\ud800"])
def test_a_text_of_nobody_has_no_families(corpus: Corpus, text: str) -> None:
    found = corpus.whose(text)
    assert found.empty
    assert {"family_id", "similarity", "canonical"} <= set(found.columns)


def test_a_corpus_without_families_answers_too(tmp_path: Path) -> None:
    empty = Corpus.create(tmp_path / "empty")
    assert empty.whose(REASON).empty
    assert empty.borderline().empty
    assert empty.reasons.empty


def test_the_pairs_nearest_the_threshold_are_shown_from_both_sides(corpus: Corpus) -> None:
    pairs = corpus.borderline()
    linked, apart = pairs[pairs["linked"]], pairs[~pairs["linked"] & ~pairs["otherwise"]]
    assert linked["similarity"].ge(ALIKE).all() and linked["similarity"].is_monotonic_increasing
    assert linked["wording"].tolist()[1:] == [EDITED]
    assert linked["canonical"].tolist()[1:] == [REASON]
    assert apart["similarity"].is_monotonic_decreasing
    assert {frozenset(row) for row in apart[["canonical", "wording"]].values.tolist()} >= {frozenset(CLOSELY)}
    assert (apart["family_id"] != apart["other_id"]).all()
    for row in pairs.itertuples():
        text = corpus.letter(str(row.letter_id)).text
        assert text[row.start : row.end] == row.wording
    assert len(corpus.borderline(1)) <= 3


def test_a_passage_of_one_letter_and_one_that_says_otherwise_are_shown_beside_what_they_are_like(
    corpus: Corpus,
) -> None:
    pairs = corpus.borderline()
    alike = {frozenset((row.canonical, row.wording)): row for row in pairs.itertuples()}
    lone = alike[frozenset((CLOSELY[0], LONE))]
    assert not lone.otherwise and lone.family_id == family(corpus, CLOSELY[0]) and pd.isna(lone.other_id)
    contrary = alike[frozenset((RIGHTS, CONTRARY))]
    assert contrary.otherwise and not contrary.linked and contrary.similarity > 0.9


def test_families_say_what_they_are_about_and_which_provisions_they_argue_for(corpus: Corpus) -> None:
    found = corpus.families.set_index("family_id")
    subjects = {
        words: found.loc[family(corpus, words), "subject"] for words in ("Disclosure", "We weighed", "If you", "Yours")
    }
    assert subjects == {
        "Disclosure": "reasoning",
        "We weighed": "public_interest",
        "If you": "rights",
        "Yours": "courtesy",
    }
    assert set(found["subject"]) <= set(SUBJECTS)
    assert list(found.loc[family(corpus, "Disclosure"), "provisions"]) == ["foia2000:31(1)(a)"]
    assert list(found.loc[family(corpus, "Yours"), "provisions"]) == []


def test_the_share_of_the_reasoning_that_is_repeated_is_known_by_letter_and_ground(corpus: Corpus) -> None:
    rows = corpus.reasons.set_index(["letter_id", "provision"])
    words = {text: len(text.replace("(", " ").replace(")", " ").split()) for text in (REASON, BALANCE, BESPOKE)}
    both = rows.loc[("l1", "foia2000:31(1)(a)")]
    assert (both["passages"], both["words"], both["share"]) == (2, words[REASON] + words[BALANCE], 1.0)
    assert both["weighing_words"] == both["weighing_repeated"] == words[BALANCE]
    near = rows.loc[("l3", "foia2000:31(1)(a)")]
    assert near["near_words"] > 0 and near["exact_words"] == words[BALANCE]
    own = rows.loc[("l4", "foia2000:31(1)(a)")]
    assert (own["words"], own["repeated_words"], own["share"]) == (words[BESPOKE], 0, 0.0)
    by_ground = corpus.sql(
        "SELECT authority, sum(repeated_words) / sum(words) AS share FROM reasons JOIN letters USING (letter_id) "
        "GROUP BY authority"
    ).set_index("authority")["share"]
    assert by_ground.to_dict() == {"Ambersea Police": 1.0, "Wexmoor Police": 1.0, "Fenmoor Council": 0.0}
