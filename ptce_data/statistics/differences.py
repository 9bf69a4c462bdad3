"""How far apart two values may be: the interval of their difference from the interval of each.

R. G. Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, p. 873-890, method 10), written for any two
intervals as G. Y. Zou and A. Donner did (Statistics in Medicine 27, 2008, "MOVER").
"""

from math import hypot

#: A value and its interval: value, low, high.
Estimated = tuple[float, float, float]


def difference(first: Estimated, second: Estimated) -> tuple[float, float]:
    """95 % interval of first less second, two independent values, each with its own 95 % interval.

    A value that is known exactly has itself for low and high.
    """
    (value, low, high), (other, least, most) = first, second
    gap = value - other
    return gap - hypot(value - low, most - other), gap + hypot(high - value, other - least)
