#!/usr/bin/env python3
"""Sets RSD Studio up in .venv beside this file and starts it. Needs Python 3.11 and nothing else.

python3 bootstrap.py run [--headless] [--cpu] [PHOTO]   enlarge PHOTO (or a sample) and show it
python3 bootstrap.py test [--fast] [--cpu] [PYTEST-ARGUMENT...]  run the tests, on all cores

The first start takes some minutes and downloads about 0.5 GB (with an NVIDIA GPU about 3 GB). Later
starts only compare a fingerprint. An interrupted set-up is repaired by the next start.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import struct
import subprocess
import sys
import time
import urllib.request
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
SAMPLE = ROOT / "resources" / "samples" / "budgie.jpg"
OLDEST_PYTHON = (3, 11)
CPU_TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
RSD = BIN / ("rsd.exe" if WINDOWS else "rsd")
STAMP = VENV / "rsd-setup.json"
LOG = VENV / "rsd-setup.log"
# Debian derives a library's package name from its soname; these are the exceptions.
DEBIAN_EXCEPTIONS = {
    "libz.so.1": "zlib1g",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
}


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def main(argv: list[str]) -> int:
    """Set up what is missing, then run or test. Returns the exit status."""
    started = time.monotonic()
    options, pytest_args = parse(argv)
    try:
        test = options.command == "test"
        set_up(dev=test, qt=test or not options.headless, cpu=options.cpu)
        if time.monotonic() - started > 5:
            say(f"Set up in {time.monotonic() - started:.0f} s. The next start needs no set-up.")
        return run_tests(pytest_args, options.fast) if test else run(options.photo, options.headless, options.cpu)
    except SetupError as error:
        say(f"bootstrap: {error}")
        return 1
    except KeyboardInterrupt:
        say("Interrupted. The same command continues from here.")
        return 130


def parse(argv: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Options of the command line, and what is left over for pytest."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run", help="enlarge a photo four times and show it")
    runner.add_argument("photo", nargs="?", type=Path, metavar="PHOTO", help="default: a sample")
    runner.add_argument("--headless", action="store_true", help="open no window")
    tester = commands.add_parser("test", help="run the tests; further arguments go to pytest", add_help=False)
    tester.add_argument("--fast", action="store_true", help="only the quick tests: under a minute on two cores")
    for each in (runner, tester):
        each.add_argument("--cpu", action="store_true", help="without CUDA: a smaller download; use the CPU")
    if argv[:1] == ["test"]:
        return parser.parse_known_args(argv)
    return parser.parse_args(argv), []


def say(text: str) -> None:
    """One line for the person in front of it; stdout holds nothing else but rsd's own paths."""
    print(text, file=sys.stderr, flush=True)


# Running ---------------------------------------------------------------------------------------------------


def run(photo: Path | None, headless: bool, cpu: bool) -> int:
    """Enlarge PHOTO beside itself, or the sample into the current folder, and open the window."""
    sample = photo is None
    source = (photo or SAMPLE).resolve()
    if not source.is_file():
        say(f"bootstrap: {photo}: no such photo; give the path of a picture file.")
        return 2
    result = (Path.cwd() if sample else source.parent) / f"{source.stem}_x4.png"
    if result.exists() and not sample:
        say(f"{result} exists already and is kept; move it away to enlarge again.")
    else:
        status = enlarge(source, result, sample, cpu)
        if status:
            return status
    if headless:
        return 0
    if not has_display():
        say("There is no display here, so no window is opened.")
        return 0
    return subprocess.call([RSD, "gui", source, "--result", result])


def enlarge(source: Path, result: Path, overwrite: bool, cpu: bool) -> int:
    """Call `rsd upscale`; its progress passes through. Says where the result is, the time and the rate."""
    command = [str(RSD), "upscale", str(source), "-o", str(result), "--format", "png"]
    command += ["--overwrite"] * overwrite + ["--device", "cpu"] * cpu
    started = time.monotonic()
    status = subprocess.call(command)
    seconds = time.monotonic() - started
    if status == 0:
        width, height = png_size(result)
        rate = width * height / 1e6 / seconds
        say(f"{result}: {width} x {height} pixels in {seconds:.1f} s, {rate:.2f} megapixels per second overall")
    return status


def png_size(path: Path) -> tuple[int, int]:
    """Width and height from a PNG's header."""
    with path.open("rb") as file:
        width, height = struct.unpack(">II", file.read(24)[16:])
    return width, height


