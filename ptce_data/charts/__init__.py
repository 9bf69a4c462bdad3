"""Result → Vega-Lite: `spec` gives the picture, prebuilt once per shape, and `frame` its rows."""

from ptce_data import palette
from ptce_data.charts import bar_chart, style
from ptce_data.charts.chart_rows import arrow, earlier, frame, places_of, published_range, records
from ptce_data.charts.extents import extents
from ptce_data.results import Result, Status, wording

__all__ = ["arrow", "frame", "records", "spec"]


def spec(result: Result, *, intervals: bool = True, export: bool = False) -> dict:
    """The Vega-Lite spec of a Result, without its data: the same dict for every Result of the same shape.

    intervals: whether 95 % confidence intervals are drawn, where the Result has them. export: for a file on white
    paper, where no page gives words their colour. The dict is shared: copy it before changing it.
    """
    _, height = places_of(result)
    return bar_chart.spec(
        bar_chart.Shape(
            height=height,
            measured=wording.measured_word(result) if any(item.status is Status.SHOWN for item in result.items) else "",
            reference="publié" if any(item.published is not None for item in result.items) else "",
            intervals=intervals and any(item.low is not None for item in result.items),
            nested=any(size.outer == size.outer for size in extents(result)),
            ranged=published_range(result) is not None,
            earlier=wording.wave_word(result.earlier) if earlier(result) else "",
            joined=bool(earlier(result)) and result.joined,
            ink=style.FILE if export else style.SCREEN,
            colour=palette.REFERENCE if result.provenance == "published" else palette.ACCENT,
        )
    )
