"""`python -m foi_analytics.evaluation FILE…`: compile labelled letters and print what is wrong with them."""

import sys
from pathlib import Path

from ..errors import FoiError
from .gold import load_gold

__all__: list[str] = []


def _main(paths: list[str]) -> int:
    faulty = 0
    for path in paths:
        try:
            load_gold(Path(path))
        except FoiError as error:
            faulty += 1
            print(error)
    print(f"{len(paths) - faulty} of {len(paths)} compile")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
