"""Official returns: every number counted in another way, sums that meet, blanks that are named, files as published."""

import csv
import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import returns_corpus
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from foi_analytics.cli import app
from foi_analytics.corpus import Corpus
from foi_analytics.errors import UnreadableError, UsageError
from foi_analytics.exports.returns import (
    Chosen,
    Figures,
    Period,
    UnreconciledError,
    log_book,
    make_return,
    read_cabinet_office,
    read_scotland,
    write_return,
)
from foi_analytics.exports.returns.cabinet_office import cabinet_office
from foi_analytics.exports.returns.definition import definition
from foi_analytics.exports.returns.official import official_csv
from foi_analytics.exports.returns.placing import ground_of
from foi_analytics.exports.returns.reconciling import reconcile
from foi_analytics.exports.returns.register import read_register
from foi_analytics.exports.returns.requests import CountedRequest, requests_of
from foi_analytics.exports.returns.scotland import scotland
from foi_analytics.exports.returns.section45 import section45
from foi_analytics.exports.returns.us import us
from foi_analytics.records import OUTCOMES, TIMELINESS
from foi_analytics.regimes import regimes

DATA = Path(__file__).parent / "data"
HEADERS = definition("cabinet_office").headers


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return returns_corpus.write(tmp_path_factory.mktemp("returns") / "corpus")


# A second way to the same numbers: one row a request with its cell, in SQL alone.
DECIDED = """
    WITH g AS (
        SELECT letter_id, list(provision) AS p FROM exemptions GROUP BY letter_id),
    d AS (
        SELECT c.*, r.disposition AS o, r.ncnd, r.some_not_held AS partly, coalesce(g.p, []) AS p,
            year(coalesce(requested, first_decided)) AS y, quarter(coalesce(requested, first_decided)) AS q
        FROM cases c JOIN readings r ON r.letter_id = c.first_decision AND r.kind = 'response'
        LEFT JOIN g ON g.letter_id = c.first_decision),
    s AS (
        SELECT *, p.list_transform(lambda x: CASE
            WHEN regexp_matches(x, '^foia2000:(12|14|21)\\b') THEN NULL
            WHEN x LIKE 'foia2000:%' THEN 'S(' || regexp_extract(x, ':(\\d+A?)', 1) || ')'
            WHEN regexp_matches(x, '^eir2004:(13|12\\(3\\))') THEN '3(a)'
            WHEN x LIKE 'eir2004:12%' THEN regexp_extract(x, ':12\\((\\d)\\)', 1) || regexp_extract(x, '\\([a-g]\\)')
            END).list_distinct() AS cols,
            list_contains(p, 'foia2000:21') AS s21, list_contains(p, 'eir2004:12(4)(b)') AS mu,
            CASE WHEN list_contains(p, 'foia2000:12(1)') THEN 'cost' WHEN list_contains(p, 'foia2000:14(1)') THEN 'vexatious'
            WHEN list_contains(p, 'foia2000:14(2)') THEN 'repeated' END AS procedural
        FROM d),
    leaf AS (
        SELECT *, CASE
            WHEN o IN ('full_disclosure', 'answered_narrative') AND len(cols) = 0 THEN 'granted'
            WHEN o IN ('full_disclosure', 'answered_narrative') AND ncnd THEN 'partial'
            WHEN o = 'partial_disclosure' AND len(cols) > 0 THEN 'partial'
            WHEN o = 'partial_disclosure' AND procedural IS NOT NULL THEN procedural
            WHEN o = 'partial_disclosure' AND (partly OR s21) THEN 'granted'
            WHEN o IN ('cost_limit', 'vexatious', 'repeated') AND mu THEN 'refused'
            WHEN o = 'cost_limit' THEN 'cost'
            WHEN o IN ('vexatious', 'repeated') THEN o
            WHEN o IN ('full_refusal', 'future_publication', 'ncnd', 'mixed_non_disclosure') AND len(cols) > 0 THEN 'refused'
            WHEN o IN ('full_refusal', 'future_publication', 'ncnd', 'mixed_non_disclosure', 'already_accessible')
                AND procedural IS NOT NULL THEN procedural
            WHEN o IN ('full_refusal', 'future_publication', 'ncnd', 'already_accessible') AND s21 THEN 's21'
            WHEN o = 'not_held' THEN 'not_held'
            WHEN o IN ('transferred', 'outside_act') THEN 'advice' END AS leaf
        FROM s)"""
