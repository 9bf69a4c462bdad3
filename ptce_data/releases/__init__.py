"""Releases of a whole survey: imported whole or not at all, kept for ever, switched in one step, restorable.

bring("SURVEY.xlsx", "2027", "DIR"), kept("DIR"), restore("DIR", name)
"""

from ptce_data.releases.archive import Kept, kept, restore
from ptce_data.releases.importing import bring
from ptce_data.releases.manifest import versions

__all__ = ["Kept", "bring", "kept", "restore", "versions"]
