"""Results made by hand, one per state that a figure can be in: what texts, charts and exports are tested on."""

from dataclasses import replace

from ptce_data.results import Base, Item, Measure, Result, Source, Status

SURVEY = Source("Enquête d'analyse des PTCE", "2017-07-05", "https://exemple.fr/enquete")
SAMPLE = Source("Échantillon de démonstration", "2017", licence="MIT")
BASE = Base(187, "structure", "structures de l’échantillon de démonstration", "stated", frame=740, poles=24)

LEGAL = Result(
    "legal-status",
    "Quel est le statut juridique des structures\u202f?",
    "portrait",
    BASE,
    "demonstration",
    SAMPLE,
    (
        Item("association", "Association", 107, 107 / 187, 0.5, 0.641, 57),
        Item("sarl", "SARL", 17, 17 / 187, 0.06, 0.14, 9),
        Item("autre", "Autre statut", 0, 0.0, 0.0, 0.02),
    ),
    published_source=SURVEY,
    phrase="ont le statut {label}",
)
COUNTS = Result(
    "poles-by-sector",
    "Dans quels secteurs agissent les pôles\u202f?",
    "directory",
    Base(111, "pole", "pôles de l’annuaire public"),
    "public",
    SURVEY,
    (Item("emploi", "Emploi", 27), Item("mobilite", "Mobilité", 4), Item("tourisme", "Tourisme", 0)),
    Measure.COUNT,
    multiple=True,
    phrase="agissent dans le secteur {label}",
)
COORDINATION = Result(
    "coordination",
    "Quelle part des emplois va à la coordination\u202f?",
    "coordination",
    replace(BASE, n=24, unit="pole", population="pôles de l’échantillon de démonstration"),
    "demonstration",
    SAMPLE,
    (
        Item("overall", "Ensemble", None, 0.1, published=10),
        Item("minimum", "Minimum", None, 0.0, published=0),
        Item("maximum", "Maximum", published=38, status=Status.MASKED),
    ),
    Measure.RATIO,
)


def emptied(result: Result, status: Status, n: int = 0, published: bool = True) -> Result:
    """The same figure with every item in one state without a value."""
    items = tuple(
        Item(item.code, item.label, published=item.published if published else None, status=status)
        for item in result.items
    )
    return replace(result, base=replace(result.base, n=n), items=items)


def with_items(result: Result, *items: Item, n: int | None = None) -> Result:
    base = result.base if n is None else replace(result.base, n=n)
    return replace(result, items=items, base=base)


NOT_ASKED = emptied(LEGAL, Status.NOT_ASKED, published=False)
MASKED = emptied(LEGAL, Status.MASKED, n=2)
NO_ANSWER = emptied(LEGAL, Status.NO_ANSWER)
EMPTY = emptied(LEGAL, Status.EMPTY)
MIXED = with_items(
    LEGAL,
    LEGAL.items[0],
    Item("sarl", "SARL", published=9, status=Status.MASKED),
    Item("scic", "SCIC", published=8, status=Status.NO_ANSWER, no_answer=5),
    Item("scop", "SCOP", published=7, status=Status.NOT_ASKED, not_asked=187),
    LEGAL.items[2],
)
EVERY_STATE = {
    "shares": LEGAL,
    "counts": COUNTS,
    "ratio": COORDINATION,
    "mixed": MIXED,
    "not asked": NOT_ASKED,
    "masked": MASKED,
    "no answer": NO_ANSWER,
    "empty": EMPTY,
}
