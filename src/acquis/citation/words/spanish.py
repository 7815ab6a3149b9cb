"""The words of citing in Spanish."""

from __future__ import annotations

from acquis.citation.words.declared import MONTH, Unit, Words

SPANISH = Words(
    kinds={
        "decision": "[Dd]ecisi(?:ón|ones)",
        "resolution": "[Rr]esoluci(?:ón|ones)",
        "recommendation": "[Rr]ecomendaci(?:ón|ones)",
    },
    units={
        "para": Unit(
            r"[Aa]partado|[Pp]árrafo|[Ss]ubpárrafo|[Pp]árr\.",
            r"[Aa]partados|[Pp]árrafos|[Ss]ubpárrafos|[Pp]árrs\.",
        ),
        "chapter": Unit(r"[Cc]apítulo|[Cc]ap\.", "[Cc]apítulos"),
        "section": Unit(r"[Ss]ección|[Ss]ecc?\.", r"[Ss]ecciones|[Ss]eccs\."),
        "part": Unit("[Pp]arte", "[Pp]artes"),
        "annex": Unit("[Aa]nexo", "[Aa]nexos"),
        "appendix": Unit("[Aa]péndice", "[Aa]péndices"),
        "article": Unit(r"[Aa]rtículo|[Aa]rt\.", r"[Aa]rtículos|[Aa]rts\."),
        "fn": Unit("[Nn]ota (?:a pie de página|al pie)", "[Nn]otas (?:a pie de página|al pie)"),
    },
    of=(
        r",? (?:(?:de|en|del|al|a|que figura en|contenido en)"
        r"(?: (?:la|las|los|el|su|sus|esta|esa|dicha|parte dispositiva de|documentos?))* )+"
    ),
    inner=r",? (?:en particular |incluido )?(?:en )?(?:su |sus |el |la |los |las )?| ?\(",
    also=r",? (?:y|e|o|u|así como|a) (?:(?:en|de|del|al|a) )?(?:el |la |los |las )?"
    r"|, (?:el |la |los |las )?",
    upto=r" (?:a|al) | ?[–—‒-] ?",
    whose=r"(?: pertinentes?)?(?: aprobadas?)? (?:de la|del|de los|de las|de|por la|por el) ",
    leading=r",? (?:en |por |de )?(?:su|sus) (?:\w+ )?",
    near=r"(?: [a-zà-ÿ]+){1,6} ",
    including=(
        "incluid[ao]s?|entre ell[ao]s|en particular|en especial|a saber|como|recientes?|últim[ao]s?"
    ),
    date=rf",? (?:de|del|de fecha) \d{{1,2}} de {MONTH} de(?:l)? \d{{4}},?",
    here=r"[Pp]resente (?:decisión|resolución|recomendación|nota)"
    r"|[Pp]resente documento",
    within=r"presente (?:anexo|apéndice|sección|parte)",
    same=r"mism[oa] (?:documento|decisión|resolución|informe|nota)",
    ibid=r"[Ii]b[íi]d\.?(?:em)?",
    above=(
        r",? (?:supra|infra|más arriba|más abajo|que anteceden?|anteriores|anterior|precedentes?)"
    ),
    preamble=" (?:del|en el) preámbulo| preambular(?:es)?",
    ordinals=(
        *("primero?", "segundo", "tercero?", "cuarto", "quinto", "sexto", "séptimo", "octavo"),
        *("noveno", "décimo", "undécimo|decimoprimero?", "duodécimo|decimosegundo"),
        *("decimotercero?", "decimocuarto", "decimoquinto", "decimosexto", "decimoséptimo"),
        *("decimoctavo", "decimonoveno", "vigésimo"),
    ),
    bare="(?:el|los|al|del) ",
    bare_end="(?! (?:de|del|en) | ?[0-9])",
    hints={
        "párrafo": r"párrafos?\s\d",
        "supra": r"supra(?!\w)",
        "infra": r"infra(?!\w)",
        "más a": "más a(?:rriba|bajo)",
        "que anteced": "",
        "anterior": r"(?<=[0-9A-Z),]\s)anterior",
        "precedente": r"(?<=[0-9A-Z),]\s)precedente",
        "nexo": "",
        "rtículo": "",
        "resente ": "resente (?:dec|res|rec|nota|doc|an|ap|sec|par)",
    },
    noted_hints={
        "bid": r"(?<=[Ii])bid(?![^\W\d_])",
        "bíd": "",
    },
    bodies=(
        r"(?:Asamblea|Consejo|Comisión|Comité|Conferencia|Conferencia de las Partes|Junta|"
        r"Congreso|Organización|Organismo|Unión|Parlamento|Tribunal|Autoridad)"
    ),
    instruments="Convención|Convenio|Protocolo|Acuerdo|Pacto|Carta|Tratado|Estatuto",
    titled="sobre|relativ[oa]|para|contra|de|del",
)
