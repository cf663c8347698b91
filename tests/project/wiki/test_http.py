"""Getting answers: patience where a server is busy, bounds, and a sentence for each failure."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.errors import ReconcileError
from reconcile.project.wiki.http import AGENT, Answer, Getter, Patience
from reconcile.version import __version__
from tests.project.wiki.server import Reply, Server, serving

SECOND = 1_800_000_000.0
"""The time at which tests take place (15 January 2027, 08:00 UTC)."""


class Clock:
    """Sleeps without sleeping, and knows for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def patience(self, **limits: float) -> Patience:
        """Patience that takes no time."""
        return Patience(waits=(1.0, 5.0), sleep=self.slept.append, now=lambda: SECOND, **limits)


def got(server: Server, path: str = "/a", limit: int = 1_000_000, **limits: float) -> Answer:
    with Getter(Clock().patience(**limits), limit) as getter:
        return getter.get(server.site + path, name="the address")


def refusal(server: Server, path: str = "/a", limit: int = 1_000_000, **limits: float) -> str:
    """Why there is no answer; the host is left out."""
    with pytest.raises(ReconcileError) as refused:
        got(server, path, limit, **limits)
    assert refused.value.path == "the address"
    return refused.value.message.replace(server.site.split("://")[1], "HOST")


def test_an_answer(server: Server) -> None:
    server.on("/a", Reply(headers={"Content-Type": "Text/HTML; charset=utf-8"}, body=b"x"))
    assert got(server) == Answer(f"{server.site}/a", 200, "text/html", b"x")


def test_the_user_agent_names_the_program(server: Server) -> None:
    got(server)
    headers = server.asked[0].headers
    assert headers["User-Agent"] == AGENT
    assert AGENT.startswith(f"reconcile-lists/{__version__} (")
    assert headers["Accept-Encoding"] == "gzip"
    assert "Cookie" not in headers


def test_not_found_is_an_answer(server: Server) -> None:
    assert got(server).status == 404
    assert server.paths == ["/a"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(server: Server, status: int) -> None:
    server.on("/a", Reply(status), Reply(status), Reply(body=b"x"))
    clock = Clock()
    with Getter(clock.patience()) as getter:
        assert getter.get(server.site + "/a", name="a").body == b"x"
    assert clock.slept == [1.0, 5.0]


WANTED = [
    ("7", [7.0, 7.0]),
    ("2", [2.0, 5.0]),  # what is asked for is the least
    ("Fri, 15 Jan 2027 08:00:20 GMT", [20.0, 20.0]),
    ("Fri, 15 Jan 2027 07:00:00 GMT", [1.0, 5.0]),  # has passed
    ("soon", [1.0, 5.0]),
    ("-5", [1.0, 5.0]),
]


@pytest.mark.parametrize(("header", "slept"), WANTED)
def test_the_wait_that_a_server_asks_for(server: Server, header: str, slept: list[float]) -> None:
    busy = Reply(429, {"Retry-After": header})
    server.on("/a", busy, busy, Reply(body=b"x"))
    clock = Clock()
    with Getter(clock.patience()) as getter:
        assert getter.get(server.site + "/a", name="a").body == b"x"
    assert clock.slept == slept


def test_a_server_that_stays_busy(server: Server) -> None:
    server.on("/a", Reply(429))
    assert refusal(server) == "HOST asks for fewer requests (429) (asked 3 times): try again later"
    server.on("/a", Reply(503))
    assert refusal(server) == "HOST cannot answer now (503) (asked 3 times): try again later"


@pytest.mark.parametrize("header", ["3600", "Fri, 15 Jan 2027 09:00:00 GMT"])
def test_a_long_wait_is_not_waited_for(server: Server, header: str) -> None:
    server.on("/a", Reply(429, {"Retry-After": header}))
    assert refusal(server) == (
        "HOST asks for fewer requests (429), and wants to be left alone for 3,600 seconds"
    )
    assert len(server.asked) == 1


def test_redirects_are_followed(server: Server) -> None:
    server.on("/a", Reply(301, {"Location": "/b"}))
    server.on("/b", Reply(302, {"Location": f"{server.site}/c?x=1"}))
    server.on("/c", Reply(body=b"x"))
    answer = got(server)
    assert (answer.url, answer.body) == (f"{server.site}/c?x=1", b"x")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://a"])
def test_redirects_to_other_than_http(server: Server, target: str) -> None:
    server.on("/a", Reply(302, {"Location": target}))
    scheme = target.partition(":")[0]
    assert refusal(server) == f"this is redirected to a {scheme}: address, which is not followed"


def test_redirects_in_a_circle(server: Server) -> None:
    server.on("/a", Reply(302, {"Location": "/b"}))
    server.on("/b", Reply(302, {"Location": "/a"}))
    assert refusal(server) == "this is redirected more than 5 times"
    assert len(server.asked) == 6


def endless() -> Iterator[bytes]:
    while True:
        yield b"x" * 10_000


def test_an_endless_answer(server: Server) -> None:
    server.on("/a", Reply(body=endless))
    assert refusal(server) == ("the answer has more than 1 MB, the most that a source may have")


def test_an_answer_of_just_the_limit(server: Server) -> None:
    server.on("/a", Reply(body=b"x" * 1000))
    assert len(got(server, limit=1000).body) == 1000
    assert "the answer has more than 0.000999 MB" in refusal(server, limit=999)


def test_a_packed_answer(server: Server) -> None:
    server.on("/a", Reply(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"xyz" * 100)))
    assert got(server).body == b"xyz" * 100
    server.on("/a", Reply(404, {"Content-Encoding": "gzip"}))
    assert got(server).body == b""


