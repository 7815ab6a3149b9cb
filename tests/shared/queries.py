"""What readers type to go to a citation, and where that leads: cases for Python and the browser."""

import shutil
from pathlib import Path

from acquis.load import load
from acquis.model.corpus import Corpus

ROOT = Path(__file__).parents[2]

HELD = """
meetings:
  - {id: minamata-cop-5, name: Fifth, bodies: [minamata-cop]}
  - {id: basel-cop-17, name: Seventeenth, bodies: [basel-cop]}
  - {id: general-assembly-78, name: Seventy-eighth, bodies: [general-assembly]}
  - {id: cop-21, name: Twenty-first, bodies: [cop]}
  - {id: cmp-11, name: Eleventh, bodies: [cmp]}
decisions:
  - {symbol: MC-5/2, title: Two, meeting: minamata-cop-5, status: listed}
  - {symbol: MC-5/3, title: Three, meeting: minamata-cop-5, status: listed}
  - {symbol: MC-5/19, title: Cooperation, meeting: minamata-cop-5, status: listed}
  - {symbol: BC-17/22, title: Cooperation, meeting: basel-cop-17, status: listed}
  - {symbol: A/RES/78/1, title: One, meeting: general-assembly-78, status: listed}
  - {symbol: A/RES/78/245, title: Plan, meeting: general-assembly-78, status: listed}
  - {symbol: A/RES/78/254 A-C, title: Budget, meeting: general-assembly-78, status: listed}
  - {symbol: A/RES/1514(XV), title: Peoples, bodies: [general-assembly], status: listed}
  - {symbol: S/RES/2719(2023), bodies: [security-council], status: listed}
  - {symbol: 1/CP.21, title: Agreement, meeting: cop-21, status: listed}
  - {symbol: 1/CP.21, kind: resolution, title: Thanks, meeting: cop-21, status: listed}
  - {symbol: 3/CMP.11, title: Methods, meeting: cmp-11, status: listed}
  - {id: draft-2024, title: A draft, meeting: cop-21, status: draft, operative: [Decides.]}
documents:
  - {symbol: UNEP/MC/COP.6/INF/29, title: Reports, meeting: minamata-cop-5, status: listed}
  - {symbol: UNEP/CHW.17/INF/4–UNEP/FAO/RC/COP.12/INF/3, id: joint, title: Joint,
     meeting: basel-cop-17, status: listed}
"""

FIVE, SEVENTEEN, ONE = "decisions/mc-5-19/", "decisions/bc-17-22/", "decisions/a-res-78-1/"
PARIS, THANKS = "decisions/decision-1-cp-21/", "decisions/resolution-1-cp-21/"
BUDGET, PAPERS = "decisions/a-res-78-254-a-c/", "documents/unep-mc-cop-6-inf-29/"