def has_display() -> bool:
    """Whether a window can be opened."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY"))


def run_tests(pytest_args: list[str], fast: bool) -> int:
    """Run pytest on the repository, one process per core; Qt draws offscreen unless the caller says otherwise."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [str(PYTHON), "-m", "pytest", "-n", "auto", "--maxprocesses", "8", "--dist", "loadgroup"]
    command += ["-m", "not slow and not xvfb"] * fast
    return subprocess.call([*command, *pytest_args], cwd=ROOT, env=environment)


# Setting up ------------------------------------------------------------------------------------------------


@dataclass
class Stamp:
    """What the set-ups so far have completed; kept inside .venv, so that both go together."""

    fingerprint: str = ""  # of the packages that were asked for
    dev: bool = False  # with the tools of the tests
    system: list[str] = field(default_factory=list)  # "window", "test": what the system has all it needs for


def set_up(dev: bool, qt: bool, cpu: bool) -> None:
    """Bring .venv up to date: nothing to do where the stamp of the last complete set-up still fits."""
    stamp = read_stamp()
    wanted = Stamp(fingerprint(), dev or stamp.dev, stamp.system)  # tools that are there stay
    if stamp != wanted or not RSD.exists():
        STAMP.unlink(missing_ok=True)
        make_venv()
        install_packages(wanted.dev, cpu)
        write_stamp(wanted)
    need = "test" if dev else "window"
    if qt and sys.platform == "linux" and need not in wanted.system and install_system_libraries(dev):
        wanted.system.append(need)
        write_stamp(wanted)


def fingerprint() -> str:
    """Changes whenever the packages in .venv may no longer be the wanted ones."""
    facts = [platform.python_version(), platform.machine(), str(ROOT)]
    facts += [path.read_text(encoding="utf-8") for path in (ROOT / "pyproject.toml", CONSTRAINTS)]
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()


def read_stamp() -> Stamp:
    """What the last complete set-up has left; an empty one if there is none."""
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Stamp()