def test_a_bomb(server: Server) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(60)) + packer.flush()
    server.on("/a", Reply(headers={"Content-Encoding": "gzip"}, body=bomb))
    assert "the answer has more than 1 MB" in refusal(server)
    assert "the answer has more than 50 MB" in refusal(server, limit=50_000_000)


def test_what_follows_a_packed_answer_is_bounded_too(server: Server) -> None:
    def body() -> Iterator[bytes]:
        yield gzip.compress(b"x")
        yield from endless()

    server.on("/a", Reply(headers={"Content-Encoding": "gzip"}, body=body))
    assert "the answer has more than 1 MB" in refusal(server)


def test_an_answer_that_is_damaged_or_cut_off(server: Server) -> None:
    packed = gzip.compress(b"xyz" * 100)
    server.on("/a", Reply(headers={"Content-Encoding": "gzip"}, body=b"no gzip at all"))
    assert refusal(server) == "the answer is damaged"
    server.on("/a", Reply(headers={"Content-Encoding": "gzip"}, body=packed[:-9]))
    assert refusal(server).startswith("the answer is cut off (asked 3 times)")
    server.on("/a", Reply(headers={"Content-Length": "99"}, body=lambda: iter([b"x"])))
    assert refusal(server).startswith("HOST breaks off, or sends no proper answer")


@pytest.mark.parametrize("coding", ["zstd", "br", "gzip, gzip"])
def test_packed_as_was_not_asked_for(server: Server, coding: str) -> None:
    server.on("/a", Reply(headers={"Content-Encoding": coding}, body=b"x"))
    assert refusal(server) == f"the answer is packed as '{coding}', which was not asked for"


def silent() -> Iterator[bytes]:
    yield b"x"
    time.sleep(1)


def test_an_answer_that_does_not_come(server: Server) -> None:
    server.on("/a", Reply(body=silent))
    assert refusal(server, silence=0.1) == (
        "HOST does not answer within 0.1 seconds (asked 3 times): try again later"
    )


def trickle() -> Iterator[bytes]:
    while True:
        yield b"x"
        time.sleep(0.02)


def test_an_answer_that_only_trickles(server: Server) -> None:
    server.on("/a", Reply(body=trickle))
    assert refusal(server, whole=0.2).startswith("the answer takes more than 0.2 seconds")


def test_no_connection(server: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server.site = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert refusal(server) == "HOST accepts no connection"


def test_no_such_host(server: Server) -> None:
    server.site = "http://no-such-host.invalid"
    assert refusal(server) == "no host HOST is found: check the address and the network"


@pytest.mark.parametrize("host", ["a..b", "a" * 64, "xn--", "256.1.1.1", "a\u0300"])
def test_what_is_no_host(server: Server, host: str) -> None:
    server.site = f"http://{host}"
    assert refusal(server) == "this is, or is redirected to, no address"


@pytest.mark.parametrize("target", ["http://a..b/", "data:,x"])
def test_redirects_to_what_is_no_address(server: Server, target: str) -> None:
    server.on("/a", Reply(302, {"Location": target}))
    assert refusal(server) == "this is, or is redirected to, no address"


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl, which makes it, is not here")
def test_a_certificate_that_nobody_has_signed(tmp_path: Path) -> None:
    file = tmp_path / "both.pem"
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key -out cert -subj"
    named = ["/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*made.split(), *named], cwd=tmp_path, check=True, capture_output=True)
    file.write_bytes((tmp_path / "cert").read_bytes() + (tmp_path / "key").read_bytes())
    with serving(certificate=file) as server:
        server.on("/a", Reply(body=b"x"))
        assert "the certificate of HOST is not trusted: self-signed" in refusal(server)
        assert not server.asked


def test_no_tls_at_all(server: Server) -> None:
    server.on("/a", Reply(body=b"x"))
    server.site = server.site.replace("http://", "https://")
    assert refusal(server).startswith("HOST offers no safe connection (")
