"""The wording of prejudice and harm: how likely it is said to be, and what would happen."""

import re

from ..wording import Wording

__all__ = ["BOTH", "DESCRIBES", "HARM", "LEVELS"]

_HARM = (
    r"(?:(?:substantially|otherwise|seriously|significantly|clearly|also|in turn|have|both|then|therefore|be|an?|the|its|their|our) ){0,3}"
    r"(?:prejudic\w+|inhibit\w*|harm\w*|endanger\w*|undermin\w+|advers\w+|compromis\w+|damag\w+|hinder\w*|weaken\w*|"
    r"imped\w+|jeopardi[sz]\w+|disrupt\w*|detriment\w*|deter\w*|risk|suffer\w*|threaten\w*|impair\w*|distress\w*)"
)
BOTH = re.compile(
    r"\bwould,?(?: or| and)?(?: \(?or)? would be likely to\b|\bwould or (?:be )?likely to\b|\bwould,? or (?:would be |is )?likely,? to\b",
    re.IGNORECASE,
)
"""Both limbs recited and none chosen."""
LEVELS = (
    (
        "likely",
        Wording(
            r"\b(?:would|is|are|be|seems?|was|were|very|more|less) (?:also |then |otherwise |therefore )?(?:be )?(?:more |less |very |also )?likely to\b",
            r"\blikely,? (?:if released|if disclosed|in our view|therefore),? to\b",
        ),
    ),
    (
        "would",
        Wording(
            rf"\bwould(?! be (?:more |less |very )?likely)(?! not)(?! (?:be )?(?:glad|happy|like|need|have to)) (?:be )?(?:\w+ly )?{_HARM}",
            r"\bwould (?:\w+ly )?(?:assist|help|enable|allow|lead|drive|lose|put|tell|reveal|expose|mislead|cease|stop|take away)\b[^.;]{0,80}\b(?:attack\w*|criminals?|offend\w*|crimes?|competitors?|rivals?|confidence|risk|fraud\w*|terroris\w*|loss)\b",
        ),
    ),
)
HARM = Wording(
    rf"\b(?:would|could|might|may|will|likely to|lest)\b[^.;]{{0,60}}\b{_HARM}\b",
    r"\b(?:would|could|might|may|will|likely to)\b[^.;]{0,80}\b(?:undercut\w*|lose\w*|lost|stop|cease|reluctan\w*|less (?:willing|likely|frank|candid)|fewer|exploit\w*|target\w*|assist|enable|mislead\w*|reveal|identif\w+|expos\w+|avoid|evade|copy|bid|higher prices?|attack\w*|unfair|breach)\b",
    r"\bharm\b[^.;]{0,60}\b(?:is|would|could|lies|arises|comes)\b",
    r"\bif\b[^.;]{3,120}\b(?:would|could|might)\b",
)
DESCRIBES = Wording(
    r"\b(?:provides?|states?|says|sets? out|exempts|covers|excepts|allows|protects|applies to|relates to)\b[^.;]{0,60}\b(?:an exemption|information|that|to the extent)\b[^.;]{0,200}\b(?:would|likely)\b",
    r"\binformation\b[^.;]{0,60}\b(?:is|may be) exempt(?: information)? (?:if|where|when)\b",
    r"\b(?:an?|the) (?:public )?authority may refuse\b",
    r"\bto the extent that (?:its|the) disclosure would\b",
    r"\b(?:is|are|being) (?:also |both |all |therefore )?(?:an? )?(?:qualified|absolute|(?:class|prejudice)[- ]based)(?: exemptions?| exceptions?| one)?\W*$",
    r"\b(?:act|regulations|foia|foisa|eirs?|law|section 1)\b[^.;]{0,80}\b(?:requires?|required|obliges?|entitles?|gives?|under a duty|has a duty|must|right)\b[^.;]{0,120}\b(?:unless|except (?:where|when)|subject to)\b",
    r"\b(?:exemptions?|exceptions?) (?:\w+ ){0,6}?(?:are|can be|may be|is|fall into) (?:\w+ ){0,2}(?:either|two (?:types|kinds|sorts|classes))\b|\b(?:where|if|when) an? (?:exemption|exception) is (?:qualified|absolute)\b",
    r"^\W*(?:the )?(?:exemption (?:in|at|under) )?(?:section|regulation|reg\.?|s\.?) ?\d[\w().]*(?: of [^,;.]{0,60})?(?: is (?:a |an )?(?:qualified|absolute|class|prejudice)| (?:provides|states|exempts|covers|allows|sets out|concerns|applies to information|is engaged (?:if|where|when)))",
)
"""What the statute says, and not this letter."""
