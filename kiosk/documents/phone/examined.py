"""What `kiosk doctor` finds of the way by phone, in French. The port that it tries is closed again before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from kiosk.checks import Check, Verdict
from kiosk.config.model import PhoneSection
from kiosk.documents.phone import place
from kiosk.documents.phone.vouching import Flaw, FlawedCertificateError, expires, vouch

_SOON = timedelta(days=21)
_NO_PHONE = "Personne ne peut photographier un papier avec son téléphone, ni en emporter un."
_FLAWS = {
    Flaw.INCOMPLETE: "Dans [phone], il faut les trois : host, certificate et key. Ou aucun des trois.",
    Flaw.UNREADABLE: "Le poste ne peut pas lire le certificat ou sa clé.",
    Flaw.MALFORMED: "Le certificat ou sa clé n'est pas un fichier PEM sans mot de passe.",
    Flaw.OTHER_KEY: "La clé n'est pas celle du certificat.",
    Flaw.OTHER_HOST: "Le certificat n'est pas celui de ce nom.",
    Flaw.EXPIRED: "Le certificat n'est pas valable aujourd'hui.",
}


def examine(section: PhoneSection) -> Iterator[Check]:
    address = place.find_address(section.address)
    if address is None:
        yield Check(
            "phone",
            Verdict.WARNING,
            "Téléphone : ce poste n'a pas d'adresse sur un réseau local.",
            _NO_PHONE,
            "Branchez le réseau, ou écrivez l'adresse dans [phone] address. Sinon : [phone] enabled = false.",
        )
        return
    try:
        vouched = vouch(section, address)
        with place.listen(address, section.port) as listener:
            port = listener.getsockname()[1]
    except FlawedCertificateError as error:
        yield Check(
            "phone",
            Verdict.FAILED,
            f"Téléphone : {_FLAWS[error.flaw]}",
            _NO_PHONE,
            f"Corrigez host = « {section.host} », certificate = « {section.certificate} », key = « {section.key} ».",
        )
    except OSError:
        yield Check(
            "phone",
            Verdict.FAILED,
            f"Téléphone : la porte {address}, port {section.port}, ne s'ouvre pas.",
            _NO_PHONE,
            "Vérifiez que cette adresse est celle du poste, et que le port est libre ([phone] address, port).",
        )
    else:
        yield _open(section, port, f"https://{vouched.host}:{port}", own=vouched.own)


def _open(section: PhoneSection, port: int, url: str, *, own: bool) -> Check:
    if port != section.port:
        return Check(
            "phone",
            Verdict.WARNING,
            f"Téléphone : le port {section.port} est pris. Le poste prendrait le port {port}.",
            "Le pare-feu peut l'arrêter.",
            "Libérez le port, ou écrivez-en un autre dans [phone] port.",
        )
    if own:
        what = f"Téléphone : il peut venir à {url}, avec un avertissement, car le poste fait son certificat."
        return Check("phone", Verdict.OK, what)
    end = expires(section)
    if end - datetime.now(UTC) < _SOON:
        return Check(
            "phone",
            Verdict.WARNING,
            f"Téléphone : le certificat finit le {end:%d/%m/%Y}.",
            "Ensuite, aucun téléphone ne pourra venir.",
            "Renouvelez-le.",
        )
    return Check("phone", Verdict.OK, f"Téléphone : il peut venir à {url}, sans avertissement.")
