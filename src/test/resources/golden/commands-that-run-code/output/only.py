import subprocess
import sys

subprocess.run([sys.executable, "-c", "from c import d as b"])
