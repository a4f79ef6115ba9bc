"""Figures that leave as files: the same numbers in every form, texts that nothing runs, evidence that can be checked."""

import csv
import hashlib
import io
import itertools
import json
import sys
import tomllib
import warnings
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import dashboard_corpus
import frictionless
import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import returns_corpus
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from odfdo import Document
from typer.testing import CliRunner

from foi_analytics.cli import app
from foi_analytics.corpus import Corpus
from foi_analytics.errors import MissingExtraError, UsageError
from foi_analytics.exports import FORMS, export_corpus
from foi_analytics.exports.corpus_book import corpus_book
from foi_analytics.exports.publishing import statement as statements
from foi_analytics.exports.publishing.book import Book, Sheet
from foi_analytics.exports.publishing.charts import write_charts
from foi_analytics.exports.publishing.evidence_pack import write_evidence_pack
from foi_analytics.exports.publishing.ods import write_ods
from foi_analytics.exports.publishing.package import write_package
from foi_analytics.exports.publishing.spelling import cell_text, text_of_cell
from foi_analytics.exports.publishing.tidy import write_tidy
from foi_analytics.exports.publishing.xlsx import write_xlsx
from foi_analytics.exports.returns import Chosen, Figures, make_return, suppress, write_return
from foi_analytics.exports.returns.book import return_book
from foi_analytics.exports.returns.definition import Identity
from foi_analytics.exports.returns.suppressing import withheld
from foi_analytics.exports.tables import unguard_cell
from foi_analytics.naming import OUTCOME_LABELS, PIT_LABELS, section_label

WRITERS = {"xlsx": write_xlsx, "ods": write_ods}
STARTS = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\0", "'", "\n", "[", "$$", "\\", ""])
HOSTILE = st.builds(
    "{}{}".format,
    STARTS,
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=()[]$\\_x0041 "), max_size=12),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(dashboard_corpus.write(tmp_path_factory.mktemp("publishing") / "corpus"))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return returns_corpus.write(tmp_path_factory.mktemp("publishing") / "requests")


@pytest.fixture(scope="module")
def figures(asked: Corpus) -> Figures:
    return make_return("cabinet-office", asked, Chosen(2024))


def book_of(*texts: str) -> Book:
    table = pa.table({"text": list(texts), "value": list(range(len(texts)))})
    return Book("invented", "=HYPERLINK(1)", "@letters.", "-1", [Sheet("texts", "+1", table)], ["=1+1"])


def xlsx_rows(path: Path, sheet: str) -> list[list[object]]:
    """The rows below the head of a table, of which every cell that holds text is a plain string."""
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows())
    for cell in (cell for row in rows for cell in row):
        assert cell.data_type in ("s", "n") and cell.hyperlink is None
    return [[cell.value for cell in row] for row in rows[2:]]


def ods_rows(path: Path, sheet: str) -> list[list[object]]:
    (table,) = (each for each in Document(str(path)).body.tables if each.name == sheet)
    assert "formula" not in table.serialize()
    return [[cell.value for cell in row.cells] for row in table.rows][1:]


