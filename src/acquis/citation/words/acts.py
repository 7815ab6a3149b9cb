"""The words by which a text relates itself to another: recalling, amending, superseding.

Declarations only, for each language. Each is a regular expression in which a space stands for any
white space. What is only told of others ("by which it amended …") is not done here; the words
that begin such a clause are among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Acts:
    """One language's words, by the relation of which they speak.

    `said` may stand anywhere before the citations that it governs; `directly` stands immediately
    before one; `done` is how an operative paragraph does something to the text that it cites, and
    `undergone` what follows a citation that something is done to. `told` begins a clause that
    speaks of what another text does.
    """

    said: Mapping[str, str]
    directly: Mapping[str, str]
    done: Mapping[str, str]
    undergone: Mapping[str, str] = field(default_factory=dict)
    told: str = r"(?!)"
    #: Whether words are set side by side without spaces.
    joined: bool = False


ENGLISH = Acts(
    said={
        "recalls": r"[Rr]ecall(?:ing|s)",
        "reaffirms": r"[Rr]eaffirm(?:ing|s)|[Rr]eiterat(?:ing|es) (?:its|the) commitment to",
    },
    directly={
        "implements": (
            r"(?:[Pp]ursuant to|[Ii]n accordance with|[Ii]mplementing|[Ii]n response to|"
            r"[Ii]n (?:the )?(?:implementation|pursuance|furtherance) of|"
            r"[Aa]s (?:requested|mandated|called for|decided) (?:in|by|under))"
            r"(?: the)?(?: (?:provisions|mandate) of)?(?: its)?"
        ),
        "mirrors": r"(?:[Mm]irror(?:ing|s)|[Mm]irrored in)",
    },
    done={
        "amends": (
            r"(?:Amends|Revises|shall replace|"
            r"[Dd]ecides(?: also| further)?[^.;]{0,120}? to (?:amend|revise|modify))"
        ),
        "supersedes": (
            r"(?:Supersedes|Replaces|Repeals|Rescinds|[Dd]ecides(?: also| further)? to (?:replace|"
            r"supersede|repeal|rescind|revoke)|(?:[Pp]resent|[Tt]his) (?:decision|resolution|"
            r"recommendation) (?:shall )?(?:hereby )?(?:supersedes?|replaces?|repeals?))"
        ),
        "adopts": r"(?:Adopts|Approves)(?: the)?(?: draft)?",
    },
    undergone={
        "amends": (
            r"(?: (?:is|are|shall be))?(?: hereby)? (?:amended|revised|replaced (?:by|with)|"
            r"modified)"
        ),
        "supersedes": (
            r" (?:is|are|shall be)(?: hereby)? (?:superseded|replaced|repealed|rescinded)"
            r"(?: by (?:the present|this) (?:decision|resolution|recommendation))?(?=[,.;]|$)"
        ),
    },
    told=r"which|whereby|wherein|where|as (?:amended|revised|reaffirmed) (?:by|in)",
)
FRENCH = Acts(
    said={
        "recalls": r"[Rr]appelant|[Rr]appelle|[Rr]appelé",
        "reaffirms": r"[Rr]éaffirmant|[Rr]éaffirme",
    },
    directly={
        "implements": (
            r"(?:[Cc]onformément (?:à|aux)|[Ee]n application|[Cc]omme suite (?:à|aux)|[Ee]n "
            r"exécution|[Ee]n réponse (?:à|aux)|[Aa]ux fins de l[’']application)"
            r"(?: (?:dispositions|prescriptions))?(?: de| des| du)?(?: (?:la|sa|ses|les))?"
        ),
    },
    done={
        "amends": (
            r"(?:Modifie|Révise|"
            r"[Dd]écide(?: également| en outre)?(?: de|,)[^.;]{0,60}? (?:modifier|réviser))"
        ),
        "supersedes": (
            r"(?:Remplace|Abroge|[Dd]écide(?: également| en outre)? (?:de remplacer|d[’']abroger)|"
            r"[Pp]résente (?:décision|résolution|recommandation) "
            r"(?:annule et )?(?:remplace|abroge))"
        ),
        "adopts": r"(?:Adopte|Approuve)(?: le| la)?(?: projet de)?",
    },
    undergone={
        "amends": (
            r" (?:est|sont)(?: ainsi)? "
            r"(?:modifiée?s?|révisée?s?|remplacée?s? par ce qui suit)"
        ),
        "supersedes": (
            r" (?:est|sont) (?:remplacée?s?|abrogée?s?)"
            r"(?: par la présente (?:décision|résolution))?(?=[,.;]|$)"
        ),
    },
    told=r"par laquelle|par lesquelles|dans laquelle|dans lesquelles|dont|qui|où",
)
SPANISH = Acts(
    said={
        "recalls": r"[Rr]ecordando|[Rr]ecuerda",
        "reaffirms": r"[Rr]eafirmando|[Rr]eafirma",
    },
    directly={
        "implements": (
            r"(?:[Dd]e conformidad con|[Ee]n cumplimiento de|[Ee]n aplicación de|[Cc]on arreglo a|"
            r"[Ee]n respuesta a|[Aa]tendiendo a)(?: lo (?:dispuesto|establecido|solicitado) en)?"
            r"(?: (?:la|las|su|sus))?"
        ),
    },
    done={
        "amends": (
            r"(?:Enmienda|Modifica|Revisa|"
            r"[Dd]ecide(?: también| además)?[^.;]{0,60}? (?:enmendar|modificar|revisar))"
        ),
        "supersedes": (
            r"(?:Reemplaza|Sustituye|Deroga|[Dd]ecide(?: también| además)? (?:reemplazar|sustituir|"
            r"derogar)|[Pp]resente (?:decisión|resolución|recomendación) "
            r"(?:reemplaza|sustituye|deroga))"
        ),
        "adopts": r"(?:Aprueba|Adopta)(?: el| la)?(?: proyecto de)?",
    },
    undergone={
        "amends": r" (?:queda|quedan|se) (?:enmendad[oa]s?|modificad[oa]s?|enmienda|modifica)",
        "supersedes": (
            r" (?:queda|quedan) (?:reemplazad[oa]s?|sustituid[oa]s?|derogad[oa]s?)"
            r"(?: por la presente (?:decisión|resolución))?(?=[,.;]|$)"
        ),
    },
    told=r"en (?:la|las) que|por (?:la|las) que|mediante (?:la|las) (?:que|cual)|donde",
)
RUSSIAN = Acts(
    said={
        "recalls": r"[Сс]сылаясь(?: также| далее)? на|[Нн]апомина(?:я|ет)",
        "reaffirms": (
            r"[Вв]новь подтвержда(?:я|ет)|[Пп]одтвержда(?:я|ет)|[Пп]одтвержда(?:я|ет) вновь"
        ),
    },
    directly={
        "implements": (
            r"(?:[Вв] соответствии с|[Вв]о исполнение|[Вв] осуществление|[Сс]огласно|"
            r"[Нн]а основании|[Вв] ответ на)(?: (?:положениями|положениям|со))?"
            r"(?: (?:ее|её|свое[йю]|соответствующими|соответствующим))?"
        ),
    },
    done={
        "amends": (
            r"(?:Изменяет|"
            r"[Рр]ешает[^.;]{0,60}? (?:изменить|пересмотреть|внести поправк\w+ в))"
        ),
        "supersedes": (
            r"(?:[Рр]ешает(?: также| далее)? (?:заменить|отменить)|Заменяет|Отменяет|"
            r"[Нн]астоящ(?:ее|ая) (?:решение|резолюция|рекомендация) (?:заменяет|отменяет))"
        ),
        "adopts": r"(?:Принимает|Утверждает)(?: проект)?",
    },
    undergone={
        "amends": r" (?:изменяется|изменяются|пересматривается|заменяется следующим)",
        "supersedes": r" (?:утрачива[ею]т силу|отменяется|отменяются)",
    },
    told=r"в котор\w+|котор\w+|где|согласно котор\w+",
)
ARABIC = Acts(
    said={
        "recalls": r"إذ (?:تشير|يشير)|تشير|يشير|(?:وإذ|و)تشير",
        "reaffirms": r"(?:إذ )?(?:تؤكد|يؤكد) من جديد|(?:إذ )?(?:تعيد|يعيد) تأكيد|مؤكدة من جديد",
    },
    directly={
        "implements": (
            r"(?:وفقا\u064b?|عملا\u064b?|تنفيذا\u064b?|استجابة\u064b?|بموجب|بمقتضى)"
            r"(?: (?:لأحكام|بأحكام|لما جاء في))?(?: ?[لب])?"
        ),
    },
    done={
        "amends": r"(?:تقرر|يقرر)[^.؛]{0,60}? (?:تعديل|تنقيح)",
        "supersedes": (
            r"(?:(?:تقرر|يقرر)(?: أيضا| كذلك)? (?:إلغاء|الاستعاضة عن)|"
            r"(?:هذا المقرر|هذا القرار) (?:يلغي|يحل محل))"
        ),
        "adopts": r"(?:تعتمد|يعتمد|توافق على|يوافق على)(?: مشروع)?",
    },
    told=r"الذي|التي|اللذين|الذين|حيث",
)
CHINESE = Acts(
    said={
        "recalls": r"(?:又|还|并|也|再)?(?:回顾|忆及|重温)",
        "reaffirms": r"(?:又|还|并|也|再)?(?:重申|再次申明)",
    },
    directly={
        "implements": r"(?:根据|依照|按照|遵照|依据|执行|落实|响应)(?:其|该|大会|缔约方大会)?",
    },
    done={
        "amends": r"决定(?:修正|修订|修改)|修正|修订",
        "supersedes": r"(?:决定(?:以本(?:决定|决议))?(?:取代|废止|撤销)|本(?:决定|决议)取代)",
        "adopts": r"(?:通过|核准)",
    },
    told=r"其中|该(?:决定|决议)",
    joined=True,
)

LANGUAGES: Mapping[str, Acts] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
}


def acts(language: str) -> Acts:
    """The words of a language, English where none are known."""
    return LANGUAGES.get(language, ENGLISH)