def write_stamp(stamp: Stamp) -> None:
    """Replace the stamp in one step, so that there is never half a one."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    fresh.replace(STAMP)


def make_venv() -> None:
    """Create .venv, or mend it: a working one stays, and with it what was installed completely."""
    if PYTHON.exists() and venv_works():
        remove_half_installed()
        return
    say(f"Making {VENV} ...")
    if not has_module("ensurepip") or not has_module("venv"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install([package]):
            raise SetupError(f"Python's venv module is missing. Type: sudo apt-get install {package}")
    made = quietly(sys.executable, "-m", "venv", "--clear", VENV)
    if made.returncode:
        raise SetupError(f"{VENV} cannot be made: {(made.stdout + made.stderr).strip()}")


def venv_works() -> bool:
    """Whether the Python of .venv is of this version and has pip."""
    code = "import pip, platform; print(platform.python_version())"
    found = quietly(PYTHON, "-c", code)
    return found.returncode == 0 and found.stdout.strip() == platform.python_version()


def remove_half_installed() -> None:
    """Forget packages whose installation was interrupted: pip writes INSTALLER when all else is there."""
    for site in [*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")]:
        for info in site.glob("*.dist-info"):
            if not (info / "INSTALLER").exists():
                shutil.rmtree(info)
        for rest in site.glob("~*"):  # pip moves away what it replaces
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink()


def install_packages(dev: bool, cpu: bool) -> None:
    """Install the pinned packages and this repository, editable."""
    say("Installing packages, once ...")
    pin = re.search(r"^torch==(\S+)", CONSTRAINTS.read_text(encoding="utf-8"), re.MULTILINE)
    if pin is None:
        raise SetupError(f"{CONSTRAINTS}: no line torch==...")
    # On Linux the package index serves the CUDA build only; everywhere else its build is the right one.
    if sys.platform == "linux" and (cpu or not has_nvidia_gpu()) and answers(CPU_TORCH_INDEX):
        torch_only = ["--no-deps", "--index-url", CPU_TORCH_INDEX, f"torch=={pin[1]}"]
        if pip(torch_only):
            say("The CPU build of torch cannot be had; taking the common one.")
    if pip(["-c", str(CONSTRAINTS), "-e", f"{ROOT}[formats,guard{',dev,docs' if dev else ''}]"]):
        tail = "\n".join(LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])
        raise SetupError(f"packages cannot be installed; the end of {LOG}:\n{tail}")


def pip(arguments: list[str]) -> int:
    """Run `pip install`: all it says goes to the log, large files to the person too. Returns its status."""
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    large = re.compile(r"\s*(Downloading|Using cached) \S+ \(\d\d+\.\d MB\)")
    pipe = subprocess.Popen(
        command, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    with pipe as process, LOG.open("a", encoding="utf-8") as log:
        for line in process.stdout or ():
            log.write(line)
            if large.match(line):
                say(f"  {line.strip()}")
    return process.returncode


def has_nvidia_gpu() -> bool:
    """Whether the driver of an NVIDIA GPU is there (also inside Windows' Linux)."""
    signs = (Path("/proc/driver/nvidia"), Path("/usr/lib/wsl/lib/nvidia-smi"))
    return shutil.which("nvidia-smi") is not None or any(sign.exists() for sign in signs)


def answers(url: str) -> bool:
    """Whether a package index can be reached, found out in seconds: pip alone would try for minutes."""
    try:
        with urllib.request.urlopen(urllib.request.Request(f"{url}/torch/", method="HEAD"), timeout=4):
            return True
    except (OSError, ValueError):
        return False


# The system ------------------------------------------------------------------------------------------------


def install_system_libraries(test: bool) -> bool:
    """Install what Qt needs from the system, for tests a virtual screen too. False: something is missing."""
    sonames = missing_libraries()
    packages = {debian_package(soname) for soname in sonames}
    if test:
        packages |= {tool.lower() for tool in ("Xvfb", "xdotool") if not shutil.which(tool)}
    if not any(Path("/usr/share/fonts").glob("**/*.[ot]tf")):
        packages.add("fonts-dejavu-core")
    if not packages:
        return True
    names = " ".join(sorted(packages))
    say(f"Installing what windows need from the system: {names} ...")
    if apt_install(sorted(packages)):
        return not missing_libraries()
    remedy = f"type: sudo apt-get install {names}" if shutil.which("apt-get") else f"install {names}"
    say(f"Windows need more from the system; {remedy}")
    return False


def missing_libraries() -> list[str]:
    """The sonames that Qt's window libraries ask for and the system does not have."""
    if not shutil.which("ldd"):
        return []
    missing: set[str] = set()
    for qt in VENV.glob("lib/python*/site-packages/PySide6"):
        plugins = ["libqxcb.so", "libqoffscreen.so"] + ["libqwayland.so"] * ("WAYLAND_DISPLAY" in os.environ)
        files = [qt / "Qt" / "plugins" / "platforms" / name for name in plugins]
        files += [qt / f"Qt{name}.abi3.so" for name in ("Widgets", "Svg", "Network")]
        listing = quietly("ldd", *[file for file in files if file.exists()])
        missing |= parse_ldd(listing.stdout)
    return sorted(missing)


def parse_ldd(listing: str) -> set[str]:
    """Sonames that ldd could not find."""
    return set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))


def debian_package(soname: str) -> str:
    """Debian's package of a library: libxcb-icccm.so.4 is in libxcb-icccm4, libX11.so.6 in libx11-6."""
    if soname in DEBIAN_EXCEPTIONS:
        return DEBIAN_EXCEPTIONS[soname]
    name, _, version = soname.lower().replace("_", "-").partition(".so")
    version = version.lstrip(".")
    return f"{name}-{version}" if name[-1:].isdigit() and version else name + version


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages if this is root on such a system. False: it is not, or apt could not."""
    apt = shutil.which("apt-get")
    if not apt or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    quietly(apt, "update", "-q")
    done = quietly(apt, "install", "-q", "-y", "--no-install-recommends", *packages)
    if done.returncode:
        say(f"apt-get install failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.returncode == 0


def quietly(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command that asks nothing, and keep what it says."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment
    )


def has_module(name: str) -> bool:
    """Whether this Python can import a module (Debian cuts ensurepip out of venv)."""
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def newer_python() -> str | None:
    """A Python on the path that is new enough, when this one is not."""
    names = [f"python3.{minor}" for minor in (13, 12, 11)]
    return next((found for found in map(shutil.which, names) if found), None)


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        better = newer_python()
        if better is None:
            sys.exit(f"bootstrap: RSD Studio needs Python 3.11 or newer; this is {platform.python_version()}.")
        sys.exit(subprocess.call([better, *sys.argv]))
    sys.exit(main(sys.argv[1:]))
