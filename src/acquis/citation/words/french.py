"""The words of citing in French."""

from __future__ import annotations

from acquis.citation.words.declared import MONTH, Unit, Words

FRENCH = Words(
    kinds={
        "decision": "[Dd]écisions?",
        "resolution": "[Rr]ésolutions?",
        "recommendation": "[Rr]ecommandations?",
    },
    units={
        "para": Unit(
            r"[Pp]aragraphe|[Ss]ous-?paragraphe|[Aa]linéa|[Pp]ar\.",
            r"[Pp]aragraphes|[Ss]ous-?paragraphes|[Aa]linéas|[Pp]ar\.",
        ),
        "chapter": Unit(r"[Cc]hapitre|[Cc]hap\.", "[Cc]hapitres"),
        "section": Unit(r"[Ss]ection|[Ss]ect\.", "[Ss]ections"),
        "part": Unit("[Pp]artie", "[Pp]arties"),
        "annex": Unit("[Aa]nnexe", "[Aa]nnexes"),
        "appendix": Unit("[Aa]ppendice|[Pp]ièce jointe", "[Aa]ppendices"),
        "article": Unit(r"[Aa]rticle|[Aa]rt\.", "[Aa]rticles"),
        "fn": Unit("[Nn]ote de bas de page", "[Nn]otes de bas de page"),
    },
    of=(
        r",? (?:(?:de|à|dans|du|des|au|aux|d’|d'|figurant (?:dans|à)|de la section)"
        r"(?: (?:la|sa|son|ses|leur|cette|ce|dispositif de|documents?))*"
        r"(?: ?(?:l’|l')| )?|(?<=’))+"
    ),
    inner=(
        r",? (?:notamment |en particulier )?(?:à )?(?:dans )?"
        r"(?:son |sa |ses |l[’']|la |le |les )?| ?\("
    ),
    also=(
        r",? (?:et|ou|ainsi que|à) (?:(?:à|aux?|dans|de|du) )?(?:les? |la |l[’'])?"
        r"|, (?:les? |la |l[’'])?"
    ),
    upto=r" à | ?[–—‒-] ?",
    whose=(
        r"(?: pertinentes?)?(?: adoptées?(?: le [^,;.]{5,20})?)? "
        r"(?:de l[’']|du |de la |des |de |par (?:l[’']|la |le ))"
    ),
    leading=r",? (?:dans |par |à )?(?:sa|ses|leurs?) (?:\w+ )?",
    near=r"(?: [a-zà-ÿ’']+){1,6}[ ’']",
    including=(
        "notamment|y compris|en particulier|dont|à savoir|entre autres|récentes?|dernières?|"
        "comme|telles? que"
    ),
    date=rf",? (?:du|en date du|le) \d{{1,2}}(?:er)? {MONTH} \d{{4}}",
    here=r"[Pp]résente (?:décision|résolution|recommandation|note)"
    r"|[Pp]résent document",
    within=r"présente? (?:annexe|appendice|section|partie)",
    same=r"même (?:document|décision|résolution|rapport|note)",
    ibid=r"[Ii]bid\.?",
    above=r",? (?:ci[-‑]dessus|ci[-‑]dessous|ci[-‑]après|susvisés?)",
    preamble=" (?:du|dans le) préambule",
    ordinals=(
        *("premi(?:er|ère)s?", "deuxième", "troisième", "quatrième", "cinquième", "sixième"),
        *("septième", "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième"),
        *("quatorzième", "quinzième", "seizième", "dix[-‑]septième", "dix[-‑]huitième"),
        *("dix[-‑]neuvième", "vingtième"),
    ),
    hints={
        "dess": "(?<=[-‑])dess(?:us|ous)",
        "après": "(?<=[-‑])après",
        "susvisé": "",
        "nnex": "nnexe",
        "rticle": "",
        "résent": r"résente?\s(?:déc|rés|rec|note|doc|ann|app|sec|part)",
    },
    noted_hints={"bid": r"(?<=[Ii])bid(?![^\W\d_])"},
    bodies=(
        r"(?:Assemblée|Conseil|Commission|Comité|Conférence|Conférence des Parties|Congrès|"
        r"Organisation|Agence|Union|Parlement|Tribunal|Autorité)"
    ),
    instruments="Convention|Protocole|Accord|Pacte|Charte|Traité|Statut",
    titled="sur|relative|relatif|pour|contre|de|des|du|concernant",
)
