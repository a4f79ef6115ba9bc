"""Funnels, trends, days, coverage and the regulator: what stands out, and what only seems to."""

import datetime as dt
import shutil
from pathlib import Path

import numpy as np
import pytest
from test_cases import NOT_HELD
from typer.testing import CliRunner

from foi_analytics.cli import app
from foi_analytics.corpus import Corpus
from foi_analytics.deadlines.bands import BANDS, LONGEST
from foi_analytics.errors import UsageError
from foi_analytics.records import DecisionNotice, Letter, Request
from foi_analytics.statistics import (
    OfficialTotal,
    Query,
    Rate,
    draw_funnel,
    find_breaks,
    find_coverage,
    find_durations,
    find_rates,
    find_standing,
    find_trend,
    find_waiting,
    load_totals,
)
from foi_analytics.statistics.intervals import median_ranks

REFUSED = "Dear A\nThe information is withheld under section 43(2) of the Freedom of Information Act 2000.\nYours\nB"


def rate(group: str, count: int, base: int, unit: str = "request", what: str = "not_held") -> Rate:
    nothing = Query("SELECT 1")
    return Rate(group, what, unit, count, base, base, None, None, None, "as_read", 0, None, nothing, nothing)


# Funnel --------------------------------------------------------------------------------------


def test_hardly_anybody_is_flagged_where_all_are_alike() -> None:
    chance = np.random.default_rng(5)
    flagged = 0
    for _ in range(60):
        bases = chance.integers(10, 200, 20)
        funnel = draw_funnel([rate(str(n), int(chance.binomial(b, 0.2)), int(b)) for n, b in enumerate(bases)])
        flagged += any(point.flagged for point in funnel.points)
    assert flagged <= 7  # one funnel in twenty would be three


def test_limits_hold_as_many_groups_as_they_say() -> None:
    chance = np.random.default_rng(6)
    points = draw_funnel([rate(str(n), int(chance.binomial(80, 0.3)), 80) for n in range(3000)]).points
    shares = np.array([point.rate.numerator / 80 for point in points])
    inside95 = ((points[0].low95 <= shares) & (shares <= points[0].high95)).mean()
    inside998 = ((points[0].low998 <= shares) & (shares <= points[0].high998)).mean()
    assert 0.93 <= inside95 <= 0.97 and 0.995 <= inside998 <= 1


def test_the_small_group_with_the_highest_rate_is_not_the_one_that_stands_out() -> None:
    alike = [rate(f"Council {n}", 18 + n % 5, 100) for n in range(12)]
    funnel = draw_funnel([*alike, rate("Small", 6, 12), rate("Large", 160, 400), rate("Tiny", 3, 3)])
    by_name = {point.rate.group: point for point in funnel.points}
    assert "Tiny" not in by_name  # fewer than ten letters
    assert by_name["Large"].flagged == "above" and by_name["Small"].flagged is None
    assert by_name["Large"].p <= by_name["Large"].adjusted


def test_where_all_vary_more_than_by_chance_the_funnel_is_wider() -> None:
    spread = [rate(str(n), 10 + 8 * (n % 8), 100) for n in range(24)]
    plain, wide = draw_funnel(spread), draw_funnel(spread, dispersed=True)
    assert wide.dispersion > 2 and plain.dispersion == 1
    assert sum(p.flagged is not None for p in wide.points) < sum(p.flagged is not None for p in plain.points)
    assert wide.points[0].high95 > plain.points[0].high95


def test_a_funnel_is_of_one_rate_of_requests() -> None:
    with pytest.raises(UsageError):
        draw_funnel([rate("A", 1, 20), rate("A", 1, 20, what="ncnd")])
    with pytest.raises(UsageError):
        draw_funnel([rate("A", 1, 20, unit="word")])
    assert draw_funnel([rate("A", 0, 20), rate("B", 0, 30)]).points[1].flagged is None


# Trends --------------------------------------------------------------------------------------