COUNTED = "leaf IN ('granted', 'partial', 'refused', 'cost', 'vexatious', 'repeated', 'not_held', 'advice')"
RESOLVABLE = "leaf IN ('granted', 'partial', 'refused', 'cost', 'vexatious', 'repeated')"
CONDITIONS = {
    3: COUNTED,
    6: f"{COUNTED} AND regime = 'eir2004'",
    7: COUNTED,
    8: f"{COUNTED} AND timeliness = 'in_time'",
    9: f"{COUNTED} AND timeliness = 'in_extension'",
    10: f"{COUNTED} AND timeliness = 'late'",
    13: COUNTED,
    14: "leaf = 'advice'",
    15: "leaf = 'not_held'",
    16: RESOLVABLE,
    17: "leaf = 'granted'",
    18: "leaf = 'partial'",
    19: "leaf IN ('refused', 'cost', 'vexatious', 'repeated')",
    23: "leaf = 'vexatious'",
    24: "leaf = 'repeated'",
    25: "leaf = 'cost'",
    26: "leaf = 'refused'",
    64: "leaf IN ('partial', 'refused')",
    65: "leaf IS NOT NULL AND s21",
    66: "leaf <> 's21' AND s21",
    67: "leaf = 's21'",
    68: "leaf IS NOT NULL AND s21 AND timeliness = 'in_time'",
    69: "leaf IS NOT NULL AND s21 AND timeliness IN ('in_extension', 'late')",
}


def expected(corpus: Corpus, year: int, quarter: int | None) -> dict[tuple[str, int], int]:
    """The cells of the Cabinet Office return by authority and position, counted in SQL."""
    when = f"y = {year}" + (f" AND q = {quarter}" if quarter else "") + " AND regime IN ('foia2000', 'eir2004')"
    sums = ", ".join(f"count(*) FILTER ({condition}) AS c{at}" for at, condition in CONDITIONS.items())
    found: dict[tuple[str, int], int] = {}
    for row in corpus.arrow(
        f"{DECIDED} SELECT authority, {sums} FROM leaf WHERE {when} GROUP BY authority"
    ).to_pylist():
        name = row.pop("authority")
        found |= {(name, int(key[1:])): value for key, value in row.items()}
    uses = corpus.arrow(
        f"{DECIDED} SELECT authority, unnest(cols) AS col FROM leaf WHERE {when} AND leaf IN ('partial', 'refused')"
    ).to_pylist()
    tally = Counter((row["authority"], row["col"]) for row in uses if row["col"])
    for at in range(27, 63):
        for name in {name for name, _ in found}:
            found[name, at] = tally[name, HEADERS[at].split(" - ")[0]]
    for name in {name for name, _ in found}:
        found[name, 63] = sum(found[name, at] for at in range(27, 63))
    return found


@pytest.mark.parametrize(("year", "quarter"), [(2024, None), (2024, 1), (2024, 3), (2023, None)])
def test_every_cell_of_the_cabinet_office_return_is_an_independent_count(
    corpus: Corpus, year: int, quarter: int | None
) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(year, quarter))
    counts = expected(corpus, year, quarter)
    assert {name for name, _ in counts} <= set(figures.rows)
    compared = 0
    for (name, at), number in counts.items():
        cell = figures.cell(at, name)
        if cell.value is None:
            assert (quarter and at in (66, 67)) or at in (8, 9, 10, 68, 69)
            assert (quarter and at in (66, 67)) or not sum(
                counts[name, a] for a in ((8, 9, 10) if at < 11 else (68, 69))
            )
            continue
        assert cell.value == number, (name, cell.header)
        assert len(cell.cases) == (len(set(cell.cases)) if at == 63 else number)
        compared += 1
    assert compared > 100


