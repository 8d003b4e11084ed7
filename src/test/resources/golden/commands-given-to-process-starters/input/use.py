import asyncio
import os
import runpy
import shlex
import subprocess as sp
import sys
from os import system as shell
from subprocess import Popen, check_call

import pexpect
import pytest

sp.run("python -m a.b", shell=True)
sp.run("python a/b.py --x 1", shell=True)
check_call("pytest --cov=a.b tests", shell=True)
Popen(args="PYTHONPATH=. python3 -W error -m a.b.f --verbose", shell=True)
os.system("python -m a.b")
os.system("cd docs; make")
shell("python a/b.py")
os.popen('python -m "a.b" --check')
shlex.split("python -m a.b")
pexpect.spawn("python -m a.b", timeout=3)
pytest.main(["--cov=a.b", "tests"])
runpy.run_path("a/b.py")
os.execl("python", "python", "-m", "a.b")
os.execvp("python", ["python", "-m", "a.b"])
sp.run(["sh", "-c", "python -m a.b && ls a/b.py"])
sp.run([sys.executable, "a/b.py", "--fast"])
sp.check_output(("mypy", "-p", "a.b"))
sys.argv = ["prog", "--module=a.b", "a/b.py"]
sys.argv[1:] = ["-m", "a.b"]


async def go(x):
    await asyncio.create_subprocess_shell("python -m a.b")
    await asyncio.create_subprocess_exec("python", "-m", "a.b")
    os.system(f"python -m a.b {x}")
    os.system(f"{x} -m a.b")
    os.system(f"python a/b.py --{x}")
    os.system("python -m a.b %s" % x)
    os.system("python -m a.b {}".format(x))
    os.system("python -m a.b " + x)
    os.system(" ".join(["python", "-m", "a.b", x]))


def several(fast, monkeypatch, patch):
    os.system(
        "set -e\n"
        "python -m a.b\n"
        'python -c "import a.b"'
    )
    os.system(
        """
        set -e
        python -m a.b --flag \
            --other
        # python -m a.b is for later
        pytest a/b.py
        """
    )
    os.system("set -e\npython -m a.b\n\tpytest \"a/b.py\"")
    os.system(b"python -m a.b")
    os.system(r"python -m a.b")
    command = "python -m a.b"
    if fast:
        command = ["python", "-O", "-m", "a.b"]
    sp.run(command, check=True)
    argv = ["pytest", "a/b.py"] if fast else ["pytest", "--cov=a.b"]
    sp.run(argv, check=True)
    monkeypatch.setattr(sys, "argv", ["prog", "--cov=a.b"])
    patch("sys.argv", ["prog", "--cov=a.b"])


def typed(fast):
    command: list[str] = ["prog", "a/b.py"]
    if fast:
        command += ["--fast", "a/b.py"]
    sp.run(command)
    other = {"a/b.py": 1}
    sp.run(other["prog"])
