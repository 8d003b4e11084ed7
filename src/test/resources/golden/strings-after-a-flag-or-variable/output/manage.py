import os
import subprocess
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.web")
os.environ["FLASK_APP"] = "core.web:app"
subprocess.run([sys.executable, "-m", "core.web"])
print("name", "labs.api")
