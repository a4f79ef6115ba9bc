"""`foi evaluate`: what it prints, and the page on which every error opens its words."""

import io
import json
from pathlib import Path

import labelled
import pytest
from lxml import html
from rich.console import Console
from typer.testing import CliRunner

from foi_analytics import read
from foi_analytics.cli import app
from foi_analytics.evaluation import LabelledLetter, evaluate, load_gold
from foi_analytics.exports import print_evaluation, write_evaluation
from foi_analytics.records import Letter

HOSTILE = "<script>alert(1)</script>\u202e\x1b[2J"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A labelled letter of which the reader cannot get everything right."""
    path = tmp_path / "x-01.txt"
    text = labelled.TEXT + "\nWe looked at ⟦c:quoted foia2000:42|section 42⟧."
    path.write_text(labelled.source(text=text), encoding="utf-8")
    return path


@pytest.fixture
def hostile() -> tuple[LabelledLetter, dict[str, object]]:
    """A letter, labels and a reading written by an enemy, wrong in every field."""
    text = f"{HOSTILE} under s.40"
    place = {"start": 0, "end": len(HOSTILE), "quote": HOSTILE}
    label = {
        "id": f"a{HOSTILE}", "authority": HOSTILE, "authority_type": HOSTILE, "kind": "response", "outcome": "ncnd",
        "ncnd": True, "exemptions": [f"{HOSTILE}:1"], "own_text_end": 0,
        "citations": [place | {"role": HOSTILE, "provisions": [HOSTILE]}],
        "questions": [place | {"number": HOSTILE, "outcome": HOSTILE, "exemptions": [], "in": "request"}],
    }  # fmt: skip
    reading = {"kind": HOSTILE, "outcome": HOSTILE, "outcome_made_by": HOSTILE, "own_text_end": 999}
    return LabelledLetter(Letter(label["id"], text, HOSTILE, HOSTILE), label), reading


def test_the_page_runs_nothing_whatever_letters_say(
    hostile: tuple[LabelledLetter, dict[str, object]], tmp_path: Path
) -> None:
    each, reading = hostile
    page = write_evaluation(evaluate([each], {each.row["id"]: reading}), [each], tmp_path / "new" / "folder")
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text.lower()
    assert not {"\u202e", "\x1b"} & set(text)
    root = html.document_fromstring(text)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert [href for href in root.xpath("//@href | //@src") if not href.startswith("#")] == []


def test_the_terminal_is_not_steered(hostile: tuple[LabelledLetter, dict[str, object]]) -> None:
    each, reading = hostile
    console = Console(file=io.StringIO(), width=200)
    found = evaluate([each], {each.row["id"]: reading})
    print_evaluation(found, console, by=("type", "year", "layout", "label"), errors=99)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert not {"\x1b", "\u202e"} & set(shown)
    assert shown.count(" → ") == len(found.errors)


def test_each_error_on_the_page_leads_to_its_words(file: Path, tmp_path: Path) -> None:
    gold = load_gold(file)
    found = evaluate(gold, {"x-01": read(gold[0].letter)})
    root = html.document_fromstring(write_evaluation(found, gold, tmp_path).read_text(encoding="utf-8"))
    links = root.xpath("//section[@id='errors']//th/a/@href")
    assert len(links) == len(found.errors) > 0
    missed = [link for link in links if "-reply-" in link]
    (words,) = {root.xpath("string(//*[@id=$id])", id=link[1:]) for link in missed}
    assert words == "section 42"
    assert all(root.xpath("//*[@id=$id]", id=href[1:]) for href in root.xpath("//a/@href"))


def test_a_calibration_curve_has_a_point_for_each_row_of_its_table(gold: list[LabelledLetter], tmp_path: Path) -> None:
    chosen = [each for each in gold if each.row["split"] == "train"][:12]
    found = evaluate(chosen, {each.row["id"]: read(each.letter) for each in chosen})
    root = html.document_fromstring(write_evaluation(found, chosen, tmp_path).read_text(encoding="utf-8"))
    figures = root.xpath("//section[@id='calibration']//figure")
    assert [len(figure.xpath(".//circle")) for figure in figures] == [
        len(points) for _, points in found.calibration.groupby("field")
    ]
    assert [len(f.xpath(".//circle")) for f in figures] == [len(f.xpath(".//tbody/tr")) for f in figures]
    for figure, error in zip(figures, found.calibration_error, strict=True):
        assert f"{error:.3f}" in figure.xpath("string(figcaption)")


def test_the_command_prints_what_was_asked_for(file: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["evaluate", str(file), "--errors", "1", "--by", "label", "--into", str(tmp_path)])
    assert run.exit_code == 0, run.output
    assert "letter.kind_accuracy" in run.stdout
    assert "citation role: labels down, found across" in run.stdout
    assert "expected calibration error, citation role" in run.stdout
    assert run.stdout.count(" → ") == 1
    assert (tmp_path / "evaluation.html").is_file()


def test_the_command_prints_json(file: Path) -> None:
    run = CliRunner().invoke(app, ["evaluate", str(file), "--json", "--errors", "9"])
    gold = load_gold(file)
    assert json.loads(run.stdout) == evaluate(gold, {"x-01": read(gold[0].letter)}).to_dict(errors=9)
