"""Letters under the laws of other countries, typed and recognised from pictures of pages."""

import pytest
from letter_files import scanned_pdf

from foi_analytics.formats import extract
from foi_analytics.formats.ocr import can_recognise_text
from foi_analytics.reading import read


@pytest.mark.parametrize(
    ("words", "regimes"),
    [
        ("Your FOIA request is denied pursuant to FOIA exemptions (b)(1) and (b)(3).", ("us_foia",)),
        (
            "We found no records responsive to your FOIA request. You may write to our FOIA Public Liaison.",
            ("us_foia",),
        ),
        ("We have withheld this under section 21(1)(b) of the Access to Information Act.", ("ca_atia",)),
        ("Your request under the Official Information Act 1982 is granted.", ("nz_oia1982",)),
        ("Your request under the Freedom of Information Act 1982 is granted.", ("au_foi1982",)),
        ("You ask what the Official Information Act would say. We refuse under section 40(2) of FOIA.", ("foia2000",)),
        ("Your FOI request asks about the Official Information Act. We hold nothing.", ("foia2000",)),
        (
            "Under the Freedom of Information Act 2000 you ask for letters about 5 U.S.C. 552. We hold none.",
            ("foia2000",),
        ),
        ("Your FOI request about the Local Government (Access to Information) Act is refused.", ("foia2000",)),
    ],
)
def test_a_letter_is_read_under_the_law_of_its_own_country(words, regimes):
    assert read(f"Dear A\n\n{words}\n\nYours sincerely\n").regimes == regimes


def test_the_grounds_of_an_american_scan_are_found():
    if not can_recognise_text():
        pytest.skip("needs the extra `ocr` and tesseract")
    found = extract(scanned_pdf("Your FOIA request is denied\nunder 5 U.S.C. § 552(b)(1) and\nFOIA exemption (b)(3)."))
    reading = read(found.text)
    assert reading.regimes == ("us_foia",)
    assert {each.provision for each in reading.exemptions} == {"us_foia:(b)(1)", "us_foia:(b)(3)"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scan", "regime", "grounds"),
    [
        ("us_glomar_1.pdf", "us_foia", {"us_foia:(b)(1)", "us_foia:(b)(3)"}),
        ("us_glomar_2.pdf", "us_foia", {"us_foia:(b)(1)", "us_foia:(b)(3)"}),
        ("ca_letter_1.pdf", "ca_atia", {"ca_atia:21(1)(b)"}),
    ],
)
def test_the_grounds_of_real_scans_are_found(shared, scan, regime, grounds):
    if not can_recognise_text():
        pytest.skip("needs the extra `ocr` and tesseract")
    reading = read(extract(shared / "corpus" / "scans" / scan).text)
    assert reading.regimes == (regime,)
    assert {each.provision for each in reading.exemptions} == grounds
