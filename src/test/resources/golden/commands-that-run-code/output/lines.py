import subprocess
import sys

subprocess.run(
    [
        sys.executable,
        "-c",
        """
import c.d

print(c.d)
""",
    ]
)
