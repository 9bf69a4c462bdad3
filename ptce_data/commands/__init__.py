"""The commands about whole surveys, one file each: NAME, HELP, `arguments(parser)` and `run(options) -> exit code`."""

from ptce_data.commands import import_wave, list_releases, measure_noise, restore_release, write_template

COMMANDS = (import_wave, list_releases, restore_release, write_template, measure_noise)
"""In the order of the help."""
