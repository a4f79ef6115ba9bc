from datetime import date

import pytest

from foi_analytics.errors import UsageError
from foi_analytics.regimes import ancestors, provision, regime, regimes, section_of, with_number


def test_the_statutes_of_fourteen_regimes_are_there():
    assert set(regimes()) == {
        "foia2000", "eir2004", "foisa2002", "eisr2004", "dpa2018", "ukgdpr", "us_foia", "us_privacy_act",
        "ie_foi2014", "au_foi1982", "nz_oia1982", "ca_atia", "de_ifg", "eu_1049",
    }  # fmt: skip


def test_an_unknown_statute_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match=r"foia1999.*foia2000"):
        regime("foia1999")


@pytest.mark.parametrize("known", ["foia2000:31(1)(a)", "eir2004:12(5)(e)", "us_foia:(b)(7)(C)", "de_ifg:3Nr.1lit.a"])
def test_a_valid_provision_is_found(known):
    assert provision(known).id == known


@pytest.mark.parametrize(
    "unknown", ["foia2000:99", "foia2000:12(4)(d)", "nowhere:1", "foia2000:", "", "foia2000:40(3)@1999-01-01"]
)
def test_what_no_statute_has_is_none(unknown):
    assert provision(unknown) is None


def test_a_number_finds_the_text_that_was_the_law_on_the_day():
    law = regime("foia2000")
    assert law.find("37(1)(a)", date(2009, 1, 1)).id == "foia2000:37(1)(a)@2011-01-18"
    assert law.find("37(1)(a)", date(2012, 1, 1)).id == "foia2000:37(1)(a)"
    assert law.find("37(1)(a)").id == "foia2000:37(1)(a)"


def test_a_number_that_only_an_ended_text_has_finds_that_text_on_any_day():
    for day in (None, date(2010, 1, 1), date(2024, 1, 1)):
        assert regime("foia2000").find("40(3)", day).id == "foia2000:40(3)@2018-05-24"


def test_the_kind_of_a_ground_can_depend_on_the_day():
    before, after = (provision("foia2000:37(1)(a)", date(year, 6, 1)) for year in (2010, 2020))
    assert (before.kind, after.kind) == ("qualified", "absolute")


def test_in_force_takes_both_end_days_in():
    text = provision("foia2000:40(3)@2018-05-24")
    assert text.in_force(date(2018, 5, 24))
    assert not text.in_force(date(2018, 5, 25))
    assert provision("foia2000:22A").in_force(date(2014, 10, 1))
    assert not provision("foia2000:22A").in_force(date(2014, 9, 30))


def test_numbers_that_collide_name_their_statutes():
    assert {p.regime for p in with_number("38(1)(b)")} >= {"foia2000", "foisa2002"}
    assert {p.regime for p in with_number("38(1)(b)")}.isdisjoint({"eir2004", "us_foia"})
    assert [p.regime for p in with_number("12(5)(e)")] == ["eir2004"]
    assert with_number("999") == ()


@pytest.mark.parametrize(
    ("provision_id", "above", "section"),
    [
        ("foia2000:36(2)(b)(ii)", ("36(2)(b)", "36(2)", "36"), "36"),
        ("foia2000:40(3)(a)(i)@2018-05-24", ("40(3)(a)", "40(3)", "40"), "40"),
        ("foia2000:22A(1)(b)", ("22A(1)", "22A"), "22A"),
        ("foisa2002:30(b)(i)", ("30(b)", "30"), "30"),
        ("eir2004:12(5)(f)(ii)", ("12(5)(f)", "12(5)", "12"), "12(5)(f)"),
        ("eir2004:13(2A)(a)", ("13(2A)", "13"), "13"),
        ("eisr2004:11(2)(a)", ("11(2)", "11"), "11"),
        ("eisr2004:10(5)(e)", ("10(5)", "10"), "10(5)(e)"),
        ("us_foia:(b)(7)(C)", ("(b)(7)", "(b)"), "(b)(7)(C)"),
        ("us_foia:Glomar", (), "Glomar"),
        ("ca_atia:16.1", (), "16.1"),
        ("ca_atia:20(1)(b.1)", ("20(1)", "20"), "20"),
        ("au_foi1982:24AA(1)(a)", ("24AA(1)", "24AA"), "24AA"),
        ("de_ifg:3Nr.1lit.a", ("3Nr.1", "3"), "3"),
        ("de_ifg:1Abs.3", ("1",), "1"),
        ("de_ifg:6Satz1", ("6",), "6"),
        ("eu_1049:4(1)(a)indent1", ("4(1)(a)", "4(1)", "4"), "4"),
        ("eu_1049:4(3)subpara2", ("4(3)", "4"), "4"),
        ("dpa2018:Sch.19para.58", ("Sch.19",), "Sch.19"),
        ("mental-health-act-1983:135(1)", ("135",), "135"),
    ],
)
def test_the_way_up_from_a_provision(provision_id, above, section):
    law = provision_id.split(":")[0]
    assert ancestors(provision_id) == tuple(f"{law}:{number}" for number in above)
    assert section_of(provision_id) == f"{law}:{section}"
