"""Every indicator, in the order in which pages show them."""

from collections.abc import Iterable

from ptce_data.indicators.declaration import SIDE_OF_PAGE, Indicator
from ptce_data.indicators.effect_indicators import EFFECTS
from ptce_data.indicators.pole_indicators import DIRECTORY
from ptce_data.indicators.portrait_indicators import PORTRAIT

_PAGES = tuple(SIDE_OF_PAGE)


def by_page(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """In the order of the pages of the site; on a page, as declared. A page without a side of its own comes last."""
    return tuple(sorted(indicators, key=lambda indicator: (*_PAGES, indicator.page).index(indicator.page)))


INDICATORS = by_page((*DIRECTORY, *PORTRAIT, *EFFECTS))

INDICATOR = {indicator.key: indicator for indicator in INDICATORS}
