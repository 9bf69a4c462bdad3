"""What is known of a population when only a part of it was kept, without assuming anything of the others.

C. F. Manski, Nonparametric bounds on treatment effects, American Economic Review 80, 1990; Partial Identification of
Probability Distributions, 2003, ch. 1: those not kept may all have said no, or all yes.
"""


def worst_case(total: float, kept: int, population: int) -> tuple[float, float]:
    """(low, high) of the mean over the population of a value from 0 to 1, of which `kept` units add up to `total`.

    Raises ValueError unless 0 <= total <= kept <= population and the population is not empty.
    """
    if not (0 <= total <= kept <= population and population):
        raise ValueError(f"Expected 0 <= total <= kept <= population, got {total}, {kept}, {population}.")
    return total / population, (total + population - kept) / population
