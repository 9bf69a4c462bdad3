"""A group of poles as a Selection: the group's pooled figures are the same Results as everywhere, masked alike."""

from dataclasses import dataclass

from ptce_data.engines import Condition, Criterion
from ptce_data.schema.codes import Code, CodeList
from ptce_data.selection import Filter


@dataclass(frozen=True)
class Among:
    """The structures of these poles of the sample. Stands where `indicators.compute` expects a Selection.

    words: the group in French, "" for the whole sample. It is never a link: `Group.to_text` is.
    """

    pole_ids: tuple[str, ...]
    words: str

    def on(self, dataset: str) -> "Among":
        """Itself: a group is of the sample, whatever filters there are."""
        return self

    def criteria(self) -> tuple[Criterion, ...]:
        if not self.words:
            return ()
        return (Criterion("group", ((Condition("pole_id", self.pole_ids),),)),)

    def active(self) -> tuple[tuple[Filter, str], ...]:
        if not self.words:
            return ()
        codes = CodeList("group", "Groupe de référence", (Code("group", self.words),))
        meaning = "Structures des pôles du groupe de référence."
        group = Filter(
            field="group",
            key="groupe",
            label="Groupe de référence",
            column="pole_id",
            codes=codes,
            sample_meaning=meaning,
        )
        return ((group, "group"),)
