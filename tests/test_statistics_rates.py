"""Every rate recomputed by another query, parts that sum to wholes, and labels that correct."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from unittest import mock

import dashboard_corpus
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_analytics.corpus import Corpus, rows
from foi_analytics.errors import UsageError
from foi_analytics.evaluation import LabelledLetter
from foi_analytics.evaluation.floors import gold_hash
from foi_analytics.records import Exemption, Letter, Reading
from foi_analytics.statistics import Rate, draw_sample, find_rates, load_labels, load_types
from foi_analytics.statistics.labels import answers_of
from foi_analytics.statistics.measured import measured_errors, measured_on
from foi_analytics.statistics.measuring import SPLIT, measure_errors

GROUPINGS = (None, "authority", "quarter", "year", "regime")

# The first decision of each case by the letters alone, without the table of cases.
FIRST = """
    WITH decisions AS (
        SELECT letter_id, coalesce(authority, '(not stated)') AS authority, date, outcome, regimes[1] AS regime,
            row_number() OVER (PARTITION BY coalesce(case_id, letter_id) ORDER BY date NULLS LAST, letter_id) AS place
        FROM letters JOIN readings USING (letter_id)
        WHERE kind = 'response' AND outcome NOT IN ('not_answered', 'clarification_sought')
    ),
    first AS (
        SELECT *, CASE $by
            WHEN 'authority' THEN authority
            WHEN 'quarter' THEN coalesce(strftime(date, '%Y Q') || ((month(date) + 2) // 3), '(undated)')
            WHEN 'year' THEN coalesce(strftime(date, '%Y'), '(undated)')
            WHEN 'regime' THEN regime ELSE 'all' END AS "group"
        FROM decisions WHERE place = 1
    )"""
SECTIONS = """, sections(provision, section) AS (VALUES
    ('foia2000:40(2)', 'foia2000:40'), ('foia2000:31(1)(a)', 'foia2000:31'), ('foia2000:12(1)', 'foia2000:12'),
    ('foia2000:43(2)', 'foia2000:43'), ('eir2004:12(5)(e)', 'eir2004:12(5)(e)'), ('foisa2002:38(1)(b)', 'foisa2002:38'))"""
COUNTED = {
    ("outcome", "request"): ('SELECT "group", outcome, count(*) FROM first GROUP BY ALL', "count(*)"),
    ("exemption", "request"): (
        """SELECT "group", section, count(DISTINCT letter_id) FROM first JOIN exemptions USING (letter_id)
        JOIN sections USING (provision) GROUP BY ALL""",
        "count(*)",
    ),
    ("ground", "request"): (
        'SELECT "group", provision, count(DISTINCT letter_id) FROM first JOIN exemptions USING (letter_id) GROUP BY ALL',
        "count(*)",
    ),
    ("exemption", "citation"): (
        """SELECT "group", section, count(DISTINCT (letter_id, start)) FROM first JOIN citations USING (letter_id)
        JOIN sections ON list_contains(provisions, provision) WHERE role IN ('applied', 'ncnd') GROUP BY ALL""",
        """count(DISTINCT (letter_id, start, section)) FILTER (role IN ('applied', 'ncnd'))""",
    ),
    ("boilerplate", "word"): (
        """SELECT "group", what, n::BIGINT FROM (SELECT "group", sum(repeated_words) AS repeated,
            sum(words) - sum(repeated_words) AS unrepeated FROM first JOIN shares USING (letter_id) GROUP BY ALL)
        UNPIVOT (n FOR what IN (repeated, unrepeated))""",
        "sum(words)::BIGINT",
    ),
}
BASES = {
    "request": "first",
    "citation": """first JOIN citations USING (letter_id) JOIN sections ON list_contains(provisions, provision)
        WHERE role IN ('applied', 'ncnd')""",
    "word": "first JOIN shares USING (letter_id)",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(dashboard_corpus.write(tmp_path_factory.mktemp("rates") / "corpus"))


def by_key(rates: list[Rate]) -> dict[tuple[str, str], Rate]:
    return {(rate.group, rate.what): rate for rate in rates}


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize(("of", "unit"), COUNTED)
def test_every_number_is_that_of_another_query(corpus: Corpus, of: str, unit: str, by: str | None) -> None:
    rates = by_key(find_rates(corpus, of, by, unit=unit))
    counting, base = COUNTED[of, unit]
    tables = FIRST + (SECTIONS if "section" in counting else "")
    counts = {
        (group, what): n
        for group, what, n in corpus.sql(f"{tables} {counting}", {"by": by or ""}).itertuples(index=False)
        if n
    }
    tables = FIRST + (SECTIONS if unit == "citation" else "")
    bases = corpus.sql(f'{tables} SELECT "group", {base} AS n FROM {BASES[unit]} GROUP BY ALL', {"by": by or ""})
    assert counts == {key: rate.numerator for key, rate in rates.items() if rate.numerator}
    assert dict(zip(bases["group"], bases["n"], strict=True)) == {
        group: rate.denominator for (group, _), rate in rates.items()
    }


@pytest.mark.parametrize(("of", "unit"), [*COUNTED, ("timeliness", "request")])
def test_every_rate_opens_its_letters(corpus: Corpus, of: str, unit: str) -> None:
    texts = dict(zip(corpus.letters["letter_id"], corpus.letters["text"], strict=True))
    for rate in find_rates(corpus, of, "year", unit=unit)[::2]:
        found, base = rate.letters_of(corpus), rate.base_of(corpus)
        assert set(found["letter_id"]) <= set(base["letter_id"]) <= texts.keys()
        if unit == "word":
            assert rate.letters == base["letter_id"].nunique()
        else:
            assert (len(found), len(base)) == (rate.numerator, rate.denominator)
        if of in ("exemption", "ground"):
            number = rate.what.partition(":")[2].partition("(")[0]
            for row in found.itertuples():
                assert number in texts[row.letter_id][row.start : row.end]


def test_timeliness_is_that_of_the_cases(corpus: Corpus) -> None:
    cases = corpus.cases[corpus.cases["timeliness"].isin(["in_time", "in_extension", "late"])]
    deciding = cases["first_decision"].map(corpus.letters.set_index("letter_id")["authority"])
    rates = find_rates(corpus, "timeliness", "authority")
    assert Counter({(r.group, r.what): r.numerator for r in rates}) == Counter(
        zip(deciding.fillna("(not stated)"), cases["timeliness"], strict=True)
    )


def test_a_small_base_is_withheld_and_its_counts_are_not(corpus: Corpus) -> None:
    rates = find_rates(corpus, "outcome", "authority", minimum=10)
    few = [rate for rate in rates if rate.letters < 10]
    assert few and len(few) < len(rates)
    assert all((r.estimate, r.low, r.high, r.withheld) == (None, None, None, "fewer than 10 letters") for r in few)
    assert all(rate.denominator for rate in few)
    assert all(rate.low <= rate.estimate <= rate.high for rate in rates if rate.letters >= 10 and not rate.withheld)


def test_rates_by_type_need_to_be_told_the_types(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="type"):
        find_rates(corpus, by="type")
    file = tmp_path / "types.csv"
    file.write_text("id,name,type\n1,Ambersea Police,police\n2,Vale & Moor Constabulary,police\n")
    rates = find_rates(corpus, by="type", types=load_types(file))
    apart = find_rates(corpus, by="authority")
    police = sum(r.numerator for r in apart if r.group in ("Ambersea Police", "Vale & Moor Constabulary"))
    assert sum(rate.numerator for rate in rates if rate.group == "police") == police > 0
    assert {rate.group for rate in rates} == {"police", "(not stated)"}


@pytest.mark.parametrize("asked", [{"of": "weather"}, {"unit": "word"}, {"by": "moon"}])
def test_what_there_is_not_is_refused_by_name(corpus: Corpus, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(asked.values()))):
        find_rates(corpus, **asked)


# Any corpus ----------------------------------------------------------------------------------

LETTERS = st.lists(
    st.tuples(
        st.sampled_from(["Fenmoor Council", "Harrowby Police", None]),
        st.dates(dt.date(2023, 1, 1), dt.date(2024, 6, 30)) | st.none(),
        st.sampled_from(["full_disclosure", "full_refusal", "not_held", "ncnd"]),
        st.sets(st.sampled_from(["foia2000:40(2)", "foia2000:40(1)", "foia2000:31(1)(a)"])),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=5)
@given(LETTERS)
def test_parts_sum_to_wholes(tmp_path_factory: pytest.TempPathFactory, drafts: list) -> None:
    corpus = written(tmp_path_factory.mktemp("parts") / "corpus", drafts)
    whole = {rate.what: rate for rate in find_rates(corpus, "outcome")}
    requests = len(corpus.sql("SELECT DISTINCT coalesce(case_id, letter_id) FROM letters"))
    assert sum(rate.numerator for rate in whole.values()) == requests
    for by in ("authority", "quarter"):
        rates = find_rates(corpus, "outcome", by, minimum=1)
        groups = {rate.group: rate.denominator for rate in rates}
        assert sum(groups.values()) == requests
        assert sum(rate.letters == rate.denominator for rate in rates) == len(rates)
        for what, rate in whole.items():
            assert sum(each.numerator for each in rates if each.what == what) == rate.numerator
    sections = {rate.what: rate.numerator for rate in find_rates(corpus, "exemption")}
    for rate in find_rates(corpus, "ground"):
        assert rate.numerator <= sections[rate.what.partition("(")[0]] <= rate.denominator


def written(folder: Path, drafts: list) -> Corpus:
    readings = {}
    for number, (authority, day, outcome, grounds, case) in enumerate(drafts):
        letter = Letter(
            f"l{number:03d}", f"Reply {number}.", None, authority, day, case_id=f"c{case}" if case else None
        )
        found = tuple(
            Exemption(letter.letter_id, 0, 5, "Reply", 1.0, "rule:test@1", g, "applied") for g in sorted(grounds)
        )
        readings[letter.letter_id] = Reading(
            letter, "response", ("foia2000",), len(letter.text), outcome, exemptions=found, disposition=outcome
        )
    with mock.patch.object(rows, "read", lambda letter: readings[letter.letter_id]):
        corpus = Corpus.create(folder)
        corpus.load([reading.letter for reading in readings.values()], "test")
        corpus.analyse(workers=1)
    return corpus


# Labels --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def misread(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Two hundred letters, forty of them read as refusals."""
    day = dt.date(2024, 1, 1)
    drafts = [("Fenmoor Council", day, "full_refusal" if n < 40 else "not_held", set(), 0) for n in range(200)]
    drafts += [("Harrowby Police", day, "full_refusal" if n < 5 else "not_held", set(), 0) for n in range(12)]
    return written(tmp_path_factory.mktemp("misread") / "corpus", drafts)


def labelled(corpus: Corpus, wrong: set[str]) -> dict[str, dict[str, frozenset[str]]]:
    """The outcomes of every second letter, where some that are read as refusals are none."""
    other = {"full_refusal": "not_held", "not_held": "full_refusal"}
    return {
        row.letter_id: answers_of({"outcome": other[row.outcome] if row.letter_id in wrong else row.outcome})
        for row in corpus.readings.itertuples()
        if int(row.letter_id.removeprefix("l")) in range(0, 200, 2)
    }


def test_labels_of_the_group_correct_it(misread: Corpus) -> None:
    rates = by_key(
        find_rates(misread, "outcome", "authority", labels=labelled(misread, {"l000", "l002", "l004", "l006"}))
    )
    rate = rates["Fenmoor Council", "full_refusal"]
    assert (rate.numerator, rate.denominator, rate.labels, rate.method) == (40, 200, 100, "prediction_powered")
    assert rate.estimate == pytest.approx(40 / 200 * 16 / 20)
    assert rate.low < 0.16 < rate.high and rate.corrected


def test_a_group_without_labels_is_corrected_by_those_of_the_others(misread: Corpus) -> None:
    rates = by_key(find_rates(misread, "outcome", "authority", labels=labelled(misread, {"l000", "l002"})))
    rate = rates["Harrowby Police", "full_refusal"]
    assert (rate.method, rate.labels) == ("rogan_gladen", 100)
    assert rate.estimate == pytest.approx((5 / 12 + 80 / 82 - 1) / (1 + 80 / 82 - 1))


def test_what_no_labelled_letter_has_is_told_by_the_labels_alone(misread: Corpus) -> None:
    wrong = {f"l{n:03d}" for n in range(40)}
    rate = by_key(find_rates(misread, "outcome", "authority", labels=labelled(misread, wrong)))[
        "Fenmoor Council", "full_refusal"
    ]
    assert (rate.estimate, rate.method, rate.low) == (0, "labelled_only", 0)
    assert 0.03 < rate.high < 0.04


def test_what_the_reader_never_finds_is_told_by_the_labels(misread: Corpus) -> None:
    labels = labelled(misread, set()) | {f"l{n:03d}": answers_of({"outcome": "ncnd"}) for n in (100, 102, 104)}
    rate = by_key(find_rates(misread, "outcome", "authority", labels=labels))["Fenmoor Council", "ncnd"]
    assert (rate.numerator, rate.estimate, rate.method) == (0, 0.03, "labelled_only")


def test_labels_must_be_of_this_corpus(misread: Corpus) -> None:
    with pytest.raises(UsageError, match="elsewhere-01"):
        find_rates(misread, labels={"elsewhere-01": answers_of({"outcome": "ncnd"})})


def test_without_labels_the_errors_measured_elsewhere_are_named(misread: Corpus) -> None:
    (rate,) = [rate for rate in find_rates(misread, "outcome", "authority") if rate.group.startswith("H")][:1]
    known = measured_errors()["outcome"]
    assert rate.method == ("rogan_gladen_elsewhere" if rate.what in known else "as_read")


def test_a_sample_to_label_is_drawn_from_first_decisions(corpus: Corpus) -> None:
    drawn = draw_sample(corpus, 20, seed=3)
    assert len(set(drawn)) == 20 and drawn == draw_sample(corpus, 20, seed=3) != draw_sample(corpus, 20, seed=4)
    assert set(drawn) <= set(corpus.cases["first_decision"])
    assert len(draw_sample(corpus, 10_000)) == find_rates(corpus)[0].denominator


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON"),
        ('{"outcome": "ncnd"}', "`id`"),
        ('{"id": "b"}', "`outcome` or `exemptions`"),
        ('{"id": "b", "outcome": "refused"}', "no outcome 'refused'"),
        ('{"id": "b", "exemptions": "foia2000:40"}', "list of provisions"),
        ('{"id": "a", "outcome": "ncnd"}', "twice"),
    ],
)
def test_a_bad_label_is_refused_with_its_line(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text('{"id": "a", "outcome": "ncnd"}\n\n' + line + "\n")
    with pytest.raises(UsageError, match=f"line 3.*{why}"):
        load_labels(file)


def test_labels_are_read_as_gold_is_written(tmp_path: Path) -> None:
    row = {"id": "a", "outcome": "full_refusal", "exemptions": [{"provision": "foia2000:40(2)"}], "notes": "hard"}
    file = tmp_path / "labels.jsonl"
    file.write_text(json.dumps(row | {"inferred_exemptions": ["foia2000:31(1)(a)"]}))
    said = load_labels(file)["a"]
    assert said["ground"] == {"foia2000:40(2)", "foia2000:31(1)(a)"}
    assert said["exemption"] == {"foia2000:40", "foia2000:31"}


def test_the_errors_kept_with_the_package_are_those_of_the_reader(gold: list[LabelledLetter]) -> None:
    letters = [each for each in gold if each.row["split"] == SPLIT]
    assert measured_on() == (len(letters), gold_hash(letters)), (
        "the labelled letters changed since the errors were measured: run `make floors`"
    )
    measured = measure_errors(letters)
    for of, known in measured_errors().items():
        for what, kept in known.items():
            now = measured[of].get(what)
            assert now is not None, f"{of} {what}: run `make floors`"
            assert now.tp / now.positives == pytest.approx(kept.tp / kept.positives, abs=0.1), (of, what)
            assert now.tn / now.negatives == pytest.approx(kept.tn / kept.negatives, abs=0.05), (of, what)


def test_the_types_of_the_sample_are_read() -> None:
    assert load_types(ROOT / "data" / "sample" / "authorities.csv")["Aldermarch Police"] == "police"
