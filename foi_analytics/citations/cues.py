"""The wording that tells what a citation does: one pattern per purpose, for a flattened sentence."""

import re

from ..wording import Wording

_SECTION = (
    r"(?:§|(?:sections?|ss?\.?|regulations?|regs?\.?|exemptions?|exceptions?|adran) ?\d{1,2}\w?(?: ?\(\w{1,3}\)){0,4})"
)

WEIGHED = Wording(
    r"\b(?:considered|asked (?:ourselves|myself)|wondered|looked (?:at|into)|thought about|examined|weighed|explored|suggested|argued|objected|contended|put forward)\b",
)
DISMISSED = Wording(
    r"^\W*(?:we|i|it|this|that|but|however|having|on reflection|in the end|neither|none)\b[^.]{0,80}\b(?:not|no|nor|neither|decided against|don't)\b",
)
TAKEN_BACK = re.compile(
    r"^\W*(?:it|they|that|this)\b[^.]{0,30}\b(?:wrongly|incorrectly|mistakenly) (?:cited|applied|relied)|^\W*(?:it|they|that|this)\b[^.]{0,40}\bwithdrawn\b",
    re.IGNORECASE,
)
"""The next sentence withdraws what this one cites."""
REJECTED = Wording(
    r"\b(?:had (?:at first |first |initially )?(?:in mind|intended|planned|meant|thought|hoped)|(?:was|were) (?:at first |first |initially )?(?:minded|going|about|inclined|tempted)) (?:to|of)\b[^.;]{0,60}§",
    r"§(?: \([^)]{0,60}\))? (?:\w+ )?(?:falls? away|fails?|adds? nothing|lapses?|has (?:now )?(?:lapsed|ceased to apply|no (?:bearing|application|part|place|relevance)))\b",
    r"§(?: \([^)]{0,60}\))? (?:is|was|are|were|has been|have been) (?:now |therefore |also |hereby |accordingly )?(?:out of the question|ruled out|set aside|lifted|dropped|abandoned|removed|reversed|rejected|misconceived|misapplied|unsound|unavailable)\b",
    r"§(?: \([^)]{0,60}\))? (?:\w+ )?(?:does|do|did|can|could) ?not (?:now |therefore |also |really )?(?:aris|help|assist|bit|bear|cover|extend|fit|stand|protect|reach|come (?:up|into)|catch|operate|go so far)\w*\b",
    r"\b(?:decided|ruled|finds?|found) against (?:the use of |relying on |applying )?§",
    r"\bno reliance\b[^.;]{0,30}§|\bwithout (?:relying on|recourse to|resort to|needing) §|\b(?:make|made) no (?:finding|decision) (?:on|about) §",
    r"\bno (?:need|reason|occasion) (?:for us )?to (?:consider|go on to|turn to|look at|rely on|use|apply|invoke)\b[^.;]{0,20}§",
    r"\b(?:cannot|can ?not|do not|don['’]t|does not|unable to|not able to|fail to) (?:now )?(?:support|accept|agree|say|see|sustain|endorse|uphold|follow)\b[^.;]{0,60}§",
    r"\bnot (?:been )?(?:persuaded|convinced|satisfied|shown)\b[^.;]{0,60}§|\b(?:unpersuaded|unconvinced) (?:by|that|of)\b[^.;]{0,40}§",
    r"\b(?:remov|lift|dropp|abandon|revers|resist|reject)(?:e|ed|ing)?\b(?! (?:under|by|per|in)\b)[^.;]{0,50}\b(?:reliance|use|claim|decision|suggestion|application|argument)\b[^.;]{0,20}§",
    r"\b(?:instead of|in place of|rather than|and not|replac\w+) (?:the (?:exemption|exception) (?:in|at|under) )?§",
    r"\bnor (?:is|was|are|do|does|have|has|can|did)\b[^.;]{0,50}§|\b(?:in particular|and) not (?:on |under )?§",
    r"\bstop(?:s|ped)? short of\b[^.;]{0,60}§|\b(?:went|gone|goes) too far\b[^.;]{0,30}§|\b(?:wrong|mistaken)(?: of us)? (?:to|in) (?:cit|appl|rel|us|invok)\w*\b[^.;]{0,20}§",
    r"\bought not to have\b[^.;]{0,40}§|\b(?:use|application|reliance (?:up)?on|claim (?:to|under)) §(?: \w+)? (?:cannot stand|was (?:misconceived|misplaced|wrong|mistaken|unsound)|falls|fails|is (?:withdrawn|dropped|lifted))\b",
    r"\b(?:lift|drop|abandon|forgo|waive)(?:s|ed|ped|ing|ping)? (?:the )?(?:exemption (?:in|at|under) )?§|§ and set (?:it )?aside\b|\b(?:toyed|flirted) with §|\btempted by §",
    r"\bmisplaced\b|\bcannot (?:now )?be (?:relied|used|applied|maintained|sustained|upheld)\b",
    r"\bneither\b[^.]{0,80}\b(?:claimed|applied|relied|engaged|cited|applies|needed)\b",
    r"\b(?:forms?|formed|plays?|played) no part\b",
    r"\b(?:is|was|are|were) not (?:been )?(?:necessary|needed|required(?! to)|thought|considered (?:apt|necessary|appropriate)|claimed|in point|apt)\b",
    r"\bno longer (?:carr(?:y|ies)|holds|stands|outweighs|justif\w+)",
    r"\bwas (?:needed|required) as well and (?:decided|concluded)\b",
    r"\b(?:not|never) (?:been )?(?:treated|regarded) (?:it |the request |this )?as\b",
    r"\b(?:not|never) (?:be(?:en|ing)? |currently |therefore |now |seeking to |intend(?:ing)? to )?(?:appl(?:y|ied|ying)|rel(?:y|ied|ying)|cit(?:e|ed|ing)|engag(?:e|ed)|consider(?:ed)? (?:that )?(?:it|this|the|section)|invok\w+|claim\w*|us(?:e|ed|ing))\b",
    r"\b(?:do|does|did|is|are|was) not (?:consider|believe|think|find|agree)\b[^.]{0,80}\b(?:appl|engag|exempt|section|regulation|relevant)",
    r"\bconsidered\b[^.]{0,100}\bbut\b",
    r"\bconsidered whether\b[^.]{0,100}\b(?:however|and (?:have )?(?:concluded|decided) (?:that )?(?:it|they) (?:do|does|is|are) not)",
    r"\b(?:withdraw(?:n|ing|s)?|withdrew)\b|\bdisappl(?:y|ied)\b(?! by)",
    r"\bno longer (?:wish(?:es)? to |seek(?:s|ing)? to |intend(?:s)? to )?(?:rel(?:y|ies|ying)|appl(?:y|ies|ying)|maintain|engaged|cit)",
    r"\bno longer (?:being )?(?:relied|applied|engaged|claimed|cited)\b",
    r"\b(?:incorrectly|wrongly|mistakenly|inappropriately|erroneously|in error)\b[^.]{0,40}\b(?:cit|appl|rel|us|refus|withh|engag)\w*|§[^.;]{0,20}\b(?:appl|us|engag)\w*\b[^.;]{0,10}\btoo (?:widely|broadly)\b",
    r"§(?: \([^)]{0,60}\))? (?:is|was) (?:not|no longer) (?:\w+ )?(?:sustained|needed|available|justified|appropriate|necessary|in play|open)\b",
    r"\b(?:cited|applied|relied on|used)\b[^.]{0,40}\b(?:incorrectly|wrongly|in error|by mistake)\b",
    r"\bshould not have (?:been )?(?:cited|applied|relied|refused|withheld|used)",
    r"\boverturn(?:ed|ing)?\b[^.]{0,60}\b(?:use|application|reliance|decision)",
    r"\b(?:is|are|was|were) not (?:engaged|applicable|met|made out|relevant)\b",
)
HAD = Wording(
    r"\bhad (?:we|it|this|the (?:\w+ )?(?:information|council|trust|force|department|university|data|request)|such information|i|you)\b[^.]{0,60}\b(?:held|hold|been|asked|did|not)",
    r"\bhad (?:\w+ ){1,5}been (?:held|recorded)\b",
    r"\bif (?:we|it|the \w+|such \w+|this) (?:had|did|were)\b[^.]{0,60}\bh(?:e|o)ld\b",
    r"\bif (?:such |any |there )?(?:an? )?(?:\w+ ){0,3}(?:existed|were (?:one|any))\b|\bsupposing\b[^.]{0,40}\b(?:were|held|one|existed)\b|\bwere (?:it|we|they|there|one|any|such \w+)\b[^.]{0,30}\b(?:held|to hold|one|any)\b",
)
"""The information is not held: what would have applied to it applies to nothing."""
HYPOTHETICAL = Wording(
    r"\b(?:were|if) (?:we|it|such|the|this|any)\b[^.]{0,60}\b(?:held|to hold|hold|did hold|were held)\b[^.]{0,80}\b(?:would|may|might|could|likely)",
    r"(?<!\byou )\b(?:would|could|might|may) (?:also |then |well |likely |probably |still |in any event |potentially |normally |usually |ordinarily |otherwise )*(?:,? ?if \w{1,12},? |in (?:our|my|his|her) (?:view|opinion) )?(?:have been |be |become )?(?:likely |potentially |considered |subject )?(?:to be |to )?(?:exempt|refus|withh|appl(?:y|ied|icable)\b|engage|(?:likely to )?(?:attract|engage)|fall)",
    r"(?<!\byou )\b(?:may|might|could) (?:also |be able to |need to |have to |wish to |still )?(?:be (?:exempt|engaged|applied|relied|refused|withheld|appropriate)|appl(?:y|ies)|rely|refuse|consider)\b",
    r"\b(?:might|may|could|would)\b[^.;]{0,60}\b(?:look(?:ed)? at|be considered|met by|in point|come into play|arise|need considering)\b",
    r"\breserves? the right\b|\b(?:likely|probably|possibly) have to (?:refuse|withhold|consider)\b|\b(?:could|might|may) (?:stop|prevent) us\b",
    r"\b(?:refined?|narrow(?:ed)?|revised?|new|future|further|fresh) (?:or \w+ )?(?:request|version)s?\b[^.]{0,120}\b(?:may|might|could|would|likely|subject)",
    r"\bwould (?:likely|probably|most likely|in all (?:likelihood|probability)|need)\b",
    r"\b(?:if|should|were) you\b[^.;]{0,20}\b(?:to |decide to |wish to |want to )?(?:narrow|refin|resubmit|re-?submit|come back|ask|limit|reduc|continu|persist|repeat|send us|make a)\w*\b",
    r"\b(?:could|might|would) (?:\w+ )?have (?:\w+ )?(?:been )?(?:\w+ )?(?:refus|withheld|rel(?:y|ied)|used|applied|cited|charged|excused|relieved|stopped|entitled|engaged|claimed|justified|kept|prevented|exempt|protected|open)\w*\b",
    r"\b(?:narrow|short|small|few|limit|refin|revis)(?:er|ed)\b[^.;]{0,120}\b(?:would|could|might|may)\b",
    r"\b(?:is|are) (?:also |very |highly |still )?likely to be (?:exempt|refused|withheld)\b|\beven if you\b|\bany such \w+ would\b|\bcannot promise\b",
    r"\bin the event\b[^.]{0,60}\bwould\b",
)
STRONG = Wording(
    r"§(?: \w+){0,3} (?:rightly|properly|correctly|fairly|justifiably|validly|legitimately|appropriately) (?:used|applied|cited|relied|claimed|engaged|invoked|given|raised|chosen)\b",
    r"\b(?:rightly|properly|correctly|fairly|justifiably|validly|legitimately|appropriately) (?:used|applied|cited|relied (?:up)?on|claimed|engaged|invoked|gave|raised|chose)\b[^.;]{0,30}§",
    r"\b(?:ought to|should) (?:instead |rather )?have been (?:cited|used|given|claimed|applied|named) (?:is|was) §|§(?: \w+)? (?:ought to|should) (?:instead |rather )?have been (?:cited|given|named)\b",
    r"\bexempt(?:ed)? (?:in terms of|by|under|per|pursuant to|because of|from (?:disclosure|release) (?:under|by))\b(?! information)",
    r"^(?:under|by|in terms of|by virtue of) §(?: of [^,]{0,60}| FOIA| FOISA| EIRs?)?,? (?!information|public|personal|data\b|an? |the public|it is|there)",
    r"\b(?:we|i)(?:'|’)ve (?:cited|applied|withheld|relied|used|refused|redacted)\b",
    r"\bby § to give notice\b",
    r"\bunder § (?:of [^.;]{0,40} )?(?:we|the \w+|it) (?:are|is|do|does) not (?:required|obliged|have) to\b",
    r"\b(?:we|i|it|they|council|trust|force|constabulary|police|department|ministry|office|university|board|authority|agency|commission|college|school|service|organisation|hospital|mps)\b[^.;]{0,30}\b(?:have|has|are|am|is|will|must|can|therefore|also|consider\w*|seek\w*|wish\w*)\b[^.;]{0,30}\b(?:appl(?:ied|ying)|rel(?:ied|ying) (?:up)?on|withh(?:eld|old|olding)|refus(?:e|ed|ing)|claim(?:ed|ing)|cit(?:ed|ing)|redact(?:ed|ing)|removed|blacked out|taken out|left out|invok\w+|engag\w+)\b",
    r"\b(?:we|i|council|trust|force|department|university|board|authority|agency|service) (?:hereby |therefore |also )*(?:rel(?:y|ies) (?:up)?on|appl(?:y|ies)|withholds?|refuses?|claims?|cites?|uphold|maintain)\b",
    r"\b(?:this|the|that|your|such|some|all|any other|requested|these|those|remaining|following|certain|following)\b[^.;]{0,90}\b(?:is|are|was|were|has been|have been|being|be|as|it is|considered)\b[^.;]{0,40}\bexempt(?:ed|ion)?\b(?! (?:if|where|when|unless))",
    r"\b(?:is|are|has been|have been|been|being|was|were)\b[^.;]{0,30}\b(?:withheld|redacted|removed|refused|suppressed|exempted|edited|blanked|obscured|omitted)\b[^.;]{0,80}\b(?:under|in (?:accordance|line|reliance|compliance) (?:with|on)|by virtue|pursuant|as per|on the (?:basis|grounds)|because|per|as)\b",
    r"\b(?:withholding|refusing|redacting|withhold|refuse|redact|redactions?|refusal|non-?disclosure|exempted|withheld|redacted|refused)\b[^.;]{0,60}\b(?:under|in (?:accordance|line|reliance) (?:with|on)|by virtue of|pursuant to|as per|on the basis of|citing|per)\b",
    r"\b(?:is|are) (?:therefore |also |fully |clearly )?(?:engaged|exempt)\b(?! (?:if|where|when|unless|information))",
    rf"{_SECTION}[^.;]{{0,110}}\b(?:appl(?:y|ies|ied)|has been applied|have been applied|is being applied)\b(?! (?:only|where|when|if|in circumstances))",
    r"\b(?:reli(?:ed|ance)|relying) (?:is |being )?(?:placed )?(?:up)?on\b",
    r"\b(?:exempt|withheld|redacted|refused|removed|not provided|blacked out)\b(?: (?:under|from disclosure under|information))?[\s:,(–—-]{0,4}(?:see )?(?:the )?§",
    r"\[ ?§",
    r"\b(?:entitled|permitted|allowed)\b[^.;]{0,60}\b(?:by|under)\b[^.;]{0,10}§",
    r"\b(?:in terms of|within the meaning of|under)\b ?§[^.;]{0,80}\b(?:formal notice|not held|is exempt|are exempt|i am|we are|vexatious)\b",
    r"\b(?:vexatious|unreasonable|repeated)\b[^.;]{0,40}\b(?:within the meaning of|under|for the purposes of|\() ?(?:the )?§",
    r"\b(?:formal )?(?:notice|refusal) (?:under|in terms of) §",
    r"\bfalls? (?:within|under|into)\b[^.;]{0,60}\b(?:exemption|exception|section|regulation)",
    r"\b(?:exempt|exemption|exempted)\b[^.;]{0,40}\bby virtue of\b|\bby virtue of (?:the )?(?:following )?(?:exemption|exception|section|regulation|s\.?\d)",
    r"\bsubject to (?:the |an )?(?:exemption|exception) (?:under|at|in|by)\b",
    r"\b(?:therefore|accordingly|consequently|hence)\b[^.;]{0,60}\b(?:exempt|withh|refus|redact)\w*",
    r"\brefus(?:e|ed|ing|al)\b[^.;]{0,60}\b(?:your|this|the|of)\b",
    r"\buph(?:old|eld|olding)\b[^.;]{0,60}\b(?:application|use|reliance|decision|refusal|exemption)|\b(?:correct\w*|(?:was|were|are|is) right) (?:to (?:apply|rely|withhold|refuse|cite)|in applying|applied)\b",
    r"\b(?:unable|cannot|exceeds?|exceeding|more than|beyond|in excess)\b[^.;]{0,120}(?:§|\b(?:section|s\.?) ?12\b)",
    r"\bexcepted (?:by|under)\b|\brel(?:y|ies|ying) in the alternative\b",
    r"\b(?:exemptions?|exceptions?)\b[^.;]{0,60}\b(?:apply|applies|engaged|used|relied on|are)\b ?:[^.]{0,80}§",
    r"\b(?:(?:the|our|only|correct|right|relevant|applicable|appropriate|second|first|other) )+(?:exemptions?|exceptions?|grounds?)(?: (?:here|for this|in this (?:case|instance)|that (?:bars|applies|covers)\b[^.;]{0,20}|being (?:used|applied|claimed)|(?:that )?we (?:rely on|use|apply|claim)|applied|claimed|used|chosen))? (?:is|are) §",
    r"\b(?:we|i|(?:council|trust|force|department|university|board|authority|agency|icb|service|college|school|commission|panel|reviewer)) (?:now |also |therefore |hereby |must |would |have to )*(?:invoke|plead|claim|cite|substitute|add|maintain|endorse|support|employ|lean on|fall back on|find for|turn to)s?\b[^.;]{0,50}§",
    r"\b(?:conclude|consider|find|judge|believe|think|view is|opinion is|satisfied|persuade us|conclusion is|finding is|lead us to (?:apply|use|rely on))\b(?: that)?(?: the (?:exemption|exception) (?:in|at|under))? §[^.;]{0,20}\b(?:is|to be|ought to be|should be|made out|was|has been)?(?: \w+ly)? ?(?:engaged|upheld|maintained|right|made out|triggered|in play|met|satisfied|claimed|the appropriate)\b",
    r"\b(?:engages?|attracts?|triggers?)(?: the (?:exemption|exception) (?:in|at|under))? §",
    r"§(?: \([^)]{0,60}\))? (?:outweighs|was,? and remains|continues? to (?:apply|be engaged)|still applies|likewise applies)",
    r"\bunder ?§,[^.;]{0,30}\b(?:we|i|the (?:council|trust|force|department|university|board)) (?:do|does|are|is|am|have|has)\b",
)
_NAMED = r"(?:,? ?(?:of|in|under|to) (?:the )?(?:(?!\b(?:we|i|our|this|that|is|are|was|has)\b)[^.,;:]){0,60}?)?,? ?(?:\([^)]{0,80}\) ?)?(?:EIRs? |FOIA |FOISA |of the Act )?(?:exemption |exception )?(?:\([^)]{0,80}\) ?)?"
IMMEDIATE = re.compile(
    r"\b(?:exempt(?:ed)?|den(?:ied|ial of (?:this|your)[^.;]{0,40}|ying)|withh(?:eld|olding|old)|redact(?:ed|ing|ions?)|refus(?:ed|e|ing|al)|removed|suppressed|blacked out|taken out|left out|struck out|deleted|masked|blanked(?: out)?|excepted|not (?:provided|disclosed|released))\b"
    r"(?: from disclosure| information| it| this| them| these| both)?,? "
    r"(?:under|by|by virtue of|pursuant to|in terms of|in (?:accordance|line) with|in reliance on|as per|on the basis of|per)(?: the)?(?: (?:exemption|exception)s?)?"
    r"(?: (?:at|in|under|of|set out in|contained in|provided by))? ?$",
    re.IGNORECASE,
)
STAMPED = re.compile(
    r"\b(?:stamped|marked|basis|exemptions?|exceptions?|grounds?|withheld|exempt|refused|redacted|removed)\s?[:–—-][^.]{0,80}$",
    re.IGNORECASE,
)
REQUESTER_ASKS = Wording(
    r"^\W*(?:(?:q\.?|question)? ?\d{0,2}[a-z]?[.):]? ?)?(?:and |but |so |then )?(?:how (?:many|often|much)|why|which|what|who|when|did|has|have|in how many|do you|does the|could you|can you|would you|will you|are you|is there)\b[^?]{0,400}§[^?]{0,400}\?\W*$|"
    r"\bplease (?:could|can|would) you\b|\b(?:could|can|would|will) you (?:please |kindly )?(?:provide|send|supply|give|tell|confirm|list|state)\b|\bplease (?:provide|tell me|send me|give me|supply|list)\b",
)
"""A question or a request: the requester speaks, whose words are repeated."""
COUNTED_HERE = re.compile(
    r"§(?: of [^,.;]{0,40})?,? (?:(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten) times|once|twice)\b|"
    r"§(?: \([^)]{0,40}\))?\s?[:=–—-]\s?\d{1,4}(?=[;,.)]|$)(?!\.\d)|\b(?:counted|recorded|shown|included) in (?:column|table|row)\b|"
    r"\b(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|\w{3,5}ty|most|few|none|some|half) (?:of (?:these|those|them|the (?:requests|refusals))|requests|refusals)\b[^.;]{0,40}\b(?:were|was|are|for|turned|refus)\b[^.;]{0,60}§",
    re.IGNORECASE,
)
LONG_AGO = Wording(
    r"\b(?:last year|in (?:19|20)\d\d|earlier (?:this|last) year|in foi[ -]?\S{1,14}|(?:a|an(?:other)?) (?:similar|earlier|previous|other|different)? ?request (?:by|from|of|in|last|that)|you made the same request)\b[^.;]{0,80}\b(?:refused|withheld|relied|applied|cited|used|turned)\b[^.;]{0,40}§|"
    r"\b(?:first|original|initial|earlier|previous) (?:reply|response|decision|refusal|letter|answer)\b(?:,[^,.;]{0,40},| of [^,.;]{0,30}| to you)? (?:had )?(?:relied|refused|withheld|applied|gave|cited|said|was)\b(?! (?:right|correct))[^;]{0,120}§|"
    r"\bground for (?:that|the (?:first|earlier|original)) refusal\b|"
    r"\b(?:was|were|had been) (?:refused|withheld)\b[^.;]{0,30}\b(?:on \d|then\b|in (?:19|20)\d\d|last)",
)
SHORT_REFUSAL = re.compile(
    r"^(?:(?:this|that|it|they|these|both|all|none)(?: of it)? (?:is|are|has been|have been|was|were) |\W*)(?:being )?(?:withheld|exempt|refused|redacted|not (?:provided|disclosed|released))\W*$",
    re.IGNORECASE,
)
MAKES_EXEMPT = re.compile(
    r"^[^.;]{0,30}\b(?:says?|means?) (?:that )?(?:we|i) (?:need not|needn['’]t|do not have to|don['’]t have to|can refuse|may refuse)\b|"
    r"^[^.;]{0,40}\b(?:lets|allows|permits|entitles|enables|excuses) us\b[^.;]{0,10}\b(?:refuse|withhold|keep|decline|not)|"
    r"^(?:\([^)]{0,60}\) ?)?(?:of (?:the act|foia|foisa) ?)?,? ?(?:\w+ly |therefore |also |thus |still )?(?:(?:keeps?|holds?|takes?) (?:it|them|these|this|those|that|him|her) (?:back|out)|stands? in the (?:way|path)|bites|prevails|governs|prevents? (?:it|this|us|them|that|me)|bars (?:it|this|us|them|that|the way)|forbids? (?:it|this|us|them|that)|stops? (?:us|me|that|this|it)|excuses us|relieves us|is (?:therefore |also )?(?:why|the reason|our reason|the answer|claimed|pleaded|relevant to this|in play|made out|invoked|the (?:exemption|exception) (?:that|which|we)|reached|exceeded|passed|satisfied)|(?:has|have) been (?:used|applied|claimed|engaged|invoked|relied on)|comes into play|(?:were|was|is|are) met|having been (?:met|engaged|satisfied|applied)|being (?:the|our) (?:ground|reason|exemption))\b(?! (?:if|where|when|only|to see|in \d))|"
    r"^[^.;]{0,40}\b(?:makes? (?:it|this|them|that|these|those|the information) (?:\w+ ){0,2}exempt|exempts (?:us|it|this|them|the (?:trust|council|board|force|department))|protects (?:it|them|this|their|his|her)|is (?:therefore )?our (?:reason|ground)|entitles? us)\b",
    re.IGNORECASE,
)
GENERAL_AFTER = re.compile(
    rf"^{_NAMED}(?:also |itself |therefore |only )?(?:"
    r"(?<!\bto )(?:provides?|states?|sets? out|says|allows?|permits?|enables?|exempts?|covers?|relates? to|concerns?|deals? with|creates?|contains?|confers?|"
    r"explains?|specif(?:y|ies)|recognis\w+|protects?|lists?|gives?|requires?|refers? to|means that|imposes?|removes?|defines?|excludes?|lifts?|disapplies|carries|extends?|takes away|relieves|excuses an?|frees|asks|calls for|exists|speaks of|has (?:two|three|several|been)|(?:was|is) (?:aimed|meant|intended|designed|written|there) |does for)\b|"
    r"is (?:only )?engaged depends|"
    r"(?:is|are) (?:also |both )?(?:considered |regarded |classed |known )?(?:to be |as )?(?:an? |both )?(?:qualified|absolute|class|prejudice|limited)|"
    r"may be engaged|can (?:only )?be (?:engaged|applied|used|relied)|will (?:only )?(?:be engaged|apply) (?:if|where|when)|"
    r"(?:is|are) (?:therefore )?(?:only )?(?:engaged|exempt)? ?(?:if|where|when|unless)\b|"
    r"(?:is|are|being) (?:therefore |also )?subject to (?:a |the )?(?:public|balanc)|"
    r"applies (?:only )?(?:to (?:information|requests|personal|any)|where|when|if|in circumstances)|"
    r"(?:information|a public authority|public authorities|an authority|data|personal data)\b[^.;]{0,60}\b(?:exempt|refuse|withheld)\b[^.;]{0,40}\b(?:if|where|when|unless)\b)",
    re.IGNORECASE,
)
GENERAL_BEFORE = re.compile(
    r"(?:^\W{0,3}(?:whether|how|when)|\b(?:in order (?:to|for)[^.;]{0,60}|(?:did not|failed to|omitted to|should have) (?:say|explain|state|specify|set out|make clear)[^.;]{0,60}|known as(?: the)?|for (?:the|this|an|that) (?:exemption|exception)[^.;]{0,40}|"
    r"(?:defined|described|set out|explained|provided for|laid down|contained|outlined|listed|specified) (?:in|by|at|under)|conditions? (?:in|of|under|at)|"
    r"(?:should|must) not be (?:surmised|assumed|inferred|taken|concluded|understood)[^.;]{0,80}|"
    r"when (?:applying|considering|relying on|engaging)(?: the)?|before (?:applying|engaging)(?: the)?(?: exemption (?:at|in|under))?|"
    r"guidance (?:on|about)(?: the)?|test (?:in|under|for)|(?:equivalent|wording|thresholds?|text|version|scope) (?:of|to)(?: the)?|as (?:broad|wide|narrow|strict) as|"
    r"(?:public interest|balancing|prejudice) test[^.;]{0,40}\b(?:to|for|by)|(?:trained|training|guidance|policy) (?:on|in|about|covers)[^.;]{0,40}|policy[^.;]{0,60}\bhow|to (?:rely on|use|engage|invoke)(?: the)?(?= §?$)|"
    r"(?:review asks|task is|been asked)[^.;]{0,60}\bwhether|(?:subject to|read with)[^.;]{0,160}, and to|purposes? of (?:applying|considering)))"
    r"(?: the| an?)?(?: exemption| exception)?(?: at| in| under)? ?$",
    re.IGNORECASE,
)
MET = re.compile(r"\W*(?:applies|is (?:therefore )?(?:met|satisfied|engaged)|are met)\b", re.IGNORECASE)
PURPOSES = re.compile(
    r"\b(?:constitutes?|amounts? to|this|therefore|falls?|is a)\b[^.;]{0,80}\bfor the purposes? of$", re.IGNORECASE
)
QUOTED = Wording(
    r"(?<!\bif )(?<!should )(?<!when )(?<!ask )(?<!unless )\b(?:you|your (?:e-?mail|request|letter|complaint|appeal)|the (?:requester|applicant|complainant))(?: have| has| had| also| further| then)? (?:state|stat|sa(?:y|id)|ask(?:ed)? (?:why|whether|if|us (?:why|whether|not)|about|that)|suggest|claim|argu|contend|refer|mention|believ|assert|quot|cit|point|feel|felt|disput|challeng|query|queri|question|reject|maintain|contest|foresee|foresaw|wonder|fear|reason|protest|alleg|impl(?:y|ied)|hint|urge|hope|expect|put it to)\w*\b",
    r"\b(?:in your words|you (?:put it to|draw (?:our )?attention|reject|contest|wonder|foresee|fear|hope|expect))\b|\b(?:your|the) (?:\w+ )?(?:case|complaint|appeal|argument|objection|submission|ground|point) (?:is|was) that\b",
    r"\bin your view\b|(?<!\bif )\byou (?:do not|don't) (?:agree|believe|accept)\b",
    r"\b(?:guidance|code of practice|commissioner|ico|tribunal|decision notice)\b[^.;]{0,60}\b(?:says|states|said|stated|explains|advises|notes|provides|suggests|recommends|on section|on the|held that|found that)\b",
    r"\b(?:please )?(?:do not|don['’]t) (?:refuse|apply|use|rely|cite|say|hide)\b",
    r"\bas you (?:\w+ )?(?:point|say|note|state|suggest|mention|know|put|argue|observe)\b|(?<!\bif )(?<!should )(?<!unless )\byou (?:also |further |then |rightly )?(?:complain|write|wrote|accept|anticipat\w+|remind|submit|understand|offer|thought|object|insist|want to know|take issue)\b|(?<!\bif )\byou (?:do not|don['’]t) think\b|\byou (?:have )?ask(?:ed)? (?:us |me )?(?:to reconsider|for (?:all|every|the) (?:requests|cases|refusals))\b",
    r"\byour (?:message|case|position|argument|point|submissions?|view|enquiry|concern|question)\b[^.;]{0,20}\b(?:is that|says?|asks?|was|refers?)\b",
    r"\baccording to (?:the )?(?:ico|commissioner|information commissioner|tribunal|guidance|code)\b|\b(?:the|your) questions? (?:was|were|is|asked)\b|\bas the (?:code(?: of practice)?|guidance|commissioner|ico|tribunal) (?:puts|says|states|explains|notes|held|found)\b",
    r"\b(?:i|we) (?:would like to know|request|am requesting|understand that)\b(?=[^.;]{0,80}$)|\bmy (?:foi )?request\b|\bplease (?:provide|tell me|send me|give me|confirm (?:how|whether|if)|accept this|list|state)\b",
)
GUIDANCE = Wording(
    r"\b(?:guidance|advice|code of practice) (?:on|about|for|regarding|to) (?:the )?§[^.]{0,40}\b(?:says|states|advises|explains|provides|suggests|notes)\b",
)
STATISTICS = Wording(
    r"\bhow many\b[^.?]{0,120}\b(?:refused|exempt|section|withheld)",
    r"\b(?:number|total|percentage|proportion|count|breakdown) of (?:\w+ )?(?:requests|refusals|times|foi|cases|responses)\b[^.]{0,80}\b(?:refus|exempt|withheld|appl|cited|used)",
    r"\b\d{1,5} (?:requests?|refusals?|cases|responses)\b[^.]{0,60}\b(?:under|refused|citing|exempt)",
    r"\b(?:refused|refusals|applied|used|cited)\b[^.]{0,40}\b(?:in )?\d{1,5} (?:times|cases|occasions|requests)\b",
    r"\b(?:foi|freedom of information) (?:statistics|performance|requests received)\b",
)
PAST = re.compile(
    r"\b(?:was|were|had|did|gave|told|said|took|thought|replied|relied|pointed|answered|believed)\b|"
    r"\b(?:we|it|they|he|she|council|trust|force|department|university|board|authority|officer|team|reply|letter|response|decision) (?:\w+ )?(?:refused|withheld|cited|applied|used|considered|claimed|decided|held)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:i|my|me|is|are|has|have|now|do|does|remains?|continues?|stands?|applies|falls|keeps|covers|still|will|today|must|can|cannot|we (?:uphold|find|agree|consider|rely|apply))\b|\buph[eo]l",
    re.IGNORECASE,
)
"""What a review says for itself; a sentence in the past with none of it retells the first decision."""
RETOLD = Wording(
    r"\b(?:original|initial|first|previous|earlier|prior) (?:response|decision|reply|refusal|letter|answer)\b",
    r"\b(?:we|the \w+|council|trust|force) (?:initially |originally |had |previously |first )*(?:replied|responded|refused|withheld|cited|applied|relied|advised|provided|stated|informed)\b(?! that we (?:uphold|maintain))",
    r"\b(?:our|the) (?:response|letter|reply|decision|refusal(?: notice)?) (?:of|dated|sent|on|issued)\b",
    r"\bhad (?:previously |originally )?been (?:refused|withheld|redacted|applied|cited)\b",
    r"\byou were (?:advised|informed|told|refused)\b",
    r"\b(?:it|they|he|she|(?:officer|handler|team)(?: dealing with [^.;]{0,30})?) (?:had )?(?:refused|withheld|thought|considered|argued|believed|relied|concluded|took the view)\b|\boriginal position\b|\b(?:refusal|decision|exemption) (?:was|claimed was|given was) (?:made|given|based|on|under|§)|\bgiven as the (?:ground|reason)\b|\bthe exemption (?:claimed|applied|cited) was\b",
    r"\b(?:was|were) (?:originally |initially |previously )?(?:refused|withheld|redacted|exempted|applied|cited|relied|engaged)\b",
)
UPHOLDS = Wording(
    r"\buph(?:old|olds|eld|olding)\b",
    r"\b(?:correct\w*|right\w*|appropriate\w*|properly|valid\w*|satisfied|agree|maintain\w*|remains?|continues?|still)\b",
    r"\b(?:now|therefore) (?:rely|relying|apply|applying)\b",
)
LIST_INTRO = Wording(
    r"\b(?:following|below|these) (?:\w+ )?(?:exemption|exception|section|regulation|provision|reason|ground)s?\b[^.]{0,80}[:.\-–]?\s*$",
    r"\b(?:exempt|exemption|exempted|withheld|refus\w+|exceptions?)\b[^.]{0,120}\b(?:following|below|under|by virtue of|as follows)\b[^.]{0,60}:\s*-?\s*$",
    r"\b(?:exemptions?|exceptions?)(?: and (?:the )?reasons?)?(?: applied| used| engaged| claimed)\s*:?\s*$",
)
HEADING_VERB = re.compile(
    r"\b(?:provides?|states?|allows?|requires?|is|are|was|were|has|have|had|will|would|may|can|could|should|must|does|do|did|"
    r"applies|asks|calls|deals|covers|protects|exempts|concerns|adds|means|says|lets|stops|prevents|bars|keeps|lifts|removes|gives|speaks|exists|falls|fails)\b",
    re.IGNORECASE,
)
STAMP = re.compile(r"[\s\[(]*(?:redacted|withheld|exempt(?:ed)?|exemption|removed|text)?[\s:–—-]*$", re.IGNORECASE)
PARENTHESIS = Wording(
    r"\b(?:exempt|with(?:held|hold)|redact|refus|declin|breach|unreasonable|prejudice|adversely|suppress|remov|taken out|left out|blacked out|vexatious|not (?:be )?(?:disclos|releas|provid))"
)
COUNTED = re.compile(r"^ ?\(\d{1,5}\)")
TALLY = re.compile(r"(?:\s{2,}|[|\t:–-]\s*|\)\s*)\d[\d,]*(?:\s*(?:%|\|))?\s*$")
LIMITS = re.compile(rf"^{_NAMED}(?:applies|covers) only\b", re.IGNORECASE)
EXPLAINS_AND_APPLIES = re.compile(
    rf"^{_NAMED}(?:exempts|protects|covers|applies to|allows|is about|concerns)\b", re.IGNORECASE
)
WITHHOLDS = Wording(
    r"\bwith(?:held|holding|hold)\b|\bredact|\brefus(?:e|ed|ing|al)\b(?! notice)|\bexempt(?:ed)?\b(?! if)|\bunlawful\b|\bnot (?:be )?(?:disclos|releas|provid|suppl)|"
    r"\b(?:unable|not able) to (?:disclose|release|provide|supply|comply)\b|\bneither confirm",
)
PIT_BALANCE = Wording(
    r"\bon balance\b|\bbalance (?:test|of the public interest|lies|favours|falls)|\boutweigh\w*\b|\b(?:public interest|balance)[^.;]{0,60}\b(?:lies|falls|favours|rests|served|stronger|weigh\w*)\b",
    r"\bnot made out\b|\bcarries more weight\b|\bdecision is\b",
)
"""A balance struck in the clause: the role model looks for it. The test itself is read in `reasoning`."""
