#!/usr/bin/env python3
"""Prepare a checkout: what the system must have, then ``.venv`` with everything pinned in constraints.txt.

    python3 tools/prepare.py run|dev|bench

Asks nothing. What is missing from the system is installed with apt, as root or through ``sudo -n``; where
that cannot be done, the one line to type is printed and the exit status is 1. Needs nothing but Python
itself, and even an old Python gets as far as a clear message.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
OTHER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")

# What Qt's libraries and its X11 plugin load (found with ldd), and the Debian package that each is in.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libzstd.so.1": "libzstd1",
}
LIBRARIES_OF_BENCH = {"libXtst.so.6": "libxtst6"}

EXTRAS = {"run": "", "dev": "[dev]", "bench": ""}


class PreparationError(Exception):
    """Why the checkout cannot be prepared, and what to type."""


def main(purpose: str) -> None:
    """Prepare for ``purpose``, a key of EXTRAS, and leave a stamp file ``.venv/ready-PURPOSE``."""
    use_new_enough_python()
    install_system_packages(missing_from_system(purpose))
    make_environment()
    install_python_packages(EXTRAS[purpose])
    for done in {"run", purpose}:
        (VENV / f"ready-{done}").touch()


def use_new_enough_python() -> None:
    """Go on in the first Python on the path that is new enough, if this one is not."""
    if sys.version_info >= OLDEST:
        return
    for name in OTHER_PYTHONS:
        other = shutil.which(name)
        if other:
            os.execv(other, [other, *sys.argv])
    raise PreparationError(
        "Python {}.{} or newer is needed; this is {}.{}. Install one (on Debian and Ubuntu, for example: "
        "sudo apt-get install python3.11 python3.11-venv) and run this again.".format(
            *OLDEST, *sys.version_info[:2]
        )
    )


def missing_from_system(purpose: str) -> dict[str, str]:
    """What is not there, by what people call it, with the Debian package that brings it."""
    libraries = {**LIBRARIES, **(LIBRARIES_OF_BENCH if purpose == "bench" else {})}
    missing = {name: package for name, package in libraries.items() if not loads(name)}
    if not imports("venv", "ensurepip"):
        missing["Python's venv"] = "python{}.{}-venv".format(*sys.version_info[:2])
    if not shutil.which("fc-list"):
        missing["fontconfig"] = "fontconfig"
    if not has_japanese_font():
        missing["a Japanese font"] = "fonts-noto-cjk"
    if purpose == "bench" and not shutil.which("Xvfb"):
        missing["Xvfb"] = "xvfb"
    return missing


def loads(library: str) -> bool:
    """Whether the dynamic linker finds ``library``, from whatever package."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def imports(*modules: str) -> bool:
    """Whether this Python has all of ``modules``; Debian leaves some of the standard library out."""
    return run_quietly(sys.executable, "-c", "import " + ", ".join(modules))


def has_japanese_font() -> bool:
    """Whether fontconfig knows a font that covers Japanese."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ja"], stdout=subprocess.PIPE, check=False).stdout.strip())


def install_system_packages(missing: dict[str, str]) -> None:
    """Install with apt what is ``missing``. Raises PreparationError where that takes a question."""
    if not missing:
        return
    say("Missing from this system: " + ", ".join(missing))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *sorted(set(missing.values()))]
    by_hand = "sudo " + shlex.join(install)
    if not shutil.which("apt-get"):
        raise PreparationError(
            "Install it with your system's package manager and run this again; on Debian it would be:\n"
            f"  {by_hand}"
        )
    prefix = root_prefix()
    if prefix is None:
        raise PreparationError(f"Type this line and run this again:\n  {by_hand}")
    say(f"Installing it: {shlex.join(install)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*apt, "apt-get", "update", "--quiet"], stdin=subprocess.DEVNULL, check=False)
    if subprocess.run([*apt, *install, "--quiet"], stdin=subprocess.DEVNULL, check=False).returncode:
        raise PreparationError(
            f"apt could not install it (see above). Once it can, run this again, or type:\n  {by_hand}"
        )


def root_prefix() -> list[str] | None:
    """What to put before a command so that it runs as root without a question; None if nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and run_quietly(*sudo, "true"):
        return sudo
    return None


def make_environment() -> None:
    """Make ``.venv``, or keep one that was prepared to its end, here, by a Python that is still there."""
    flaw = flaw_of_environment()
    if flaw is None:
        return
    say(f"Making {VENV.name} ({flaw})")
    shutil.rmtree(VENV, ignore_errors=True)
    python = Path(sys.executable).resolve()  # /usr/bin/python3.11, not python3, which an upgrade changes
    subprocess.run([python, "-m", "venv", VENV], check=True)
    (VENV / "made-in").write_text(f"{ROOT}\n", encoding="utf-8")


def flaw_of_environment() -> str | None:
    """Why ``.venv`` cannot be used as it is."""
    if not VENV.exists():
        return "there is none yet"
    made_in = VENV / "made-in"
    if not made_in.exists() or made_in.read_text(encoding="utf-8").strip() != str(ROOT):
        return "this one was made in another folder"
    if not any(VENV.glob("ready-*")):
        return "the last time was interrupted"
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return None if run_quietly(VENV / "bin" / "python", "-c", probe) else "its Python no longer works"


def install_python_packages(extras: str) -> None:
    """Install the project, as it stands here, and what it depends on, each in its pinned version."""
    say("Installing the Python packages (some 200 MB to download the first time)")
    pip = [f"{VENV}/bin/python", "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    pinned = ["--constraint", f"{ROOT}/constraints.txt"]
    build = ["--use-pep517", "--no-build-isolation"]  # so that the build tools are the pinned ones, too
    light = ["--config-settings", "editable_mode=compat"]  # the usual import hook costs 12 ms of every start
    for what in (["setuptools"], [*build, *light, "--editable", f"{ROOT}{extras}"]):
        if subprocess.run([*pip, *pinned, *what], stdin=subprocess.DEVNULL, check=False).returncode:
            raise PreparationError(
                "pip could not install the packages (see above). If the network was down, run this again."
            )
    # pip compiles what it installs, but not an editable project: start fast where Python may not write
    run_quietly(f"{VENV}/bin/python", "-m", "compileall", "-q", f"{ROOT}/reader")


def run_quietly(*command: str | Path) -> bool:
    """Run ``command`` and say whether it succeeded."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def say(message: str) -> None:
    print(f"--- {message}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in EXTRAS:
        sys.exit(__doc__)
    try:
        main(sys.argv[1])
    except PreparationError as error:
        sys.exit(f"--- {error}")
    except KeyboardInterrupt:
        sys.exit("\n--- Interrupted. Run this again to go on.")
