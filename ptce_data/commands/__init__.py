"""The commands about whole surveys, one file each: NAME, HELP, `arguments(parser)` and `run(options) -> exit code`."""

from ptce_data.commands import bring, noise, releases, restore, template

COMMANDS = (bring, releases, restore, template, noise)
"""In the order of the help."""
