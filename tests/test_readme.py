"""What the README shows is run: its commands in order, then its Python, in a folder that holds only the data."""

import doctest
import re
import shlex

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from foi_analytics.cli import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clone")
    (folder / "data").symlink_to(ROOT / "data")
    (folder / "letters.jsonl").write_text(
        '{"id": "a", "text": "We hold none."}\n{"id": "b", "text": "We hold none!"}\n'
    )
    return folder


def expand(words, folder):
    for word in words:
        found = sorted(str(p.relative_to(folder)) for p in folder.glob(word)) if "*" in word else []
        yield from found or [word]


def test_commands_and_python_of_the_readme(clone, monkeypatch):
    monkeypatch.chdir(clone)
    runner, names = CliRunner(), {}
    for language, body in BLOCK.findall(README):
        if language == "console":
            for line in body.splitlines():
                command = shlex.split(line.removeprefix("$ ").partition(" > ")[0])
                assert command[0] == "foi"
                result = runner.invoke(app, list(expand(command[1:], clone)))
                assert result.exit_code == 0, f"{line}\n{result.output}"
                assert result.output.strip()
        else:
            test = doctest.DocTestParser().get_doctest(body, names, "README.md", "README.md", 0)
            failed = doctest.DocTestRunner(verbose=False).run(test, clear_globs=False)
            assert failed.failed == 0, body
            names.update(test.globs)


def test_every_command_is_in_the_readme_or_says_how_in_its_help():
    for command in app.registered_commands:
        name = command.name or command.callback.__name__
        assert f"foi {name}" in README or "Example" in (command.epilog or ""), name


def test_links_inside_the_repository_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target
