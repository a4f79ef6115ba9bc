"""How a refusal is reasoned, and what its notice lacks."""

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.evaluation import load_gold
from foi_analytics.reading import read
from foi_analytics.reasoning import duty_source, duty_words
from foi_analytics.reasoning.duties import laws
from foi_analytics.records import CostEstimate, Reading

RIGHTS = (
    "If you are unhappy you may ask for an internal review within 40 working days. If you remain dissatisfied you may "
    "apply to the Information Commissioner, Wycliffe House, Wilmslow."
)
SCOTTISH_RIGHTS = (
    "You may require us to review this decision within 40 working days. You may then apply to the Scottish Information "
    "Commissioner, Kinburn Castle, St Andrews."
)
REASON = "The plan shows where the alarms are, and its release would be likely to help burglars and harm the depot."
WEIGHED = (
    "Public interest test\n\nFavouring disclosure: residents pay for the depot and could judge how it is guarded. "
    "Against disclosure: one break-in would cost more than the plan can teach. On balance the public interest in "
    "maintaining the exemption outweighs that in disclosure."
)
SECTION_31 = "The plan is withheld under section 31(1)(a) of the Freedom of Information Act 2000."


def notice(*paragraphs: str) -> Reading:
    return read("\n\n".join(["Dear Ms Quill", *paragraphs, "Yours sincerely\nInformation Officer"]))


def missing(*paragraphs: str) -> set[str]:
    return {duty.duty for duty in notice(*paragraphs).duties if not duty.met}


# The notice --------------------------------------------------------------------------------


def test_a_whole_notice_lacks_nothing_and_each_part_is_shown_in_its_own_words() -> None:
    reading = notice(SECTION_31, REASON, WEIGHED, RIGHTS)
    shown = {duty.duty: duty.quote for duty in reading.duties if duty.met}
    assert len(shown) == len(reading.duties)
    assert shown["foia2000:17(1)(b)"] == "section 31(1)(a)"
    assert shown["foia2000:17(1)(c)"].startswith("The plan shows")
    assert shown["foia2000:17(7)(a)"].startswith("If you are unhappy")


@pytest.mark.parametrize(
    ("paragraphs", "lacking"),
    [
        ((SECTION_31, RIGHTS), {"foia2000:17(1)(c)", "foia2000:17(3)(b)"}),
        ((SECTION_31, REASON, RIGHTS), {"foia2000:17(3)(b)"}),
        (
            (SECTION_31, REASON, "We consider that the public interest favours withholding.", RIGHTS),
            {"foia2000:17(3)(b)"},
        ),
        ((SECTION_31, REASON, WEIGHED), {"foia2000:17(7)(a)", "foia2000:17(7)(b)"}),
        (
            (SECTION_31, REASON, WEIGHED, "If you are unhappy you may ask for an internal review."),
            {"foia2000:17(7)(b)"},
        ),
        (
            (
                SECTION_31,
                REASON,
                WEIGHED,
                "If you are unhappy you may ask for an internal review.",
                "If you have concerns about how we use your personal data you may write to the Information Commissioner.",
            ),
            {"foia2000:17(7)(b)"},
        ),
        (
            ("The plan is exempt information, because burglars would use it.", RIGHTS),
            {"foia2000:17(1)(b)"},
        ),
        (
            (
                "We neither confirm nor deny that we hold this, by virtue of section 31(3) of the Freedom of Information "
                "Act 2000, since to say so would be likely to warn those who are watched.",
                RIGHTS,
            ),
            {"foia2000:17(3)(a)"},
        ),
        (
            (
                "To find these we would have to read 9,000 tickets at two minutes each, which is 300 hours and exceeds "
                "the appropriate limit. Section 12(1) of the Freedom of Information Act 2000 applies.",
                RIGHTS,
            ),
            {"foia2000:16(1)"},
        ),
        (
            (
                "The names are removed under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002, as they "
                "are personal data and we hold no consent to release them.",
                RIGHTS,
            ),
            {"foisa2002:19(b)"},
        ),
        (
            (
                "We hold the map and refuse it under regulation 12(4)(d) of the Environmental Information Regulations "
                "2004, as it is unfinished. For release: people wish to comment. Against: half a map misleads. On "
                "balance the public interest in maintaining the exception outweighs that in disclosure.",
                RIGHTS,
            ),
            {"eir2004:14(4)"},
        ),
    ],
)
def test_what_a_notice_lacks(paragraphs: tuple[str, ...], lacking: set[str]) -> None:
    assert missing(*paragraphs) == lacking


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("We hired 40 skips in 2023.", RIGHTS),
        ("We do not hold this information.",),
        ("Thank you for your request, which has been logged. We will respond by 3 May.",),
        ("The list is exempt under section 21 of the FOI Act as it is published at https://example.org/list", RIGHTS),
        (
            "The names are withheld under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002, as they "
            "are personal data and disclosing them would be unfair. We hold them.",
            SCOTTISH_RIGHTS,
        ),
        (
            SECTION_31,
            REASON,
            WEIGHED,
            "Your rights of review and appeal are set out in the attached leaflet.",
        ),
    ],
)
def test_no_alarm_where_nothing_is_owed_or_lacking(paragraphs: tuple[str, ...]) -> None:
    assert missing(*paragraphs) == set()


