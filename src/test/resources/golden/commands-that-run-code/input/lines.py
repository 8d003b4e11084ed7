import subprocess
import sys

subprocess.run(
    [
        sys.executable,
        "-c",
        """
import a.b

print(a.b)
""",
    ]
)
