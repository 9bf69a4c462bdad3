"""The line under a page's title: the site map's, unless an imported wave makes it untrue."""

from html import escape

from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import release
from ptce_data.views.app.site_map import SitePage

#: Of pages whose lead speaks of the sample that comes with the project.
_IMPORTED = {"portrait": "Vague {wave} de l’enquête\u00a0: ce que les répondants disent, et ce qu’ils taisent."}


def lead(page: SitePage) -> str:
    """HTML. Of a release that can't be read the page itself tells: the lead stays."""
    if page.key not in _IMPORTED:
        return page.lead
    try:
        declared = release()
    except DataError:
        return page.lead
    return _IMPORTED[page.key].format(wave=escape(declared.wave)) if declared.imported else page.lead