def test_a_balance_for_one_ground_does_not_serve_another() -> None:
    prices = (
        "The prices are exempt under section 43(2), because rivals would undercut them. On the public interest in the "
        "prices, we took into account that taxpayers may wish to see value for money. We also took into account that "
        "bids would rise. The public interest in withholding the prices is the stronger."
    )
    assert missing(SECTION_31, REASON, prices, RIGHTS) == {"foia2000:17(3)(b)"}


def test_notices_written_for_it_are_judged_as_labelled() -> None:
    """31 of the first 60 and 20 of the last 30 were, before anybody who wrote the check had read them."""
    right = sound = 0
    for each in load_gold(ROOT / "data" / "gold" / "notices"):
        lacking = {duty.duty for duty in read(each.letter).duties if not duty.met}
        right += lacking == set(each.row["missing"])
        sound += not lacking and not each.row["missing"]
    assert sound == 45
    assert right >= 87


@pytest.mark.parametrize("duty", [duty.id for law in laws().values() for duty in law.duties])
def test_every_duty_has_its_words_and_its_source(duty: str) -> None:
    assert duty_words(duty) != duty
    assert duty_source(duty).startswith("https://www.legislation.gov.uk/")


# Arguments ---------------------------------------------------------------------------------


def test_the_weighing_is_shown_side_by_side_with_the_ground_it_stands_with() -> None:
    found = {a.kind: a for a in notice(SECTION_31, REASON, WEIGHED, RIGHTS).arguments}
    assert found["public_interest_for"].quote.startswith("Favouring disclosure")
    assert found["public_interest_against"].quote.startswith("Against disclosure")
    assert found["balance"].provisions == ("foia2000:31(1)(a)",)
    assert found["harm"].quote == REASON


@pytest.mark.parametrize(
    ("words", "pit"),
    [
        (WEIGHED, "complete"),
        ("There is a public interest in residents knowing how the depot is guarded.", "one_sided"),
        ("The public interest test was carried out and favours withholding.", "asserted_only"),
        ("", "absent"),
    ],
)
def test_how_complete_the_public_interest_test_is(words: str, pit: str) -> None:
    assert notice(SECTION_31, words, RIGHTS).pit == pit


def test_no_test_is_owed_for_an_absolute_exemption() -> None:
    assert notice("The names are withheld under section 40(2) of the FOI Act.").pit == "na"


def test_a_qualified_persons_opinion_is_found() -> None:
    reading = notice(
        "The notes are exempt under section 36(2)(b)(i) of the FOI Act. In the reasonable opinion of our qualified "
        "person, the Chief Executive, disclosure would inhibit frank advice."
    )
    assert any(a.kind == "qualified_opinion" and "Chief Executive" in a.quote for a in reading.arguments)


# Cost --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We would have to read 9,000 tickets at two minutes each, which is 300 hours.",
            (9000, 2.0, 300.0, 18.0, True),
        ),
        (
            "We would have to search 600 files at 10 minutes each, which comes to 250 hours.",
            (600, 10.0, 250.0, 18.0, False),
        ),
        ("We estimate that it would take 12 hours to retrieve them.", (None, None, 12.0, 18.0, False)),
    ],
)
def test_the_arithmetic_of_an_estimate_is_checked(words: str, expected: tuple[object, ...]) -> None:
    (estimate,) = notice(
        f"{words} Section 12(1) of the Freedom of Information Act 2000 applies as the cost limit is exceeded."
    ).cost_estimates
    assert figures(estimate) == expected


def test_central_government_has_24_hours() -> None:
    text = "It would take 20 hours to find them. Section 12(1) of the FOI Act applies: the cost limit is exceeded."
    (estimate,) = read(text, authority="Department for Harbours").cost_estimates
    assert (estimate.limit_hours, estimate.adds_up) == (24.0, False)


def figures(estimate: CostEstimate) -> tuple[object, ...]:
    return estimate.records, estimate.minutes_each, estimate.hours, estimate.limit_hours, estimate.adds_up


# Whatever comes ----------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        SECTION_31,
        REASON,
        *WEIGHED.split("\n\n"),
        RIGHTS,
        SCOTTISH_RIGHTS,
        "1. Plan",
        "£600",
        "9,000 x 2 minutes",
        "12(1)",
    ]
)


@given(st.lists(PIECES | st.text(max_size=30), max_size=8), st.sampled_from(["\n\n", "\n", " "]))
def test_every_finding_is_in_the_letter(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    reading = read(text)
    for finding in (*reading.arguments, *reading.cost_estimates, *reading.duties):
        assert text[finding.start : finding.end] == finding.quote
