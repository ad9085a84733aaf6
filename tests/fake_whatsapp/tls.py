"""A certificate for WhatsApp's hosts, by an authority that only the program under test trusts."""

import datetime as dt
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CHAT_HOST = "web.whatsapp.com"
MEDIA_HOST = "mmg.whatsapp.net"
_USUAL_AUTHORITIES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")
_DAY = dt.timedelta(days=1)


def _certificate(subject: str, issuer: str, public: ec.EllipticCurvePublicKey, serial: int) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(public)
        .serial_number(serial)
        .not_valid_before(now - _DAY)
        .not_valid_after(now + 9 * _DAY)
    )


def system_authorities() -> str:
    """What this machine trusts anyway, so that a program that trusts us still reaches everybody else."""
    files = [ssl.get_default_verify_paths().cafile, *_USUAL_AUTHORITIES]
    found = next((Path(file) for file in files if file and Path(file).is_file()), None)
    return found.read_text(encoding="utf-8") if found else ""


def make_trust(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """The file for the clients' SSL_CERT_FILE, and the context for the server."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    name = "Parley fake WhatsApp"
    authority = (
        _certificate(name, name, authority_key.public_key(), 1)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    hosts = x509.SubjectAlternativeName([x509.DNSName(CHAT_HOST), x509.DNSName(MEDIA_HOST)])
    leaf = (
        _certificate(CHAT_HOST, name, key.public_key(), 2)
        .add_extension(hosts, critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    trusted, served = folder / "authorities.pem", folder / "server.pem"
    trusted.write_text(authority.public_bytes(pem).decode() + system_authorities(), encoding="utf-8")
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    served.touch(mode=0o600)
    served.write_bytes(leaf.public_bytes(pem) + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(served)
    return trusted, context
