"""Runs MiniStack on a free loopback port until its standard input closes.

MiniStack's own command binds the port that it also hands out in queue URLs. Here the two differ: it listens on a
port of its own, and GATEWAY_PORT names the front, so that whoever follows a URL comes through the front.
"""

import asyncio
import os
import signal
import socket
import threading


def end_with_parent():
    # The parent holds the other end of this pipe. However it ends, the pipe closes, and the whole process group
    # (this process leads it; Lambda workers are in it) goes with it.
    while os.read(0, 4096):  # a buffered read would still hold its lock when the interpreter ends
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL) if hasattr(os, "killpg") else os._exit(1)


threading.Thread(target=end_with_parent, daemon=True).start()

from hypercorn.asyncio import serve  # noqa: E402
from hypercorn.config import Config  # noqa: E402
from ministack.app import app  # noqa: E402
from ministack.services import eventbridge  # noqa: E402

# AWS lets only its own services put events with a source of `aws.*`, and so does MiniStack, whose S3 passes True
# here. The front is our S3, and it can only come through PutEvents.
if eventbridge._put_events.__defaults__ != (False,):
    raise SystemExit("PutEvents of this MiniStack has changed: local/stand-in/launch.py must follow")
eventbridge._put_events.__defaults__ = (True,)

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.bind(("127.0.0.1", 0))

config = Config()
config.bind = ["fd://%d" % listener.fileno()]
config.keep_alive_timeout = 75
config.graceful_timeout = 0.5
config.loglevel = "WARNING"

print("port %d" % listener.getsockname()[1], flush=True)
asyncio.run(serve(app, config))
