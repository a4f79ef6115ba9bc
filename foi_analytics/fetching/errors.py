"""Why something could not be fetched."""

from ..errors import FoiError, Gone

__all__ = ["AccessChallenged", "AccessForbidden", "FetchError", "Gone", "HostClosed", "RunEnded"]


class FetchError(FoiError):
    """An address gave no usable answer.

    Attributes:
        status: HTTP status; None when there was none.
        content: The answer's bytes, as far as they were read.
    """

    def __init__(self, message: str, status: int | None = None, content: bytes = b"") -> None:
        super().__init__(message)
        self.status = status
        self.content = content


class AccessForbidden(FoiError):  # noqa: N818 - these are what happened, in the words of the protocol
    """The site's robots.txt does not allow programs here."""


class HostClosed(AccessForbidden):
    """Nothing more may be asked of this host in this run."""


class AccessChallenged(FoiError):  # noqa: N818
    """The site wants to know whether a person is asking; a program does not pretend to be one."""


class RunEnded(FoiError):  # noqa: N818
    """The run has used up what it was allowed: requests, bytes or minutes."""
