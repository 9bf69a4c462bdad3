"""The screens of the form, from the codebook: what each asks, in the order of reading. No Streamlit here."""

from dataclasses import dataclass
from functools import cached_property

from ptce_data.indicators import INDICATOR
from ptce_data.intake.fields import POLE_FIELDS, STRUCTURE_FIELDS, Field
from ptce_data.schema.codes import Code
from ptce_data.schema.questions import QUESTION
from ptce_data.texts import typographic


@dataclass(frozen=True)
class Ask:
    """One question of the form: for each item, how many structures say yes.

    parts: each structure is in one item at most, so that the items together can't exceed the answers.
    """

    indicator: str
    title: str
    items: tuple[Code, ...]
    parts: bool = False


@dataclass(frozen=True)
class Screen:
    """One screen: `facts` are keys of POLE_FIELDS or "structures", `indicators` those of the structures' fields."""

    key: str
    title: str
    lead: str
    facts: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(ASK[indicator] for indicator in self.indicators)


#: Screen by screen. A fact or an indicator left out here is found missing by a test.
SCREENS: tuple[Screen, ...] = (
    Screen(
        "identite",
        "Identité et territoire",
        "Rien n’est obligatoire. Le nombre de structures ouvre les autres écrans.",
        ("name", "departement_code", "recognition", "legal_status", "structures"),
        ("qpv",),
    ),
    Screen(
        "secteurs",
        "Secteurs et statuts",
        "Une structure peut être dans plusieurs secteurs\u202f; elle n’a qu’un statut.",
        (),
        ("sectors", "legal-status", "iae"),
    ),
    Screen(
        "valeurs",
        "Valeurs et mutualisation",
        "Combien de structures répondent «\u202foui\u202f» à chaque ligne.",
        (),
        ("values", "pooling"),
    ),
    Screen(
        "rh",
        "Ressources humaines",
        "Ce que l’appartenance au pôle change pour les équipes.",
        (),
        ("hr-impact", "hr-effects"),
    ),
    Screen("effets", "Effets", "Ce que les structures disent ressentir.", (), ("perceived-effects",)),
    Screen(
        "animation",
        "Animation",
        "Le temps de travail du pôle, en équivalents temps plein (ETP).",
        ("fte_total", "fte_coordination"),
    ),
)

FACT: dict[str, Field] = {field.key: field for field in POLE_FIELDS}

#: Facts whose answers exclude each other.
_PARTS = ("legal-status",)


def _ask(indicator: str) -> Ask:
    fields = [field for field in STRUCTURE_FIELDS if field.indicator == indicator]
    question = QUESTION.get(indicator)
    if question is not None:
        return Ask(indicator, typographic(question.wording), question.items)
    if fields[0].item:
        items = tuple(Code(field.item, field.label, typographic(field.help)) for field in fields)
    else:
        items = tuple(fields[0].codes)
    return Ask(indicator, INDICATOR[indicator].title, items, indicator in _PARTS)


ASK: dict[str, Ask] = {
    key: _ask(key) for key in dict.fromkeys(field.indicator for field in STRUCTURE_FIELDS if field.indicator)
}
