"""Indicators of the public directory: real poles, counted, never masked."""

from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.schema.sides import Side


def _breakdown(key: str, title: str, column: str, **more) -> Indicator:
    return Indicator(
        key=key,
        title=title,
        theme="directory",
        page="carte",
        side=Side.POLES,
        kind=Kind.BREAKDOWN,
        column=column,
        **more,
    )


DIRECTORY: tuple[Indicator, ...] = (
    _breakdown(
        "poles-by-sector",
        "Dans quels secteurs agissent les pôles\u202f?",
        "sectors",
        multiple=True,
        phrase="agissent dans le secteur {label}",
        item_phrases={"nr": "n’ont pas de secteur renseigné"},
    ),
    _breakdown(
        "poles-by-region",
        "Où sont les pôles\u202f?",
        "region_code",
        every_code=True,
        phrase="sont dans la région {label}",
    ),
    _breakdown(
        "poles-by-recognition",
        "Quand les pôles ont-ils été reconnus\u202f?",
        "recognition",
        phrase="sont classés {label}",
        note="La vague est celle que donne une page publique\u202f; "
        "sans vague lue ne veut pas dire «\u202fnon reconnu\u202f».",
    ),
    _breakdown(
        "poles-by-legal-status",
        "Quel est le statut de la structure porteuse\u202f?",
        "legal_status",
        phrase="ont une structure porteuse de statut {label}",
        item_phrases={"nr": "n’ont pas de statut renseigné"},
    ),
)
