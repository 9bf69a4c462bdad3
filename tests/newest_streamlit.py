"""The tests of Streamlit's insides, against the newest Streamlit that the package index offers: warns, never fails.

    python -m tests.newest_streamlit

Nothing newer than the locked version, or no network: a line says so. Else the newest one is installed in
.venv-newest (the first time only), over the packages of this environment, and the faults are told early.
"""

import re
import site
import subprocess
import sys
from pathlib import Path

from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]
TESTS = "tests/streamlit_internals"
SECONDS = 20
INSTALL_SECONDS = 300
_PIN = re.compile(r"^([A-Za-z0-9_.\[\]-]+==[^ ;\\]+(?: ; [^\\\n]+)?)", re.MULTILINE)


def main() -> int:
    print(report(), flush=True)
    return 0


def report(root: Path = ROOT) -> str:
    """One line, or an advice and the faults below it."""
    locked = Version(
        re.search(r"^streamlit==([^ ;\\]+)", (root / "requirements.txt").read_text(), re.MULTILINE).group(1)
    )
    newest = newest_version()
    if newest is None:
        return "Version la plus récente de Streamlit\u00a0: inconnue (pas de réseau\u202f?), et l’on continue."
    if newest <= locked:
        return f"Streamlit {locked} est la version la plus récente."
    python, fault = environment(root, newest)
    if fault is None:
        fault = failed(python, root)
    if fault is None:
        return f"Streamlit {newest} est sorti\u00a0: les tests de {TESTS} y passent."
    return f"AVERTISSEMENT\u00a0: Streamlit {newest} est sorti, et {TESTS} n’y passe pas\u00a0:\n{fault}"


def newest_version() -> Version | None:
    """The newest stable version that the index offers; None where it can't be asked."""
    command = ["pip", "compile", "--no-deps", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", "-"]
    ended = _run([sys.executable, "-m", "uv", *command], SECONDS, text="streamlit\n")
    try:
        return Version(ended.partition("streamlit==")[2].split()[0]) if ended else None
    except (IndexError, InvalidVersion):
        return None


def environment(root: Path, version: Version) -> tuple[Path, str | None]:
    """(its Python, what went wrong): a small environment with that Streamlit, then the packages of this one."""
    folder = root / ".venv-newest"
    python, stamp = folder / "bin" / "python", folder / f".stamp-{version}"
    if stamp.exists():
        return python, None
    uv = [sys.executable, "-m", "uv"]
    lines = [pin for pin in _PIN.findall((root / "requirements-dev.txt").read_text()) if pin[:11] != "streamlit=="]
    try:
        _check([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)])
        constraints = folder / "constraints.txt"
        constraints.write_text("\n".join(lines))
        wanted = [f"streamlit=={version}", "--constraint", str(constraints)]
        _check([*uv, "pip", "install", "--quiet", "--python", str(python), *wanted])
        (packages,) = folder.glob("lib/python*/site-packages")
        (packages / "locked.pth").write_text("\n".join(site.getsitepackages()))
        stamp.touch()
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        return python, f"il ne s’installe pas avec nos versions verrouillées.\n{_words(error)}"
    return python, None


def failed(python: Path, root: Path) -> str | None:
    """The names of the tests that fail under that Python, with their reason; None where all pass."""
    command = [str(python), "-m", "pytest", TESTS, "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=line"]
    try:
        ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        return _words(error)
    if ended.returncode == 0:
        return None
    lines = [line for line in ended.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E "))]
    return "\n".join(lines) or ended.stderr[-2000:] or f"pytest s’est arrêté avec le code {ended.returncode}"


def _run(command: list[str], seconds: int, text: str = "") -> str | None:
    """What the command prints; None where it fails or takes too long."""
    try:
        return subprocess.run(command, input=text, capture_output=True, text=True, timeout=seconds, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def _check(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=True)


def _words(error: Exception) -> str:
    return str(getattr(error, "stderr", None) or error)[-2000:]


if __name__ == "__main__":
    sys.exit(main())
