"""Makes a virtual environment from a frozen requirements file, once, however many runs ask at the same time.

The lock is the operating system's: it ends with the process that holds it, so a killed run leaves none behind.
"""

import os
import shutil
import subprocess
import sys
import venv

target, requirements = sys.argv[1:3]
marker = os.path.join(target, ".complete")
os.makedirs(os.path.dirname(target), exist_ok=True)

with open(target + ".lock", "w") as lock:
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
    except ImportError:
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)

    # The marker alone is not enough: the Python behind the environment may have been removed since.
    folder = "Scripts" if os.name == "nt" else "bin"
    python = os.path.join(target, folder, "python.exe" if os.name == "nt" else "python")
    if os.path.exists(marker) and os.path.exists(python):
        sys.exit(0)

    shutil.rmtree(target, ignore_errors=True)
    venv.create(target, with_pip=True)
    code = subprocess.call(
        [python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        + ["--require-hashes", "-r", requirements]
    )
    if code == 0:
        open(marker, "w").close()
    sys.exit(code)
