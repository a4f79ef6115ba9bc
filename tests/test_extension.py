"""Notices that take more time: under which power, until when."""

import datetime as dt
import io

import pytest
from rich.console import Console

from foi_analytics import read
from foi_analytics.cli.show import reading_view

WRITTEN = dt.date(2024, 11, 20)
PUBLIC_INTEREST = (
    "Dear A\nYou wrote on 23 October. We have not yet reached a decision on where the balance of the public interest "
    "lies under section 43(2). Section 10(3) of the Freedom of Information Act 2000 allows further time. {}\nYours\nB"
)
COMPLEX = (
    "Dear A\nWe write about your request of 23 October 2024 under the {}. We are extending the time for our reply to "
    "40 working days under regulation 7(1), given the complexity and volume of what you ask for. {}\nYours\nB"
)
EIR = "Environmental Information Regulations 2004"


@pytest.mark.parametrize(
    ("text", "power", "until"),
    [
        (PUBLIC_INTEREST.format("We estimate that we will decide by 18 December 2024."), "foia2000:10(3)", "2024-12-18"),
        (PUBLIC_INTEREST.format("You should hear from us by Monday 6th January."), "foia2000:10(3)", "2025-01-06"),
        (PUBLIC_INTEREST.format("The deadline is now the 18th of December 2024."), "foia2000:10(3)", "2024-12-18"),
        (PUBLIC_INTEREST.format("We will write by 29 February 2025."), "foia2000:10(3)", None),
        (PUBLIC_INTEREST.format("We will write as soon as we can."), "foia2000:10(3)", None),
        (COMPLEX.format(EIR, "We cannot do it by 20/11/2024, but will by 18/12/2024."), "eir2004:7(1)", "2024-12-18"),
        (COMPLEX.format(EIR.replace(" Reg", " (Scotland) Reg"), "Expect us by 18.12.2024."), "eisr2004:7(1)", "2024-12-18"),
    ],
)  # fmt: skip
def test_the_power_and_the_day_promised(text: str, power: str, until: str | None) -> None:
    (extension,) = read(text, date=WRITTEN).extensions
    assert extension.provision == power
    assert (extension.until and extension.until.isoformat()) == until
    assert text[extension.start : extension.end] == extension.quote


def test_a_power_is_concluded_from_its_condition() -> None:
    text = "Dear A\nWe need further time to weigh the public interest and hope to send a full reply by 18 December.\nB"
    (extension,) = read(text, date=WRITTEN).extensions
    assert (extension.provision, str(extension.until)) == ("foia2000:10(3)", "2024-12-18")
    assert "concluded" in extension.made_by


def test_a_day_without_its_year_is_not_known_without_the_day_of_the_letter() -> None:
    (extension,) = read(PUBLIC_INTEREST.format("We will decide by 18 December.")).extensions
    assert extension.until is None


@pytest.mark.parametrize(
    "text",
    [
        "Dear A\nWe are sorry that we are unable to reply by today. We need more time as two officers are ill.\nB",
        "Dear A\nThank you for your request, which has been logged under section 10(3) of FOIA.\nB",
        "Dear A\nIt is withheld under section 43(2) of FOIA. We extended the time under section 10(3) in May.\nB",
        "Dear A\nWe need more time, as the officer is away.\nB\n\n-----Original Message-----\nFrom: A\n"
        "You may take more time only under section 10(3) of FOIA to weigh the public interest.",
    ],
)
def test_being_late_is_no_extension(text: str) -> None:
    assert read(text, date=WRITTEN).extensions == ()


def test_it_is_shown_and_goes_out_as_json() -> None:
    reading = read(PUBLIC_INTEREST.format("We will decide by 18 December 2024."), date=WRITTEN)
    shown = Console(width=120, file=io.StringIO(), record=True)
    shown.print(reading_view(reading))
    assert "FOIA 10(3), until 2024-12-18" in shown.export_text()
    assert [each["until"] for each in reading.to_dict()["extensions"]] == ["2024-12-18"]
