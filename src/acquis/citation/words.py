r"""The words of citing in each language: what stands before, between and after symbols.

Declarations only. Each is a regular expression in which a space stands for any white space,
no-break spaces included. They hold the grammar of citing and no body's forms: those come from
the data (`symbols`, `cited_as`, `called`, `document_symbols`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unit:
    """The words for a part of a text: in the singular, in the plural, and after the number."""

    one: str
    many: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's words.

    `kinds` are the nouns for texts, `units` those for their parts. `of` leads from a part to what
    holds it, `inner` from a text to a part of it, `also` to the next of a row, `upto` to the end
    of a range. `whose` stands between a text and its body, `leading` between a body and the noun
    of its text. `date` may stand after a symbol or, with `dated_before`, before it. `here` is
    this text, `within` the part of it that is being read, `same` the text named last; `ibid` the
    one of the footnote before. `above` follows a part, `ahead` goes before it. `bodies` are the
    nouns of bodies of any kind, so that a foreign body's texts are not taken for another's;
    `instruments` those of conventions. `hints` are plain pieces of words, one of which is in every
    citation that has no number of a text: where none is found, nobody need look closer.
    `letters` are the letters of parts that are not Latin.
    """

    kinds: Mapping[str, str]
    units: Mapping[str, Unit]
    of: str
    inner: str
    also: str
    upto: str
    whose: str
    leading: str
    date: str
    here: str
    within: str
    same: str
    ibid: str
    above: str
    hints: tuple[str, ...]
    bodies: str
    instruments: str
    introduced: str = ""  # may stand between a body and its symbol
    near: str = ""  # may stand between the noun and a body that the data know
    including: str = ""  # goes on with texts of the body that was named
    named_after_capitals: bool = False  # a capital before a body's short name makes it another's
    ahead: str = ""
    joined: bool = False  # words are not set apart by spaces
    noun_last: bool = False  # the noun follows the symbol
    inflected: bool = False  # the ends of a body's name differ with its case
    prefix: str = ""  # what may be written together with a word before it, in place of `article`
    article: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)


