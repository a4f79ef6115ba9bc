"""Every time limit and calendar of the file keeps the same promises; a new row is tested by being there."""

import re
from datetime import date
from importlib import resources

import pytest

from foi_analytics.deadlines import STAGES, Calendar, Limit, due_date, time_limits
from foi_analytics.regimes import regimes

README = resources.files("foi_analytics.regimes").joinpath("README.md").read_text(encoding="utf-8")
VERIFIED = {"statute", "official", "secondary", "partial", "memory"}
LIMITS = [limit for stages in time_limits().limits.values() for limit in stages.values()]
ROWS = [*LIMITS, *time_limits().calendars.values()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: getattr(row, "id", None) or f"{row.regime}.{row.stage}")
def test_a_row_says_what_law_it_states_and_how_it_was_checked(row: Limit | Calendar):
    assert row.source
    assert row.verified in VERIFIED
    codes = set(re.findall(r"\bS\d+b?\b", row.source))
    assert codes <= set(re.findall(r"\bS\d+b?\b", README))
    # What was seen, was seen somewhere; good practice of the Code has no text here.
    assert codes or row.verified in {"memory", "secondary"}


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.regime}.{limit.stage}")
def test_a_limit_belongs_to_a_statute_and_has_a_due_day_in_every_year(limit: Limit):
    assert limit.regime in regimes()
    assert limit.stage in STAGES
    for year in range(1995, 2090):
        received = date(year, 12, 20)
        assert due_date(limit.regime, received, limit.stage) > received


def test_who_sets_any_limit_sets_one_for_the_answer():
    assert all("answer" in stages for stages in time_limits().limits.values())


def test_an_extension_ends_after_the_limit_it_extends():
    for stages in time_limits().limits.values():
        for longer, shorter in (("extended", "answer"), ("public_interest", "answer"), ("review_extended", "review")):
            if longer in stages:
                assert stages[longer].unit == stages[shorter].unit
                assert stages[longer].number > stages[shorter].number
