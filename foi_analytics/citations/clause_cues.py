"""Classes of words, and the patterns built from them that tell what a clause makes of its citation.

In a plain sentence the citation is `§` and others are `◊`: verbs of relying and of refusing, words that
deny, words that leave open.
"""

import re

THIS = "§"
OTHER = "◊"
AFTER_A_CITATION = re.compile(
    r"(?<=[§◊])(?:,? ?(?:(?:of|in|under|to) (?:the |that )?)?(?:FOIA?|FOISA|EIRs?|EI\(?S\)?Rs?|FOI Act|(?:2000|2002|above|said|same) Act|"
    r"Act(?: 200\d)?|Freedom of Information (?:\(Scotland\) )?Act(?: 200\d)?|"
    r"Environmental Information (?:\(Scotland\) )?Regulations(?: 2004)?|Regulations)\b| ?\([^()§◊]{1,60}\)){1,3}"
)
ASIDE = re.compile(r"(?<=[§◊]), (?:which|who|itself|being)\b[^,;.()§◊]{1,90}, (?!and\b)", re.IGNORECASE)
JOIN = (
    r"(?:,? ?(?:\b(?:and/or|and|or|nor|together with|read with|as well as|in conjunction with|along with)\b|&),? ?"
    r"(?:(?:also|with|under|by|of|in|at|on|the|indeed|even|equally|to) ){0,3}|, ?|/ ?)"
)
COORDINATED = re.compile(rf"(?:◊{JOIN}){{0,6}}§(?:{JOIN}◊){{0,6}}")
CLAUSE_EDGE = re.compile(
    r"[;:()–—|]|,? ?\b(?:but|although|though|whereas|while|whilst|because|since|so that|which|who|whom|whose|yet|however|unless)\b|"
    r", (?:and|so|or|as|if|when|where|nor) |, (?=(?:no|none|nothing)\b)|"
    r"\band (?=(?:we|i|it|they|the|this|that|these|those|is|are|was|were|has|have|will|must|do|does|not|therefore|so|hence|accordingly|has|set)\b)",
    re.IGNORECASE,
)
RELY = (
    r"(?:appl(?:y|ies|ied|ying|icable|ication)|rel(?:y|ies|ied|ying|iance)|cit(?:e|es|ed|ing)|invo(?:k\w+|cation)|claim(?:s|ed|ing)?|"
    r"us(?:e|es|ed|ing)|engag(?:e|es|ed|ing)|plead(?:s|ed|ing)?|le(?:an|ans|aned|aning|ant)|resort(?:s|ed|ing)?|recourse|"
    r"maintain(?:s|ed|ing)?|press(?:ed|ing)?|pursu(?:e|ed|ing)|pray(?:ed|ing)?|advanc(?:e|ed|ing)|rais(?:e|ed|ing)|"
    r"put forward|call(?:s|ed|ing)? (?:up)?on|fall(?:s|en|ing)? back|rest(?:s|ed|ing)?|stood|consider(?:s|ed|ing)?|deploy(?:s|ed|ing)?|"
    r"assert(?:s|ed|ing)?|exercis(?:e|ed|ing)|trigger(?:s|ed|ing)?|attract(?:s|ed|ing)?|identif(?:y|ied)|go(?:ne|ing)? (?:on|into)|turns? (?:up)?on)"
)
"""What an authority does with an exemption."""
HOLD_GOOD = (
    r"(?:appl\w+|relied|reliance|cited|invoked|claimed|used|engage\w*|aris\w+|arose|help\w*|assist\w*|bit\w*|bear\w*|com(?:e|es|ing) (?:in|up|near)\w*|"
    r"fit\w*|reach\w*|extend\w*|cover\w*|catch\w*|caught|stand\w*|avail\w*|operat\w*|met|made out|satisf\w+|trigger\w+|justif\w+|"
    r"sustain\w*|maintain\w*|uph(?:eld|old)|need\w*|necessary|appropriate|apt|relevan\w+|in (?:point|play|issue)|open|pursued|pressed|"
    r"correct\w*|right\w*|founded|persuad\w+|convinc\w+|work\w*|affect\w*|prevent\w*|protect\w*|stop\w*|required|established|shown|proved|"
    r"outweigh\w*|serve\w*|good|concern\w*|feature\w*|play\w*|adds?|call\w*|decid\w+|looked|considered|been)"
)
"""What an exemption does when it holds good."""
GIVE = r"(?:provid|disclos|releas|suppl|hold|held|giv|sen[dt]|shar|publish|includ|answer|compl|confirm|enough|more|only|reveal|subject|oblig|requir\w+ to|disput)"
GAP = r"[^\w§◊.;:]{1,3}"
DENY = (
    r"(?:\b(?:not|never|nor|neither|no|none|without|cannot|hardly|scarcely|nobody|nothing)\b|n['’]t\b|"
    r"\b(?:rather than|instead of|short of|far from|refrain\w* from|declin\w+ to|unable to|fail\w* to|stopped|ceas\w+)\b)"
)
AUXILIARY = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|need|may|might|ought|must)"
SOFT = (
    r"(?:also|well|then|still|yet|now|probably|possibly|conceivably|perhaps|itself|themselves|only|otherwise|normally|usually|ordinarily|have|had|need|"
    r"to|be|been|want|wish|come|choose|seek|decide|able|likely|prepared|required|obliged|considered|regarded|treated|deemed|"
    r"held|said|argued|in|turn|theory|principle|time|due|course|part|equally|potentially|expect|hope|go|look|having|most|very)"
)
FALL = (
    r"(?:appl(?:y|ied|icable)|rel(?:y|ied)|cit(?:e|ed)|invoked?|claim(?:ed)?|used?|engaged?|attract|fall|caught|exempt(?:ed)?|refused?|"
    r"withh(?:old|eld)|redact(?:ed)?|look(?:ed)? at|consider(?:ed)?|com(?:e|ing) (?:up|into|within|under)|arise|run into|meet|met|raised?|extend|cover|protect|"
    r"bar|prevent|stop|stand|relevant|needed|necessary|turn to|point(?:ed)? to|deal with|dealt with|repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|treat(?:ed)?|bite|trouble|matter|feature|be asked)"
)
DENIED = (
    re.compile(
        r"(?:\bnot|n['’]t|\bnever|\bno (?:longer|need)) (?:\w+ ){0,4}neither (?:to )?confirm[^;:]{0,60}§", re.IGNORECASE
    ),
    re.compile(
        rf"{DENY}(?:{GAP}(?!{GIVE}|wrong|fault|for\b)[\w'’]+){{0,5}}?{GAP}{RELY}\b"
        r"(?:(?!by (?:virtue|reason)|because of|pursuant|◊)[^;:]){0,70}§",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{DENY}(?:{GAP}(?:to|on|upon|under|by|of|in|case|ground|need|the)){{0,4}}{GAP}§(?! (?:we|i|the|they)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"§(?:\W{{1,3}}(?!(?:not|we|i|it|they|you|the|this|that)\b)\w+){{0,2}}?\W{{1,3}}(?:{AUXILIARY}(?:n['’]t| ?not| never| no longer| hardly| nothing)|no longer|never)\b"
        rf"(?:\W{{1,3}}(?!subject|require\b|prevent\b)\w+){{0,4}}?\W{{1,3}}{HOLD_GOOD}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{DENY} (?:\w+ )?(?:think|believe|consider|see|find|accept|agree|say|claim|suggest|persuaded|satisfied|convinced|sure|clear|certain)\w*\b"
        r"[^;:§]{0,30}(?:§|(?:how|why|that|whether) §)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{DENY} (?:an?|the|any) (?:\w+ )?(?:case|occasion|instance|matter|request|situation)s? (?:for|in which|where|to which|of)\b[^;:]{{0,60}}§|"
        rf"§ (?:as )?not (?:to be |being |having been )?{HOLD_GOOD}\b|"
        r"§(?: \w+){0,4} would (?:be|have been) (?:\w+ )?(?:wrong|stretch|unjust|unfair|hard|difficult|absurd|inappropriate|premature|disproportionate|mistaken|pointless)|"
        r"§(?: \w+){0,3} (?:lost|losing|given way|give way|gives way|gave way|come off|comes off|yields?|ended|ends|expired|spent|out of time)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"§(?: \w+){0,2} (?:falls?|fell|goes|went|lapses?|fails?|failed|ceas\w+|drops?) (?:away|with|by the|out|too|as well|likewise)\b",
        re.IGNORECASE,
    ),
)
IT = r"(?:it|that|this|them|these|those|either|neither|none|both|the (?:exemption|exception|section|provision|argument|point|course)s?)"
NEXT = (
    re.compile(
        rf"^\W*(?:(?:as|since|because|in|having|on|for|given) [^.;]{{0,90}},? )?(?:neither|none|nor)\b[^.;]{{0,25}}\b{HOLD_GOOD}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:and |but |so |yet )?(?:it|that|this|they|these|the (?:exemption|exception|course|section|point)s?)\W{{1,3}}(?:\w+\W{{1,3}}){{0,2}}?"
        rf"{AUXILIARY}(?:n['’]t| ?not| never| no longer)\b(?:\W{{1,3}}(?!only|possible)\w+){{0,3}}?\W{{1,3}}{HOLD_GOOD}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:(?:as|since|because|in|having|on|for|given)\b[^.;]{{0,90}},? )?(?:and |but |so |yet )?(?:we|i|the \w+|he|she|they) (?:\w+ ){{0,2}}?"
        rf"(?:{AUXILIARY} ?(?:not|n['’]t|never|no longer))\b(?: \w+){{0,3}}? {RELY}\b(?: (?:up)?on| to)? {IT}\b",
        re.IGNORECASE,
    ),
)
WEIGHED_OUT = re.compile(
    r"\b(?:consider|look|wonder|weigh|examin|explor|ask|think|thought|discuss)\w*\b[^.;]{0,30}\b(?:whether|if|about|at|into)\b[^.;]{0,20}§[^.;]{0,120}"
    r"\b(?:conclu|decid|found|thought|agreed|satisfied|but|though|however|and)\w*\b[^.;]{0,50}(?:\b(?:not|no|against|neither|nothing)\b|n['’]t\b)",
    re.IGNORECASE,
)
POSSIBLE = (
    re.compile(rf"\b(?:would|could|might|may)(?: {SOFT}\b)*,? {FALL}\b[^;:]{{0,60}}§", re.IGNORECASE),
    re.compile(rf"§(?: \w+){{0,2}}? (?:would|could|might|may)(?: {SOFT}\b)*,? {FALL}\b", re.IGNORECASE),
    re.compile(
        r"§(?: \w+){0,3}? (?:is|are|seems?|looks?|would seem) (?:\w+ )?(?:likely|liable|bound|apt|certain|sure|expected) to\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:is|are|seems?|looks?|would seem) (?:\w+ )?(?:likely|liable|bound|apt|certain|sure|expected) to {FALL}\b[^;:]{{0,50}}§",
        re.IGNORECASE,
    ),
)
SUPPOSED = re.compile(
    r"(?:^|[,;:(] ?|\b(?:and|but|that) )(?:had|were|should|supposing|suppose|assuming) (?:it|they|you|we|i|this|that|these|any|there|such|the|your|a|an)\b"
    r"[^.;]{1,160}\b(?:would|could|might|may)\b",
    re.IGNORECASE,
)
RESERVED = re.compile(
    r"\breserv\w+\b[^.;]{0,60}\b(?:position|rights?|opinion|judge?ment|view|options?)\b[^.;]{0,70}§|"
    r"§[^.;]{0,60}\b(?:position|rights?|judge?ment|view)\b[^.;]{0,30}\breserved\b|"
    r"\b(?:without prejudice to|leaves? open|keeps? open|left open|do not rule out|not ruled out)\b[^.;]{0,70}§",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"\b(?:as a (?:general |usual )?rule|usual(?:ly)?|normally|generally|ordinarily|typically|routinely|often|sometimes|commonly|"
    r"in (?:most|many|some|other|such|similar) (?:cases|replies|letters|requests|circumstances|instances)|"
    r"(?:normal|standard|general|common) (?:practice|policy|approach)|tends? to|as a matter of (?:course|policy|practice|routine)|whenever|"
    r"(?:is|are) (?:the sort|the kind|a common))\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:has|have|had|are being|is being|we are|i am|this time|in (?:this|your) (?:case|instance)|therefore|as usual|here)\b|"
    r"\b(?:in (?:line|accordance|keeping) with|following|under) (?:our|its|the|usual|normal|general)\b|\bas is\b",
    re.IGNORECASE,
)
REFUSE = (
    r"\b(?:withh\w+|refus\w+|redact\w*|declin\w+|den(?:y|ied|ies|ying)|exempt\w*|except(?:ed|s)|remov\w+|suppress\w*|omit\w*|obscur\w*|"
    r"mask\w*|delet\w+|excis\w+|blank\w*|black(?:ed|ing)|grey(?:ed|ing)|shad(?:ed|ing)|stripped|struck|crossed|kept|keep(?:s|ing)?|"
    r"h(?:o|e)ld(?:ing)? (?:it |them |this |these |that )?back|stay(?:s|ed|ing)?|left out|leav(?:e|ing) out|tak(?:en|ing) out|missing|absent|closed|barred|blocked|"
    r"cut|excluded|turned (?:down|away)|not (?:be(?:en|ing)? )?(?:\w+ly )?(?:provided|given|sent|supplied|disclosed|released|included|shown|published|shared|enclosed|attached|available))\b"
)
UNDER = (
    r"\b(?:under|by|by virtue of|by reason of|pursuant to|in terms of|in reliance on|on the (?:strength|basis|footing|grounds?) of|because of|owing to|thanks to|"
    r"due to|per|in (?:accordance|line|keeping|compliance) with|as required by|for the purposes? of|citing|relying on|applying|invoking|using)"
    r"(?: the)?(?: (?:\w+ )?(?:exemption|exception|bar|ground)s?)?(?: (?:at|in|under|of|from|contained in|set out (?:in|at)|provided by|given by))? ?§"
)
REFUSED_UNDER = re.compile(rf"{REFUSE}[^;:]{{0,90}}?{UNDER}", re.IGNORECASE)
ANYONE = re.compile(
    r"\b(?:may|might|could|would|can|if|when|where|unless|should|you|any|an? (?:public )?authorit\w+|public authorities|requests|refusals|how|whether|to (?:rely|apply|use))\b",
    re.IGNORECASE,
)
"""Words that leave open whether anything was done, and by whom."""
PROVIDED = re.compile(r"[ ,]{0,2}(?:only |but only |solely )?(?:if|when|where|unless)\b", re.IGNORECASE)