def test_shares_reviews_and_extended_tests_are_independent_counts(corpus: Corpus) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(2024))
    when = "year(coalesce(requested, first_decided, today())) = 2024 AND regime IN ('foia2000', 'eir2004')"
    reviews = corpus.arrow(
        f"""SELECT authority, count(review_outcome) AS n, count(*) FILTER (review_outcome = 'internal_review_upheld') AS up,
            count(*) FILTER (review_outcome = 'internal_review_partly_overturned') AS part,
            count(*) FILTER (review_outcome = 'internal_review_overturned') AS over,
            count(*) FILTER (extended AND regime = 'foia2000' AND first_decision IS NOT NULL) AS pit
        FROM cases WHERE {when} AND coalesce(requested, first_decided) IS NOT NULL GROUP BY authority"""
    ).to_pylist()
    assert sum(row["n"] for row in reviews) > 5
    for row in reviews:
        found = {at: figures.cell(at, row["authority"]).value for at in (71, 72, 73, 74, 75, 84)}
        assert found == {71: row["n"], 72: row["n"], 73: row["up"], 74: row["part"], 75: row["over"], 84: row["pit"]}
        value = {at: figures.cell(at, row["authority"]).value or 0 for at in (7, 8, 9, 10, 16, 17, 19, 73, 72)}
        shares = {21: (17, 16), 22: (19, 16), 76: (73, 72)}
        for at, (part, whole) in shares.items():
            assert figures.cell(at, row["authority"]).value == pytest.approx(100 * value[part] / value[whole])
        if value[7] != value[8] + value[9] + value[10]:
            assert figures.cell(11, row["authority"]).value is None


FIRST = """
    WITH g AS (SELECT letter_id, list(provision) AS p FROM exemptions GROUP BY letter_id)
    SELECT c.authority, r.disposition AS o, regime, timeliness, r.ncnd, r.some_not_held AS partly, coalesce(g.p, []) AS p,
        first_decided AS closed, year(coalesce(requested, first_decided)) AS y, quarter(coalesce(requested, first_decided)) AS q
    FROM cases c JOIN readings r ON r.letter_id = first_decision LEFT JOIN g ON g.letter_id = first_decision
    WHERE r.kind = 'response'"""


def counted_in_sql(corpus: Corpus, where: str, conditions: dict[str, str]) -> dict[str, dict[str, int]]:
    sums = ", ".join(f'count(*) FILTER ({condition}) AS "{name}"' for name, condition in conditions.items())
    rows = corpus.arrow(f"SELECT authority, {sums} FROM ({FIRST}) WHERE {where} GROUP BY authority").to_pylist()
    return {row.pop("authority"): row for row in rows}


def test_every_outcome_of_the_section_45_return_is_an_independent_count(corpus: Corpus) -> None:
    figures = make_return("section45", corpus, Chosen(2024, 2))
    refused = "('full_refusal', 'ncnd', 'cost_limit', 'vexatious', 'repeated', 'already_accessible', 'future_publication', 'mixed_non_disclosure')"
    advice = "('transferred', 'outside_act')"
    known = "o NOT IN ('withdrawn_or_lapsed', 'unknown')"
    counts = counted_in_sql(
        corpus,
        "regime IN ('foia2000', 'eir2004') AND y = 2024 AND q = 2",
        {
            "Requests processed": known,
            "Granted in full": "o IN ('full_disclosure', 'answered_narrative')",
            "Part granted, part refused": "o = 'partial_disclosure'",
            "Refused in full": f"o IN {refused}",
            "Information not held": "o = 'not_held'",
            "Advice given or dealt with outside the Act": f"o IN {advice}",
            "Processed on time": f"{known} AND timeliness = 'in_time'",
            "Processed late": f"{known} AND timeliness = 'late'",
        },
    )
    assert sum(row["Requests processed"] for row in counts.values()) > 10
    for name, row in counts.items():
        assert {header: figures.cell(header, name).value or 0 for header in row} == row


