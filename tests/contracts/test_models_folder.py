from pathlib import Path

import pytest

import foi_analytics.models as models

FOLDER = Path(models.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_every_model_loads_and_has_a_card(name):
    assert models.load_model(name).weights
    card = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    for heading in ("Fitted", "By label", "Known failures", "| train |", "| test |"):
        assert heading in card


def test_there_is_no_file_that_could_run_code():
    assert {path.suffix for path in FOLDER.iterdir() if path.is_file()} <= {".py", ".json", ".md"}
