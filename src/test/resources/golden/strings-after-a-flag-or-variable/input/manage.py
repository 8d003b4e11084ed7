import os
import subprocess
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "labs.api")
os.environ["FLASK_APP"] = "labs.api:app"
subprocess.run([sys.executable, "-m", "labs.api"])
print("name", "labs.api")
