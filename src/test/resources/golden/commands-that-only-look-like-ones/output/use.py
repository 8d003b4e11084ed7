"""Shows what is left alone: see a.b and a/b.py, and a.b.f of old."""
import os
import subprocess

ROOT = os.environ["ROOT"]
QUERY = "select a.b from a where a.b > 3"
SCRIPT = "var a = {}; a.b = 3; console.log(a.b)"
DATA = b"see a.b or a/b.py"
LINES = """
a.b
    a/b.py
"""


def run(text):
    return text


def local(subprocess, os):
    subprocess.run("python -m a.b", shell=True)
    os.system("python -m a.b")
    run("python -m a.b")


def hosts(x):
    subprocess.run("ping a.b", shell=True)
    subprocess.run(["ssh", "-v", "a.b"])
    subprocess.run("curl http://a.b/ && ssh me@a.b uptime", shell=True)
    subprocess.run(["git", "commit", "-m", "a.b"])
    subprocess.run("git commit -m 'a.b is new'; git config a.b 3", shell=True)
    subprocess.run(["node", "-e", "a.b.f()"])
    subprocess.run("pip install a.b", shell=True)
    subprocess.run("docker push a.b:1.0", shell=True)
    subprocess.run("jq .a.b x.json; python -m x.a.b; python -m a.bb; python x/a/b.py", shell=True)
    subprocess.run("python -m a.b" + x, shell=True)
    subprocess.run(x + "a.b", shell=True)
    subprocess.run(f"python -m a.b{x} {x}a.b", shell=True)
    subprocess.run("cat a.b.json a.b.txt", shell=True)


def elsewhere(x, tmp_path):
    subprocess.run("python a/b.py", shell=True, cwd=tmp_path)
    subprocess.run(f"python {ROOT}/a/b.py /app/a/b.py $HOME/a/b.py", shell=True)
    subprocess.run("curl https://example.org/a/b.py")
    subprocess.run("python a/b.py", shell=True, cwd="docs")
