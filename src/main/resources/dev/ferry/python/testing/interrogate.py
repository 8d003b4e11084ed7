"""Tells what an interpreter is and has, as one JSON object on standard output."""
import json
import os
import sys

answer = sys.stdout
sys.stdout = sys.stderr  # what start-up hooks print must not spoil the answer
sys.path = [entry for entry in sys.path if entry not in ("", os.getcwd())]

try:
    import site

    packages = list(site.getsitepackages())
    if site.ENABLE_USER_SITE:
        packages.append(site.getusersitepackages())
except (ImportError, AttributeError):  # virtualenv before version 20
    packages = [entry for entry in sys.path if entry.endswith(("site-packages", "dist-packages"))]
packages = [p for p in dict.fromkeys(packages) if os.path.isdir(p)]


def names_below(directory):
    names = set()
    try:
        entries = list(os.scandir(directory))
    except OSError:
        return names
    for entry in entries:
        stem, dot, rest = entry.name.partition(".")
        if not stem.isidentifier():
            continue
        if dot and rest.rsplit(".", 1)[-1] in ("py", "so", "pyd", "pyc"):
            names.add(stem)
        elif not dot and entry.is_dir():
            names.add(stem)
    names.discard("__pycache__")
    return names


def text_of(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read(200000)
    except OSError:
        return ""


def path_files(directory):
    """The lines that Python heeds: code as it stands, directories as their real paths."""
    found = {}
    for name in sorted(os.listdir(directory)):
        if name.endswith(".pth") and not name.startswith("."):
            lines = text_of(os.path.join(directory, name)).lstrip("\ufeff").splitlines()
            found[name] = [
                line.rstrip()
                if line.startswith(("import ", "import\t"))
                else os.path.realpath(os.path.join(directory, line.rstrip()))
                for line in lines
                if line.strip() and not line.startswith("#")
            ]
    return found


def finders(directory):
    """The modules that editable installs leave; their mapping says where the sources are."""
    return {
        name[:-3]: text_of(os.path.join(directory, name))
        for name in sorted(os.listdir(directory))
        if name.startswith("__editable__") and name.endswith(".py")
    }


def version_of(module):
    try:
        from importlib import metadata

        return metadata.version(module)
    except Exception:
        try:
            return str(__import__(module).__version__)
        except Exception:
            return None


def scripts(directory):
    found = {}
    for name in sorted(os.listdir(directory)):
        path = os.path.join(directory, name)
        if not os.path.isfile(path) or os.path.getsize(path) > 65536:
            continue
        with open(path, "rb") as file:
            text = file.read()
        if text[:2] == b"#!" and b"python" in text[:300]:
            found[name] = text.decode("utf-8", "surrogateescape")
    return found


def distributions(directory):
    return sorted(
        "%s@%d" % (entry.name, entry.stat().st_mtime_ns)
        for entry in os.scandir(directory)
        if entry.name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth"))
    )


standard = set(sys.builtin_module_names)
standard.update(getattr(sys, "stdlib_module_names", ()))
library = os.path.dirname(os.__file__)
installed = set()
for entry in sys.path:
    if os.path.isdir(entry):
        target = installed if entry in packages else standard
        if entry in packages or entry.startswith((library, sys.base_prefix)):
            target.update(names_below(entry))

bin_directory = os.path.join(sys.prefix, "bin")
json.dump(
    {
        "executable": sys.executable,
        "base_executable": getattr(sys, "_base_executable", sys.executable),
        "version": "%d.%d.%d" % sys.version_info[:3],
        "implementation": sys.implementation.name,
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "library": library,
        "bin": bin_directory,
        "path": sys.path,
        "packages": packages,
        "installed": sorted(installed),
        "standard": sorted(standard),
        "path_files": {p: path_files(p) for p in packages},
        "finders": {p: finders(p) for p in packages},
        "scripts": scripts(bin_directory) if os.path.isdir(bin_directory) else {},
        "distributions": {p: distributions(p) for p in packages},
        "pytest": version_of("pytest"),
    },
    answer,
)
answer.flush()
