"""Contrast by WCAG 2, colour-blindness by Machado, Oliveira and Fernandes (2009), differences by CIE 1976."""

from itertools import combinations

import pytest

from ptce_data import palette
from ptce_data.schema import codes

MARKS = {
    palette.ACCENT,
    palette.REFERENCE,
    palette.INTERVAL,
    *palette.PROVENANCE_COLOURS.values(),
    *palette.SECTOR_COLOURS.values(),
}
IDENTITY = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
VISIONS = {
    "usual": IDENTITY,
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def linear(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def times(matrix, vector):
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def luminance(colour):
    return times(((0.2126, 0.7152, 0.0722),), linear(colour))[0]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour, vision):
    seen = tuple(min(1, max(0, c)) for c in times(VISIONS[vision], linear(colour)))
    to_xyz = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
    white = (0.95047, 1, 1.08883)
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (v / w for v, w in zip(times(to_xyz, seen), white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, vision):
    return sum((a - b) ** 2 for a, b in zip(lab(one, vision), lab(other, vision), strict=True)) ** 0.5


def test_formulas():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert lab("#FFFFFF", "usual") == pytest.approx((100, 0, 0), abs=0.05)


@pytest.mark.parametrize("paper", palette.PAPER.values(), ids=palette.PAPER)
@pytest.mark.parametrize("colour", sorted(MARKS))
def test_marks_stand_out_on_both_papers(colour, paper):
    assert contrast(colour, paper) >= 3


@pytest.mark.parametrize("theme", palette.PAPER)
def test_text_is_readable(theme):
    assert contrast(palette.INK[theme], palette.PAPER[theme]) >= 7
    assert contrast(palette.MUTED_INK[theme], palette.PAPER[theme]) >= 4.5


def test_white_text_on_the_accent_is_readable():
    assert contrast("#FFFFFF", palette.ACCENT) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
def test_figure_colours_differ_for_every_eye(vision):
    for one, other in combinations((palette.ACCENT, palette.REFERENCE, palette.INTERVAL), 2):
        assert difference(one, other, vision) >= 20, (one, other)


@pytest.mark.parametrize("vision", VISIONS)
def test_sector_hues_differ_for_every_eye(vision):
    for one, other in combinations(set(palette.SECTOR_COLOURS.values()), 2):
        assert difference(one, other, vision) >= 15, (one, other)


def test_measured_and_published_differ_in_greyscale():
    grey_accent, grey_reference = (lab(c, "usual")[0] for c in (palette.ACCENT, palette.REFERENCE))
    assert abs(grey_accent - grey_reference) >= 12


def test_every_sector_has_a_colour_and_a_sign_of_its_own():
    expected = [*codes.SECTORS.keys, codes.NOT_RECORDED]
    assert list(palette.SECTOR_COLOURS) == expected
    assert list(palette.SECTOR_SIGNS) == expected
    assert len(set(palette.SECTOR_SIGNS.values())) == len(expected)
    assert all(len(sign) == 2 for sign in palette.SECTOR_SIGNS.values())


def test_every_provenance_has_a_colour():
    assert tuple(palette.PROVENANCE_COLOURS) == codes.PROVENANCES.keys
