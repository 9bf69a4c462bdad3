"""Walk of docs/architecture.md, "Adding": an engine is its class and a line; a command is its file and its place."""

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow]

ENGINE = '''"""An engine that says that it is asked, and asks another."""

import sys

from ptce_data.engines.numpy_engine import MemoryEngine


class LoudEngine(MemoryEngine):
    def ask(self, populations, folder=None):
        print("asked", file=sys.stderr)
        return super().ask(populations, folder)
'''

COMMAND = '''"""`count`: how many real poles there are."""

NAME = "count"
HELP = "compter les pôles réels"


def arguments(parser) -> None:
    parser.add_argument("--twice", action="store_true", help="deux fois")


def run(options) -> int:
    from ptce_data.poles import directory

    print(len(directory.poles()) * (2 if options.twice else 1))
    return 0
'''


def test_an_engine_is_two_files(scratch):
    scratch.write("ptce_data/engines/loud_engine.py", ENGINE)
    entry = '    "loud": ("ptce_data.engines.loud_engine", "LoudEngine"),\n'
    scratch.insert("ptce_data/engines/__init__.py", "}\n\n\nclass EngineError", entry)
    scratch.check_listed("An engine")
    told = scratch.run_command("figures", "--format", "csv")
    assert scratch.run_command("figures", "--format", "csv", PTCE_ENGINE="loud://") == told
    code = "import sys; sys.stderr = sys.stdout; from ptce_data.__main__ import main; main(['figures'])"
    assert "asked" in scratch.run_code(code, PTCE_ENGINE="loud://")


def test_a_command_is_two_files(scratch):
    scratch.write("ptce_data/commands/count_poles.py", COMMAND)
    package = "ptce_data/commands/__init__.py"
    scratch.insert(package, "    import_wave,\n    list_releases,\n    measure", "    count_poles,\n")
    scratch.insert(package, ')\n"""In the order of the help."""', "    count_poles,\n")
    scratch.check_listed("A command")
    assert "compter les pôles réels" in scratch.run_command("-h")
    assert int(scratch.run_command("count", "--twice")) == 2 * int(scratch.run_command("count"))
