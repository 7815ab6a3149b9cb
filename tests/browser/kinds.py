"""Every kind of page by the address of one: of the site itself, and of the small corpus."""

OWN = {
    "home": "",
    "decisions": "decisions/",
    "documents": "documents/",
    "meetings": "meetings/",
    "conventions": "conventions/",
    "activities": "activities/",
    "topics": "topics/",
    "actors": "actors/",
    "draft": "decisions/mc-6-draft-cooperation-brs/",
    "listed decision": "decisions/mc-5-19/",
    "document": "documents/mc-6-note-cooperation-brs/",
    "listed document": "documents/unep-mc-cop-6-inf-29/",
    "meeting": "meetings/minamata-cop-6/",
    "whole meeting": "meetings/minamata-cop-6/all/",
    "convention": "conventions/minamata/",
    "activity": "activities/training-of-chairs-and-negotiators/",
    "topic": "topics/cooperation/",
    "actor": "actors/secretariat-minamata/",
    "citation": "cite/",
    "mirror groups": "mirrors/",
    "listed mirror group": "mirrors/mc-3-11/",
    "compare": "compare/",
    "about": "about/",
    "commands": "reference/commands/",
    "rules": "reference/rules/",
    "not found": "no/such/page/",
}
GOLDEN = {
    "decision": "decisions/hc-1-1/",
    "parts": "decisions/13-x/",
    "document": "documents/hc-cop-1-3/",
    "whole meeting": "meetings/harbour-cop-1/all/",
    "activities": "activities/",
    "mirror group": "mirrors/hc-1-3/",
    "comparison": "compare/?a=14-x&b=hc-1-3",
    "French list": "fr/decisions/",
    "French decision": "fr/decisions/hc-1-draft-buoys/",
    "English decision in French": "fr/decisions/hc-1-1/",
    "Arabic list": "ar/decisions/",
    "Arabic decision": "ar/decisions/hc-1-draft-buoys/",
    "English decision in Arabic": "ar/decisions/hc-1-1/",
    "Arabic meeting": "ar/meetings/harbour-cop-1/",
    "Arabic citation": "ar/cite/",
    "Arabic activities": "ar/activities/",
    "Arabic mirror group": "ar/mirrors/hc-1-3/",
    "Arabic comparison": "ar/compare/?a=hc-1-draft-buoys&b=hc-1-1",
}
ALL = [
    *(("own", kind, address) for kind, address in OWN.items()),
    *(("golden", kind, address) for kind, address in GOLDEN.items()),
]
"""Site, kind, address."""

NAMES = [f"{site}: {kind}" for site, kind, _ in ALL]
