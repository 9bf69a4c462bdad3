"""The observatory of the PTCE as a library, without Streamlit: `load`, `Selection`, `compute`, `answer`, `compare`.

    import ptce_data
    structures = ptce_data.load("structures")
    for result in ptce_data.compute(ptce_data.Selection.from_query("region=84&secteur=culture")):
        print(result.title, result.base.n, result.items)

Names are imported when used: `import ptce_data` costs nothing.
"""

from importlib import import_module

_HOMES = {
    "INDICATORS": ("ptce_data.indicators", "INDICATORS"),
    "Selection": ("ptce_data.selection", "Selection"),
    "answer": ("ptce_data.indicators", "answer"),
    "compare": ("ptce_data.comparison", "compare"),
    "compute": ("ptce_data.indicators", "compute"),
    "load": ("ptce_data.disclosure.public_tables", "frame"),
}

__all__ = ["INDICATORS", "Selection", "answer", "compare", "compute", "load"]


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__():
    return sorted([*globals(), *__all__])
