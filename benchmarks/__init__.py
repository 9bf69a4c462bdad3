"""Measures of speed, run by `make bench`; never tests. Bounds are ratios wherever a machine's speed would count."""
