"""The wording of refusals to confirm or deny, and of letters that confirm."""

import re

from ..wording import Wording

NCND_CONTEXT = Wording(
    r"\bneither (?:to )?confirm\w* (?:n|)or (?:to )?den",
    r"\bconfirm (?:n?or|whether or not|that)\b[^.]{0,40}\bden(?:y|ies|ial)",
    r"\b(?:duty|obligation|obliged|required)\b[^.]{0,60}\bconfirm\b",
    r"\bconfirmation (?:n?or|and) denial\b",
)
NCND_SAID = Wording(
    r"\b(?:we|i|it|force|constabulary|police|council|trust|department|ministry|university|board|authority|agency|commission|office|college|school|service|hospital|mps)\b[^.;]{0,40}\b(?:neither confirms?(?:,)? (?:n?or) den(?:y|ies)|(?:not|cannot|n['’]t|unable to|decline to|refuse to|decided (?:not )?to) (?:\w+ )?(?:confirm|say|reveal|state|disclose|tell))",
    r"\b(?:can|must|will|do|does|shall|may only|wish to|have to|obliged to|has decided to|have decided to|right to|entitled to|able) (?:therefore |only |properly |also )*neither (?:to )?(?:confirm|admit|say)",
    r"\b(?:duty|obligation|requirement)\b[^.;]{0,90}\b(?:does not (?:apply|arise)|do not (?:apply|arise)|(?:is|are) (?:therefore |accordingly |here |also )?(?:disapplied|excluded|lifted|removed|displaced|set aside))\b",
    r"\b(?:not|no|nor) (?:\w+ )?(?:obliged|required|bound|duty|obligation|have) to (?:confirm|say|tell|state)\b|\bneed not (?:confirm|say|tell|state)\b|\b(?:excused|relieved|exempt|released|freed) from\b[^.;]{0,30}\b(?:duty|obligation|confirming|saying|section 1)",
)
"""This letter itself says neither yes nor no, and does not only explain when one may."""
IF_HELD = re.compile(
    r"\b(?:if|were|had|should|supposing|assuming|whether or not)\b[^.;]{0,50}\b(?:held|hold|exist\w*|there (?:be|were|was|is)|such (?:information|\w+))\b",
    re.IGNORECASE,
)
WHETHER_HELD = Wording(
    r"\bwhether\b[^.;]{0,60}\b(?:held|holds?|exists?)\b|\b(?:exist|be held|were held|did exist)\b",
    r"\bconfirm\w*\b[^.;]{0,12}\bden(?:y|ies|ying|ial)\b",
)
CONFIRMS_HELD = Wording(
    r"\b(?:can|now|hereby|therefore|able to|i|we|does|do) (?:\w+ ){0,2}?confirm (?:to you )?(?:that )?(?:\w+ ){0,7}?(?:holds?|held)\b",
    r"\b(?:information|it|file|report|record)s? (?:is|are) (?:\w+ )?held\b[^.;]{0,40}\b(?:confirm|said so)\b",
)
"""The letter says that the information is held."""
POINTS_BACK = re.compile(r"\b(?:that|this|it|such|so)\b", re.IGNORECASE)
DUTY_LIFTED = re.compile(
    r"\b(?:duty|obligation|section 1\(1\)(?:\(a\))?)\b[^.]{0,120}\b(?:(?:does|do) not (?:apply|arise)|(?:is|are) (?:\w+ )?(?:disapplied|excluded|lifted|removed))",
    re.IGNORECASE,
)