_MONTH = r"\w{3,12}\.?"

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
        "section": Unit(
            r"[Ss]ection|[Ss]ect?\.|[Cc]hapter|[Cc]hap\.",
            r"[Ss]ections|[Ss]ects\.|[Cc]hapters|[Cc]haps\.",
        ),
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
    also=r",? (?:and|or|as well as|to|through) (?:in )?(?:to )?(?:the )?|[,;] (?:the )?(?:in )?",
    upto=r" (?:to|through) | ?[–—‒-] ?",
    whose=r"(?: adopted)? (?:of|by) (?:the )?",
    leading=r"[’']?s? |,? (?:in |by |under |through |of )?(?:its|their) (?:\w+ )?",
    near=r"(?: [a-z]+){1,4} ",
    date=rf",? (?:of|on|dated|adopted on) \d{{1,2}} {_MONTH} \d{{4}}",
    here=r"(?:[Pp]resent|[Tt]his) (?:decision|resolution|recommendation|document|note)",
    within=r"(?:[Pp]resent|[Tt]his) (?:annex|appendix|section|part)",
    same=r"same (?:document|decision|resolution|report|note)",
    ibid=r"[Ii]bid\.?",
    above=r",? (?:above|below)",
    hints=(
        "above",
        "below",
        "nnex",
        "bid",
        "rticle",
        "present ",
        "this decision",
        "this resolution",
        "same d",
    ),
    bodies=(
        r"(?:Assembly|Council|Commission|Committee|Conference|Board|"
        r"Congress|Organization|Agency|Union|Parliament|Tribunal|Authority)"
        r"(?:(?: of the (?:States )?Parties to the|,? (?:on|for|of|in|to|and|against)(?: the)?)?"
        r"(?: [A-Z][\w’-]{1,30}){1,5}){0,4}"
    ),
    instruments="Convention|Protocol|Agreement|Covenant|Charter|Treaty|Statute",
    including=(
        "including|in particular|particularly|notably|namely|such as|(?:most )?recent|latest|"
        "inter alia|especially"
    ),
    named_after_capitals=True,
)

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
        "section": Unit(r"[Ss]ection|[Ss]ect\.|[Cc]hapitre|[Cc]hap\.", "[Ss]ections|[Cc]hapitres"),
        "part": Unit("[Pp]artie", "[Pp]arties"),
        "annex": Unit("[Aa]nnexe", "[Aa]nnexes"),
        "appendix": Unit("[Aa]ppendice|[Pp]ièce jointe", "[Aa]ppendices"),
        "article": Unit(r"[Aa]rticle|[Aa]rt\.", "[Aa]rticles"),
        "fn": Unit("[Nn]ote de bas de page", "[Nn]otes de bas de page"),
    },
    of=(
        r",? (?:(?:de|à|dans|du|des|au|aux|d’|d'|figurant (?:dans|à)|de la section)"
        r"(?: (?:la|sa|son|ses|leur|cette|ce|dispositif de|documents?))*(?: |(?:l’|l'))?|(?<=’))+"
    ),
    inner=(
        r",? (?:notamment |en particulier )?(?:à )?(?:dans )?(?:son "
        r"|sa |ses |l[’']|la |le |les )?| ?\("
    ),
    also=(
        r",? (?:et|ou|ainsi que|à) (?:(?:à|aux?|dans|de"
        r"|du) )?(?:les? |la |l[’'])?|[,;] (?:les? |la |l[’'])?"
    ),
    upto=r" à | ?[–—‒-] ?",
    whose=(
        r"(?: adoptées?(?: le [^,;.]{5,20})?)? (?:de l[’']"
        r"|du |de la |des |de |par (?:l[’']|la |le ))"
    ),
    leading=r",? (?:dans |par |à )?(?:sa|ses|leurs?) (?:\w+ )?",
    near=r"(?: [a-zà-ÿ’']+){1,6}[ ’']",
    including=(
        "notamment|y compris|en particulier|dont|à savoir|entre autres|récentes?|dernières?|"
        "comme|telles? que"
    ),
    date=rf",? (?:du|en date du|le) \d{{1,2}}(?:er)? {_MONTH} \d{{4}}",
    here=r"[Pp]résente (?:décision|résolution|recommandation|note)"
    r"|[Pp]résent document",
    within=r"présente? (?:annexe|appendice|section|partie)",
    same=r"même (?:document|décision|résolution|rapport|note)",
    ibid=r"[Ii]bid\.?",
    above=r",? (?:ci[-‑]dessus|ci[-‑]dessous|ci[-‑]après|susvisés?)",
    hints=(
        "-dessus",
        "‑dessus",
        "-dessous",
        "‑dessous",
        "-après",
        "‑après",
        "susvisé",
        "nnexe",
        "bid",
        "rticle",
        "résent",
        "même ",
    ),
    bodies=(
        r"(?:Assemblée|Conseil|Commission|Comité|Conférence|Conférence des Parties|Congrès|"
        r"Organisation|Agence|Union|Parlement|Tribunal|Autorité)"
    ),
    instruments="Convention|Protocole|Accord|Pacte|Charte|Traité|Statut",
)

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
        "section": Unit(
            r"[Ss]ección|[Ss]ecc?\.|[Cc]apítulo|[Cc]ap\.", r"[Ss]ecciones|[Ss]eccs\.|[Cc]apítulos"
        ),
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
    r"|[,;] (?:el |la |los |las )?",
    upto=r" (?:a|al) | ?[–—‒-] ?",
    whose=r"(?: aprobadas?)? (?:de la|del|de los|de las|de|por la|por el) ",
    leading=r",? (?:en |por |de )?(?:su|sus) (?:\w+ )?",
    near=r"(?: [a-zà-ÿ]+){1,6} ",
    including=(
        "incluid[ao]s?|entre ell[ao]s|en particular|en especial|a saber|como|recientes?|últim[ao]s?"
    ),
    date=rf",? (?:de|del|de fecha) \d{{1,2}} de {_MONTH} de(?:l)? \d{{4}},?",
    here=r"[Pp]resente (?:decisión|resolución|recomendación|nota)"
    r"|[Pp]resente documento",
    within=r"presente (?:anexo|apéndice|sección|parte)",
    same=r"mism[oa] (?:documento|decisión|resolución|informe|nota)",
    ibid=r"[Ii]b[íi]d\.?(?:em)?",
    above=(
        r",? (?:supra|infra|más arriba|más abajo"
        r"|que anteceden?|anteriores|anterior|precedentes?)"
    ),
    hints=(
        "supra",
        "infra",
        "más ",
        "anteced",
        "anterior",
        "precedente",
        "nexo",
        "bid",
        "bíd",
        "rtículo",
        "resente ",
        "mism",
    ),
    bodies=(
        r"(?:Asamblea|Consejo|Comisión|Comité|Conferencia|Conferencia de las Partes|Junta|"
        r"Congreso|Organización|Organismo|Unión|Parlamento|Tribunal|Autoridad)"
    ),
    instruments="Convención|Convenio|Protocolo|Acuerdo|Pacto|Carta|Tratado|Estatuto",
)

