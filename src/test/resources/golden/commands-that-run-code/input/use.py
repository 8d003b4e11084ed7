import subprocess
import sys

subprocess.run([sys.executable, "-c", "import a.b; a.b.f()"])
subprocess.run([sys.executable, "-I", "-c", "from a.b import f; f()"])
subprocess.run([sys.executable, "-c", "from a import b; b.f()"])
subprocess.run(["python3", "-c", "import a.b as o, sys; print(o.f(), 'a.b')"])
subprocess.run(["sh", "-c", "python -m a.b"])
subprocess.run(["ruby", "-c", "a.b"])
