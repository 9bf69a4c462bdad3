"""Result → file: CSV for French Excel, standard CSV, PNG and SVG. A file says all that the card says."""

from ptce_data.exports.csv_tables import table_csv
from ptce_data.exports.drawing import DrawingError, not_drawn
from ptce_data.exports.figure_files import csv_excel, csv_standard
from ptce_data.exports.pictures import png, svg

__all__ = ["DrawingError", "csv_excel", "csv_standard", "not_drawn", "png", "svg", "table_csv"]
