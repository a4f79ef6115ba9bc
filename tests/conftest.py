import os
from pathlib import Path

import pytest
from hypothesis import settings

from foi_analytics.evaluation import LabelledLetter, load_gold

# Tests run side by side; numeric libraries that each start a thread per core get in each other's way.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same examples each time, so that a change is never blamed for what luck found.  To look for new
# ones: HYPOTHESIS_PROFILE=search make test
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=3_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real letters beside a developer's checkout; a plain clone has none."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real letters beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def gold() -> list[LabelledLetter]:
    """The labelled letters of this project, compiled once."""
    return load_gold(ROOT / "data" / "gold")
