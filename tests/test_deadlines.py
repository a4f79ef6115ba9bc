"""Deadlines: the worked examples of the field, the rules they rest on, and files that change them."""

import datetime as dt
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.deadlines import Calendar, band, due_date, time_limits, working_days_between
from foi_analytics.errors import UsageError

# Received; due under FOIA and EIR; by England's calendar alone (wrong); under FOISA; under EIR reg.7.
WORKED = [
    ("2022-03-01", "2022-03-30", "2022-03-29", "2022-03-29", "2022-04-29"),
    ("2022-06-30", "2022-07-29", "2022-07-28", "2022-07-28", "2022-08-30"),
    ("2023-04-21", "2023-05-23", "2023-05-23", "2023-05-23", "2023-06-21"),
    ("2024-12-13", "2025-01-16", "2025-01-15", "2025-01-16", "2025-02-13"),
    ("2024-12-21", "2025-01-23", "2025-01-22", "2025-01-23", "2025-02-20"),
    ("2025-03-03", "2025-04-01", "2025-03-31", "2025-03-31", "2025-05-01"),
    ("2025-07-04", "2025-08-05", "2025-08-01", "2025-08-01", "2025-09-03"),
    ("2026-08-03", "2026-09-01", "2026-09-01", "2026-08-31", "2026-09-29"),
    ("2026-11-20", "2026-12-21", "2026-12-18", "2026-12-21", "2027-01-22"),
]

LISTED = tomllib.loads((Path(__file__).parent / "data/bank_holidays.toml").read_text(encoding="utf-8"))

LIMITS = [limit for stages in time_limits().limits.values() for limit in stages.values()]
IN_WORKING_DAYS = [limit for limit in LIMITS if limit.unit == "working days" and not limit.no_later_than]

days = st.dates(date(2005, 1, 1), date(2040, 12, 31))


