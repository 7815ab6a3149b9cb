"""The words of citing in English."""

from __future__ import annotations

from acquis.citation.words.declared import MONTH, Unit, Words

ENGLISH = Words(
    kinds={
        "decision": "[Dd]ecisions?",
        "resolution": "[Rr]esolutions?",
        "recommendation": "[Rr]ecommendations?",
    },
    units={
        "para": Unit(
            r"[Pp]aragraph|[Ss]ub-?paragraph|[Pp]ara\.?",
            r"[Pp]aragraphs|[Ss]ub-?paragraphs|[Pp]aras\.?",
        ),
        "preamble": Unit("[Pp]reambular paragraph", "[Pp]reambular paragraphs"),
        "chapter": Unit(r"[Cc]hapter|[Cc]hap\.", r"[Cc]hapters|[Cc]haps\."),
        "section": Unit(r"[Ss]ection|[Ss]ect?\.", r"[Ss]ections|[Ss]ects\."),
        "part": Unit("[Pp]art", "[Pp]arts"),
        "annex": Unit("[Aa]nnex", "[Aa]nnexes"),
        "appendix": Unit("[Aa]ppendix|[Ee]nclosure", "[Aa]ppendices|[Ee]nclosures"),
        "article": Unit(r"[Aa]rticle|[Aa]rt\.", r"[Aa]rticles|[Aa]rts\."),
        "fn": Unit("[Ff]ootnote", "[Ff]ootnotes"),
    },
    of=(
        r",? (?:of|to|in|under|from|contained in|set out in|annexed to)"
        r"(?: (?:the|its|their|that|his|her|said|operative part of|documents?))*,? "
    ),
    inner=r",? (?:in particular |notably |and in particular )?(?:in )?(?:its |the )?| ?\(",
    also=r",? (?:and|or|as well as|to|through) (?:in )?(?:to )?(?:the )?|, (?:the )?(?:in )?",
    upto=r" (?:to|through) | ?[–—‒-] ?",
    whose=r"(?: adopted)? (?:of|by) (?:the )?",
    leading=r"[’']?s? |,? (?:in |by |under |through |of )?(?:its|their) (?:\w+ )?",
    near=r"(?: [a-z]+){1,4} ",
    date=rf",? (?:of|on|dated|adopted on) \d{{1,2}} {MONTH} \d{{4}}",
    here=r"(?:[Pp]resent|[Tt]his) (?:decision|resolution|recommendation|document|note)",
    within=r"(?:[Pp]resent|[Tt]his) (?:annex|appendix|section|part)",
    same=r"same (?:document|decision|resolution|report|note)",
    ibid=r"[Ii]bid\.?",
    above=r",? (?:above|below)",
    preamble=",? (?:of|in|to) the preamble",
    ordinals=(
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
        *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    ),
    hints={
        "abov": "",
        "below": "",
        "nnex": "",
        "rticl": "",
        "resent": "resent (?:dec|res|rec|doc|note|ann|app|sec|part)",
        "his decision": "",
        "his resolution": "",
    },
    noted_hints={"bid": r"(?<=[Ii])bid(?![^\W\d_])"},
    bodies=(
        r"(?:Assembly|Council|Commission|Committee|Conference|Board|"
        r"Congress|Organization|Agency|Union|Parliament|Tribunal|Authority)"
        r"(?:(?: of the (?:States )?Parties to the|,? (?:on|for|of|in|to|and|against)(?: the)?)?"
        r"(?: [A-Z][\w’-]{1,30}){1,5}){0,4}"
    ),
    instruments="Convention|Protocol|Agreement|Covenant|Charter|Treaty|Statute",
    titled="on|of|for|against|relating|concerning|to|in",
    including=(
        "including|in particular|particularly|notably|namely|such as|(?:most )?recent|latest|"
        "inter alia|especially"
    ),
    named_after_capitals=True,
)