def test_every_outcome_and_exemption_of_the_scottish_return_is_an_independent_count(corpus: Corpus) -> None:
    figures = make_return("scotland", corpus, Chosen(2024))
    given, relied = (
        "o IN ('full_disclosure', 'answered_narrative')",
        "(partly OR len(p) > 0 AND p <> ['foisa2002:12(1)'])",
    )
    none = "o IN ('full_refusal', 'future_publication', 'already_accessible', 'mixed_non_disclosure')"
    some = f"(o = 'partial_disclosure' OR {given} AND {relied})"
    counted = f"({some} OR {none} OR o = 'ncnd')"
    used = {
        "Otherwise accessible": "foisa2002:25(1)",
        "Third party personal data ": "foisa2002:38(1)(b)",
        "Substantial prejudice to commercial interests": "foisa2002:33(1)(b)",
    }
    (row,) = counted_in_sql(
        corpus,
        "regime = 'foisa2002' AND y = 2024",
        {
            "FOISA - full release": f"{given} AND NOT {relied}",
            "FOISA - some released": some,
            "FOISA - none released": none,
            "FOISA - none held ": "o = 'not_held'",
            "FOISA - no confirm/deny": "o = 'ncnd'",
            "FOISA refused - cost": "o = 'cost_limit'",
            "FOISA - vexatious": "o = 'vexatious'",
            "FOISA - repeated": "o = 'repeated'",
            "FOISA response on time": f"({counted} OR {given} OR o IN ('not_held', 'cost_limit', 'vexatious', 'repeated')) AND timeliness = 'in_time'",
            **{header: f"{counted} AND list_contains(p, '{each}')" for header, each in used.items()},
        },
    ).values()
    assert all(row[header] for header in used)
    assert {header: figures.cell(header).value for header in row} == row


def test_every_disposition_and_exemption_of_the_us_report_is_an_independent_count(corpus: Corpus) -> None:
    figures = make_return("us", corpus, Chosen(2024))
    refused = "o IN ('full_refusal', 'ncnd', 'future_publication', 'mixed_non_disclosure')"
    granted = f"(o = 'partial_disclosure' OR {refused})"
    (row,) = counted_in_sql(
        corpus,
        "regime = 'us_foia' AND closed BETWEEN '2023-10-01' AND '2024-09-30'",
        {
            "Total requests processed": "o <> 'unknown'",
            "Full Grants": "o IN ('full_disclosure', 'answered_narrative')",
            "Partial Grants/Partial Denials": "o = 'partial_disclosure'",
            "Full Denials Based on Exemptions": f"{refused} AND len(p) > 0",
            "No Records": "o = 'not_held'",
            "All Records Referred": "o = 'transferred'",
            "Request Withdrawn": "o = 'withdrawn_or_lapsed'",
            "Fee-Related": "o = 'cost_limit'",
            "Not Agency Record": "o = 'outside_act'",
            "Duplicate Request": "o = 'repeated'",
            "Other": f"o IN ('vexatious', 'already_accessible') OR {refused} AND len(p) = 0",
            "Ex. 5": f"{granted} AND list_contains(p, 'us_foia:(b)(5)')",
            "Ex. 6": f"{granted} AND list_contains(p, 'us_foia:(b)(6)')",
            "Ex. 7(C)": f"{granted} AND list_contains(p, 'us_foia:(b)(7)(C)')",
        },
    ).values()
    assert {header: figures.cell(header).value for header in row} == row


