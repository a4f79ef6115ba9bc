import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.anatomy import cues as anatomy_cues
from foi_analytics.citations import cues as citation_cues
from foi_analytics.questions import answer_cues, ask_cues, letter_cues, outcome_cues
from foi_analytics.wording import Wording

CUES = [
    pytest.param(value, id=f"{module.__name__.split('.')[1]}.{name}")
    for module in (anatomy_cues, citation_cues, ask_cues, answer_cues, outcome_cues, letter_cues)
    for name, value in vars(module).items()
    if isinstance(value, Wording)
]
WORDS = [
    "we",
    "do",
    "not",
    "hold",
    "the",
    "information",
    "you",
    "requested",
    "is",
    "exempt",
    "from",
    "disclosure",
    "under",
    "section",
    "40(2)",
    "and",
    "has",
    "been",
    "withheld",
    "refused",
    "redacted",
    "neither",
    "confirm",
    "nor",
    "deny",
    "cost",
    "limit",
    "please",
    "find",
    "attached",
    "internal",
    "review",
    "public",
    "interest",
    "would",
    "be",
    "likely",
    "to",
    "prejudice",
    "already",
    "available",
    "website",
    "published",
    "future",
    "vexatious",
    "18",
    "hours",
    "£450",
    ".",
    ";",
    ",",
    ":",
    "?",
    "§",
    "(a)",
]


@pytest.mark.parametrize("cue", CUES)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14))
def test_stems_never_hide_a_match(cue, words):
    text = " ".join(words)
    plain = re.compile(cue.pattern, re.IGNORECASE).search(text)
    found = cue.search(text)
    assert (found is None) == (plain is None)
    if plain is not None:
        assert found.start() == plain.start()


def test_search_between_offsets():
    cue = Wording(r"\bwithheld\b")
    text = "withheld, and again withheld"
    assert cue.search(text, 5).start() == 20
    assert cue.search(text, 5, 15) is None


def test_count_counts_every_occurrence_up_to_a_number():
    wording = Wording(r"withheld", r"refused")
    assert [wording.count("Withheld; refused; withheld.", most) for most in (2, 3, 9)] == [2, 3, 3]


def test_alternative_without_a_stem_is_always_tried():
    cue = Wording(r"\d+ (?:[a-z]+)")
    assert cue.stems == ((" ",),) or cue.stems == ((),)
    assert cue.search("12 letters").group() == "12 letters"
