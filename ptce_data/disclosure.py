"""The single place that masks small groups.

The rule, for anything that people answered (provenance "demonstration" or "imported"; public facts and published
figures are never masked). An answer of fewer than 3 respondents, of the unit the question was put to, is not
shown, nor what would give it back:

- an item that 1 or 2 respondents chose; zero is a value and is shown;
- an item of a question answered by yes or no where 1 or 2 respondents said no: the base would give them away;
- every item, where the base itself is 1 or 2;
- in a breakdown where each respondent is in one item, the smallest other item too, as long as the base less what
  is shown would tell what is masked (complementary suppression);
- a ratio of amounts resting on fewer than 3 respondents, or of which one alone makes up more than 85 % of the
  whole; so the least and the greatest of a ratio, one respondent's answer each, unless 3 share it.

The size of a selection (base, headline numbers) is not an answer and is shown. What an option of a filter would
keep is an answer counted: it follows the first rule.
"""

from collections.abc import Mapping
from dataclasses import replace

from ptce_data.results import Item, Measure, Result, Status

#: Respondents from which an answer is shown.
THRESHOLD = 3

#: Share of the whole above which one respondent's amount could be read in the sum.
DOMINANCE = 0.85

_OPEN = ("public", "published")


def small(count: int) -> bool:
    """Some respondents, and fewer than the threshold."""
    return 0 < count < THRESHOLD


def mask(
    result: Result,
    *,
    partition: bool = False,
    yes_no: bool = False,
    resting_on: Mapping[str, int] | None = None,
    dominance: float = 0.0,
) -> Result:
    """The Result with what must not be shown masked.

    partition: each respondent of the base is in one item exactly; yes_no: each said yes or no to each item;
    resting_on: for a RATIO, code → respondents that the item rests on; dominance: the greatest respondent's part
    of the whole.
    """
    if result.provenance in _OPEN:
        return result
    shown = {item.code: item for item in result.items if item.status is Status.SHOWN}
    if small(result.base.n):
        hidden = set(shown)
    elif result.measure is Measure.RATIO:
        hidden = {code for code in shown if dominance > DOMINANCE or (resting_on or {}).get(code, 0) < THRESHOLD}
    else:
        hidden = {code for code, item in shown.items() if small(item.count)}
        if yes_no:
            hidden |= {code for code, item in shown.items() if small(result.base.n - item.count)}
        if partition:
            hidden = _complete(shown, hidden)
    return replace(result, items=tuple(_masked(item) if item.code in hidden else item for item in result.items))


def mask_options(counts: Mapping[str, int], provenance: str) -> dict[str, int | None]:
    """Code → units that an option of a filter keeps; None where the number is masked."""
    if provenance in _OPEN:
        return dict(counts)
    return {code: None if small(count) else count for code, count in counts.items()}


def _complete(shown: Mapping[str, Item], hidden: set[str]) -> set[str]:
    """Mask the smallest others until the sum of what is masked no longer tells each of them.

    m items of 1 or 2 that add up to m, or to 2 m, are all 1, or all 2. Where nothing is left to mask, nothing is
    shown, and the base alone remains.
    """
    hidden = set(hidden)
    # Zeros come last: masking one hides nothing of itself, but where nothing else is left it makes a doubt.
    others = sorted(set(shown) - hidden, key=lambda code: (shown[code].count == 0, shown[code].count, code))
    while hidden and others:
        total = sum(shown[code].count for code in hidden)
        told = all(small(shown[code].count) for code in hidden) and total in (len(hidden), 2 * len(hidden))
        if not told:
            break
        hidden.add(others.pop(0))
    return hidden


def _masked(item: Item) -> Item:
    return replace(item, count=None, share=None, low=None, high=None, status=Status.MASKED)
