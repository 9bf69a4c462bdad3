"""The headline numbers of the selection: real poles, and the priority neighbourhoods around them."""

from collections.abc import Sequence

from ptce_data.datasets.catalogue import DATASET
from ptce_data.poles.coverage import Coverage
from ptce_data.poles.directory import Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, NNBSP, number, plural
from ptce_data.views.live import Tree, live, tag


def headline(poles: Sequence[Pole], directory: int, coverage: Coverage | None) -> None:
    """Draw the numbers. directory: poles of the whole directory; coverage: None when the QPV can't be read."""
    located = sum(pole.located for pole in poles)
    regions = len({pole.region_code for pole in poles})
    numbers = [
        ("Pôles connus", number(len(poles)), f"sur {number(directory)} de l’annuaire"),
        ("Placés sur la carte", number(located), f"{plural(len(poles) - located, 'autre')} en liste seulement"),
        ("Régions", number(regions), f"sur {number(len(cog.REGIONS))}"),
    ]
    if coverage is not None:
        alone = f"{plural(coverage.uncovered_inhabitants, 'habitant')} sans pôle connu"
        numbers += [
            ("QPV du territoire", number(coverage.neighbourhoods), plural(coverage.inhabitants, "habitant")),
            (f"QPV à plus de {coverage.radius_km}{NBSP}km", number(len(coverage.far)), alone),
        ]
    blocks = (
        tag("div", tag("dt", label), tag("dd", value, class_="ptce-number"), tag("dd", beside))
        for label, value, beside in numbers
    )
    live("ptce-headline", [tag("dl", *blocks, class_="ptce-headline"), provenance()])


def provenance() -> Tree:
    """What kind of data these are, from whom, of when."""
    sources = f"{NNBSP}; ".join(
        f"{source.title} ({source.date})" for source in (DATASET[key].source for key in ("poles", "neighbourhoods"))
    )
    badge = tag("span", PROVENANCES.label("public"), class_="ptce-provenance ptce-public")
    return tag("p", badge, f" {sources}. Rien ne dit qu’un pôle est encore actif.", class_="ptce-source")
