"""The sample corpus is what its sources say, covers what letters do, and names nobody real."""

import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foi_analytics.records import LETTER_KINDS, QUESTION_OUTCOMES, RELIED_ON, ROLES
from foi_analytics.regimes import provision

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
BUILT = ("html", "pdf", "docx", "eml", "threads")
MESSAGE = re.compile(r"^\+\+\+\n(.*?)^\+\+\+\n(.*?)(?=^\+\+\+\n|\Z)", re.MULTILINE | re.DOTALL)

# Sites, forces and councils whose letters were read while the sample was written, and other giveaways.
REAL = re.compile(
    r"whatdotheyknow|alaveteli|mysociety|sheffield|barnsley|bexley|birmingham|barking|metropolitan police|\bMPS\b", re.I
)
REAL_SITES = {"ico.org.uk", "www.foi.scot", "www.nationalarchives.gov.uk", "www.gov.uk"}
HOSTS = re.compile(r"https?://([\w.-]*\w)|[\w.+-]+@([\w.-]*\w)")

# Days within the sample's years that are a bank holiday in some part of the United Kingdom.
HOLIDAYS = """
2023-03-17 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-07-12 2023-08-07 2023-08-28
2023-11-30 2023-12-25 2023-12-26 2024-01-01 2024-01-02 2024-03-18 2024-03-29 2024-04-01 2024-05-06
2024-05-27 2024-07-12 2024-08-05 2024-08-26 2024-12-02 2024-12-25 2024-12-26 2025-01-01 2025-01-02
2025-03-17 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-07-14 2025-08-04 2025-08-25 2025-12-01
2025-12-25 2025-12-26 2026-01-01 2026-01-02
"""
LATE = {  # each of them says so, or had its time extended
    "bc-housing-disrepair-2": "sorry to be late",
    "bc-plane-trees-3": "regulation 11",  # a review: forty working days
    "rg-advisory-board": "more time was needed",
    "tc-missing-children-3": "consideration of the public interest is complete",
    "wc-children-s-homes-3": "thank you for waiting",
}


def expected() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLE / "expected.jsonl").read_text(encoding="utf-8").splitlines()]


def messages() -> Iterator[tuple[dict[str, Any], str]]:
    for path in sorted((SAMPLE / "sources").glob("*/*.txt")):
        if path.parent.name != "templates":
            for match in MESSAGE.finditer(path.read_text(encoding="utf-8")):
                yield tomllib.loads(match[1]), match[2]


def twentieth_working_day(day: dt.date) -> dt.date:
    left = 20
    while left:
        day += dt.timedelta(1)
        left -= day.weekday() < 5 and day.isoformat() not in HOLIDAYS
    return day


def built_files(folder: Path) -> dict[str, bytes]:
    loose = [folder / name for name in ("log.csv", "authorities.csv", "sources.toml", "expected.jsonl")]
    files = [*loose, *(path for form in BUILT for path in (folder / form).rglob("*") if path.is_file())]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_files_are_what_the_sources_give(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="the sample's PDFs are made with reportlab: pip install '.[test]'")
    subprocess.run([sys.executable, SAMPLE / "build.py", "--into", tmp_path], check=True, capture_output=True)
    made, kept = built_files(tmp_path), built_files(SAMPLE)
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_every_kind_outcome_and_role_is_shown() -> None:
    rows = expected()
    assert {row["kind"] for row in rows} == set(LETTER_KINDS)
    assert {q["outcome"] for row in rows for q in row["questions"]} == set(QUESTION_OUTCOMES) - {"unknown"}
    assert {role for row in rows for role in row["roles"]} == set(ROLES)
    assert {row["pit"] for row in rows} >= {"complete", "asserted_only", "absent", "na"}
    reviews = {row["outcome"] for row in rows if row["kind"] == "internal_review"}
    assert reviews == {f"internal_review_{fate}" for fate in ("upheld", "partly_overturned", "overturned")}


def test_there_are_enough_letters_of_every_form_and_authority() -> None:
    rows = expected()
    forms = Counter(row["path"].split("/")[0] for row in rows)
    least = {"html": 12, "pdf": 12, "docx": 12, "eml": 8, "threads": 25, "log.csv": 12}
    assert all(forms[form] >= number for form, number in least.items()), forms
    assert len({row["authority"] for row in rows}) >= 13
    dates = sorted(row["date"] for row in rows)
    assert dates[0] < "2023-04" and dates[-1] > "2026-02"


def test_requests_sent_to_several_authorities_are_families() -> None:
    families = defaultdict(set)
    for row in expected():
        if row["family"]:
            families[row["family"]].add(row["authority"])
    assert len(families) == 5
    assert all(len(authorities) >= 2 for authorities in families.values()), families
    assert len(families["temporary-accommodation"]) == 5


@pytest.mark.parametrize("row", expected(), ids=lambda row: row["id"])
def test_the_intent_of_a_letter_agrees_with_itself(row: dict[str, Any]) -> None:
    grounds = {ground for question in row["questions"] for ground in question["exemptions"]}
    assert grounds <= set(row["exemptions"])
    assert all(provision(ground) for ground in row["exemptions"])
    assert bool(row["exemptions"]) == bool(RELIED_ON & set(row["roles"]))
    assert {ground.split(":")[0] for ground in row["exemptions"]} <= set(row["regimes"])
    assert (SAMPLE / row["path"]).is_file()


def test_ids_are_unique() -> None:
    ids = Counter(row["id"] for row in expected())
    assert ids.most_common(1)[0][1] == 1


def test_replies_keep_their_deadline_or_own_up() -> None:
    for header, body in messages():
        if "kind" not in header or "received" not in header:
            continue
        sent = header["date"].date() if isinstance(header["date"], dt.datetime) else header["date"]
        due = twentieth_working_day(header["received"])
        assert header["received"] <= sent, header["id"]
        if "due" in header:
            assert header["due"] == f"{due.day} {due:%B %Y}", header["id"]
        assert sent <= due or LATE[header["id"]] in body, header["id"]


def test_nobody_real_slips_in() -> None:
    for path in sorted((SAMPLE / "sources").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        assert not REAL.search(text), path
        hosts = {match[1] or match[2] for match in HOSTS.finditer(text)}
        assert {host for host in hosts if not host.endswith(".example")} <= REAL_SITES, path


def test_every_built_folder_is_in_the_manifest() -> None:
    listed = {entry["path"] for entry in tomllib.loads((SAMPLE / "sources.toml").read_text())["source"]}
    folders = {f"{form}/{folder.name}" for form in BUILT for folder in (SAMPLE / form).iterdir()}
    assert listed == folders | {"log.csv"}


def test_shared_paragraphs_are_shared() -> None:
    uses = Counter(
        name
        for path in (SAMPLE / "sources").glob("*/*.txt")
        for name in re.findall(r"^\{\{([\w-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    unused = {path.stem for path in (SAMPLE / "sources" / "templates").glob("*.txt")} - uses.keys()
    assert not unused
    assert min(uses["police-harm-31"], uses["council-rights"], uses["police-ncnd"], uses["stale-40"]) >= 2
