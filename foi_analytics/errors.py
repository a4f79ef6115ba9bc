"""Errors that name what was wrong, where, and the next thing to do."""

__all__ = ["FoiError", "Gone", "MissingExtraError", "UnreadableError", "UsageError", "defect"]


class FoiError(Exception):
    """Anything this package refuses to do; its text is meant for the person at the keyboard."""


class UsageError(FoiError, ValueError):
    """The caller asked for something that does not exist or does not fit together."""


class UnreadableError(FoiError):
    """A file, message or row could not be turned into a letter.

    Batches catch it, record a `Problem` with its text and go on.
    """


class Gone(FoiError):  # noqa: N818 - it is what happened, in the word of the protocol
    """What was asked for is not there, or no longer: 404 or 410."""


class MissingExtraError(FoiError, ImportError):
    """A feature needs an optional dependency that is not installed.

    >>> print(MissingExtraError("reading .msg files", "msg"))
    reading .msg files needs an optional part: pip install 'foi-analytics[msg]'
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an optional part: pip install 'foi-analytics[{extra}]'")


def defect(error: Exception) -> str:
    """What to say of a letter over which a stage failed as it never should.

    >>> defect(IndexError("string index out of range"))
    'reading it failed (IndexError: string index out of range); please report this letter as a defect'
    """
    what = f"{type(error).__name__}: {error}"
    return f"reading it failed ({what[:400]}); please report this letter as a defect"
