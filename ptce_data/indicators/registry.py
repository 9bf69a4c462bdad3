"""Every indicator, in the order in which pages show them."""

from ptce_data.indicators.effect_indicators import EFFECTS
from ptce_data.indicators.pole_indicators import DIRECTORY
from ptce_data.indicators.portrait_indicators import PORTRAIT

INDICATORS = (*DIRECTORY, *PORTRAIT, *EFFECTS)

INDICATOR = {indicator.key: indicator for indicator in INDICATORS}
