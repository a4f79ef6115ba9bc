"""Fingerprints by which reused words are found.

Texts have the same fingerprint when they are the same words after Unicode, case, space and
punctuation are levelled.  Slots of `mask`, such as `[date]`, stay distinct from the word.
"""

import hashlib
import re
import unicodedata

__all__ = ["fingerprint", "normalise"]

_TOKEN = re.compile(r"\[[a-z]+\]|\w+")


def normalise(text: str) -> str:
    r"""The words of a text and nothing else: one Unicode form, one case, single spaces, no punctuation.

    >>> normalise("We  DO NOT hold\nthis—information.")
    'we do not hold this information'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_TOKEN.findall(text.casefold()))


def fingerprint(normal: str) -> str:
    """128 bits over a normalised text, in hex: enough to be an identity.

    >>> fingerprint("we do not hold this information")
    '724c2a3d4d3278d72cc87e7deab4745c'
    """
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
