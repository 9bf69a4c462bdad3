"""Releases of a whole survey: imported whole or not at all, never rewritten, switched in one step, restorable.

import_survey("SURVEY.xlsx", "2027", "DIR"), stored_releases("DIR"), restore("DIR", name)
"""

from ptce_data.releases.archive import StoredRelease, restore, stored_releases
from ptce_data.releases.importing import import_survey
from ptce_data.releases.manifest import versions

__all__ = ["StoredRelease", "import_survey", "restore", "stored_releases", "versions"]
