"""A copy of the repository in which a test adds what docs/architecture.md says can be added, and runs what follows."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]

_LEFT_OUT = shutil.ignore_patterns(".*_cache", ".hypothesis", ".venv", ".git", "__pycache__", "benchmarks")
_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


@dataclass
class Scratch:
    """The copy in `folder`; `touched` are the files that were written by hand, relative to it."""

    folder: Path
    touched: set[str] = field(default_factory=set)

    def write(self, path: str, text: str) -> None:
        """Write a whole file."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text)
        self.touched.add(path)

    def insert(self, path: str, before: str, text: str) -> None:
        """Write `text` before the only place of a file that reads `before`."""
        whole = (self.folder / path).read_text()
        assert whole.count(before) == 1, f"{path}: {before!r} is there {whole.count(before)} times"
        self.write(path, whole.replace(before, text + before))

    def check_listed(self, entry: str) -> None:
        """The files touched are those that an entry of docs/architecture.md names, as many as it says."""
        words = listed(self.folder)[entry]
        names = re.findall(r"`([\w<>./-]+\.(?:py|csv))`", words)
        patterns = [re.compile(re.sub("<[a-z]+>", "[a-z_]+", re.escape(name))) for name in names]
        assert len(self.touched) == int(re.search(r"\*\* \((\d+) files?\):", words)[1]), f"{entry}: {self.touched}"
        assert all(any(pattern.fullmatch(path) for pattern in patterns) for path in self.touched), self.touched

    def run_code(self, code: str, **environment: str) -> str:
        """What a program prints in the copy."""
        return self.run("-c", code, **environment)

    def run_command(self, *arguments: str, **environment: str) -> str:
        """What the command line prints in the copy."""
        return self.run("-m", "ptce_data", *arguments, **environment)

    def run(self, *arguments: str, **variables: str) -> str:
        """What `python ARGUMENTS` prints in the copy. Fails with all that it says where it ends in an error."""
        environment = os.environ | {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"} | variables
        environment.pop("PTCE_DATA_DIR", None)
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def run_tests(self, *arguments: str) -> str:
        return self.run("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments)

    def check_style(self) -> None:
        """ruff, and the directions of imports."""
        self.run("-m", "ruff", "check", "--no-cache", ".")
        self.run("-m", "ruff", "format", "--no-cache", "--check", ".")
        self.run("-c", _LINT_IMPORTS)


def copied(folder: Path) -> Scratch:
    """A copy of the repository under `folder`."""
    return Scratch(Path(shutil.copytree(ROOT, folder / "tree", ignore=_LEFT_OUT)))


def listed(root: Path) -> dict[str, str]:
    """Entry of "Adding" in docs/architecture.md → its words."""
    adding = (root / "docs/architecture.md").read_text(encoding="utf-8").split("\n## Adding\n")[1].split("\n## ")[0]
    entries = adding.split("\n- **")[1:]
    return {entry.partition("**")[0]: f"**{entry}" for entry in entries}
