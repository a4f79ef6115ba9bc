"""Every statute of the folder keeps the same promises; a new file is tested by being there."""

import re
from collections import Counter
from importlib import resources

import pytest

from foi_analytics.regimes import Regime, ancestors, provision, regimes, section_of

FOLDER = resources.files("foi_analytics.regimes")
ALLOWED = {
    "kind": {"absolute", "qualified", "procedural", "exclusion"},
    "role": {"ground", "limb", "ncnd", "duty", "notice", "right", "definition", "certificate"},
    "counts_as_refusal": {"yes", "no", "conditional"},
    "basis": {"class", "prejudice", "mixed", "n/a", ""},
    "pit": {"yes", "no", "conditional", "n/a"},
    "verified": {"statute", "official", "secondary", "partial", "memory"},
}


@pytest.fixture(params=sorted(regimes()))
def law(request: pytest.FixtureRequest) -> Regime:
    return regimes()[request.param]


def test_the_id_is_the_file_name_and_the_head_of_every_provision(law: Regime):
    assert FOLDER.joinpath(f"{law.id}.toml").is_file()
    assert all(p.id == f"{law.id}:{number}" for number, p in law.provisions.items())


def test_the_statute_says_what_it_is(law: Regime):
    assert law.name and law.short and law.nations and law.aliases
    assert law.family in {"section", "regulation", "article", "exemption"}
    assert law.url.startswith("https://")


def test_every_value_is_one_that_the_readme_explains(law: Regime):
    for name, allowed in ALLOWED.items():
        assert {getattr(p, name) for p in law.provisions.values()} <= allowed, name


def test_every_source_code_stands_in_the_readme(law: Regime):
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    known = set(re.findall(r"\bS\d+b?\b", readme))
    cited = {code for p in law.provisions.values() for code in re.findall(r"\bS\d+b?\b", p.source)}
    assert cited <= known


def test_a_text_ends_on_the_day_in_its_number_and_not_before_it_began(law: Regime):
    for number, each in law.provisions.items():
        dated = number.partition("@")[2]
        assert dated == (each.effective_to.isoformat() if each.effective_to else "")
        assert each.effective_from is not None
        assert each.effective_to is None or each.effective_from <= each.effective_to


def test_no_two_texts_of_a_number_are_in_force_on_one_day(law: Regime):
    for number, count in Counter(p.number for p in law.provisions.values()).items():
        texts = [p for p in law.provisions.values() if p.number == number]
        days = [p.effective_from for p in texts] + [p.effective_to for p in texts if p.effective_to]
        assert all(sum(p.in_force(day) for p in texts) <= 1 for day in days if day), (number, count)


def test_every_provision_leads_up_to_a_section_of_the_statute(law: Regime):
    for each in law.provisions.values():
        above = ancestors(each.id)
        assert all(each.id.startswith(a) for a in above)
        assert provision(above[-1] if above else each.id) is not None
        assert provision(section_of(each.id)) is not None


def test_a_ground_is_no_mere_procedure(law: Regime):
    grounds = [p for p in law.provisions.values() if p.role == "ground"]
    assert [p.id for p in grounds if p.kind == "procedural" and p.counts_as_refusal == "yes"] == []


def test_no_name_belongs_to_two_statutes():
    names = Counter(alias.casefold() for law in regimes().values() for alias in {a.casefold() for a in law.aliases})
    assert [name for name, count in names.items() if count > 1] == []
