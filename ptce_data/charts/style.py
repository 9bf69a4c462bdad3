"""What every chart shares: the French locale, the text colour, the mute of what is secondary."""

import altair as alt

from ptce_data import palette
from ptce_data.texts import NBSP, NNBSP
from ptce_data.texts.formats import MONTHS

#: d3 locales. An `embedOptions` locale has no effect in Streamlit: it has to be inside the spec.
LOCALE = {
    "number": {
        "decimal": ",",
        "thousands": NNBSP,
        "grouping": [3],
        "currency": ["", f"{NBSP}€"],
        "percent": f"{NNBSP}%",
        "minus": "−",
    },
    "time": {
        "dateTime": "%A %e %B %Y à %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "days": ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        "shortDays": ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
        "months": MONTHS,
        "shortMonths": [
            "janv.",
            "févr.",
            "mars",
            "avr.",
            "mai",
            "juin",
            "juil.",
            "août",
            "sept.",
            "oct.",
            "nov.",
            "déc.",
        ],
    },
}

ROWS = alt.NamedData("rows")  # the place of the data, given apart

LABEL_SIZE = 14
SMALL_SIZE = 12
MUTED = 0.78  # opacity of secondary words: still above 4.5:1 on both papers
TRACK = 0.09  # opacity of what is only a background


#: The colour of words. On screen they take the page's own, so that light and dark need no second spec.
SCREEN = "currentColor"
FILE = palette.INK["light"]


def finished(chart: alt.LayerChart) -> dict:
    """The spec as a dict, without its data, with the French locale and no frame."""
    with alt.data_transformers.enable("default", consolidate_datasets=False):
        spec = chart.configure(locale=LOCALE).configure_view(stroke=None).to_dict()
    del spec["data"]
    return spec
