"""FOIA.gov: the annual reports of United States agencies, as one row for each number in them.

The shape is that of the Department of Justice's schema (FoiaAnnualReport, version 1.03); prefixes
vary, so elements are known by namespace and local name.
"""

import os
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableError, UsageError
from ..fetching import Client
from ..formats import Content, Limits
from ..records import Problem, ReportedFigure
from .about import About
from .downloads import fetch_content
from .options import Options
from .publisher import licence_of
from .source import Item, Raw, Stub

__all__ = ["FoiaGov"]

_API = "https://api.foia.gov/api/annual-report-xml"
_KEY = "FOIA_GOV_API_KEY"
_ASKED = re.compile(r"([A-Za-z0-9-]{1,40})/(\d{4})")
_NAMESPACE = "{http://leisp.usdoj.gov/niem/FoiaAnnualReport/extension/1.03}"
_NIEM = "{http://niem.gov/niem/niem-core/2.0}"
_STRUCTURES = "{http://niem.gov/niem/structures/2.0}"
_NUMBERS = ("Quantity", "Value", "Amount", "Percent", "Number")
_WORDS = ("Code", "Text", "Date", "Name", "Reference")
_LESS_THAN_ONE = "LT1"
_DEEPEST = 30


class FoiaGov:
    """Annual reports asked for by agency and year.

    Args:
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    name = "foia-gov"
    about = About(
        name,
        "annual reports of United States agencies: numbers, no letters",
        f"every number of a report; needs a free key in the environment variable {_KEY}",
        "verified",
        "assumed: work of the United States government",
        0.5,
        "https://www.foia.gov",
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each report asked for.

        Args:
            query: Agencies and years: `DOJ/2021 EPA/2021`.
            cursor: The report to begin with.

        Yields:
            Stubs.

        Raises:
            UsageError: The query is no list of reports.
        """
        asked = query.split()
        if not asked or not all(_ASKED.fullmatch(word) for word in asked):
            raise UsageError(f"annual reports are asked for by agency and year, such as DOJ/2021, not {query!r}")
        for word in asked[asked.index(cursor) if cursor in asked else 0 :]:
            yield Stub(f"{_API}/{word}", cursor=word)

    def fetch(self, stub: Stub) -> Raw:
        """One report."""
        if not (key := os.environ.get(_KEY)):
            raise UsageError(f"FOIA.gov asks for a key; put it into the environment variable {_KEY}")
        return Raw(stub, (fetch_content(self._client, stub.origin, headers={"X-API-Key": key}),))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """A record for each number; nothing is added up, and missing numbers the export writes as 0 stay 0."""
        root = _root(raw.contents[0], self._options.limits)
        units = _units(root)
        year = root.findtext(f"{_NAMESPACE}DocumentFiscalYearDate", "").strip()
        if not year.isdecimal() or not units:
            raise UnreadableError(
                f"{raw.stub.origin}: the report names no {'agency' if year else 'year'}; it was left out"
            )
        whose = {"source": self.name, "origin": raw.stub.origin, "licence": licence_of(self.about, self._options)}
        common = {"authority": next(iter(units.values())), "year": int(year), **whose}
        sections = [each for each in root.iterchildren("{*}*") if each.tag.endswith("Section")]
        if not sections:
            raise UnreadableError(f"{raw.stub.origin}: the report has no section; its form may have changed")
        for section in sections:
            # One unknown element in every block is told once.
            seen: set[str] = set()
            for item in _section(section, units, common, raw.stub):
                if not isinstance(item, Problem):
                    yield item
                elif item.reason not in seen:
                    seen.add(item.reason)
                    yield item


def _root(content: Content, limits: Limits) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content.read(limits.max_markup), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"{content.name} is not XML ({str(error)[:200]}); fetch it again") from error


def _units(root: Any) -> dict[str, str]:
    """Name of the agency and of each of its parts, by the id the report gives them; the agency is first."""
    return {
        each.get(f"{_STRUCTURES}id", ""): " ".join(each.findtext(f"{_NIEM}OrganizationName", "").split())
        for each in root.iter(f"{_NIEM}Organization", f"{_NIEM}OrganizationSubUnit")
    }


def _section(section: Any, units: dict[str, str], common: dict[str, Any], stub: Stub) -> Iterator[Item]:
    """The numbers of each block of a section, under the part of the agency that the section ties it to.

    Where the report counts statutes, the number stands in the tie and the statute in the block.
    """
    whole = next(iter(units))
    blocks = {each.get(f"{_STRUCTURES}id"): each for each in section if each.get(f"{_STRUCTURES}id")}
    tied = set()
    for tie in section.iterchildren("{*}*"):
        block_id = _reference(tie, f"{_NAMESPACE}ComponentDataReference")
        if block_id is None:
            continue
        tied.add(block_id)
        unit = _reference(tie, f"{_NIEM}OrganizationReference")
        if block_id not in blocks or unit not in units:
            reason = f"{_local(section)}: {block_id[:40]!r} or {str(unit)[:40]!r} is not in the report; it was left out"
            yield Problem(stub.origin, "load", reason)
            continue
        known = {"unit": None if unit == whole else units[unit], "section": _local(section), **common}
        block = blocks[block_id]
        counts_here = any(_local(child).endswith(_NUMBERS) for child in tie.iterchildren("{*}*"))
        yield from _figures(tie if counts_here else block, "", _category(block), known, stub, 0)
    for block_id in sorted(blocks.keys() - tied):
        reason = f"{_local(section)}: the block {block_id[:40]!r} belongs to no part of the agency; it was left out"
        yield Problem(stub.origin, "load", reason)


def _reference(tie: Any, name: str) -> str | None:
    found = tie.find(name)
    return None if found is None else found.get(f"{_STRUCTURES}ref", "")


def _category(element: Any) -> str | None:
    """What the numbers beside it are counted for: a code, or a description in words."""
    for child in element.iterchildren("{*}*"):
        words = " ".join((child.text or "").split())
        if words and words != _LESS_THAN_ONE and _local(child).endswith(("Code", "DescriptionText")):
            return words
    return None


def _figures(
    element: Any, path: str, category: str | None, known: dict[str, Any], stub: Stub, depth: int
) -> Iterator[Item]:
    """The numbers in an element; what is only said in words, such as a footnote, is none."""
    category = _category(element) or category
    for child in element.iterchildren("{*}*"):
        name, words = _local(child), (child.text or "").strip()
        measure = f"{path}{name}"
        if len(child):
            if depth < _DEEPEST:
                yield from _figures(child, f"{measure}/", category, known, stub, depth + 1)
        elif name.endswith("Code") and words == _LESS_THAN_ONE:
            yield ReportedFigure(measure=measure, category=category, words=words, **known)
        elif name.endswith(_NUMBERS):
            value = _number(words)
            if value is None and words:
                yield Problem(stub.origin, "load", f"{known['section']}: {measure} is {words[:40]!r}, no number")
            said = words or None if value is None else None
            yield ReportedFigure(measure=measure, category=category, value=value, words=said, **known)
        elif not name.endswith(_WORDS):
            yield Problem(stub.origin, "load", f"{known['section']}: the element {measure} is not known, and not read")


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", "")) if re.fullmatch(r"-?[\d,]{1,15}(?:\.\d{1,10})?", words) else None
    except ValueError:
        return None


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]
