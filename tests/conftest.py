from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real letters beside a developer's checkout; a plain clone has none."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real letters beside this checkout")
    return SHARED
