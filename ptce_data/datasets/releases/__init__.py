"""Releases of a whole survey: imported whole or not at all, kept for ever, switched in one step, restorable.

bring("SURVEY.xlsx", "2027", "DIR"), kept("DIR"), restore("DIR", name)
"""

from ptce_data.datasets.releases.declaring import versions
from ptce_data.datasets.releases.importing import bring
from ptce_data.datasets.releases.keeping import Kept, kept, restore

__all__ = ["Kept", "bring", "kept", "restore", "versions"]