def on(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize("row", WORKED, ids=lambda row: row[0])
def test_worked_examples(row, tmp_path):
    received, uk, england, scotland, extended = on(*row)
    assert due_date("foia2000", received) == due_date("eir2004", received) == uk
    assert due_date("foisa2002", received) == due_date("eisr2004", received) == scotland
    assert due_date("eir2004", received, "extended") == extended
    wrong = tmp_path / "england.toml"
    wrong.write_text(
        '[limits.foia2000.answer]\nnumber = 20\nunit = "working days"\ncalendar = "england_wales"\nsource = "wrong"'
    )
    assert due_date("foia2000", received, law=time_limits(wrong)) == england


@pytest.mark.parametrize(("nation", "year"), [(nation, year) for nation, years in LISTED.items() for year in years])
def test_bank_holidays_are_those_the_government_listed(nation, year):
    listed = on(*(f"{year}-{day}" for day in LISTED[nation][year].split()))
    days_off = time_limits().calendars[nation].days_off(int(year))
    assert sorted(day for day in days_off if day.weekday() < 5) == listed


@pytest.mark.parametrize("day", on("2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2020-05-08", "2011-04-29"))
def test_single_bank_holidays_of_the_whole_kingdom(day):
    assert not any(time_limits().calendars[name].is_working_day(day) for name in ("uk", "scotland", "england_wales"))


@pytest.mark.parametrize(
    ("day", "only_in"),
    [
        ("2025-01-02", "scotland"),
        ("2026-06-15", "scotland"),  # the football World Cup
        ("2023-01-03", "scotland"),  # 2 January took the place of New Year's Day
        ("2024-12-02", "scotland"),  # St Andrew's Day fell on a Saturday
        ("2026-08-03", "scotland"),
        ("2025-04-21", "england_wales northern_ireland"),
        ("2026-08-31", "england_wales northern_ireland"),
        ("2025-03-17", "northern_ireland"),
        ("2025-07-14", "northern_ireland"),  # 12 July fell on a Saturday
    ],
)
def test_a_holiday_of_one_nation_is_one_for_the_kingdom_only(day, only_in):
    calendars = time_limits().calendars
    closed = {n for n in ("scotland", "england_wales", "northern_ireland") if not calendars[n].is_working_day(*on(day))}
    assert closed == set(only_in.split())
    assert not calendars["uk"].is_working_day(*on(day))


def test_st_andrews_day_is_a_bank_holiday_only_since_its_act_of_2007():
    for name in ("scotland", "uk"):
        calendar = time_limits().calendars[name]
        assert calendar.is_working_day(date(2006, 11, 30))
        assert not calendar.is_working_day(date(2007, 11, 30))


@pytest.mark.parametrize(
    ("regime", "stage", "received", "due"),
    [
        # A request on 29 January: the month ends on 28 February, a Saturday, and so on Monday.
        ("ukgdpr", "answer", "2026-01-29", "2026-03-02"),
        ("ukgdpr", "answer", "2025-09-03", "2025-10-03"),
        ("ukgdpr", "extended", "2024-11-30", "2025-02-28"),
        # Three months beginning with a day end on the eve of its date, or with the month that lacks it.
        ("foia2000", "payment", "2025-01-15", "2025-04-14"),
        ("foia2000", "payment", "2025-01-01", "2025-03-31"),
        ("foia2000", "payment", "2024-11-30", "2025-02-28"),
        ("foia2000", "payment", "2025-03-01", "2025-05-31"),
        # Sixty working days after the notice in England, beginning with its day in Scotland.
        ("eir2004", "payment", "2025-09-01", "2025-11-24"),
        ("eisr2004", "payment", "2025-09-01", "2025-11-21"),
        ("eir2004", "review", "2025-03-03", "2025-05-01"),
        ("foisa2002", "review", "2025-03-03", "2025-03-31"),
        ("foisa2002", "transferred_record", "2025-03-03", "2025-04-14"),
        # Independence Day 2026 fell on a Saturday and was kept on the Friday.
        ("us_foia", "answer", "2026-06-15", "2026-07-15"),
        # The Australian Commissioner's own example: day 30 is a Sunday.
        ("au_foi1982", "answer", "2018-02-09", "2018-03-12"),
        # The New Zealand Ombudsman's: the summer break reaches requests from 28 November 2022 on.
        ("nz_oia1982", "answer", "2022-11-25", "2022-12-23"),
        ("nz_oia1982", "answer", "2022-11-28", "2023-01-16"),
        ("de_ifg", "answer", "2025-01-31", "2025-02-28"),
        # An Irish week has five working days: Good Friday is one, Easter Monday is none.
        ("ie_foi2014", "answer", "2025-04-01", "2025-04-30"),
        ("eu_1049", "answer", "2025-02-03", "2025-02-24"),
    ],
)
def test_limits_of_other_kinds_and_places(regime, stage, received, due):
    assert [due_date(regime, *on(received), stage)] == on(due)


def test_a_fees_notice_stops_the_clock_from_its_day_to_the_day_of_payment():
    received, notice, paid = on("2025-03-03", "2025-03-10", "2025-03-14")
    plain = due_date("foia2000", received)
    assert plain == date(2025, 4, 1)
    # The same working days named twice, or a weekend besides, stop it no longer.
    for stops in ([(notice, paid)], [(notice, paid), (notice, notice)], [(notice, date(2025, 3, 16))]):
        assert due_date("foia2000", received, stops=stops) == date(2025, 4, 8)
    assert due_date("foia2000", received, stops=[(date(2025, 5, 1), date(2025, 5, 9))]) == plain


def test_a_stop_lengthens_a_limit_of_calendar_time_by_its_days():
    assert due_date("ukgdpr", date(2025, 9, 3), stops=on_pairs("2025-09-08/2025-09-10")) == date(2025, 10, 6)
    assert due_date("ca_atia", date(2025, 9, 3), stops=on_pairs("2025-09-08/2025-09-12")) == date(2025, 10, 8)


def on_pairs(*spans: str) -> list[tuple[date, date]]:
    return [tuple(on(*span.split("/"))) for span in spans]


def test_what_makes_no_sense_is_refused_by_name():
    uk = time_limits().calendars["uk"]
    with pytest.raises(UsageError, match=r"reply \(2025-03-01\) is older"):
        working_days_between(date(2025, 3, 3), date(2025, 3, 1), uk)
    with pytest.raises(UsageError, match=r"ends \(2025-03-01\) before it begins"):
        due_date("foia2000", date(2025, 3, 3), stops=on_pairs("2025-03-09/2025-03-01"))
    with pytest.raises(UsageError, match="only for answer, "):
        due_date("foisa2002", date(2025, 3, 3), "extended")
    with pytest.raises(UsageError, match="no time limits for 'foia'"):
        due_date("foia", date(2025, 3, 3))
    for mistyped in (date(205, 3, 3), date(2205, 3, 3), date.max):
        with pytest.raises(UsageError, match="mistyped"):
            due_date("foia2000", mistyped)
        with pytest.raises(UsageError, match="mistyped"):
            due_date("de_ifg", mistyped)
    with pytest.raises(UsageError, match="mistyped"):
        due_date("foia2000", date(2025, 3, 3), stops=[(date(2025, 3, 4), date.max)])


def test_a_date_with_a_time_counts_as_its_day():
    # Christmas Day at nine is Christmas Day, though no `datetime` equals a `date`.
    assert due_date("foia2000", dt.datetime(2024, 12, 13, 9)) == date(2025, 1, 16)
    uk = time_limits().calendars["uk"]
    assert working_days_between(dt.datetime(2024, 12, 13, 23), dt.datetime(2025, 1, 16, 8), uk) == 20


@given(st.sampled_from(LIMITS), days, days)
def test_what_comes_later_is_never_due_earlier(limit, one, other):
    first, second = sorted([one, other])
    assert due_date(limit.regime, first, limit.stage) <= due_date(limit.regime, second, limit.stage)


@given(st.sampled_from(IN_WORKING_DAYS), days, st.lists(st.tuples(days, st.integers(0, 30)), max_size=3))
def test_the_due_day_is_a_working_day_just_so_many_on(limit, received, starts):
    stops = [(first, first + dt.timedelta(days=n)) for first, n in starts]
    due = due_date(limit.regime, received, limit.stage, stops=stops)
    assert limit.calendar.is_working_day(due)
    assert not any(first <= due <= last for first, last in stops)
    start = received - dt.timedelta(days=limit.includes_start)
    assert working_days_between(start, due, limit.calendar, stops=stops) == limit.number


@given(days, st.integers(0, 400))
def test_a_reply_on_the_day_of_receipt_took_no_working_day_and_days_add_up(received, n):
    uk = time_limits().calendars["uk"]
    middle, end = received + dt.timedelta(days=n // 2), received + dt.timedelta(days=n)
    assert working_days_between(received, received, uk) == 0
    parts = working_days_between(received, middle, uk) + working_days_between(middle, end, uk)
    assert parts == working_days_between(received, end, uk)


@given(days)
def test_the_kingdom_works_when_all_its_nations_do(day):
    calendars = time_limits().calendars
    nations = ("england_wales", "scotland", "northern_ireland")
    assert calendars["uk"].is_working_day(day) == all(calendars[n].is_working_day(day) for n in nations)


@pytest.mark.parametrize(
    ("days", "of", "header"),
    [
        (0, "public_interest", "5 or Less"),
        (5, "public_interest", "5 or Less"),
        (6, "public_interest", "6 to 10"),
        (20, "public_interest", "16 to 20"),
        (100, "public_interest", "81 to 100"),
        (101, "public_interest", "More than 100"),
        (10, "review", "10 or less"),
        (11, "review", "11 to 20"),
        (40, "review", "21 to 40"),
        (101, "review", "More than 100"),
    ],
)
def test_bands_of_the_official_returns(days, of, header):
    assert band(days, of) == header


def test_a_band_is_refused_for_what_has_none():
    with pytest.raises(UsageError, match="duration of -1 working days"):
        band(-1)
    with pytest.raises(UsageError, match="public_interest, review"):
        band(1, "answer")


def write(folder, text):
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_school_adds_its_holidays_and_sixty_working_days_are_the_most(tmp_path):
    received = date(2025, 7, 14)
    summer = write(tmp_path, "[calendars.school]\nclosed = [{first = 2025-07-23, last = 2025-09-02}]")
    law = time_limits(summer)
    # Six days of term follow in July, fourteen more from 3 September.
    assert due_date("foia2000", received, "school", law=law) == date(2025, 9, 22)
    assert due_date("foia2000", received, law=law) == due_date("foia2000", received) == date(2025, 8, 12)
    shut = write(tmp_path, "[calendars.school]\nclosed = [{first = 2025-07-15, last = 2026-01-05}]")
    assert due_date("foia2000", received, "school", law=time_limits(shut)) == date(2025, 10, 8)


def test_a_file_moves_a_bank_holiday_in_every_calendar_that_has_it(tmp_path):
    moved = write(tmp_path, "[calendars.scotland]\nworked = [2026-06-15]\nclosed = [2026-06-16, 2006-11-30]")
    changed = time_limits(moved).calendars
    for name in ("scotland", "uk", "school"):
        assert changed[name].is_working_day(date(2026, 6, 15))
        assert not changed[name].is_working_day(date(2026, 6, 16))
        assert not changed[name].is_working_day(date(2006, 11, 30))
    assert changed["england_wales"].is_working_day(date(2026, 6, 16))
    assert not time_limits().calendars["scotland"].is_working_day(date(2026, 6, 15))


def test_a_file_may_bring_its_own_calendar_and_limit(tmp_path):
    law = time_limits(
        write(
            tmp_path,
            """
            [calendars.university]
            parts = ["uk"]
            seasons = ["12-24/01-02"]

            [limits.foia2000.review]
            number = 4
            unit = "weeks"
            calendar = "university"
            rolls = true
            source = "University policy"
            """,
        )
    )
    assert due_date("foia2000", date(2025, 12, 1), "review", law=law) == date(2026, 1, 5)
    assert law.limit("foia2000", "review").source == "University policy"
    assert due_date("foia2000", date(2025, 3, 3), law=law) == date(2025, 4, 1)


LIMIT = '[limits.foia2000.answer]\nnumber = 15\nunit = "working days"\ncalendar = "uk"\nsource = "policy"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[limits", "not a TOML file"),
        ("[holidays]", "no key 'holidays'; there are calendars, limits"),
        ("limits = 20", "limits: a table belongs here, not 20"),
        (LIMIT.replace("answer", "anwser"), r"limits\.foia2000: no key 'anwser'; there are answer"),
        (LIMIT.replace("foia2000", "foia"), "no regime 'foia'"),
        (LIMIT.replace("15", '"fifteen"'), r"answer\.number: a whole number belongs here, not 'fifteen'"),
        (LIMIT.replace("15", "true"), r"answer\.number: a whole number"),
        (LIMIT.replace("15", "0"), r"answer\.number: 1 to 366"),
        (LIMIT.replace("working days", "days"), "no unit 'days'; there are working days"),
        (LIMIT.replace('"uk"', '"gb"'), "no calendar 'gb'"),
        (LIMIT.replace('source = "policy"', ""), "source missing"),
        (LIMIT + 'no_later_than = "school_term"', "'school_term' is no stage"),
        (LIMIT + 'no_later_than = "answer"', "'answer' is no stage of that statute with an end of its own"),
        (LIMIT + "extra = 1", "no key 'extra'"),
        ("[calendars.uk]\nclosed = 2026-12-29", r"uk\.closed: a list belongs here"),
        ('[calendars.uk]\nclosed = ["29 December"]', "'29 December' is no date"),
        ("[calendars.uk]\nclosed = [2026-12-29T09:00:00]", "is no date"),
        ("[calendars.uk]\nclosed = [{first = 2026-12-29}]", "is no date"),
        ("[calendars.uk]\nclosed = [{first = 2026-12-29, last = 2026-12-24}]", "no span"),
        ("[calendars.uk]\nclosed = [{first = 2026-12-29, last = 9999-12-31}]", "no span"),
        ("[calendars.uk]\nclosed = [0026-12-29]", "no span"),
        ("[calendars.uk]\nclosed = [2026-12-29]\nworked = [2026-12-29]", "2026-12-29 is both"),
        ('[calendars.own]\nparts = ["there"]', r"calendars\.own: no calendar 'there' above it"),
        ("[calendars.own]\nholidays = [44]", "names belong here"),
        ('[calendars.own]\nseasons = ["Christmas"]', "'Christmas' is no part of a year"),
        ('[calendars.own]\nseasons = ["12-32/01-01"]', "is no part of a year"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_naming_file_place_and_remedy(text, message, tmp_path):
    path = write(tmp_path, text)
    with pytest.raises(UsageError, match=message) as refused:
        time_limits(path)
    assert str(refused.value).startswith(str(path))


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        time_limits(tmp_path / "missing.toml")
    (tmp_path / "office.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        time_limits(tmp_path / "office.toml")


def test_a_calendar_that_the_package_lacks_is_named():
    for name in ("QQ", "GB-XX", "CA:unheard"):
        with pytest.raises(UsageError, match=name):
            Calendar("own", holidays=(name,)).is_working_day(date(2026, 1, 5))


def test_the_package_of_holidays_waits_until_a_day_is_looked_up():
    code = (
        "import sys, foi_analytics.deadlines as d; d.time_limits(); "
        "assert 'holidays' not in sys.modules; import datetime; "
        "d.due_date('foia2000', datetime.date(2025, 3, 3)); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
