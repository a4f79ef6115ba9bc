"""The law as data: one TOML file per statute, loaded once and looked up by provision.

A provision id is `regime:number`, for example `foia2000:31(1)(a)`.  A text that has ended
carries its last day: `foia2000:40(3)@2018-05-24`.  Where each row comes from, and how it
was checked, is in its `source` and `verified` and in `README.md` beside the data.
"""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources

from ..errors import UsageError

__all__ = ["Provision", "Regime", "ancestors", "provision", "regime", "regimes", "section_of", "with_number"]

_GROUP = re.compile(r"\([^()]*\)$|(?<=[\d)])(?:Nr|Abs|Satz|lit|indent|subpara|para)\.?\w+$")
_SECTION = re.compile(r"(?:Sch\.)?\d+(?:\.\d+)?(?:[A-Z]{1,2}(?![a-z]))?")
_REMEMBERED = 4096
"""Ids whose place in the law is kept: letters cite the same few hundred again and again."""
_PERSONAL_DATA = {"eir2004": "13", "eisr2004": "11"}
_EXCEPTION = re.compile(r"\d+\(\d+\w*\)(?:\([a-z]\))?")


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision of one statute.

    Attributes:
        id: `regime:number`, with `@date` when the text has ended.
        regime: Id of the statute.
        number: The number as cited, without the date: `31(1)(a)`.
        title: Heading of the section or regulation.
        label: What this limb is about, in a few words.
        kind: `absolute`, `qualified`, `procedural` or `exclusion`.
        role: `ground`, `limb`, `ncnd`, `duty`, `notice`, `right`, `definition` or `certificate`.
        counts_as_refusal: `yes`, `no` or `conditional`.
        basis: `class`, `prejudice`, `mixed`, `n/a` or empty when not recorded.
        pit: Whether a public interest test is owed: `yes`, `no`, `conditional` or `n/a`.
        ncnd_provision: Where the duty to confirm or deny is lifted for this ground.
        effective_from, effective_to: First and last day of this text; None while in force.
        replaces, replaced_by: Neighbouring texts in time.
        stats_column: Header of this ground in the official statistics.
        url: The official text.
        verified: `statute`, `official`, `secondary`, `partial` or `memory`.
        source: Codes explained in `regimes/README.md`.
        order_notes, notes: Remarks for people who count.
    """

    id: str
    regime: str
    number: str
    title: str = ""
    label: str = ""
    kind: str = ""
    role: str = ""
    counts_as_refusal: str = ""
    basis: str = ""
    pit: str = ""
    ncnd_provision: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    replaces: str = ""
    replaced_by: str = ""
    stats_column: str = ""
    url: str = ""
    verified: str = ""
    source: str = ""
    order_notes: str = ""
    notes: str = ""

    def in_force(self, on: date) -> bool:
        """Whether this text was the law on a day."""
        return (self.effective_from is None or self.effective_from <= on) and (
            self.effective_to is None or on <= self.effective_to
        )


@dataclass(frozen=True)
class Regime:
    """One statute: its names and its provisions by number (with `@date` for ended texts)."""

    id: str
    name: str
    short: str
    nations: tuple[str, ...]
    family: str
    url: str
    in_force: date
    aliases: tuple[str, ...]
    provisions: Mapping[str, Provision]

    def find(self, number: str, on: date | None = None) -> Provision | None:
        """The provision cited by a number, in the text in force on a day.

        Where the number names only an ended text, that text is returned: a letter that cites
        it after its last day makes a stale citation, which is a finding and not an error.

        >>> regime("foia2000").find("40(3)").id
        'foia2000:40(3)@2018-05-24'
        >>> regime("foia2000").find("37(1)(a)", date(2009, 1, 1)).id
        'foia2000:37(1)(a)@2011-01-18'
        """
        texts = self._texts.get(number, ())
        if on is not None:
            texts = [p for p in texts if p.in_force(on)] or texts
        return texts[-1] if texts else None

    @functools.cached_property
    def _texts(self) -> dict[str, list[Provision]]:
        texts: dict[str, list[Provision]] = {}
        for each in sorted(self.provisions.values(), key=lambda p: p.effective_to or date.max):
            texts.setdefault(each.number, []).append(each)
        return texts


@functools.cache
def regimes() -> Mapping[str, Regime]:
    """Every statute known, by id."""
    folder = resources.files(__package__)
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    return {name: _load(name) for name in names}


def regime(regime_id: str) -> Regime:
    """One statute by id.

    >>> regime("eir2004").name
    'Environmental Information Regulations 2004'

    Raises:
        UsageError: When no file defines that statute; the message lists those there are.
    """
    try:
        return regimes()[regime_id]
    except KeyError:
        raise UsageError(f"no regime {regime_id!r}; there are {', '.join(regimes())}") from None


@functools.lru_cache(maxsize=_REMEMBERED)
def provision(provision_id: str, on: date | None = None) -> Provision | None:
    """The provision with an id; None when no statute here has it.

    An id without a date finds the text in force on a day, as `Regime.find` does.

    >>> provision("foia2000:31(1)(a)").kind
    'qualified'
    >>> provision("foia2000:99") is None
    True
    """
    regime_id, _, number = provision_id.partition(":")
    found = regimes().get(regime_id)
    if found is None:
        return None
    return found.provisions.get(number) if "@" in number else found.find(number, on)


def with_number(number: str) -> tuple[Provision, ...]:
    """The provisions of every statute that has this number, undated texts first wanted.

    >>> [p.regime for p in with_number("30(b)")]
    ['foisa2002']
    """
    return tuple(p for r in regimes().values() if (p := r.find(number)) is not None)


@functools.lru_cache(maxsize=_REMEMBERED)
def ancestors(provision_id: str) -> tuple[str, ...]:
    """The ids above a provision, nearest first, undated; computed from the id.

    >>> ancestors("foia2000:31(1)(a)")
    ('foia2000:31(1)', 'foia2000:31')
    >>> ancestors("de_ifg:3Nr.1lit.a")
    ('de_ifg:3Nr.1', 'de_ifg:3')
    """
    current, found = provision_id.split("@")[0], []
    while (shorter := _GROUP.sub("", current)) != current and not shorter.endswith(":"):
        found.append(shorter)
        current = shorter
    return tuple(found)


@functools.lru_cache(maxsize=_REMEMBERED)
def section_of(provision_id: str) -> str:
    """The level official statistics count: section, or the lettered exception under the EIRs.

    Personal data (EIR 13, EI(S)R 11) rolls up whole, as official tables do.

    >>> section_of("foia2000:31(1)(a)"), section_of("eir2004:12(5)(e)"), section_of("eir2004:13(2A)")
    ('foia2000:31', 'eir2004:12(5)(e)', 'eir2004:13')
    """
    regime_id, _, number = provision_id.split("@")[0].partition(":")
    if regime_id in _PERSONAL_DATA:
        personal = _PERSONAL_DATA[regime_id]
        match = re.match(personal + r"(?!\d)", number) or _EXCEPTION.match(number)
    else:
        match = _SECTION.match(number)
    return f"{regime_id}:{match.group()}" if match else f"{regime_id}:{number}"


def _load(regime_id: str) -> Regime:
    data = tomllib.loads(resources.files(__package__).joinpath(f"{regime_id}.toml").read_text(encoding="utf-8"))
    rows = data.pop("provisions")
    data |= {"nations": tuple(data["nations"]), "aliases": tuple(data["aliases"])}
    provisions = {
        number: Provision(
            **({"effective_from": data["in_force"], "url": data["url"]} | row),
            id=f"{regime_id}:{number}",
            regime=regime_id,
            number=number.split("@")[0],
        )
        for number, row in rows.items()
    }
    return Regime(**data, provisions=provisions)
