"""The comparison to take away, made when asked for, by the server's memory alone."""

from ptce_data.comparison import ComparisonReport
from ptce_data.exports import Kind
from ptce_data.views.components.downloads import downloads


def menu(report: ComparisonReport) -> None:
    downloads(Kind.COMPARISON, report, "compare", "comparaison", "Télécharger la comparaison", look="secondary")
