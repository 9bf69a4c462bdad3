"""Every published percentage, checked in whole numbers: on which bases it is possible, alone and with its kin."""

from ptce_data.attainability.book import Book, book
from ptce_data.attainability.model import Candidate, Checked, Group, Neighbour, Reason, Verdict, Way

__all__ = ["Book", "Candidate", "Checked", "Group", "Neighbour", "Reason", "Verdict", "Way", "book"]
