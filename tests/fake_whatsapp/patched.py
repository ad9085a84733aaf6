"""Runs a module in a process whose neonize takes the fake server for WhatsApp.

    python -m tests.fake_whatsapp.patched -m web.cli serve --dev

The process must have been started with the variables of `FakeWhatsApp.environment()`: Go reads SSL_CERT_FILE when it
starts. Two more things happen here, in this process only and nowhere on the disk: libmagic is found without importing
pylibmagic (whose import would change the search path of all children), and the root key that whatsmeow has built in
is overwritten in the loaded library.
"""

import ctypes
import importlib.util
import os
import runpy
import sys
from pathlib import Path

from tests.fake_whatsapp.server import ROOT_KEY

# WACertPubKey in whatsmeow's handshake.go: the key every WhatsApp client trusts.
REAL_ROOT_KEY = bytes.fromhex("142375574d0a587166aae71ebe516437c4a28b73e3695c6ce1f7f9545da8ee6b")


def prepare_libmagic() -> None:
    """Load the libmagic that pylibmagic brings, if there is one."""
    found = importlib.util.find_spec("pylibmagic")
    if found is None or not found.submodule_search_locations:
        return
    folder = Path(found.submodule_search_locations[0])
    ctypes.CDLL(str(folder / "libmagic.so.1"), mode=ctypes.RTLD_GLOBAL)
    os.environ.setdefault("MAGIC", str(folder / "magic.mgc"))


def _writable_parts_of_neonize() -> list[tuple[int, int]]:
    parts = []
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) > 5 and Path(fields[5]).name.startswith("neonize-") and "w" in fields[1]:
            begin, _, end = fields[0].partition("-")
            parts.append((int(begin, 16), int(end, 16)))
    return parts


def trust(root_key: bytes) -> None:
    """Overwrite the root key in the loaded library."""
    import neonize._binder  # noqa: F401  # loads it

    count = 0
    for begin, end in _writable_parts_of_neonize():
        at = ctypes.string_at(begin, end - begin).find(REAL_ROOT_KEY)
        if at >= 0:
            ctypes.memmove(begin + at, root_key, len(root_key))
            count += 1
    if count != 1:
        raise RuntimeError(f"The root key stands {count} times in this neonize; once was expected.")


def main(arguments: list[str]) -> None:
    if len(arguments) < 2 or arguments[0] != "-m":
        raise SystemExit("Usage: python -m tests.fake_whatsapp.patched -m module [arguments]")
    prepare_libmagic()
    trust(bytes.fromhex(os.environ[ROOT_KEY]))
    sys.argv = arguments[1:]
    runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
