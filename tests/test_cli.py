"""The command line: what it prints, where, and with which exit status."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer.main
from rich.console import Console

from foi_analytics.cli import app, jsonl, main
from foi_analytics.cli.show import reading_view
from foi_analytics.reading import read
from foi_analytics.records import Letter

REPLY = "Dear Ms Poole\n\nWe do not hold the information you asked for.\n\nYours sincerely"


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.split("\n")[:-1]]


Foi = Callable[..., Run]
ROOT = Path(__file__).parents[1]


@pytest.fixture
def foi(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Foi:
    """Run `foi` with arguments and standard input."""

    def run(*arguments: object, given: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["foi", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        out, err = capsysbinary.readouterr()
        return Run(status, out.decode(), err.decode())

    return run


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_json_lines_come_out_in_order_with_the_ids_given(foi: Foi) -> None:
    run = foi("read", "--jsonl", given=line(id="b", text=REPLY) + line(id=7, text="") + line(text="Dear A"))
    assert (run.status, run.err) == (0, "")
    assert [each["id"] for each in run.lines] == ["b", 7, None]
    assert run.lines[0] == json.loads(json.dumps(read(REPLY).to_dict() | {"id": "b"}))
    assert (run.lines[1]["kind"], run.lines[1]["outcome"]) == ("correspondence", "unknown")


def test_the_text_of_a_line_is_taken_verbatim(foi: Foi) -> None:
    text = "\ufeffCaf\u0065\u0301\r\nsection\u00a040(2)\u2028â€™ \x00\ud83d"
    run = foi("read", "--jsonl", given=line(id="x", text=text))
    assert run.status == 0
    assert run.lines[0]["own_text_end"] == len(text)
    assert all(text[part["start"] : part["end"]] == part["quote"] for part in run.lines[0]["parts"])


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"\n", "not JSON"),
        (b"not json\n", "not JSON"),
        (b"[1]\n", "not a JSON object"),
        (b"\xff\xfe\n", "not JSON"),
        (b"[" * 100_000 + b"\n", "not JSON"),
        (line(id="p"), 'no "text"'),
        (line(id="p", text=None), 'no "text"'),
        (line(id="p", text=["Dear"]), "not a string"),
    ],
)
def test_a_bad_line_becomes_a_problem_in_its_place(foi: Foi, bad: bytes, reason: str) -> None:
    run = foi("read", "--jsonl", given=line(id="a", text=REPLY) + bad + line(id="z", text=REPLY))
    assert run.status == 1
    first, problem, last = run.lines
    assert (first["id"], last["id"]) == ("a", "z")
    assert set(problem) == {"id", "line", "problem"}
    assert problem["id"] == ("p" if b'"p"' in bad else None)
    assert problem["line"] == 2
    assert reason in problem["problem"]
    assert run.err.startswith("foi: line 2")


def test_a_text_longer_than_any_letter_is_a_problem(foi: Foi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST_TEXT", 10)
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 60)
    run = foi("read", "--jsonl", given=line(id=1, text="x" * 11) + line(id=2, text="x" * 70) + line(id=3, text="x"))
    assert run.status == 1
    assert [each["id"] for each in run.lines] == [1, None, 3]
    assert ["longer" in run.lines[0]["problem"], "bytes" in run.lines[1]["problem"]] == [True, True]


def test_a_field_that_makes_no_sense_is_ignored_and_named(foi: Foi) -> None:
    run = foi("read", "--jsonl", given=line(id="a", text=REPLY, date="tomorrow", request=5, authority="X"))
    assert run.status == 1
    assert set(run.lines[0]["ignored"]) == {"date", "request"}
    assert run.lines[0]["outcome"] == read(REPLY).outcome
    assert "date was ignored" in run.err


def test_a_letter_the_reader_fails_over_costs_its_line_only(foi: Foi, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(letter: Any) -> Any:
        if letter.letter_id == "b":
            raise IndexError("out of range")
        return read(letter)

    monkeypatch.setattr(jsonl, "read", broken)
    run = foi("read", "--jsonl", given=b"".join(line(id=each, text=REPLY) for each in "abc"))
    assert run.status == 1
    assert ["problem" in each for each in run.lines] == [False, True, False]


def test_many_lines_are_read_by_processes_as_by_one(foi: Foi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jsonl, "_LINES_PER_BATCH", 2)
    file = tmp_path / "letters.jsonl"
    file.write_bytes(b"".join(line(id=n, text=f"{REPLY} {n}") for n in range(9)) + b"last line, no newline")
    many, one = (foi("read", "--jsonl", file, "--workers", workers) for workers in (2, 1))
    assert many == one
    assert [each["id"] for each in many.lines] == [*range(9), None]


def test_reading_files_prints_json_one_a_line(foi: Foi, tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(REPLY)
    alone = foi("read", files[0], "--json")
    assert len(alone.lines) == 1  # `> readings.jsonl` holds for a pattern that finds one file
    assert json.loads(alone.out)["outcome"] == read(REPLY).outcome
    assert len(foi("read", *files, "--json").lines) == 2


def test_the_view_of_a_letter_shows_outcome_grounds_questions_and_the_letter(foi: Foi, tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_text(
        "You asked:\n1. How many?\n\nWe refuse under section 40(2) of the Freedom of Information Act 2000.\n"
    )
    found = read(file.read_text())
    run = foi("read", file)
    assert run.status == 0
    assert found.outcome.replace("_", " ") in run.out
    for exemption in found.exemptions:
        assert exemption.provision.replace("foia2000:", "FOIA ") in run.out
    assert "section 40(2)[applied]" in run.out
    assert "\x1b" not in run.out


def test_the_view_of_a_refusal_checks_its_notice(foi: Foi, tmp_path: Path) -> None:
    file = tmp_path / "refusal.txt"
    file.write_text(
        "We are withholding the tender under section 43(2) of the Freedom of Information Act 2000, because its "
        "release would be likely to prejudice our commercial interests.\n\nYou may ask for an internal review.\n"
    )
    run = foi("read", file)
    check = run.out.partition("Refusal notice")[2].partition("The letter")[0]
    duties = read(file.read_text()).duties
    assert f"{sum(duty.met for duty in duties)} of {len(duties)} duties met" in check
    assert check.split("names the exemption")[1].split()[:4] == ["met", "FOIA", "17(1)(b)", "section"]
    assert "missing   FOIA 17(7)(b)" in check
    assert "https://www.legislation.gov.uk/ukpga/2000/36/section/17" in check
    file.write_text(REPLY)
    assert "Refusal notice" not in foi("read", file).out


def test_a_letter_cannot_steer_the_terminal() -> None:
    text = "You asked:\n1. Why \u202eevil\x9b2J?\n\nDear \x1b[2J\x1b]0;owned\x07 [red]Ms Poole[/red]\n"
    title = "\x1b[2J[blue]title"
    console = Console(file=io.StringIO(), force_terminal=True, color_system=None, width=100)
    console.print(reading_view(read(Letter("x", text, title=title, authority=title))))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "[red]" in shown
    assert "[blue]title" in shown


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(foi: Foi, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(REPLY)
    run = foi("read", tmp_path / "empty.txt", tmp_path / "good.txt", "--json")
    assert run.status == 1
    assert len(run.lines) == 1
    assert "empty.txt" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "no-such-file.txt"],
        ["read", "--jsonl", "no-such-file.jsonl"],
        ["read", "--jsonl", "--json"],
        ["read", "--colour"],
        ["load", "pigeon", ".", "--into", "c"],
        ["load", "auto", "no-such-folder", "--into", "c"],
        ["load", "table", ".", "--into", "c", "--column", "text"],
        ["load", "auto", "."],
        ["analyse", "no-such-corpus"],
        ["tables", "no-such-corpus"],
        ["export", "no-such-corpus", "--to", "out"],
        ["dashboard", "no-such-corpus"],
        ["whose", "no-such-corpus", "We hold none."],
        ["evaluate", "no-such-folder"],
        ["evaluate", "--by", "colour"],
        ["fly"],
    ],
)
def test_wrong_usage_has_status_2_and_says_what_to_do(
    foi: Foi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = foi(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err
    assert "Traceback" not in run.err
    assert not list(tmp_path.iterdir())


def test_from_files_to_tables(foi: Foi, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    for number in range(3):
        (letters / f"{number}.txt").write_text(f"{REPLY}\n\nAnswer {number}.")
    (letters / "empty.txt").touch()
    corpus = tmp_path / "corpus"
    loaded = foi("load", "auto", letters, "--into", corpus, "--authority", "Fenmoor Council")
    assert loaded.status == 1
    assert "3 letters added" in loaded.out
    assert "empty.txt" in loaded.err
    again = foi("load", "auto", letters, "--into", corpus, "--authority", "Fenmoor Council")
    assert "0 letters added, 0 changed, 3 there already" in again.out
    assert foi("analyse", corpus).status == 0
    shown = foi("tables", corpus)
    assert shown.status == 0
    assert "letters: 3 rows" in shown.out
    assert "Fenmoor Council" in shown.out
    assert "problems: 1 rows" in shown.out
    one = foi("tables", corpus, "passages", "--rows", "0")
    assert "passages: 12 rows" in one.out
    assert foi("tables", corpus, "passage").status == 2


def test_a_corpus_is_never_made_of_a_folder_that_holds_something_else(foi: Foi, tmp_path: Path) -> None:
    (tmp_path / "reply.txt").write_text(REPLY)
    run = foi("load", "auto", tmp_path / "reply.txt", "--into", tmp_path)
    assert run.status == 2
    assert [file.name for file in tmp_path.iterdir()] == ["reply.txt"]


def test_an_export_replaces_an_earlier_export_and_nothing_else(foi: Foi, tmp_path: Path) -> None:
    letter, corpus, out, mine = (tmp_path / name for name in ("reply.txt", "corpus", "out", "mine"))
    letter.write_text(REPLY)
    foi("load", "auto", letter, "--into", corpus)
    foi("analyse", corpus)
    assert [foi("export", corpus, "--to", out).status for _ in range(2)] == [0, 0]
    assert {"letters.csv", "letters.parquet", "report.html"} <= {file.name for file in out.iterdir()}
    mine.mkdir()
    (mine / "README.md").write_text("my own words")
    run = foi("export", corpus, "--to", mine)
    assert run.status == 2
    assert "empty folder" in run.err
    assert [(file.name, file.read_text()) for file in mine.iterdir()] == [("README.md", "my own words")]


def test_whose_words_a_text_is_and_what_it_changes(foi: Foi, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    for number in range(2):
        (letters / f"{number}.txt").write_text(f"{REPLY}\n\nAnswer {number}.")
    corpus = tmp_path / "corpus"
    foi("load", "auto", letters, "--into", corpus, "--authority", "Fenmoor Council")
    foi("analyse", corpus)
    changed = "We do not hold the papers you asked for.\x1b[31m"
    given, said = foi("whose", corpus, "-", given=changed.encode()), foi("whose", corpus, changed)
    assert (given.status, given.out) == (0, said.out)
    assert "Fenmoor Council" in said.out
    assert "information[removed] papers[added]" in " ".join(said.out.split())
    assert "\x1b" not in said.out
    assert "like one" in foi("whose", corpus, "Zebras graze.").out


COMMANDS = typer.main.get_group(app).commands


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(foi: Foi, command: str) -> None:
    run = foi(command, "--help")
    assert run.status == 0
    assert "Example" in run.out
    assert f"foi {command}" in " ".join(run.out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"foi {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_module_is_the_command() -> None:
    run = subprocess.run([sys.executable, "-m", "foi_analytics", "--version"], capture_output=True, check=False)
    assert run.returncode == 0
    assert run.stdout.strip()
