import datetime as dt

import pytest

from foi_analytics.records import (
    Citation,
    Exemption,
    Family,
    Letter,
    Part,
    Passage,
    Problem,
    Question,
    arrow_schema,
    arrow_table,
)

RECORDS = [Letter, Part, Citation, Exemption, Question, Passage, Problem, Family]


@pytest.mark.parametrize("record_type", RECORDS)
def test_empty_table_keeps_its_columns(record_type):
    assert arrow_table(record_type, []).schema == arrow_schema(record_type)


def test_table_round_trip():
    letter = Letter("a", "Dear B", date=dt.date(2024, 5, 1), found_at=("x/y.pdf",), page_starts=(0, 3))
    (row,) = arrow_table(Letter, [letter]).to_pylist()
    assert Letter(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) == letter


@pytest.mark.parametrize("record_type", [Part, Citation, Exemption, Question, Passage])
def test_findings_start_with_the_same_evidence(record_type):
    assert arrow_schema(record_type).names[:6] == ["letter_id", "start", "end", "quote", "score", "made_by"]