#: A query, and the addresses with anchors that it can mean; it is sure where there is one.
SURE = {
    "MC-5/19": FIVE,
    "MC-5/19 para 4 (a)": f"{FIVE}#para-4-a",
    "mc 5/19 4a": f"{FIVE}#para-4-a",
    "mc 5 19 para 4": f"{FIVE}#para-4",
    "mc5/19": FIVE,
    "mc-5-19": FIVE,
    "MC‑5/19, para. 4 (b) (ii)": f"{FIVE}#para-4-b-ii",
    "MC-5/19 4aii": f"{FIVE}#para-4-a-ii",
    "MC-5/19 para 2 bis": f"{FIVE}#para-2-bis",
    "MC-5/19 paras 2–5": f"{FIVE}#para-2",
    "MC-5/19, paragraphs 3 (a), (b) and 7": f"{FIVE}#para-3-a",
    "MC-5/19 ¶4": f"{FIVE}#para-4",
    "MC-5/19#para-2-a": f"{FIVE}#para-2-a",
    "https://example.org/acquis/fr/decisions/mc-5-19/#annex-1-para-3": f"{FIVE}#annex-1-para-3",
    "decision BC-17/22, paragraph 3": f"{SEVENTEEN}#para-3",
    "paragraph 4 (a) of decision MC-5/19": f"{FIVE}#para-4-a",
    "subparagraph (b) of paragraph 2 of decision MC-5/19": f"{FIVE}#para-2-b",
    "MC-5/19, paragraph 3, subparagraph (a)": f"{FIVE}#para-3-a",
    "annex II to decision MC-5/19": f"{FIVE}#annex-2",
    "paragraph 3 of the annex to decision MC-5/19": f"{FIVE}#annex-1-para-3",
    "MC-5/19, annex II, para. 3 (b)": f"{FIVE}#annex-2-para-3-b",
    "MC-5/19 pp2": f"{FIVE}#preamble-2",
    "MC-5/19 OP 4": f"{FIVE}#para-4",
    "preambular paragraph 2 of MC-5/19": f"{FIVE}#preamble-2",
    "MC-5/19, footnote 3": f"{FIVE}#fn-3",
    "MC-5/19, section II": f"{FIVE}#section-2",
    "MC-5/19, part C": f"{FIVE}#part-c",
    "décision MC-5/19, par. 4 a)": f"{FIVE}#para-4-a",
    "paragraphe 4 a) de la décision MC-5/19": f"{FIVE}#para-4-a",
    "annexe II de la décision MC-5/19": f"{FIVE}#annex-2",
    "párrafo 4 a) de la decisión MC-5/19": f"{FIVE}#para-4-a",
    "decision MC-5/19, parrafos 3 y 4": f"{FIVE}#para-3",
    "пункт 4 a) решения MC-5/19": f"{FIVE}#para-4-a",
    "решение MC-5/19, приложение II, пункты 3–5": f"{FIVE}#annex-2-para-3",
    "الفقرة 4 (أ) من المقرر MC-5/19": f"{FIVE}#para-4-a",
    "الفقرة ٤ من المرفق الثاني للمقرر MC-5/19": f"{FIVE}#annex-2-para-4",
    "第MC-5/19号决定第4(a)段": f"{FIVE}#para-4-a",
    "第MC-5/19号决定附件二第3段㈠": f"{FIVE}#annex-2-para-3-i",
    "78/1": ONE,
    "A/RES/78/1": ONE,
    "a res 78 1 pp2": f"{ONE}#preamble-2",
    "resolution 78/1": ONE,
    "General Assembly resolution 78/1, para. 12": f"{ONE}#para-12",
    "la résolution 78/1 de l’Assemblée générale": ONE,
    "قرار الجمعية العامة 78/1": ONE,
    "大会第78/1号决议第3段": f"{ONE}#para-3",
    "resolution 78/245 OP 4": "decisions/a-res-78-245/#para-4",
    "A/RES/78/254 B": f"{BUDGET}#part-b",
    "78/254 b para 3": f"{BUDGET}#part-b-para-3",
    "78/254": BUDGET,
    "1514 (XV)": "decisions/a-res-1514-xv/",
    "resolution 1514 XV": "decisions/a-res-1514-xv/",
    "القرار 1514 (د-15)": "decisions/a-res-1514-xv/",
    "S/RES/2719 (2023)": "decisions/s-res-2719-2023/",
    "Security Council resolution 2719 (2023), para. 4": "decisions/s-res-2719-2023/#para-4",
    "decision 1/CP.21": PARIS,
    "resolution 1/CP.21": THANKS,
    "3/CMP.11, annex, paragraph 4": "decisions/3-cmp-11/#annex-1-para-4",
    "3 cmp 11 annex 4": "decisions/3-cmp-11/#annex-4",
    "draft-2024": "decisions/draft-2024/",
    "UNEP/MC/COP.6/INF/29, annex I": f"{PAPERS}#annex-1",
    "unep mc cop 6 inf 29 annex ii para 3": f"{PAPERS}#annex-2-para-3",
    "UNEP/FAO/RC/COP.12/INF/3": "documents/joint/",
}
#: Queries that leave a doubt: what they can mean, as before; then symbols that are alike.
UNSURE: dict[str, tuple[list[str], list[str]]] = {
    "1/CP.21 para 28": ([f"{PARIS}#para-28", f"{THANKS}#para-28"], []),
    "MC-5/19 cooperation": ([FIVE], []),
    "A/RES/78/1 (II)": ([ONE], []),
    "MC-5/91": ([""], ["MC-5/19"]),
    "MC-5/20": ([""], ["MC-5/2"]),
    "A/78/1": ([""], []),
    "resolution 55/2": (["", "", ""], []),
    "hello": ([], []),
    "": ([], []),
    "constructor": ([], []),
    "MC-5/19 constructor": ([FIVE], []),
}


def corpus(folder: Path) -> Corpus:
    """The project's conventions and those of the examples, with a few texts that are known."""
    (folder / "conventions").mkdir(parents=True)
    for place, data in enumerate((ROOT / "data", *sorted((ROOT / "examples").glob("*/data")))):
        shutil.copy(data / "conventions.yaml", folder / "conventions" / f"{place}.yaml")
    (folder / "held.yaml").write_text(HELD, encoding="utf-8")
    loaded = load(folder)
    assert loaded.findings == ()
    return loaded.corpus
