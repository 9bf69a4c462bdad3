"""Result, comparison, table → file, in the formats that `export_formats` declares. A file says all that a card says."""

from ptce_data.exports.csv_tables import table_csv
from ptce_data.exports.drawing import DrawingError, not_drawn
from ptce_data.exports.export_formats import FORMATS, Format, Kind, formats
from ptce_data.exports.figure_files import csv_excel, csv_standard
from ptce_data.exports.pictures import png, svg

__all__ = [
    "FORMATS",
    "DrawingError",
    "Format",
    "Kind",
    "csv_excel",
    "csv_standard",
    "formats",
    "not_drawn",
    "png",
    "svg",
    "table_csv",
]
