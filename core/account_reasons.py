"""Why a number is as it is: the short words of `status_reason`, and what staff can do about each."""

from types import MappingProxyType

# Also while the number waits for a scan: the code that staff asked for could not be had.
PAIRING_REFUSED = "pairing_refused"
PAIRING_FAILED = "pairing_failed"

# After these, connecting again by ourselves would be wrong or useless: staff must ask for it.
GIVEN_UP = frozenset({"logged_out", "replaced", "qr_timeout", "no_gateway", "passkey_needed"})

# Another number of the shop is linked to this phone.
LINKED_TWICE = "linked_twice"

# An attempt to link came to nothing: whoever made it sees so, and no phone ended anything.
NEVER_LINKED = frozenset({"qr_timeout", "passkey_needed", LINKED_TWICE})

# WhatsApp takes this version of the program no more; to knock again soon would only be noticed.
CLIENT_OUTDATED = "client_outdated"

ADVICE = MappingProxyType(
    {
        "requested": "Wait a moment: a process of the program takes the number and connects it.",
        "connecting": "Wait a moment: it connects.",
        "waiting_for_scan": (
            "Open WhatsApp on the phone, Settings, Linked devices, Link a device, and scan the QR code; or ask for a "
            "pairing code and type it there."
        ),
        PAIRING_REFUSED: (
            "WhatsApp gave no pairing code for this phone. Check its number, wait some minutes before you ask again, "
            "or scan the QR code instead."
        ),
        PAIRING_FAILED: "WhatsApp did not answer with a pairing code. Ask for it again, or scan the QR code instead.",
        "connection_lost": "Nothing to do: it comes back by itself, and what is to be sent waits.",
        "no_network": (
            "WhatsApp cannot be reached from this machine. Check its network, its firewall and the number's proxy; it "
            "is tried again by itself."
        ),
        "line_failed": (
            "Something went wrong inside the program. While the number is connecting, it is tried again by itself; if "
            "it stays so, or is disconnected, connect the number again and read the log."
        ),
        "disconnected_by_staff": "Connect it when it shall work again; its phone is still linked.",
        "logged_out": (
            "The link with the phone is ended. Connect the number and scan the code with its phone again. If the phone "
            "still shows the program under Linked devices, remove it there."
        ),
        "replaced": (
            "Another program uses the same link and took the line over. Stop that program, then connect the number; "
            "it does not come back by itself, for the two would throw each other out for ever."
        ),
        "qr_timeout": "Nobody scanned the code in time. Connect the number again with the phone at hand.",
        "passkey_needed": (
            "WhatsApp wants a passkey for this phone, which the program cannot give. Turn the passkey off in "
            "WhatsApp's settings on the phone, then connect the number again."
        ),
        LINKED_TWICE: (
            "Another number here is linked to the same phone, so its customers would be answered twice; this link was "
            "ended. Use the other number, or log it out before you link the phone here."
        ),
        "temporary_ban": (
            "WhatsApp banned the number for a while; it connects by itself afterwards. Write less to people who did "
            "not write first."
        ),
        "banned": (
            "WhatsApp banned the number for good. Ask for a review in WhatsApp on its phone; if that succeeds, connect "
            "it again."
        ),
        "main_device_gone": (
            "WhatsApp knows the phone's own account no more. Look at WhatsApp on the phone, register it there again, "
            "then connect the number and link it anew."
        ),
        CLIENT_OUTDATED: "WhatsApp does not take this version of the program any more. Update the program.",
        "no_gateway": "This program was started without what real WhatsApp numbers need. Install it completely.",
        "session_unreadable": (
            "The stored link cannot be opened with the present secret. Give the program its earlier secret back, or "
            "log the number out and link it again."
        ),
        "program_stopped": "The program was stopped; the number connects by itself when it runs again.",
        "deleted": "The number was deleted; make a new one to use its phone again.",
    }
)


def advice(reason: str | None) -> str | None:
    """What staff can do; None where there is nothing to explain."""
    return ADVICE.get(reason) if reason is not None else None
