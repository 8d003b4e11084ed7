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

sp.run("python -m c.d", shell=True)
sp.run("python c/d.py --x 1", shell=True)
check_call("pytest --cov=c.d tests", shell=True)
Popen(args="PYTHONPATH=. python3 -W error -m c.d.f --verbose", shell=True)
os.system("python -m c.d")
os.system("cd docs; make")
shell("python c/d.py")
os.popen('python -m "c.d" --check')
shlex.split("python -m c.d")
pexpect.spawn("python -m c.d", timeout=3)
pytest.main(["--cov=c.d", "tests"])
runpy.run_path("c/d.py")
os.execl("python", "python", "-m", "c.d")
os.execvp("python", ["python", "-m", "c.d"])
sp.run(["sh", "-c", "python -m c.d && ls c/d.py"])
sp.run([sys.executable, "c/d.py", "--fast"])
sp.check_output(("mypy", "-p", "c.d"))
sys.argv = ["prog", "--module=c.d", "c/d.py"]
sys.argv[1:] = ["-m", "c.d"]


async def go(x):
    await asyncio.create_subprocess_shell("python -m c.d")
    await asyncio.create_subprocess_exec("python", "-m", "c.d")
    os.system(f"python -m c.d {x}")
    os.system(f"{x} -m c.d")
    os.system(f"python c/d.py --{x}")
    os.system("python -m c.d %s" % x)
    os.system("python -m c.d {}".format(x))
    os.system("python -m c.d " + x)
    os.system(" ".join(["python", "-m", "c.d", x]))


def several(fast, monkeypatch, patch):
    os.system(
        "set -e\n"
        "python -m c.d\n"
        'python -c "import c.d"'
    )
    os.system(
        """
        set -e
        python -m c.d --flag \
            --other
        # python -m a.b is for later
        pytest c/d.py
        """
    )
    os.system("set -e\npython -m c.d\n\tpytest \"c/d.py\"")
    os.system(b"python -m c.d")
    os.system(r"python -m c.d")
    command = "python -m c.d"
    if fast:
        command = ["python", "-O", "-m", "c.d"]
    sp.run(command, check=True)
    argv = ["pytest", "c/d.py"] if fast else ["pytest", "--cov=c.d"]
    sp.run(argv, check=True)
    monkeypatch.setattr(sys, "argv", ["prog", "--cov=c.d"])
    patch("sys.argv", ["prog", "--cov=c.d"])


def typed(fast):
    command: list[str] = ["prog", "c/d.py"]
    if fast:
        command += ["--fast", "c/d.py"]
    sp.run(command)
    other = {"a/b.py": 1}
    sp.run(other["prog"])
