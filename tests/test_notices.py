"""The duties of a refusal notice, in the many ways that officers meet or miss them."""

import pytest

from foi_analytics.reading import read

REVIEW = "You may ask for an internal review."
REGULATOR = "You may then apply to the Information Commissioner, Wycliffe House, Wilmslow, for a decision."
NAMES = (
    "The names are withheld under section 40(2) of the Freedom of Information Act 2000, as they are personal data and "
    "release would be unfair."
)
PLAN = "The plan is withheld under section 31(1)(a) of the Freedom of Information Act 2000. Burglars would use it."
WEIGHED = (
    "For disclosure: residents pay for the depot. Against: a raid would cost them more. On balance it is withheld."
)


def missing(*paragraphs: str) -> set[str]:
    letter = "\n\n".join(["Dear Ms Quill", *paragraphs, "Yours sincerely\nInformation Officer"])
    return {duty.duty for duty in read(letter).duties if not duty.met}


# The rights --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "If you are unhappy with this reply, write to the Chief Executive within 40 working days.",
        "Should you disagree, let us know and another manager will go over the decision.",
        "You may challenge this decision by writing to the Monitoring Officer.",
        "If you wish to complain about this response please use the online form at www.example.org/foi.",
        "Please put your concerns about the handling of this request to the Trust Secretary.",
        "What to do if you disagree\nEmail the Head of Legal, quoting the reference, and a colleague will look at it.",
        "Complaints\nPlease address these to the Data Protection Officer at the address above.",
        "Not satisfied? Drop us a line at foi@example.org and someone else will check the decision.",
        "You are entitled to have this refusal re-examined by a senior officer.",
        "The Council does not offer an internal review.",
        "You have two months in which to ask that we revisit the decision.",
        "The Board can be asked to reconsider.",
        "You may complain to the Trust Secretary and, after that, to the Information Commissioner.",
    ],
)
def test_a_review_is_offered_in_many_words(words: str) -> None:
    assert missing(NAMES, words, REGULATOR) == set()


@pytest.mark.parametrize(
    "words",
    [
        "You have the right to complain to the Information Commissioner, whose address is Wycliffe House, Wilmslow.",
        "If you disagree, the Information Commissioner can be contacted at www.ico.org.uk.",
        "Any complaint should be made to the Information Commissioner at Wycliffe House.",
        "If you have any questions about this letter please contact me on the number above.",
        "We review our publication scheme every year. Copies of the complaints of 2022 are attached.",
    ],
)
def test_what_offers_no_review_is_not_taken_for_one(words: str) -> None:
    assert missing(NAMES, words, REGULATOR) == {"foia2000:17(7)(a)"}


@pytest.mark.parametrize(
    "words",
    [
        "You may then take it to the ICO.",
        "Section 50 of the Act entitles you to a decision of the Commissioner once our review is done.",
        "The regulator is the Information Commissioner, tel. 0303 123 1113.",
    ],
)
def test_the_way_to_the_regulator_is_told_in_many_words(words: str) -> None:
    assert missing(NAMES, REVIEW, words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "If you remain unhappy you may contact the Local Government and Social Care Ombudsman.",
        "The Surveillance Camera Commissioner and our audit committee already ask such questions.",
        "You may complain to the Children's Commissioner.",
        "Privacy notice\nWe keep your details for three years. You can also complain to the Information Commissioner.",
    ],
)
def test_another_body_or_another_matter_is_no_way_to_the_regulator(words: str) -> None:
    assert missing(NAMES, REVIEW, words) == {"foia2000:17(7)(b)"}


def test_a_scottish_notice_may_cite_the_section_for_its_commissioner() -> None:
    names = (
        "We hold the names. They are withheld under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002, "
        "as they are personal data and disclosing them would be unfair."
    )
    assert (
        missing(names, "You may require a review (section 20) and then apply to the Commissioner (section 47).")
        == set()
    )
    assert missing(names, "You may require a review.", REGULATOR) == {"foisa2002:19(b)"}


# Why an exemption applies ------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "The plan marks every alarm. Section 31(1)(a) of the Freedom of Information Act 2000 is engaged for that reason.",
        "Section 31(1)(a) of the Freedom of Information Act 2000 applies to the plan: it tells a thief which doors are open.",
        "We have not sent the plan (section 31(1)(a) of the Freedom of Information Act 2000), for fear of theft.",
        "The plan is withheld under section 31(1)(a) of the Freedom of Information Act 2000. Thieves rely on such plans.",
    ],
)
def test_a_reason_may_lead_up_to_the_section_or_name_the_trouble(words: str) -> None:
    assert missing(words, REVIEW, REGULATOR) == {"foia2000:17(3)(b)"}


