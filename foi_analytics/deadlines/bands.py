"""The duration bands of the Cabinet Office's returns.

Source: column headers of the annual FOI statistics file, columns 85–94 (public interest
tests) and 96–102 (internal reviews).
"""

import bisect

from ..errors import UsageError

__all__ = ["BANDS", "band"]

BANDS = {
    "public_interest": {
        5: "5 or Less",
        10: "6 to 10",
        15: "11 to 15",
        20: "16 to 20",
        30: "21 to 30",
        40: "31 to 40",
        60: "41 to 60",
        80: "61 to 80",
        100: "81 to 100",
    },
    "review": {
        10: "10 or less",
        20: "11 to 20",
        40: "21 to 40",
        60: "41 to 60",
        80: "61 to 80",
        100: "81 to 100",
    },
}
"""For each return the last working day of every band, with its header; what is longer is `LONGEST`."""

LONGEST = "More than 100"


def band(days: int, of: str = "public_interest") -> str:
    """The band of the official returns in which a duration falls.

    Args:
        days: Working days, as `working_days_between` counts them.
        of: `public_interest` or `review`; the two returns have different bands.

    Returns:
        The header of the band, spelled as in the official file.

    Raises:
        UsageError: For a negative duration, or a return that has no bands.

    >>> band(20), band(21), band(21, of="review"), band(101)
    ('16 to 20', '21 to 30', '21 to 40', 'More than 100')
    """
    if of not in BANDS:
        raise UsageError(f"no bands for {of!r}; there are {', '.join(BANDS)}")
    if days < 0:
        raise UsageError(f"a duration of {days} working days falls in no band")
    at = bisect.bisect_left(tuple(BANDS[of]), days)
    return (*BANDS[of].values(), LONGEST)[at]
