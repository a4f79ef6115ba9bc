import os
from pathlib import Path

import pytest

# Tests run side by side; numeric libraries that each start a thread per core get in each other's way.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real letters beside a developer's checkout; a plain clone has none."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real letters beside this checkout")
    return SHARED