@pytest.mark.parametrize(
    "words",
    [
        "You asked about break-ins at the depot. The plan is withheld under section 31(1)(a) of the FOI Act.",
        "The Act gives a right of access unless an exemption applies. Exemptions are of two kinds, absolute and qualified. "
        "This is a qualified exemption. Section 31(1)(a) of the FOI Act is applied to the plan.",
        "On 3 May you asked us how burglars got in. Section 31(1)(a) of the FOI Act is applied to the plan. This letter "
        "constitutes a refusal notice.",
        "The plan runs to four pages. It was drawn in 2019. It is withheld under section 31(1)(a) of the FOI Act.",
    ],
)
def test_the_request_retold_and_the_extent_are_no_reasons(words: str) -> None:
    assert missing(words, REVIEW, REGULATOR) == {"foia2000:17(1)(c)", "foia2000:17(3)(b)"}


def test_grounds_listed_together_share_their_reasons_and_their_balance() -> None:
    listed = (
        "We neither confirm nor deny that we hold more, by virtue of:\nSection 24(2) (national security)\n"
        "Section 31(3) (law enforcement) of the Freedom of Information Act 2000"
    )
    harm = "To say which tools we have would be likely to tell those who mean harm how to avoid them."
    assert missing(listed, harm, WEIGHED, REVIEW, REGULATOR) == set()


def test_each_point_needs_its_own_reason() -> None:
    points = (
        "1. The names are withheld under section 40(2) of the FOI Act, as they are personal data of junior staff.\n"
        "2. The letter is withheld under section 41."
    )
    assert missing(points, REVIEW, REGULATOR) == {"foia2000:17(1)(c)"}


@pytest.mark.parametrize(
    ("letters", "reasons", "lacking"),
    [
        ("", "", {"foia2000:17(1)(c)"}),
        ("", " It would break the confidence of those who wrote.", set()),
        ("", "\n\nThe letters came from a supplier in confidence, who could sue.", set()),
        (", as they were sent to us in confidence", "", set()),
    ],
)
def test_reasons_for_one_ground_are_none_for_another_named_before_them(
    letters: str, reasons: str, lacking: set[str]
) -> None:
    grounds = (
        "The plan is exempt under section 31(1)(a) of the Freedom of Information Act 2000. The letters are exempt under "
        f"section 41{letters}."
    )
    harm = f"Release would show burglars where the alarms are.{reasons}"
    assert missing(grounds, harm, f"On the public interest: {WEIGHED}", REVIEW, REGULATOR) == lacking


def test_what_is_weighed_for_a_qualified_exemption_makes_no_absolute_one_apparent() -> None:
    listed = (
        "Annex C: regulation 12(5)(g) of the Environmental Information Regulations 2004\nAnnex D: regulation 13(1)\n\n"
        "Annex C shows the nests. Its release would lead collectors to the birds and harm the site.\n\n"
        "On the public interest, people should be able to see what the project has done. Yet the loss of a pair of "
        "eagles would be a serious setback, and numbers are in the report. The public interest is outweighed."
    )
    rights = "You may make representations to us, no later than 40 working days from the date of this letter."
    assert missing(listed, rights, REGULATOR) == {"eir2004:14(3)(a)"}


def test_people_named_in_another_answer_make_no_exemption_apparent() -> None:
    points = "1. There are five members of staff in the team.\n2. Exempt: section 40(2) of the FOI Act.\n3. None."
    assert missing(points, REVIEW, REGULATOR) == {"foia2000:17(1)(c)"}


def test_what_is_refused_without_a_section_beside_what_has_one() -> None:
    points = (
        "(1) The rent is exempt, because other landlords would ask for as much.\n"
        "(2) The names are exempt under section 40(2) of the FOI Act, as they are personal data of junior staff."
    )
    assert missing(points, REVIEW, REGULATOR) == {"foia2000:17(1)(b)"}


def test_a_decision_in_what_looks_like_the_request_retold_is_read() -> None:
    letter = (
        "You requested:\n(i) the names of the guards; and\n(ii) the plan of the depot.\n\n"
        "(i) These are personal data of junior staff and section 40(2) of the Freedom of Information Act 2000 applies.\n\n"
        "(ii) It is exempt under section 31(1)(a), because burglars would use it."
    )
    assert missing(letter, WEIGHED, REVIEW, REGULATOR) == set()


