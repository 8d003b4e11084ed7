import subprocess
import sys

subprocess.run([sys.executable, "-c", "from a import b"])
