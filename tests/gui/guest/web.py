"""A small web behind a proxy, for the guest's tests: pages by address, over TLS, on any `*.exercice` host.

`CONNECT` to another host is refused with 403, to `muet.exercice` with 502; `http://kiosk.invalid/last` says which.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import ssl
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

STRICT = "default-src 'none'; style-src 'self'; form-action 'self'; frame-src *"
SILENT_HOST = "muet.exercice"
UNTRUSTED_HOST = "douteux.exercice"
EXPIRED_HOST = "perime.exercice"


@dataclass(frozen=True)
class Answer:
    body: bytes | str
    kind: str = "text/html; charset=utf-8"
    status: str = "200 OK"
    headers: dict[str, str] = field(default_factory=dict)


class Web:
    """Runs in its own thread. Put pages in `answers` under `host/path`; read what was asked in `requests`. What is in
    `held` is not answered as long as it is there. `reasons`: why a host is not reached, as a proxy says it."""

    def __init__(self, folder: Path) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, str]] = []
        self.held: set[str] = set()
        self.reasons: dict[str, str] = {}
        self.authority = folder / "authority.pem"
        self.port = 0
        self._context, self._others = _contexts(folder, self.authority)
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Web:
        self._thread.start()
        assert self._listening.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def page(
        self, address: str, body: str, *, csp: str = "", script: str = "", headers: dict[str, str] | None = None
    ) -> None:
        """An HTML page. `script` runs even under a strict policy, as the site's own does, thanks to its nonce."""
        policy = f"{csp}; script-src 'nonce-own'" if csp else ""
        own = f"<script nonce=own>{script}</script>" if script else ""
        text = (
            f"<!doctype html><html lang=fr><meta charset=utf-8><title>{address}</title><body>{body}{own}</body></html>"
        )
        sent = dict(headers or {}) | ({"Content-Security-Policy": policy} if csp else {})
        self.answers[address] = Answer(text, headers=sent)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        self._loop.run_forever()
        server.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        # A browser that is gone will not answer TLS's goodbye.
        for writer in self._writers:
            writer.transport.abort()
        for _ in range(5):
            self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            await self._proxy(reader, writer)
        except (asyncio.IncompleteReadError, asyncio.CancelledError, OSError):
            pass
        finally:
            writer.close()

    async def _proxy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, target = head.split()[:2]
        if method != "CONNECT":
            host = parse_qs(urlsplit(target).query).get("host", [""])[0]
            reason = self.reasons.get(host, "unreachable" if host == SILENT_HOST else "refused")
            _send(writer, Answer(json.dumps({"reason": reason}), "application/json"))
            return
        host = target.rsplit(":", 1)[0]
        if host == SILENT_HOST or not host.endswith(".exercice"):
            _send(writer, Answer("", status="502 Bad Gateway" if host == SILENT_HOST else "403 Forbidden"))
            return
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await writer.start_tls(self._others.get(host, self._context))
        await self._answer(host, reader, writer)

    async def _answer(self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split()[1]
            lengths = [line for line in head.split("\r\n") if line.lower().startswith("content-length")]
            body = await reader.readexactly(int(lengths[0].split(":")[1])) if lengths else b""
            self.requests.append((host + path, head + body.decode(errors="replace")))
            while host + path in self.held:
                await asyncio.sleep(0.02)
            answer = self.answers.get(host + path) or self.answers.get(host + path.split("?")[0])
            _send(writer, answer or Answer("rien ici", status="404 Not Found"))
            await writer.drain()


def _send(writer: asyncio.StreamWriter, answer: Answer) -> None:
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    headers = {"Content-Type": answer.kind, "Content-Length": str(len(body))} | answer.headers
    lines = [f"HTTP/1.1 {answer.status}", *(f"{name}: {value}" for name, value in headers.items())]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def _contexts(folder: Path, authority: Path) -> tuple[ssl.SSLContext, dict[str, ssl.SSLContext]]:
    """The practice authority's context, and those of the hosts that have another: one that nobody vouches for, and one
    that is over."""
    key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Autorité d'exercice", key, None)
    authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    site, stranger = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    good = _certificate("exercice", site, (root, key))
    bad = _certificate("inconnu", stranger, None, leaf=True)
    over = _certificate("exercice", site, (root, key), ended=True)
    others = {UNTRUSTED_HOST: _context(folder, bad, stranger), EXPIRED_HOST: _context(folder, over, site)}
    return _context(folder, good, site), others


def _certificate(name, key, issuer, leaf=False, ended=False):  # type: ignore[no-untyped-def]
    now = datetime.datetime.now(datetime.UTC)
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    is_authority = issuer is None and not leaf
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer[0].subject if issuer else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=20))
        .not_valid_after(now + datetime.timedelta(days=-10 if ended else 30))
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    )
    if not is_authority:
        hosts = [f"{host}.exercice" for host in ("caisse", "titres", "autre", "douteux", "perime", "identite")]
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256())


def _context(folder: Path, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> ssl.SSLContext:
    path = folder / f"{certificate.serial_number}.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
