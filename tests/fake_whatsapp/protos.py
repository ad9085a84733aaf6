"""WhatsApp's protobuf messages, taken from the neonize wheel without importing neonize.

Importing `neonize` loads 76 MB of Go and wants libmagic; the generated message classes need neither. They import each
other as top-level packages, which is why the wheel itself puts their folder on the path; so do we, at its end.
"""

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING


def neonize_folder() -> Path:
    """Where the wheel lies, found without running any of it."""
    found = importlib.util.find_spec("neonize")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("The neonize wheel is not installed.")
    return Path(found.submodule_search_locations[0])


if TYPE_CHECKING:
    from neonize.proto.waAdv import WAAdv_pb2 as adv
    from neonize.proto.waCert import WACert_pb2 as cert
    from neonize.proto.waE2E import WAWebProtobufsE2E_pb2 as e2e
    from neonize.proto.waHistorySync import WAWebProtobufsHistorySync_pb2 as history
    from neonize.proto.waWa6 import WAWebProtobufsWa6_pb2 as wa6
else:
    sys.path.append(str(neonize_folder() / "proto"))
    from waAdv import WAAdv_pb2 as adv
    from waCert import WACert_pb2 as cert
    from waE2E import WAWebProtobufsE2E_pb2 as e2e
    from waHistorySync import WAWebProtobufsHistorySync_pb2 as history
    from waWa6 import WAWebProtobufsWa6_pb2 as wa6

__all__ = ["adv", "cert", "e2e", "history", "neonize_folder", "wa6"]
