"""A stand-in for WhatsApp on loopback, with which the unmodified neonize wheel pairs, talks and fails.

Real are Noise, TLS, the binary XML, Signal's encryption, pairing by QR and by code, and the media's encryption; made
up are the people. It runs on Linux, in the event loop of a test or in a process of its own
(`python -m tests.fake_whatsapp`). Nothing in the rooms knows of it.

    async with FakeWhatsApp() as whatsapp:
        environment = {**os.environ, **whatsapp.environment()}   # must be there when the process starts
        command = [sys.executable, "-m", "tests.fake_whatsapp.patched", "-m", "the.program"]
        ...                                                      # its proxy setting: whatsapp.proxy
        shop = whatsapp.world.phone("+92 300 1112233")
        bob = whatsapp.world.person("+92 333 4445566", "Bob")
        companion = await shop.scan(qr)                          # or shop.enter_code("ABCD-EFGH")
        bob.write(shop, "hello")
        letter = await bob.letters.take()

The program must not import neonize before it runs under `patched`, and runs from the checkout's root, because one of
neonize's dependencies installs a package named `tests` of its own. Session files belong into `running.quick_folder()`:
pairing stores 812 keys and flushes each to the disk.

Where things are: `world` has all people, phones, groups and channels; `people` and `phone` what they do; `messages`
what they write; `faults` what can go wrong; `running` a ready program on the wheel (`probe`); `shop` the whole shop;
`control` an HTTP door with the `commands` for other processes; `chat` the terminal of `make fake-whatsapp`.

Not imitated: app state (names and pins that devices share), calls, polls, communities, business catalogues, the
passkey request, and re-requests of a person's phone that lost its keys. Unknown questions get an empty "yes"; what
should have been understood and was not is in `whatsapp.complaints` and `whatsapp.posting.undecryptable`.
"""

from tests.fake_whatsapp.server import FakeWhatsApp

__all__ = ["FakeWhatsApp"]
