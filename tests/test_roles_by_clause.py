"""What governs a citation: its clause, the heading above it, the next sentence, and who speaks."""

import pytest

from foi_analytics import read
from foi_analytics.anatomy import dissect, letter_kind
from foi_analytics.citations import find, list_exemptions, read_citations

SIGNED = "\n\nYours sincerely\nThe FOI team"


def roles(text, kind="response"):
    return [(c.quote, c.role) for c in read_citations(dissect(f"Dear A\n\n{text}{SIGNED}"), "x", kind)]


def grounds(text, kind="response"):
    return [e.provision for e in list_exemptions(read_citations(dissect(f"Dear A\n\n{text}{SIGNED}"), "x", kind))]


@pytest.mark.parametrize(
    "text",
    [
        "Their numbers have been left out under section 40(2) of FOIA.",
        "The floor plans stay out of the bundle on the strength of section 38(1)(a) of FOIA.",
        "Rows with a number as low as this might point to somebody, and the exact figures are held back under section 40(2) of FOIA.",
        "Section 41 of FOIA covers the letter at item 3.",
        "Where the person who asks is the subject, section 40(1) of FOIA makes it absolutely exempt, so we cannot send it.",
        "Section 43(2) of FOIA: the supplier is bidding elsewhere this month.",
        "| 4 | Price | Section 43(2) of FOIA | \n| 5 | Staff | 12 |",
    ],
)
def test_kept_back_in_any_words(text):
    assert [role for _, role in roles(text)] == ["applied"]


@pytest.mark.parametrize(
    "text",
    [
        "Section 12(2) of FOIA, which is about the cost of finding out, does not come into it.",
        "The use of section 30 of FOIA was not appropriate and section 31 of FOIA falls with it.",
        "We found no basis for falling back on section 36 of FOIA.",
        "We thought about section 38 of FOIA too. As nobody was at risk we have not relied on it.",
        "An officer put forward section 22 of FOIA and section 41 of FOIA. Neither is now relied on.",
        "We also considered whether section 30(1) of FOIA (no charge was brought) or section 38 of FOIA ought to be added and concluded that they should not.",
        "We reserve our position in respect of section 43 of FOIA.",
        "Had your request been about staff, section 40(2) of FOIA would have had to be looked at.",
        "The e-mails about the contract could fall within section 43(2) of FOIA.",
        "The forms are about patients, so section 40(2) of FOIA is likely to come up.",
        "This is not a case for a refusal to confirm or deny under section 31(3) of FOIA. We hold the list, and it is attached.",
        "Exemptions that we have not relied on\n\nSection 22 of FOIA: no date is set.\n\nSection 41 of FOIA: the paper is our own.",
    ],
)
def test_denied_possible_or_kept_for_later(text):
    assert {role for _, role in roles(text)} == {"rejected"}


@pytest.mark.parametrize(
    "text",
    [
        "Names are as a rule taken out under section 40 of FOIA, no document was given out this time.",
        "It would be usual to neither confirm nor deny under section 40(5B) of FOIA. That has not been necessary here.",
        "Note on section 40 of FOIA\nPersonal data may be kept back where a condition is met.",
        "Section 30 of FOIA and section 31 of FOIA cannot both be applied to the same information.",
        "Section 36(2) of FOIA may be used only if a qualified person has given an opinion.",
        "It must be exempt under one of sections 28 to 35 of FOISA.",
        'Section 35(1): "Information held by a government department is exempt information if it relates to policy."',
    ],
)
def test_what_is_usual_or_what_the_law_says_relies_on_nothing(text):
    assert not {role for _, role in roles(text)} & {"applied", "ncnd"}


@pytest.mark.parametrize(
    "text",
    [
        'You gave your view that "section 30(1) of FOIA cannot apply as nobody was charged". All of it is attached.',
        "Your complaint\n\nThe price was public, so that section 43 of FOIA has nothing to protect.",
    ],
)
def test_words_of_the_requester_in_quotation_or_under_a_heading(text):
    assert [role for _, role in roles(text, "internal_review")] == ["quoted"]


def test_the_first_decision_under_its_heading_is_no_ground_of_the_review():
    text = (
        "What was decided\n\nThe price was withheld under section 43(2) of FOIA.\n\n"
        "My findings\n\nThe note continues to be withheld under section 42 of FOIA."
    )
    assert grounds(text, "internal_review") == ["foia2000:42"]


def test_a_decision_among_recited_law_is_still_one():
    text = "Annex A - extracts from the Act\n\nThe plan is refused by the Board under section 31(1)(a) of FOIA."
    assert grounds(text) == ["foia2000:31(1)(a)"]


def test_the_ground_behind_a_scottish_denial_is_one():
    text = (
        "Under section 18 of FOISA the Council can neither confirm nor deny whether the letter exists. "
        "Were it to exist, it would be exempt under section 38(1)(b) of FOISA."
    )
    assert grounds(text) == ["foisa2002:18", "foisa2002:38(1)(b)"]


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("The force can neither confirm nor deny that it holds this, by section 30(3) of FOIA.", True),
        ("There were 14. The force can neither confirm nor deny that it holds any other data, by section 31(3) of FOIA.", True),
        ("Often a force will neither confirm nor deny under section 30(3) of FOIA. We do hold the log and it is attached.", False),
        ("We did not have to neither confirm nor deny under section 40(5B) of FOIA. There were six complaints.", False),
        ("The Act obliges us to say if we hold it, unless we may neither confirm nor deny. We hold it, and it is attached.", False),
        (
            "I have carried out an internal review. You were told that the force would neither confirm nor deny under "
            "section 30(3) of FOIA. That was wrong and I now confirm that the log is held. It is attached.",
            False,
        ),
    ],
)  # fmt: skip
def test_only_a_letter_that_itself_says_neither_is_a_denial(text, denies):
    assert read(f"Dear A\n\n{text}{SIGNED}").ncnd is denies


def test_a_number_before_its_law_needs_no_head_word():
    (found,) = find("We must refuse it under 12 of the Freedom of Information Act.")
    assert (found.quote, found.provisions) == ("12", ("foia2000:12",))
    assert not find("See page 12 of the Freedom of Information Act guide.")


def test_the_heading_of_a_column_does_not_take_the_next_row():
    assert not find("FOIA\nNo. | Question | Exemption\n1 | How many vans? | -")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have looked at the matter again. The first reply was wrong to rely on section 43. The price is £40.", "internal_review"),
        ("The rota is exempt under section 38. If you do not agree with our answer you may ask for a review.", "response"),
        ("Part 1 is exempt under section 44 of the Act. On part 2, could you please say which year you mean?", "response"),
    ],
)  # fmt: skip
def test_reviews_and_part_answers_are_told_from_offers_and_questions(text, kind):
    assert letter_kind(dissect(f"Dear A\n\n{text}{SIGNED}")) == kind


def test_a_review_that_drops_one_of_two_denials_changes_nothing():
    text = (
        "I have carried out an internal review. I do not think that section 38(2) of FOIA adds anything. The decision to "
        "neither confirm nor deny under section 31(3) of FOIA is upheld."
    )
    assert read(f"Dear A\n\n{text}{SIGNED}").outcome == "internal_review_upheld"
