import subprocess
import sys

subprocess.run([sys.executable, "-c", "import c.d; c.d.f()"])
subprocess.run([sys.executable, "-I", "-c", "from c.d import f; f()"])
subprocess.run([sys.executable, "-c", "from c import d as b; b.f()"])
subprocess.run(["python3", "-c", "import c.d as o, sys; print(o.f(), 'a.b')"])
subprocess.run(["sh", "-c", "python -m c.d"])
subprocess.run(["ruby", "-c", "a.b"])
