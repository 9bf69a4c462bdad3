"""What is measured: declarations by theme, and `answer`, one question to the engine for a whole page."""

from ptce_data.indicators.answering import Answer, answer, compute
from ptce_data.indicators.declaration import Indicator, Kind
from ptce_data.indicators.registry import INDICATOR, INDICATORS

__all__ = ["INDICATOR", "INDICATORS", "Answer", "Indicator", "Kind", "answer", "compute"]
