"""The comparison to take away: a table and a picture, made when asked for, by the server's memory alone."""

from functools import partial

from ptce_data.comparison import Standing
from ptce_data.exports import comparison_files
from ptce_data.views.components.downloads import Format, downloads

FORMATS = (
    Format("Tableur (CSV pour Excel)", partial(comparison_files.csv, excel=True), "excel.csv", "text/csv"),
    Format("Données (CSV standard)", partial(comparison_files.csv, excel=False), "csv", "text/csv"),
    Format("Image (PNG)", comparison_files.png, "png", "image/png"),
)


def menu(standing: Standing) -> None:
    downloads(standing, "compare", "comparaison", FORMATS, "Télécharger la comparaison", look="secondary")