# The balance -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "As this exemption is qualified we weighed the pros and cons. Pros: people would understand our spending. Cons: "
        "criminals would learn where the cameras are. The cons win.",
        "Section 31 is a qualified exemption. We think it right that the plan is kept from those who would use it.",
        "We accept that residents wish to see value for money, but the cost of a raid would fall on them. On balance the "
        "public interest favours withholding.",
        "Parliament has said that such plans should be released unless the public interest says otherwise. Residents could "
        "hold us to account. But the same residents would have to pay for whatever was stolen.",
        "Balancing exercise\nResidents have an interest in knowing how the depot is guarded. What counts the other way is "
        "that a raid would cost them dearly. Safety has to come first.",
        "The Act makes us weigh the public interest. Neighbours badly want to know whether the depot is safe. Set against "
        "that, a raid would cost them more. The second of these mattered more.",
        "There is a public interest in seeing how the depot is run. Guards must be able to work unwatched, and that is the "
        "weightier interest.",
    ],
)
def test_the_public_interest_is_weighed_in_many_words(words: str) -> None:
    assert missing(PLAN, words, REVIEW, REGULATOR) == set()


@pytest.mark.parametrize(
    "words",
    [
        "The public interest is in withholding.",
        "The public interest test was carried out on 3 May by the Head of Legal, who found for maintaining the exemption.",
        "We have applied the presumption in favour of disclosure. The public interest in the exemption is greater.",
        "This means looking at the arguments for release and the arguments for withholding and deciding where the balance "
        "lies. The public interest is not what interests the public but what would benefit the community. The test has "
        "been completed by the Disclosure Unit with the officers who hold the plan. It favours withholding.",
        "After careful thought about the public interest we remain of the view that the plan must be withheld.",
    ],
)
def test_that_it_was_weighed_is_no_balance(words: str) -> None:
    assert missing(PLAN, words, REVIEW, REGULATOR) == {"foia2000:17(3)(b)"}


def test_one_weighing_after_all_the_grounds_is_meant_for_all() -> None:
    prices = "The prices are exempt under section 43(2), because rivals would undercut them."
    assert missing(PLAN, prices, f"Public interest. {WEIGHED}", REVIEW, REGULATOR) == set()
    assert missing(PLAN, f"Public interest. {WEIGHED}", prices, REVIEW, REGULATOR) == {"foia2000:17(3)(b)"}


# Time, help, cost and burden ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("The consultants will deliver the final version by 30 June.", set()),
        ("Work on it should end within six weeks.", set()),
        ("We cannot say when it will be finished.", set()),
        ("There is a programme for it, fixed by contract.", {"eir2004:14(4)"}),
        ("It was begun in March 2023 and four sheets have been drawn.", {"eir2004:14(4)"}),
        ("We will publish it when it is finished.", {"eir2004:14(4)"}),
    ],
)
def test_when_unfinished_material_will_be_finished(words: str, lacking: set[str]) -> None:
    refusal = (
        "We hold the map and refuse it under regulation 12(4)(d) of the Environmental Information Regulations 2004, as it "
        f"is unfinished. {words} {WEIGHED}"
    )
    rights = "You may make representations to us, no later than 40 working days from the date of this letter."
    assert missing(refusal, rights, REGULATOR) == lacking


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("You might think of asking for one year only.", set()),
        ("The Council can provide the total of reports per month.", set()),
        ("Had you asked only for the number of tickets we should have been able to tell you.", set()),
        ("We have a duty under section 16 to advise and assist.", {"foia2000:16(1)"}),
        ("We are sorry that we cannot help you on this occasion.", {"foia2000:16(1)"}),
    ],
)
def test_help_within_the_cost_limit(words: str, lacking: set[str]) -> None:
    cost = (
        "To find these we would have to read 9,000 tickets at two minutes each, which is 300 hours and exceeds the "
        "appropriate limit. Section 12(1) of the Freedom of Information Act 2000 applies."
    )
    assert missing(cost, words, REVIEW, REGULATOR) == lacking


def test_a_vexatious_request_is_refused_by_section_14() -> None:
    words = "Under the Freedom of Information Act 2000 we consider your request to be vexatious and will not answer it."
    assert missing(words, REVIEW, REGULATOR) == {"foia2000:17(5)"}
    assert missing(f"{words} Section 14(1) applies.", REVIEW, REGULATOR) == set()