def test_breaks_are_found_where_they_are_and_rarely_where_there_are_none() -> None:
    chance = np.random.default_rng(2)
    periods, bases = [f"{2019 + n // 4} Q{n % 4 + 1}" for n in range(12)], [60] * 12
    false = sum(bool(find_breaks(periods, chance.binomial(60, 0.2, 12), bases)) for _ in range(100))
    assert false <= 10
    levels = np.repeat([0.1, 0.4, 0.15], 4)
    found = find_breaks(periods, chance.binomial(60, levels), bases)
    assert [each.period for each in found] == ["2020 Q1", "2021 Q1"]
    assert all(each.low <= each.after - each.before <= each.high for each in found)
    assert find_breaks(periods[:2], [1, 3], [4, 4]) == ()  # too few on either side


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Four authorities over six quarters; one of them begins to refuse everything."""
    found: list[Letter] = []
    for quarter in range(6):
        day = dt.date(2023 + quarter // 4, 3 * (quarter % 4) + 2, 10)
        for authority in ("Ashby Council", "Fenmoor Council", "Harrowby Police", "Ravel Trust"):
            for number in range(8):
                refuses = number == 0 or (authority == "Ravel Trust" and quarter >= 3)
                text = f"{REFUSED}\nRef {quarter}/{number}" if refuses else f"{NOT_HELD}\nRef {quarter}/{number}"
                found.append(Letter(f"{authority}/{quarter}/{number}", text, authority=authority, date=day))
    corpus = Corpus.create(tmp_path_factory.mktemp("campaign") / "corpus")
    corpus.load(found, "test")
    corpus.analyse(workers=1)
    return corpus


def test_a_trend_that_one_authority_makes_is_told_with_and_without_it(campaign: Corpus) -> None:
    trend = find_trend(campaign, "outcome", "full_refusal")
    assert [r.group for r in trend.rates] == ["2023 Q1", "2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"]
    assert [r.numerator for r in trend.rates] == [4, 4, 4, 11, 11, 11]
    assert [each.period for each in trend.breaks] == ["2023 Q4"]
    assert trend.outlier == "Ravel Trust" and trend.without is not None
    assert [(r.numerator, r.denominator) for r in trend.without.rates] == [(3, 24)] * 6
    assert trend.without.breaks == ()
    assert set(trend.without.rates[0].letters_of(campaign)["letter_id"]) == {
        "Ashby Council/0/0",
        "Fenmoor Council/0/0",
        "Harrowby Police/0/0",
    }
    with pytest.raises(UsageError, match="quarter or year"):
        find_trend(campaign, "outcome", "full_refusal", "authority")


# Days ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def threads(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Fifteen requests of one Monday: eleven decided after 1, 2, … working days, four without an answer."""
    asked, found = dt.date(2024, 6, 3), []
    for number in range(15):
        found.append(Request(f"r{number:02d}", "How many?", "Fenmoor Council", asked))
        if number < 11:
            day = asked + dt.timedelta(days=number + 1 + 2 * ((number + 1) // 5))
            found.append(
                Letter(f"l{number:02d}", REFUSED, "How many?", "Fenmoor Council", day, case_id=f"r{number:02d}")
            )
    corpus = Corpus.create(tmp_path_factory.mktemp("threads") / "corpus")
    corpus.load(found, "test")
    corpus.analyse(workers=1)
    return corpus


def test_bands_and_median_of_what_was_decided(threads: Corpus) -> None:
    (took,) = find_durations(threads)
    assert took.requests == 11 == sum(took.bands.values())
    assert list(took.bands) == [*BANDS["public_interest"].values(), LONGEST]
    assert (took.bands["5 or Less"], took.bands["6 to 10"], took.bands["11 to 15"]) == (5, 5, 1)
    assert (took.median, took.low, took.high) == (6, 2, 10)
    assert took.query.rows(threads)["days"].tolist() == list(range(1, 12))
    assert took.query.rows(threads)["days"].tolist() == sorted(threads.cases["replied_in"].dropna())


def test_open_requests_count_as_far_as_they_are(threads: Corpus) -> None:
    (waiting,) = find_waiting(threads, as_of=dt.date(2024, 7, 31))
    assert (waiting.requests, waiting.open) == (15, 4)
    assert waiting.curve is not None
    assert waiting.curve.after(20)[0] == pytest.approx(4 / 15)
    assert waiting.curve.median[0] == 8  # of all fifteen, not of the eleven that were decided
    opened = waiting.query.rows(threads)
    assert opened[~opened["decided"]]["letter_id"].isna().all() and len(opened) == 15
    # Seen from the tenth of June, what was decided later is open.
    (early,) = find_waiting(threads, as_of=dt.date(2024, 6, 10))
    assert (early.requests, early.open) == (15, 10)


def test_a_request_whose_letter_a_log_keeps_to_itself_is_not_taken_to_wait(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    day = dt.date(2024, 6, 3)
    claims = ("Disclosed in full", "Closed", "waiting_response", None)
    asked = [Request(str(n), "Who?", "Tarn Council", day, source_outcome=claim) for n, claim in enumerate(claims)]
    corpus.load([*asked, Letter("a", REFUSED, "Why?", "Tarn Council", day)], "log")
    corpus.analyse(workers=1)
    (waiting,) = find_waiting(corpus, as_of=dt.date(2024, 7, 1))
    assert waiting.open == 2


def test_a_median_or_curve_of_few_is_withheld(threads: Corpus) -> None:
    (took,) = find_durations(threads, "authority", minimum=12)
    (waiting,) = find_waiting(threads, "authority", minimum=16)
    assert (took.median, took.withheld) == (None, "fewer than 12 requests")
    assert (waiting.curve, waiting.withheld) == (None, "fewer than 16 requests")
    with pytest.raises(UsageError, match="no days by type"):
        find_durations(threads, "type")


def test_the_interval_of_the_median_covers_it() -> None:
    chance = np.random.default_rng(4)
    for base in (8, 25, 1500):
        values = np.sort(chance.random((2000, base)), axis=1)
        low, high = median_ranks(base) or (0, 0)
        assert 0.94 <= ((values[:, low] <= 0.5) & (values[:, high] >= 0.5)).mean() <= 0.995


# Coverage and the regulator ------------------------------------------------------------------


def test_coverage_counts_the_requests_of_the_period(threads: Corpus, tmp_path: Path) -> None:
    file = tmp_path / "totals.csv"
    file.write_text('authority,period,requests\nFENMOOR COUNCIL,2024 Q2,"1,500"\nFenmoor Council,2023,40\n')
    this, before = find_coverage(threads, load_totals(file))
    assert (this.requests, this.share, this.exceeds) == (15, 0.01, False)
    assert (before.requests, before.share) == (0, 0)
    (more,) = find_coverage(threads, [OfficialTotal("Fenmoor Council", "2024", 10)])
    assert more.exceeds and len(more.query.rows(threads)) == 15
    file.write_text("authority,period,requests\nFenmoor Council,2024,many\n")
    with pytest.raises(UsageError, match="line 2: 'many'"):
        load_totals(file)


def test_the_regulator_on_each_section_and_authority(campaign: Corpus, tmp_path: Path) -> None:
    corpus = Corpus(shutil.copytree(campaign.path, tmp_path / "corpus"))
    found = [("Ravel Trust", f"N{n}", "43(2)", "against_authority" if n < 3 else "for_authority") for n in range(12)]
    found.append(("Ravel Trust", "N11", "43(1)", "against_authority"))  # the same notice: it lost on the section
    found.append(("Ashby Council", "N20", "43(2)", "partly"))
    corpus.load([notice(*each) for each in found], "test")
    (all_of,) = find_standing(corpus)
    assert (all_of.stood, all_of.partly, all_of.lost) == (8, 1, 4)
    assert all_of.stood + all_of.partly + all_of.lost == len(all_of.notices)
    assert set(all_of.notices) == set(corpus.notices["notice_id"])
    relying = find_rates(corpus, "exemption")[0]
    assert (relying.what, relying.numerator) == ("foia2000:43", all_of.requests)
    few, many = find_standing(corpus, by_authority=True)
    assert (few.authority, few.share, few.withheld) == ("Ashby Council", None, "fewer than 10 notices")
    assert (many.authority, many.share) == ("Ravel Trust", pytest.approx(8 / 12))
    assert many.requests == 27 == len(many.query.rows(corpus))


def notice(authority: str, number: str, provision: str, outcome: str) -> DecisionNotice:
    said, law = "The decision on this provision.", "foia2000"
    place = said, 0, len(said), said, "source:ico"
    return DecisionNotice(f"ico/{number}", "ico", law, f"{law}:{provision}", outcome, *place, authority=authority)


# The command ---------------------------------------------------------------------------------


def test_the_command_prints_shares_their_method_and_what_it_withholds(campaign: Corpus, tmp_path: Path) -> None:
    file, table = tmp_path / "labels.jsonl", tmp_path / "rates.csv"
    ids = campaign.letters["letter_id"].tolist()[::3]
    outcomes = dict(zip(campaign.readings["letter_id"], campaign.readings["outcome"], strict=True))
    file.write_text("".join(f'{{"id": "{each}", "outcome": "{outcomes[each]}"}}\n' for each in ids))
    shown = CliRunner().invoke(
        app, ["rates", str(campaign.path), "--by", "year", "--labels", str(file), "--csv", str(table)]
    )
    assert shown.exit_code == 0, shown.output
    assert "23 of 128" in shown.output and "22 of 64" in shown.output
    assert "corrected by labels" in shown.output and "prediction-powered" in shown.output
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 1 + 4
    shown = CliRunner().invoke(app, ["rates", str(campaign.path), "--by", "quarter", "--minimum", "40"])
    assert "12 withheld: fewer than 40 letters" in shown.output


def test_what_an_authority_is_called_runs_in_no_spreadsheet_and_steers_no_terminal(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Letter(str(n), NOT_HELD, authority="=1+1\x1b[2J") for n in range(3)], "test")
    corpus.analyse(workers=1)
    table = tmp_path / "rates.csv"
    shown = CliRunner().invoke(app, ["rates", str(corpus.path), "--by", "authority", "--csv", str(table)])
    assert shown.exit_code == 0 and "\x1b[2J" not in shown.output
    assert table.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=1+1")


def test_timeliness_prints_the_median_and_what_is_still_open(threads: Corpus) -> None:
    shown = CliRunner().invoke(app, ["rates", str(threads.path), "--of", "timeliness"])
    assert "median 6 (2–10) working days, of 11 decided requests" in shown.output
    assert "4 still open on 2024-06-18" in shown.output


def test_a_corpus_without_decisions_is_said_to_have_none(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["rates", str(Corpus.create(tmp_path / "corpus").path)])
    assert shown.exit_code == 0 and "nothing to count" in shown.output


def test_what_the_command_is_not_told_it_asks_for(campaign: Corpus, tmp_path: Path) -> None:
    for options in (["--by", "type"], ["--unit", "citation"], ["--labels", str(tmp_path / "none.jsonl")]):
        result = CliRunner().invoke(app, ["rates", str(campaign.path), *options])
        assert isinstance(result.exception, UsageError), options
