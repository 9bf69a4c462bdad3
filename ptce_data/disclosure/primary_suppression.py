"""Masking small groups in one Result or in the options of one filter.

The rule, for anything that people answered (public facts and published figures are never masked). An answer of
fewer than 3 respondents, of the unit the question was put to, is not shown, nor what would give it back:

- an item that 1 or 2 respondents chose; zero is a value and is shown;
- an item of a question answered by yes or no where 1 or 2 respondents said no: the base would give them away;
- every item, where the base itself is 1 or 2; the base is then "fewer than 3";
- in a breakdown where each respondent is in one item, the smallest other item too, as long as the base less what
  is shown would reveal what is masked (`complementary_suppression` does it for a whole page);
- a ratio of amounts resting on fewer than 3 respondents, or of which one alone makes up more than 85 % of the
  whole; so the least and the greatest of a ratio, one respondent's answer each, unless 3 share it.

Under `protected` the same rule judges counts already shifted. Subtraction then tells nothing certain, and a
breakdown needs no complementary suppression; an extreme, which is one respondent's, is never shown.
"""

from collections.abc import Mapping
from dataclasses import replace

from ptce_data.datasets.release import Policy
from ptce_data.results import Item, Measure, Result, Status

#: Respondents from which an answer is shown.
THRESHOLD = 3

#: Share of the whole above which one respondent's amount could be read in the sum.
DOMINANCE = 0.85

_OPEN = ("public", "published")


def below_threshold(count: int) -> bool:
    """Some respondents, and fewer than the threshold."""
    return 0 < count < THRESHOLD


def mask(
    result: Result,
    *,
    partition: bool = False,
    yes_no: bool = False,
    resting_on: Mapping[str, int] | None = None,
    dominance: float = 0.0,
    policy: Policy = Policy.THRESHOLD,
) -> Result:
    """The Result with what must not be shown masked.

    partition: each respondent of the base is in one item exactly; yes_no: each said yes or no to each item;
    resting_on: for a RATIO, code → respondents that the item rests on; dominance: the greatest respondent's part
    of the whole.
    """
    if result.provenance in _OPEN or policy is Policy.OPEN:
        return result
    if below_threshold(result.base.n):
        return _few(result)
    shown = {item.code: item for item in result.items if item.status is Status.SHOWN}
    protected = policy is Policy.PROTECTED
    if result.measure is Measure.RATIO:
        hidden = {code for code in shown if dominance > DOMINANCE or (resting_on or {}).get(code, 0) < THRESHOLD}
        hidden |= {code for code in shown if protected and code != "overall"}
    else:
        hidden = {code for code, item in shown.items() if below_threshold(item.count)}
        if yes_no:
            hidden |= {code for code, item in shown.items() if below_threshold(result.base.n - item.count)}
        if partition and not protected:
            hidden = complete({code: item.count for code, item in shown.items()}, hidden)
    return masked(result, hidden)


def masked(result: Result, hidden: set[str]) -> Result:
    """The Result with the items of these codes masked."""
    return replace(result, items=tuple(_masked(item) if item.code in hidden else item for item in result.items))


def mask_options(
    counts: Mapping[str, int], provenance: str, policy: Policy = Policy.THRESHOLD
) -> dict[str, int | None]:
    """Code → units that an option of a filter keeps; None where the number is masked."""
    if provenance in _OPEN or policy is Policy.OPEN:
        return dict(counts)
    return {code: None if below_threshold(count) else count for code, count in counts.items()}


def complete(counts: Mapping[str, int], hidden: set[str]) -> set[str]:
    """Mask the smallest others until the sum of what is masked no longer tells each of them.

    counts: code → respondents, each respondent in one code. m codes of 1 or 2 that add up to m, or to 2 m, are all
    1, or all 2. Where nothing is left to mask, every code is 1, or every code is 2; so nothing at all is shown of
    any breakdown of the same size that has something to mask, and none of them can be distinguished from the others.
    """
    hidden = set(hidden)
    if hidden and sum(counts.values()) in (len(counts), 2 * len(counts)):
        return set(counts)
    # Zeros come last: masking one hides nothing of itself, but where nothing else is left it makes a doubt.
    others = sorted(set(counts) - hidden, key=lambda code: (counts[code] == 0, counts[code], code))
    while hidden and others and reveals([counts[code] for code in hidden]):
        hidden.add(others.pop(0))
    return hidden


def reveals(masked_counts: list[int]) -> bool:
    """Whether counts known to be 1 or 2 are given away by their sum."""
    total, m = sum(masked_counts), len(masked_counts)
    return all(map(below_threshold, masked_counts)) and total in (m, 2 * m)


def _few(result: Result) -> Result:
    """A Result whose base is 1 or 2: nothing of it is said but that."""
    base = replace(result.base, n=THRESHOLD - 1, few=True, poles=None)
    items = tuple(
        replace(_masked(item) if item.status is Status.SHOWN else item, no_answer=None, not_asked=None)
        for item in result.items
    )
    return replace(result, base=base, items=items)


def _masked(item: Item) -> Item:
    return replace(item, count=None, share=None, low=None, high=None, status=Status.MASKED)