GROUNDS = [each for those in returns_corpus.GROUNDS.values() for each in those]
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
REQUESTS = st.lists(
    st.builds(
        CountedRequest,
        case_id=st.uuids().map(str),
        authority=st.sampled_from(["A", "B"]),
        regime=st.sampled_from([*returns_corpus.GROUNDS, None]),
        received=st.none() | DAYS,
        closed=st.none() | DAYS,
        status=st.sampled_from(["decided", "decided", "open", "on_hold", "fee_noticed", "lapsed", "withdrawn"]),
        outcome=st.none() | st.sampled_from(OUTCOMES),
        grounds=st.lists(st.sampled_from(GROUNDS), max_size=4).map(tuple),
        ncnd=st.booleans(),
        some_not_held=st.booleans(),
        timeliness=st.none() | st.sampled_from(TIMELINESS),
        extended=st.none() | st.just("foia2000:10(3)"),
        took=st.none() | st.integers(0, 300),
        review=st.none() | st.sampled_from([*returns_corpus.REVIEWS, "unknown"]),
        review_took=st.none() | st.integers(0, 300),
        complaint=st.none() | st.sampled_from([*returns_corpus.REVIEWS, "unknown"]),
    ),
    max_size=40,
)


@given(requests=REQUESTS, registered=st.booleans())
def test_parts_make_wholes_and_no_request_is_lost_or_counted_twice(
    requests: list[CountedRequest], registered: bool
) -> None:
    for make, statutes in (
        (lambda: cabinet_office(requests, Period(2024), registered=registered), ("foia2000", "eir2004")),
        (lambda: section45(requests, Period(2024), registered=registered), ("foia2000", "eir2004")),
        (lambda: scotland(requests, Period(2024), registered=registered), ("foisa2002", "eisr2004")),
        (lambda: us(requests, 2024, registered=registered), ("us_foia",)),
    ):
        try:
            figures = make()
        except UsageError:
            assert not any(r.regime in statutes and r.received for r in requests) or statutes == ("us_foia",)
            continue
        went = Counter(case for remark in figures.remarks for case in remark.cases)
        assert set(went.values()) == {1}
        ours = {r.case_id for r in requests if r.regime in statutes and (r.received or r.closed)}
        assert set(went) <= ours and (statutes == ("us_foia",) or set(went) == ours)
        for name, row in figures.rows.items():
            values = [cell.value for cell in row]
            for identity in figures.definition.identities:
                if identity.broken == "refuse" and all(values[at] is not None for at in identity.whole):
                    assert identity.holds(values), identity.told(values)
            counted = {c for r in figures.remarks if r.counted and r.authority == name for c in r.cases}
            if figures.definition.name == "cabinet_office":
                assert row[13].value == len(counted)


def test_a_return_that_does_not_reconcile_is_refused_with_the_reason(corpus: Corpus) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(2024))
    name, cells = next(iter(figures.rows.items()))
    wrong = [replace(cell, value=(cell.value or 0) + 1) if cell.position == 18 else cell for cell in cells]
    with pytest.raises(UnreconciledError, match=r"resolvable = granted \+ partially withheld.*is not"):
        reconcile(figures.definition, {name: wrong})
    soft = [replace(cell, value=999, mark="") if cell.position == 8 else cell for cell in cells]
    assert any("deadline met" in warning for warning in reconcile(figures.definition, {name: soft}))


def test_what_letters_cannot_tell_is_blank_and_named(corpus: Corpus) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(2024))
    for name in figures.rows:
        assert [figures.cell(at, name).shown for at in (2, 4, 5, 20, 77)] == [""] * 5
    (note,) = [note for note in figures.notes if "Left blank" in note]
    assert "Total requests received;" in note and "Requests on-hold or lapsed" in note
    assert "Initial Outcome Granted in full" not in note


def test_a_quarterly_return_leaves_annual_columns_blank(corpus: Corpus) -> None:
    row = next(iter(make_return("cabinet-office", corpus, Chosen(2024, 1)).rows.values()))
    assert all(row[at].shown == "" for at in (*range(66, 68), *range(71, 122)))
    assert row[0].shown == "Q1 2024"


