"""Indicators of the sample's portrait: who the structures that answered are."""

from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.schema.contracts import Bin
from ptce_data.schema.sides import Side


def _breakdown(key: str, title: str, column: str, **more) -> Indicator:
    return Indicator(
        key=key,
        title=title,
        theme="portrait",
        page="portrait",
        side=Side.SAMPLE,
        kind=Kind.BREAKDOWN,
        column=column,
        **more,
    )


PORTRAIT: tuple[Indicator, ...] = (
    _breakdown(
        "sectors",
        "Dans quels secteurs travaillent les structures\u202f?",
        "sectors",
        heading="Activités et statuts",
        multiple=True,
        compared=True,
        phrase="déclarent le secteur {label}",
    ),
    _breakdown(
        "legal-status",
        "Quel est le statut juridique des structures\u202f?",
        "legal_status",
        heading="Activités et statuts",
        compared=True,
        phrase="ont le statut {label}",
    ),
    _breakdown(
        "iae",
        "Les structures relèvent-elles de l’insertion par l’activité économique\u202f?",
        "iae",
        heading="Insertion et quartiers",
        compared=True,
        item_phrases={
            "oui": "relèvent de l’insertion par l’activité économique",
            "non": "ne relèvent pas de l’insertion par l’activité économique",
        },
    ),
    _breakdown(
        "qpv",
        "Les structures sont-elles en quartier prioritaire\u202f?",
        "in_qpv",
        heading="Insertion et quartiers",
        compared=True,
        item_phrases={
            "oui": "sont dans un quartier prioritaire",
            "non": "ne sont pas dans un quartier prioritaire",
        },
    ),
    _breakdown(
        "regions",
        "Dans quelles régions sont les structures\u202f?",
        "region_code",
        heading="Territoires et taille",
        phrase="sont dans la région {label}",
    ),
    Indicator(
        key="pole-size",
        title="Combien de structures par pôle\u202f?",
        theme="portrait",
        page="portrait",
        side=Side.SAMPLE,
        heading="Territoires et taille",
        kind=Kind.GROUP_SIZES,
        column="pole_id",
        phrase="comptent {label}",
        bins=(
            Bin("1-4", "1 à 4 structures", 4),
            Bin("5-6", "5 ou 6 structures", 6),
            Bin("7-8", "7 ou 8 structures", 8),
            Bin("9-11", "9 à 11 structures", 11),
            Bin("12-plus", "12 structures ou plus", None),
        ),
        note="Structures de l’échantillon qui ont répondu, non tous les membres du pôle\u202f; "
        "sous un filtre, celles que le filtre garde.",
    ),
)