RUSSIAN = Words(
    kinds={
        "decision": "[Рр]ешени(?:ями|ях|ям|ем|ю|й|я|е|и)",
        "resolution": "[Рр]езолюци(?:ями|ях|ям|ей|ю|й|я|и)",
        "recommendation": "[Рр]екомендаци(?:ями|ях|ям|ей|ю|й|я|и)",
    },
    units={
        "para": Unit(
            r"[Пп]ункт(?:ом|а|у|е)?|[Пп]одпункт(?:ом|а|у|е)?|[Пп]\.",
            r"[Пп]ункт(?:ами|ах|ам|ов|ы)|[Пп]одпункт(?:ами|ах|ам|ов|ы)|[Пп]п\.",
        ),
        "section": Unit(
            r"[Рр]аздел(?:ом|а|у|е)?|[Рр]азд\.|[Гг]лав(?:ой|а|ы|е|у)|[Гг]л\.",
            r"[Рр]аздел(?:ами|ах|ам|ов|ы)|[Гг]лав(?:ами|ах|ам)?",
        ),
        "part": Unit("[Чч]аст(?:ью|ь|и)", "[Чч]аст(?:ями|ях|ям|ей)"),
        "annex": Unit("[Пп]риложени(?:ем|е|я|ю|и)", "[Пп]риложени(?:ями|ях|ям|й)"),
        "appendix": Unit("[Дд]обавлени(?:ем|е|я|ю|и)", "[Дд]обавлени(?:ями|ях|ям|й)"),
        "article": Unit(r"[Сс]тать(?:ёй|ей|я|и|е|ю)|[Сс]т\.", "[Сс]тать(?:ями|ях|ям|и)|[Сс]татей"),
        "fn": Unit("[Сс]носк(?:ой|а|и|е|у)", "[Сс]носк(?:ами|ах|ам)|[Сс]носок"),
    },
    of=(
        r" (?:(?:к|в|из|постановляющей части|свое[йяю]|её"
        r"|ее|его|их|этой|указанной|данной|документ[уа]?) )*"
    ),
    inner=r",? (?:в частности |и в частности )?(?:в )?(?:ее |её |его )?| ?\(",
    also=r",? (?:и|или|а также|по) (?:(?:в|к) )?|[,;] (?:в )?",
    upto=r" по |(?:[- ]?й)? ?[–—‒-] ?",
    whose=r"(?:, принят(?:ые|ая|ую|ой|ых|ыми))? ",
    leading=r",? (?:в |во |со |с |к )?(?:свое[йм]|своих|своими|своей|свою|ее|её|его) (?:\w+ )?",
    near=r"(?: [а-яё]+){1,5} ",
    including="включая|в частности|в том числе|последн(?:ей|ими|яя|ие)|а именно|как",
    date=rf",? от \d{{1,2}} {_MONTH} \d{{4}} года",
    here=r"[Нн]астоящ(?:ей|ая|ую|его|ее|ему|им|ем) "
    r"(?:резолюци(?:ей|я|и|ю)|решени(?:ем|е|я|ю|и)|записк(?:ой|а|и|е|у)|документ(?:ом|а|у|е)?)",
    within=r"[Нн]астоящ(?:ей|ая|ую|его|ее|ему|им|ем) "
    r"(?:приложени(?:ем|е|я|ю|и)|раздел(?:ом|а|у|е)?|част(?:ью|ь|и))",
    same=r"(?:тот же|того же|том же|той же|та же) "
    r"(?:документ(?:а|е)?|решени[еяи]|резолюци[яи]|доклад(?:а|е)?)",
    ibid=r"[Тт]ам же",
    above=r",? (?:выше|ниже)",
    hints=(
        "выше",
        "ниже",
        "риложени",
        "ам же",
        "татья",
        "татьи",
        "татье",
        "татей",
        "астоящ",
        "же ",
    ),
    bodies=(
        r"(?:Ассамбле[яиюей]{1,2}|Совет(?:а|у|ом|е)?|Комисси[яиюей]{1,2}|Комитет(?:а|у|ом|е)?|"
        r"Конференци[яиюей]{1,2}|Конгресс(?:а|у|ом|е)?|Организаци[яиюей]{1,2}|Агентств[аоуе]м?|"
        r"Союз(?:а|у|ом|е)?|Парламент(?:а|у|ом|е)?)"
    ),
    instruments="Конвенци|Протокол|Соглашени|Пакт|Устав|Договор|Статут",
    inflected=True,
    letters={"А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "Р": "P"},
)

_AR = r"(?:و|ف)?(?:ب|ل|ك)?(?:ال|ل)?"

ARABIC = Words(
    kinds={
        "resolution": _AR + r"قرار(?:ات|ين|ان|ي|ا|يه)?(?:ها|هما|هم|ه)?",
        "decision": _AR + r"مقرر(?:ات|ين|ان|ي|ا)?(?:ها|هما|هم|ه)?",
        "recommendation": _AR + r"توصي(?:ة|ات|تين|تان)(?:ها|هم|ه)?",
    },
    units={
        "para": Unit(_AR + "فقرة(?: الفرعية)?", _AR + "فقر(?:ات|تين|تان|تي)"),
        "section": Unit(_AR + "(?:فرع|فصل|باب)", _AR + "(?:فرعين|فروع|فصلين|فصول|أبواب)"),
        "part": Unit(_AR + "جزء", _AR + "(?:جزأين|أجزاء)"),
        "annex": Unit(_AR + "مرفق", _AR + "مرفق(?:ين|ان|ات|ي)"),
        "appendix": Unit(_AR + "(?:تذييل|ضميمة)", _AR + "تذييلات"),
        "article": Unit(_AR + "مادة", _AR + "(?:مادتين|مادتان|مواد)"),
        "fn": Unit(_AR + "حاشية", _AR + "(?:حاشيتين|حواشي)"),
    },
    of=r"(?: (?:من|في|ل)(?: منطوق)?)?(?: (?:ال|لل)?وثيقة)? ",
    inner=r"[،,]? (?:ولا سيما |وخاصة |وبخاصة )?(?:في )?| ?\(",
    also=r"[،,]? ?(?:و ?|أو |إلى )|[،,؛] ",
    upto=r" (?:إلى|حتى) | ?[–—‒-] ?",
    whose=r" (?:الصادر(?:ة)? عن |عن |ل)?",
    leading=r"،? (?:في )?",
    near="(?: [أ-ي]+){1,5} ",
    including="بما فيها|بما في ذلك|ولا سيما|لا سيما|ومنها|وآخرها|آخرها|وخاصة|وبخاصة|بينها",
    date=r"،? (?:المؤرخ(?:ة|ين|ان|تين|تان)?|المتخذ في|الصادر في|في) \d{1,2} [^\d()]{3,40}\d{4}",
    here="(?:و|ف)?(?:ب|ل|ك)?هذا (?:القرار|المقرر)",
    within="(?:و|ف)?(?:ب|ل|ك)?هذا (?:المرفق|التذييل|الفرع|الجزء)",
    same="(?:الوثيقة نفسها|القرار نفسه|المقرر نفسه|التقرير نفسه)",
    ibid="المرجع نفسه",
    above="،? (?:أعلاه|أدناه)",
    hints=("أعلاه", "أدناه", "مرفق", "مرجع نفسه", "مادة", "مواد", "مادت", "هذا ", "نفسه", "الحالي"),
    bodies=(
        _AR + r"(?:جمعية|مجلس|لجنة|مؤتمر|منظمة|وكالة|اتحاد|هيئة|برلمان)"
        r"(?: (?:حقوق|منع|مخدرات|الاجتماعي|الأطراف|التنفيذي|الإدارية))?"
    ),
    instruments="اتفاقية|بروتوكول|اتفاق|عهد|ميثاق|معاهدة",
    prefix=_AR,
    article="ال",
    letters={
        "ألف": "A",
        "باء": "B",
        "جيم": "C",
        "دال": "D",
        "هاء": "E",
        "واو": "F",
        "زاي": "G",
        "حاء": "H",
        "طاء": "I",
        "ياء": "J",
        "كاف": "K",
        "لام": "L",
        "ميم": "M",
        "نون": "N",
        "سين": "O",
        "عين": "P",
        "فاء": "Q",
        "صاد": "R",
        "قاف": "S",
        "راء": "T",
        "شين": "U",
        "تاء": "V",
        "ثاء": "W",
        "خاء": "X",
        "ذال": "Y",
        "ضاد": "Z",
    },
)

CHINESE = Words(
    kinds={"decision": "决定", "resolution": "决议", "recommendation": "建议"},
    units={
        "para": Unit("第", "第", after=" ?(?:执行部分)?段"),
        "section": Unit("第", "第", after=" ?(?:节|章)"),
        "part": Unit("第", "第", after=" ?(?:部分|部)"),
        "annex": Unit("附件", "附件"),
        "appendix": Unit("附录|附文", "附录|附文"),
        "article": Unit("第", "第", after=" ?条"),
        "fn": Unit("脚注", "脚注"),
    },
    of="",
    inner=r"[，,、]? ?(?:的|中|所载|执行部分)?(?:的)? ?(?:题为“[^”]{1,80}”的?)?| ?\(",
    also=r" ?(?:和|及|与|以及|或|、|，|至) ?",
    upto=r" ?(?:至|到|[–—‒-]) ?",
    whose="",
    leading=r"(?:的|在|在其|其)?",
    including="包括|特别是|最近|尤其是|即",
    introduced=r"(?:在|于)?(?:题为“[^”]{0,150}”的|关于[^，。；其]{0,100}的| )*",
    date=r"\d{4}年\d{1,2}月\d{1,2}日",
    here="本(?:决议|决定|建议|文件|说明)",
    within="本(?:附件|附录|节|部分)",
    same="同一(?:文件|决议|决定|报告)",
    ibid="同上",
    above=r" ?(?:以上|以下)",
    ahead="上文|下文|上述",
    hints=("上文", "下文", "上述", "以上", "以下", "附件", "同上", "本", "同一"),
    bodies=r"(?:大会|理事会|委员会|会议|缔约方会议|组织|机构|联盟|议会|安理会)",
    instruments="公约|议定书|协定|盟约|宪章|条约|规约",
    joined=True,
    noun_last=True,
)

_LANGUAGES: Mapping[str, Words] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
}


def words(language: str) -> Words:
    """The words of a language, English where none are known."""
    return _LANGUAGES.get(language, ENGLISH)
