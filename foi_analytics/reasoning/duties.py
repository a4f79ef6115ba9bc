"""The duties of refusal notices, from `duties.toml`: another country is another entry there."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

__all__ = ["Law", "Owed", "duty_source", "duty_words", "laws"]


@dataclass(frozen=True, slots=True)
class Owed:
    """One duty: its provision, in words, when it is owed and what meets it (both explained in `duties.toml`)."""

    id: str
    words: str
    owed: str
    check: str


_SORTS = ("left_out", "silent", "unfinished", "not_held", "burden", "cost")


@dataclass(frozen=True)
class Law:
    """The duties of one statute, and which of its sections refuse in a way of their own."""

    id: str
    url: str
    duties: tuple[Owed, ...]
    cost: tuple[str, ...] = ()
    burden: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    regulator: tuple[str, ...] = ()

    def sort_of(self, provision: str) -> str:
        """How a ground refuses: `cost`, `burden`, `not_held`, `unfinished`, `silent`, `left_out` or `exemption`.

        >>> laws()["foia2000"].sort_of("foia2000:12(1)"), laws()["foia2000"].sort_of("foia2000:40(2)")
        ('cost', 'exemption')
        """
        number = provision.partition(":")[2]
        while number:
            if number in self._sorts:
                return self._sorts[number]
            number = number.rpartition("(")[0]
        return "exemption"

    @functools.cached_property
    def _sorts(self) -> dict[str, str]:
        return {number: sort for sort in _SORTS for number in getattr(self, sort)}


@functools.cache
def laws() -> Mapping[str, Law]:
    """The statutes whose notices are checked, by id."""
    data = tomllib.loads(resources.files(__package__).joinpath("duties.toml").read_text(encoding="utf-8"))
    return {each["id"]: _law(each) for each in data["law"]}


def _law(row: dict[str, object]) -> Law:
    duties = row.pop("duties")
    assert isinstance(duties, list)  # noqa: S101 - the file is our own
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Law(duties=tuple(Owed(**duty | {"id": f"{row['id']}:{duty['id']}"}) for duty in duties), **fields)  # type: ignore[arg-type]


@functools.cache
def duty_words(duty_id: str) -> str:
    """A duty in words.

    >>> duty_words("foia2000:17(1)(b)")
    'names the exemption'
    """
    return next((d.words for law in laws().values() for d in law.duties if d.id == duty_id), duty_id)


def duty_source(duty_id: str) -> str:
    """The address of the statute that imposes a duty.

    >>> duty_source("eir2004:14(5)(a)")
    'https://www.legislation.gov.uk/uksi/2004/3391/regulation/14'
    """
    law_id, _, number = duty_id.partition(":")
    kind = "regulation" if law_id.startswith("ei") else "section"
    return f"{laws()[law_id].url}/{kind}/{number.partition('(')[0]}"
