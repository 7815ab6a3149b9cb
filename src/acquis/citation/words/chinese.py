"""The words of citing in Chinese."""

from __future__ import annotations

from acquis.citation.words.declared import Unit, Words

#: What stands before the number of a part, and before a symbol or a session, which no part is.
_NUMBERED = r"第(?! ?[0-9]{1,6}/\w| ?[0-9一二三四五六七八九十百]{1,5}[届次])"
_PREAMBULAR = f"序言(?:部分)?的? ?{_NUMBERED}"
_PARAGRAPH = " ?(?:执行部分)?段"

CHINESE = Words(
    kinds={"decision": "决定", "resolution": "决议", "recommendation": "建议"},
    units={
        "para": Unit(_NUMBERED, _NUMBERED, after=_PARAGRAPH),
        "preamble": Unit(_PREAMBULAR, _PREAMBULAR, after=_PARAGRAPH),
        "chapter": Unit(_NUMBERED, _NUMBERED, after=" ?章"),
        "section": Unit(_NUMBERED, _NUMBERED, after=" ?节"),
        "part": Unit(_NUMBERED, _NUMBERED, after=" ?(?:部分|部)"),
        "annex": Unit("附件", "附件"),
        "appendix": Unit("附录|附文", "附录|附文"),
        "article": Unit(_NUMBERED, _NUMBERED, after=" ?条"),
        "fn": Unit("脚注", "脚注"),
    },
    of="",
    inner=r"[，,、]? ?(?:的|中|所载|执行部分)?(?:的)? ?(?:题为“[^”]{1,80}”的?)?| ?\(",
    also=r"(?:决议)?[、，]? ?(?:和|及|与|以及|或|、|，|至)? ?",
    upto=r" ?(?:至|到|[–—‒-]) ?",
    whose="",
    leading=r"(?:的|在|在其|其)?",
    including="包括|特别是|最近|尤其是|即",
    near=r"(?:通过的)?(?:关于[^，。；]{0,40}的)?(?:的)?(?:以往|所有|各项|相关|有关)+",
    introduced=r"(?:在|于)?(?:题为“[^”]{0,150}”的|关于[^，。；其]{0,100}的| )*",
    date=r"\d{4}年\d{1,2}月\d{1,2}日",
    here="本(?:决议|决定|建议|文件|说明)",
    within="本(?:附件|附录|节|部分)",
    same="同一(?:文件|决议|决定|报告)",
    ibid="同上",
    above=r" ?(?:以上|以下)",
    ahead="上文|下文|上述",
    hints={
        "上文": "",
        "下文": "",
        "上述": "",
        "以上": "(?<=[段章节条分)])以上",
        "以下": "(?<=[段章节条分)])以下",
        "附件": "",
        "条": "(?<=[一二三四五六七八九十百0-9])条",
        "本": "本(?:决|建|文件|说明|附|节|部分)",
    },
    noted_hints={"同上": ""},
    bodies=r"(?:大会|理事会|委员会|会议|缔约方会议|组织|机构|联盟|议会|安理会)",
    instruments="公约|议定书|协定|盟约|宪章|条约|规约",
    titled="关于",
    opened="第",
    closed="号|是",
    joined=True,
    noun_last=True,
)