READERS = {"xlsx": xlsx_rows, "ods": ods_rows}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(HOSTILE, min_size=1, max_size=20))
@pytest.mark.parametrize("form", WRITERS)
def test_no_text_becomes_a_formula_in_a_workbook_and_each_is_got_back(
    form: str, texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("hostile") / f"book.{form}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        WRITERS[form](book_of(*texts), path)
    head, *rows = READERS[form](path, "texts")
    assert head[:2] == ["text", "value"]
    for text, (cell, number) in zip(texts, rows, strict=True):
        assert isinstance(cell, str) and not cell.startswith(tuple("=+-@\t\r\0"))
        assert text_of_cell(cell) == text or (text == "" and cell == "[x]")
        assert int(number) in range(len(texts))


@given(HOSTILE)
def test_the_escape_of_cells_can_be_undone(text: str) -> None:
    assert text_of_cell(cell_text(text)) == text
    assert not cell_text(text).startswith(tuple("=+-@\t\r\n\0"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(HOSTILE, min_size=1, max_size=20))
def test_no_text_becomes_a_formula_in_a_tidy_file(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    (path,) = write_tidy(book_of(*texts), tmp_path_factory.mktemp("tidy"), ".csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    assert [unguard_cell(row[0]) for row in rows] == texts
    assert not any(row[0].startswith(tuple("=+-@\t\r\n\0")) for row in rows)


def test_a_long_text_is_cut_and_says_so(tmp_path: Path) -> None:
    write_xlsx(book_of("a" * 40_000), tmp_path / "book.xlsx")
    (_, (cell, _)) = xlsx_rows(tmp_path / "book.xlsx", "texts")
    assert len(str(cell)) < 32_767 and "cut here" in str(cell)


@pytest.mark.parametrize("form", WRITERS)
def test_a_workbook_has_every_number_of_the_book_and_the_statement(corpus: Corpus, tmp_path: Path, form: str) -> None:
    book = corpus_book(corpus)
    path = tmp_path / f"figures.{form}"
    WRITERS[form](book, path)
    for sheet in book.sheets:
        head, *rows = READERS[form](path, sheet.name)
        assert len(rows) == sheet.table.num_rows
        if "value" in sheet.table.column_names:
            at = head.index("value")
            assert [row[at] for row in rows] == sheet.table["value"].to_pylist()
    cover = (
        [cell.value for (cell, *_) in openpyxl.load_workbook(path)["Cover"].iter_rows()]
        if form == "xlsx"
        else [row.cells[0].value for row in Document(str(path)).body.tables[0].rows]
    )
    assert any("no rule was written on" in str(line) for line in cover)


def test_a_workbook_leaves_no_cell_empty_and_explains_its_shorthand(
    asked: Corpus, figures: Figures, tmp_path: Path
) -> None:
    write_return(figures, asked, tmp_path / "return.xlsx")
    head, *rows = xlsx_rows(tmp_path / "return.xlsx", "cells")
    assert "mark" not in head and not any(value is None for row in rows for value in row)
    value, position = head.index("value"), head.index("position")
    assert {row[value] for row in rows if row[position] == 2} == {"[x]"}
    instructions = openpyxl.load_workbook(tmp_path / "return.xlsx")["cells"]["A2"].value
    assert all(sign in instructions for sign in ("[c]", "[x]", "[z]"))


def test_the_figures_of_a_corpus_are_independent_counts(corpus: Corpus) -> None:
    sheets = {sheet.name: sheet.table.to_pylist() for sheet in corpus_book(corpus).sheets}
    outcomes = corpus.arrow(
        """SELECT outcome, year(date) || ' Q' || quarter(date) AS quarter, count(*) AS n FROM readings
        JOIN letters USING (letter_id) WHERE kind = 'response' GROUP BY ALL"""
    ).to_pylist()
    assert {(r["category"], r["quarter"]): r["value"] for r in sheets["outcomes"]} == {
        (OUTCOME_LABELS[r["outcome"]], r["quarter"]): r["n"] for r in outcomes
    }
    relied = corpus.arrow(
        """SELECT coalesce(authority, '(not stated)') AS a, count(DISTINCT letter_id) AS n FROM exemptions
        JOIN letters USING (letter_id) WHERE provision LIKE 'foia2000:40%' GROUP BY a"""
    ).to_pylist()
    label = section_label("foia2000:40")
    assert {r["authority"]: r["value"] for r in sheets["exemptions"] if r["category"] == label} == {
        r["a"]: r["n"] for r in relied
    }
    (row,) = corpus.arrow("SELECT count(*) AS n FROM questions").to_pylist()
    assert sum(r["value"] for r in sheets["questions"]) == row["n"]
    owed = corpus.arrow("SELECT pit, count(*) AS n FROM readings WHERE pit <> 'na' GROUP BY pit").to_pylist()
    assert {r["category"]: r["value"] for r in sheets["public_interest"]} == {
        PIT_LABELS[r["pit"]]: r["n"] for r in owed
    }
    missed = corpus.arrow(
        "SELECT duty, count(DISTINCT letter_id) AS n FROM duties WHERE NOT met GROUP BY duty"
    ).to_pylist()
    assert sorted(r["value"] for r in sheets["duties"]) == sorted(r["n"] for r in missed)
    behind = Counter(passage["figure_id"] for passage in sheets["passages"])
    for name in ("outcomes", "exemptions", "questions", "public_interest", "duties"):
        assert sheets[name] and {r["figure_id"]: r["value"] for r in sheets[name]}.items() <= behind.items()


def test_passages_are_the_words_of_the_letters(asked: Corpus, figures: Figures) -> None:
    sheets = {sheet.name: sheet.table.to_pylist() for sheet in return_book(figures, asked).sheets}
    text_of = dict(zip(*asked.arrow("SELECT letter_id, text FROM letters").to_pydict().values(), strict=True))
    quoted = [row for row in sheets["passages"] if row["start"] is not None]
    assert quoted and all(text_of[row["letter_id"]][row["start"] : row["end"]] == row["quote"] for row in quoted)
    cells = {row["figure_id"]: row for row in sheets["cells"]}
    letters = defaultdict(set)
    for row in sheets["passages"]:
        letters[row["figure_id"]].add(row["letter_id"])
    assert {name: set(row["letter_ids"]) for name, row in cells.items() if row["letter_ids"]} == letters
    went = [case for row in sheets["reconciliation"] for case in row["case_ids"]]
    assert len(went) == len(set(went)) == sum(row["requests"] for row in sheets["reconciliation"])
    assert {name for row in sheets["reconciliation"] for name in row["letter_ids"]} <= {
        r["letter_id"] for r in sheets["letters"]
    }


@pytest.mark.parametrize("of", ["corpus", "return"])
def test_a_data_package_is_valid_and_has_the_numbers(
    of: str, corpus: Corpus, asked: Corpus, figures: Figures, tmp_path: Path
) -> None:
    book = corpus_book(corpus) if of == "corpus" else return_book(figures, asked)
    assert write_package(book, tmp_path / "package") == []
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["name"] for r in package["resources"]] == [s.name.replace("_", "-") for s in book.sheets if s.tidy]
    for resource in package["resources"]:
        data = (tmp_path / "package" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert "How accurate it is" in (tmp_path / "package" / "README.md").read_text(encoding="utf-8")


def test_a_package_that_was_changed_is_not_valid(figures: Figures, asked: Corpus, tmp_path: Path) -> None:
    write_package(return_book(figures, asked), tmp_path)
    path = tmp_path / "cells.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("2024", "2042", 1), encoding="utf-8-sig")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_parquet_keeps_types_and_texts(figures: Figures, asked: Corpus, tmp_path: Path) -> None:
    book = return_book(figures, asked)
    for path in write_tidy(book, tmp_path, ".parquet"):
        (sheet,) = (sheet for sheet in book.sheets if sheet.name == path.stem)
        assert pq.read_table(path).equals(sheet.table)


def test_a_chart_stands_alone_with_its_source_and_choice(figures: Figures, asked: Corpus, tmp_path: Path) -> None:
    paths = write_charts(return_book(figures, asked), tmp_path)
    assert {path.name for path in paths} == {"outcomes.svg", "outcomes.png"}
    svg = " ".join((tmp_path / "outcomes.svg").read_text(encoding="utf-8").split())
    assert "Source: letters read by foi_analytics." in svg and "FOIA" in svg and "2024" in svg
    granted = sum(row[17].value or 0 for row in figures.rows.values())
    assert f">{granted}<" in svg
    assert (tmp_path / "outcomes.png").read_bytes().startswith(b"\x89PNG")


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


@pytest.mark.parametrize("of", ["corpus", "return"])
def test_an_evidence_pack_can_be_checked_by_hand(
    of: str, corpus: Corpus, asked: Corpus, figures: Figures, tmp_path: Path
) -> None:
    source, book = (corpus, corpus_book(corpus)) if of == "corpus" else (asked, return_book(figures, asked))
    write_evidence_pack(book, source, tmp_path / "pack.zip")
    files = unpacked(tmp_path / "pack.zip")
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    index = {row["letter_id"]: row for row in csv.DictReader(io.StringIO(files["letters/index.csv"].decode()))}
    passages = list(csv.DictReader(io.StringIO(files["figures/passages.csv"].decode("utf-8-sig"), newline="")))
    assert {row["letter_id"] for row in passages} <= set(index)
    letters = {name: files[row["file"]].decode() for name, row in index.items()}
    known = dict(zip(*source.arrow("SELECT letter_id, text FROM letters").to_pydict().values(), strict=True))
    assert letters.items() <= known.items()
    for row in passages:
        text = letters[row["letter_id"]]
        if row["start"]:
            assert text[int(row["start"]) : int(row["end"])] == unguard_cell(row["quote"])
    listed = {
        row["letter_id"]: row["sha256_of_text"]
        for row in csv.DictReader(io.StringIO(files["figures/letters.csv"].decode("utf-8-sig")))
    }
    assert all(listed[name] == row["sha256"] for name, row in index.items())
    write_evidence_pack(book, source, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "pack.zip").read_bytes()


def test_the_page_of_an_evidence_pack_opens_every_number_and_runs_nothing(corpus: Corpus, tmp_path: Path) -> None:
    write_evidence_pack(corpus_book(corpus), corpus, tmp_path / "pack.zip")
    page = html.document_fromstring(unpacked(tmp_path / "pack.zip")["index.html"].decode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)
    assert not page.xpath("//script | //img | //iframe | //@src | //*[@onerror]")
    assert "<img src=x onerror=alert(1)>" in page.text_content()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    for number in page.xpath("//a[@class='number']"):
        (behind,) = page.xpath(f"//section[@id='{number.get('href')[1:]}']")
        assert len(behind.xpath(".//li")) == int(number.text)


def test_the_accuracy_told_is_no_better_than_was_measured() -> None:
    told = tomllib.loads((Path(statements.__file__).parent / "accuracy.toml").read_text(encoding="utf-8"))
    (measured,) = (
        part for part in json.loads((ROOT / "data" / "gold" / "floors.json").read_text()) if part["split"] == "test"
    )
    assert told["letters"] == measured["letters"]
    for name, value in told["figures"].items():
        assert value <= measured["floors"][name] + 0.005, name


@pytest.mark.parametrize(
    ("module", "write", "extra"),
    [("gptables", write_xlsx, "exports"), ("odfdo", write_ods, "exports"), ("vl_convert", write_charts, "app")],
)
def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    module: str, write: object, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"foi-analytics\[{extra}\]"):
        write(book_of("a"), tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_a_package_without_charts_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    (missing,) = write_package(book_of("a"), tmp_path)
    assert "foi-analytics[app]" in missing and (tmp_path / "datapackage.json").is_file()


def test_a_file_that_is_there_stays_whole_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"earlier")
    monkeypatch.setattr("gptables.write_workbook", lambda *_, **__: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_xlsx(book_of("a"), path)
    assert path.read_bytes() == b"earlier" and [each.name for each in tmp_path.iterdir()] == ["book.xlsx"]


SUMS = (Identity((0,), (1, 2, 3), "a"), Identity((3,), (4, 5), "b"), Identity((6,), (1, 4), "c"))


def filled(parts: Sequence[int]) -> dict[int, int]:
    one, two, four, five = parts
    return {0: one + two + four + five, 1: one, 2: two, 3: four + five, 4: four, 5: five, 6: one + four}


def possible(values: Mapping[int, int], hidden: frozenset[int]) -> dict[int, set[int]]:
    """Every value that each hidden number can have, by trying all whole numbers."""
    found = defaultdict(set)
    for parts in itertools.product(range(values[0] + 1 if 0 not in hidden else 9), repeat=4):
        tried = filled(parts)
        if all(tried[at] == value for at, value in values.items() if at not in hidden):
            for at in hidden:
                found[at].add(tried[at])
    return found


@settings(max_examples=60)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_a_withheld_number_cannot_be_worked_out(parts: list[int]) -> None:
    values = filled(parts)
    hidden = withheld(values, SUMS, 4)
    assert {at for at, value in values.items() if 0 < value < 4} <= hidden
    shown = values.keys() - hidden
    if shown and max(values.values()) < 9:
        for at, value in values.items():
            if 0 < value < 4:
                assert len(possible(values, hidden)[at]) > 1, (values, hidden, at)


def test_nothing_is_withheld_where_nothing_is_small() -> None:
    assert withheld(filled([20, 30, 0, 50]), SUMS, 5) == frozenset()
    assert withheld(filled([2, 30, 40, 50]), SUMS[:2], 5) == {1, 2}


def test_small_numbers_of_a_return_are_withheld_with_their_shares_and_letters(figures: Figures, asked: Corpus) -> None:
    closed = suppress(figures, 5)
    for name, row in figures.rows.items():
        hidden = set()
        for cell, now in zip(row, closed.rows[name], strict=True):
            if isinstance(cell.value, int) and 0 < cell.value < 5:
                assert (now.value, now.mark, now.cases, now.letters) == (None, "[c]", (), ())
            elif now.value is not None:
                assert now == cell
            if now.mark == "[c]":
                hidden.add(now.position)
        assert not hidden & {16, 17} or closed.rows[name][21].value is None
        assert_not_in_the_sums(hidden, figures, row)
    sheets = [sheet.name for sheet in return_book(closed, asked).sheets]
    assert sheets == ["official", "outcomes", "cells"]
    assert "case_ids" not in return_book(closed, asked).sheets[2].table.column_names
    with pytest.raises(UsageError, match="no number can be withheld"):
        write_evidence_pack(return_book(closed, asked), asked, Path("never.zip"))
    with pytest.raises(UsageError, match="withholds nothing"):
        suppress(figures, 1)


def assert_not_in_the_sums(hidden: set[int], figures: Figures, row: Sequence[object]) -> None:
    """No small number is a combination of the sums that hold: by the rank of their matrix."""
    values = [cell.value for cell in row]
    order = sorted(hidden)
    lines = []
    for identity in (*figures.definition.identities, *figures.definition.sums):
        if identity.holds(values) and hidden & {*identity.whole, *identity.parts, *identity.less}:
            sign = {**dict.fromkeys((*identity.whole, *identity.less), 1.0), **dict.fromkeys(identity.parts, -1.0)}
            lines.append([sign.get(at, 0.0) for at in order])
    matrix = np.array(lines or [[0.0] * len(order)])
    rank = np.linalg.matrix_rank(matrix)
    for number, at in enumerate(order):
        if isinstance(values[at], int) and 0 < values[at] < 5:
            unit = np.eye(len(order))[number]
            assert np.linalg.matrix_rank(np.vstack([matrix, unit])) > rank, at


def test_withheld_numbers_are_in_no_file(figures: Figures, asked: Corpus, tmp_path: Path) -> None:
    write_return(suppress(figures, 5), asked, tmp_path / "return.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["return.cells.csv", "return.csv", "return.md"]
    with (tmp_path / "return.csv").open(encoding="utf-8") as file:
        _, *rows = csv.reader(file)
    assert any("[c]" in row for row in rows)
    assert not [cell for row in rows for cell in row[2:] if cell in ("1", "2", "3", "4")]
    assert "In no outcome" not in (tmp_path / "return.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_export_can_be_asked_for(corpus: Corpus, tmp_path: Path, form: str) -> None:
    for _ in range(2):
        result = CliRunner().invoke(app, ["export", str(corpus.path), "--to", str(tmp_path / "out"), "--format", form])
        assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / FORMS[form]).is_file()
    assert not list(tmp_path.rglob("*.part"))
    if form in ("csv", "parquet"):
        assert {path.suffix for path in (tmp_path / "out").iterdir()} == {f".{form}", ".md"}
        assert "How accurate it is" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_an_unknown_form_or_ending_is_refused_by_name(
    corpus: Corpus, asked: Corpus, figures: Figures, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="there is no format 'docx'"):
        export_corpus(corpus, tmp_path / "out", "docx")
    with pytest.raises(UsageError, match=r"none of \.csv"):
        write_return(figures, asked, tmp_path / "return.docx")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    with pytest.raises(UsageError, match="something other than a data package"):
        write_return(figures, asked, tmp_path / "full")
