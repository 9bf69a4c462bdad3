"""Every indicator, in the order in which pages show them."""

from ptce_data.indicators.directory import DIRECTORY
from ptce_data.indicators.effects import EFFECTS
from ptce_data.indicators.portrait import PORTRAIT

INDICATORS = (*DIRECTORY, *PORTRAIT, *EFFECTS)

INDICATOR = {indicator.key: indicator for indicator in INDICATORS}
