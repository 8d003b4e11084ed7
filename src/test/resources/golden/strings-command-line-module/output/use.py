import subprocess
import sys

subprocess.run([sys.executable, "-m", "core.b"], check=False)
subprocess.run("python -m core.b", shell=True, check=False)