def test_cells_open_the_letters_they_count(corpus: Corpus) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(2024, authority="Fens Agency"))
    cell = figures.cell("S(40) - Personal information")
    assert cell.value and len(cell.letters) == cell.value
    for letter in cell.letters:
        provisions = {e.provision for e in corpus.reading(letter).exemptions}
        assert any(each.startswith("foia2000:40") for each in provisions)
    review = figures.cell("Total Internal Reviews")
    assert review.value and all(letter.endswith("-review") for letter in review.letters)
    with pytest.raises(UsageError, match="no column"):
        figures.cell("Granted")


REGISTER = """Ref,Authority,Date received,Date closed,Status,Outcome,Exemptions,Extended,Review outcome,ICO outcome
1,Fens Agency,04/03/2024,20/03/2024,Closed,Granted in full,,,,
2,Fens Agency,04/03/2024,29/05/2024,Closed,Refused in full,s.43(2); 40(2),yes,Upheld,not upheld
3,Fens Agency,04/03/2024,,Open,,,,,
4,Fens Agency,05/03/2024,,On hold,,,,,
5,Fens Agency,05/03/2024,31/05/2024,Closed,Part granted,foia2000:22A(1),,pending,
"""


def test_a_register_fills_what_letters_cannot_tell(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(REGISTER)
    figures = make_return("cabinet-office", corpus, Chosen(2024, register=path))
    cells = {at: figures.cell(at).value for at in (2, 3, 4, 5, 7, 8, 9, 10, 16, 17, 18, 19, 20, 26, 63, 64, 71, 72, 73)}
    assert cells == {
        **dict.fromkeys((4, 5, 8, 17, 18, 19, 20, 26, 72, 73), 1),
        2: 5,
        3: 3,
        7: 4,
        9: 0,
        10: 3,
        16: 4,
        63: 3,
        64: 2,
        71: 2,
    }
    assert figures.cell(77).value == 1 and figures.cell(81).value == 1
    assert figures.cell(11).value == 25 and not figures.warnings
    assert figures.cell("Requests still being processed").cases == ("3",)


def test_a_register_speaks_before_the_letters_and_they_fill_its_gaps(corpus: Corpus, tmp_path: Path) -> None:
    known = next(r for r in requests_of(corpus) if r.regime == "foia2000" and r.grounds and r.outcome == "full_refusal")
    path = tmp_path / "cases.csv"
    path.write_text(
        f"Ref,Received,Closed,Outcome\n{known.case_id},2024-03-04,2024-03-20,\nnew,2024-03-04,2024-03-08,Not held\n"
    )
    first, second = read_register(path, requests_of(corpus), authority="Fens Agency")
    assert (first.outcome, first.grounds, first.letters) == (known.outcome, known.grounds, known.letters)
    assert (first.received, second.outcome, second.letters) == (dt.date(2024, 3, 4), "not_held", ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,2024-03-04,2024-03-01,Closed,Not held,", "line 2: it was closed on 2024-03-01, before it was received"),
        ("1,2024-03-04,,Closed,Not held,", "line 2: it is closed and has no closing day"),
        ("1,2024-03-04,2024-03-05,Closed,Perhaps,", "line 2: 'Perhaps' is none of the outcomes known"),
        ("1,2024-03-04,2024-03-05,Closed,Refused,s.99", "line 2: 's.99' is no provision of foia2000"),
        ("1,2024-03-04,2024-03-05,Closed,Perhaps,", "outcomes are full_disclosure, partial_disclosure"),
        ("1,soon,2024-03-05,Closed,Refused,40", "line 2: received is 'soon'"),
        (
            "1,2024-03-04,2024-03-05,Closed,Refused,40\n1,2024-03-04,2024-03-05,Closed,Refused,40",
            "line 3: the case '1' is there twice",
        ),
    ],
)
def test_a_register_that_contradicts_itself_is_refused_with_the_line(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(f"Ref,Received,Closed,Status,Outcome,Exemptions\n{row}\n")
    with pytest.raises(UsageError, match=re.escape(reason)):
        read_register(path)


def test_columns_of_a_register_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Nummer,Eingang,Received\nA,2024-03-04,2020-01-01\n")
    with pytest.raises(UsageError, match="case"):
        read_register(path)
    (request,) = read_register(path, columns={"case": "Nummer", "received": "Eingang"})
    assert (request.case_id, request.received, request.status) == ("A", dt.date(2024, 3, 4), "open")
    with pytest.raises(UsageError, match="no column 'Datum'"):
        read_register(path, columns={"case": "Datum"})


def test_what_is_still_open_is_late_once_its_day_has_passed(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Ref,Received,Extended\na,2024-03-04,\nb,2024-03-04,yes\n")
    for day, found in ((dt.date(2024, 3, 20), ["open", "open"]), (dt.date(2024, 4, 20), ["late", "in_extension"])):
        assert [r.timeliness for r in read_register(path, as_of=day)] == found


PUBLISHED = [
    ("cabinet_office_foi_statistics_2019.csv", 417, 362, 405),
    ("cabinet_office_foi_statistics_2020.csv", 458, 403, 446),
]


@pytest.mark.parametrize(("name", "rows", "less", "timed"), PUBLISHED)
def test_the_published_files_load_and_are_written_as_they_were(
    shared: Path, name: str, rows: int, less: int, timed: int
) -> None:
    path = shared / "corpus" / "tables" / name
    published = read_cabinet_office(path)
    assert [(s.rows, s.holding) for s in published.sums] == [(rows, rows)] * 7 + [(rows, less), (rows, timed)]
    written, real = official_csv(published.definition, published.rows).encode(), path.read_bytes()
    assert written.split(b"\n")[0] == real.split(b"\n")[0]
    assert written.rstrip(b"\n") == real.rstrip(b"\n")


def test_the_published_figures_are_those_of_the_tables(shared: Path) -> None:
    table = read_cabinet_office(shared / "corpus" / "tables" / PUBLISHED[0][0]).table().to_pandas()
    row = table[(table.authority == "Attorney General's Office") & (table.period == "2019")].set_index("position").value
    assert row[[2, 8, 9, 10, 14, 15, 16, 17, 18, 19, 20, 63, 64]].tolist() == [
        *(270, 259, 9, 2, 6, 135, 129, 58, 10, 60, 1, 66, 52)
    ]
    scots = read_scotland(shared / "corpus" / "tables" / "osic_foisa_statistics_2019.csv").table().to_pandas()
    city = scots[scots.authority == "Aberdeen City Council"].set_index("position").value
    assert city[[4, 15, 16, 17, 18, 12, 14]].tolist() == [1170, 460, 155, 346, 93, 16, 1]
    named = scots[(scots.authority == "Aberdeen City Council") & (scots.header == "Third party personal data ")]
    assert named.value.tolist() == [93]


def test_the_scottish_export_is_written_as_it_was(shared: Path) -> None:
    path = shared / "corpus" / "tables" / "osic_foisa_statistics_2019.csv"
    published = read_scotland(path)
    assert official_csv(published.definition, published.rows).encode().rstrip(b"\n") == path.read_bytes().rstrip(b"\n")
    assert [(s.rows, s.holding) for s in published.sums] == [(510, 373), (510, 464), (510, 345), (510, 457)]


def test_a_published_file_is_read_checked_and_written_again(tmp_path: Path) -> None:
    path = DATA / "cabinet_office_invented.csv"
    published = read_cabinet_office(path)
    assert official_csv(published.definition, published.rows).encode() == path.read_bytes()
    assert {s.rows for s in published.sums} == {2}
    assert [s.holding for s in published.sums] == [2] * 8 + [1]
    table = published.table().to_pandas()
    assert table.loc[(table.period == "2031") & (table.position == 2), "value"].tolist() == [1204, 40]
    text = path.read_text(encoding="utf-8")
    for broken, reason in (
        (text.replace("Outcome  Partially", "Outcome Partially", 1), "column 18"),
        (text.replace('"1,204"', "1205", 1), "received = processed"),
        (text + "2032,short\n", "does not have 122 cells"),
        ("nothing", "column 0"),
    ):
        (tmp_path / "broken.csv").write_text(broken, encoding="utf-8")
        with pytest.raises(UnreadableError, match=reason):
            read_cabinet_office(tmp_path / "broken.csv")


def test_the_official_file_has_the_official_headers_and_our_cells(corpus: Corpus, tmp_path: Path) -> None:
    figures = make_return("cabinet-office", corpus, Chosen(2024))
    write_return(figures, corpus, tmp_path / "return.csv")
    data = (tmp_path / "return.csv").read_bytes()
    assert data.split(b"\n")[0] == (DATA / "cabinet_office_invented.csv").read_bytes().split(b"\n")[0]
    rows = list(csv.reader(data.decode().splitlines()))
    assert len(rows) == 1 + len(figures.rows)
    for row in rows[1:]:
        assert row[1] == "'" + "=Office of Bells" or not row[1].startswith(tuple("=+-@"))
        name = row[1].removeprefix("'")
        assert row[2:] == [cell.shown for cell in figures.rows[name][2:]]
    assert read_cabinet_office(tmp_path / "return.csv").sums[0].holding == len(figures.rows)


def test_a_disclosure_log_lists_the_decisions_of_a_period(corpus: Corpus) -> None:
    book = log_book(corpus, Chosen(2024, 2))
    rows = book.sheets[0].table.to_pylist()
    (row,) = corpus.arrow(
        "SELECT count(*) AS n FROM cases WHERE first_decided BETWEEN '2024-04-01' AND '2024-06-30'"
    ).to_pylist()
    assert len(rows) == row["n"]
    assert [r["Date of response"] for r in rows] == sorted((r["Date of response"] for r in rows), reverse=True)


@pytest.mark.parametrize("name", ["cabinet_office", "scotland", "section45", "us"])
def test_a_definition_counts_only_what_it_defines(name: str) -> None:
    made = definition(name)
    keys = {column.key for column in made.columns}
    for column in made.columns:
        if column.kind == "share":
            assert {key for part in column.of.split("/") for key in part.split("+")} <= keys, column.header
    provisions = {ground_of(each.id) for law in made.statutes for each in regimes()[law].provisions.values()}
    assert made.grounds <= provisions
    for identity in (*made.identities, *made.sums):
        assert max((*identity.whole, *identity.parts, *identity.less)) < len(made.columns)


def test_a_register_without_closing_days_leaves_them_to_the_letters(corpus: Corpus, tmp_path: Path) -> None:
    known = next(r for r in requests_of(corpus) if r.regime == "foisa2002" and r.closed and r.received)
    path = tmp_path / "cases.csv"
    path.write_text(f"Ref,Received\n{known.case_id},{known.received}\nnew,2024-03-04\n")
    first, second = read_register(path, requests_of(corpus), authority="Loch Arran Council", regime="foisa2002")
    assert (first.status, first.closed, first.timeliness) == ("decided", known.closed, known.timeliness)
    assert (second.status, second.regime) == ("open", "foisa2002")


def figures_of(corpus: Corpus, **chosen: Any) -> Figures:
    return make_return("cabinet-office", corpus, Chosen(2024, **chosen))


def test_an_authority_or_period_without_requests_is_refused_with_what_there_is(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="Fens Agency"):
        figures_of(corpus, authority="Fens")
    with pytest.raises(UsageError, match="falls into 1999"):
        make_return("cabinet-office", corpus, Chosen(1999))
    with pytest.raises(UsageError, match="quarters are 1 to 4"):
        figures_of(corpus, quarter=5)


@pytest.mark.parametrize("name", ["cabinet-office", "scotland", "section45", "us", "disclosure-log"])
def test_each_return_can_be_made_from_the_command_line(corpus: Corpus, tmp_path: Path, name: str) -> None:
    to = tmp_path / "return.csv"
    result = CliRunner().invoke(app, ["return", name, str(corpus.path), "--year", "2024", "--to", str(to)])
    assert result.exit_code == 0, result.output
    assert to.is_file() and "accurate" in (tmp_path / "return.md").read_text()
    assert not list(tmp_path.glob("*.part"))
