import subprocess
import sys

subprocess.run([sys.executable, "-m", "pkg.b"], check=False)
subprocess.run("python -m pkg.b", shell=True, check=False)
