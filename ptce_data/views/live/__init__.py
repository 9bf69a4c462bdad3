"""Plain HTML that stays in place and speaks: menu, filters, lists, numbers, in one element for the browser.

What one gets besides speed: elements that say what they are (a menu is a `nav`, a row a button), and buttons known by
their code and not by their words.
"""

from ptce_data.views.live.element import declare, draw, live, placed, script, send, sent, start
from ptce_data.views.live.tree import Tree, field, icon, join, render, tag

__all__ = [
    "Tree",
    "declare",
    "draw",
    "field",
    "icon",
    "join",
    "live",
    "placed",
    "render",
    "script",
    "send",
    "sent",
    "start",
    "tag",
]
