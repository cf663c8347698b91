"""Getting answers from a web server, politely and within bounds.

One connection at a time, a user agent that names the program, patience where a server is busy,
and a sentence for everything that can go wrong.
"""

from __future__ import annotations

import datetime
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType

import httpx

from reconcile.errors import ReconcileError
from reconcile.sources.document import MAX_BYTES
from reconcile.version import __version__

AGENT = f"reconcile-lists/{__version__} (the Python package reconcile-lists) httpx"
"""Wikis want to know who asks. No address of a person or project is made up here."""
REDIRECTS = 5
"""So many are followed from one address."""
BUSY = (429, 500, 502, 503, 504)
"""Answers after which it is worth asking again."""
Busy = Callable[["Answer"], str | None]
"""Why an answer that came in good form is none yet, such as that the wiki lags behind."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds, and how often is asked again.

    Attributes:
        connect: for the connection.
        silence: without a byte of the answer.
        whole: for one whole answer.
        waits: before it is asked again, one for each time.
        longest: the longest wait that a server may ask for; if it asks for more, we give up.
        sleep: waits.
        now: the time in seconds since 1970, by which dates of servers are taken.
    """

    connect: float = 10.0
    silence: float = 30.0
    whole: float = 180.0
    waits: tuple[float, ...] = (1.0, 5.0, 15.0)
    longest: float = 60.0
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    now: Callable[[], float] = field(default=time.time, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: `url` is where it came from in the end, after redirects."""

    url: str
    status: int
    kind: str
    """The media type, without its parameters."""
    body: bytes
    retry_after: str | None = None

    @property
    def host(self) -> str:
        """The host (and port) that answered, for sentences."""
        return host_of(httpx.URL(self.url))


@dataclass(frozen=True, slots=True)
class _Later:
    """Why there is no answer yet, and the seconds that the server wants us to wait."""

    why: str
    wanted: float = 0.0


class _FailedError(Exception):
    """Why an attempt failed; `passing` if another one may not."""

    def __init__(self, why: str, *, passing: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.passing = passing


class Getter:
    """Gets addresses, one after the other. Use it as a context manager.

    Args:
        patience: how long is waited.
        limit: bytes that an answer may have, as sent and unpacked.
    """

    def __init__(self, patience: Patience | None = None, limit: int = MAX_BYTES) -> None:
        self.patience = patience or Patience()
        self.limit = limit
        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self.patience.silence, connect=self.patience.connect),
        )

    def __enter__(self) -> Getter:
        """The getter itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self._client.close()

    def get(
        self,
        url: str,
        params: dict[str, str] | None = None,
        *,
        name: str,
        busy: Busy = lambda answer: None,
    ) -> Answer:
        """The answer of an address; again and again while the server says that it is busy.

        Args:
            url: the address.
            params: what is added to it behind the `?`.
            name: the address as the user named it, for the error.
            busy: why an answer is none yet, though it came in good form.

        Raises:
            ReconcileError: there is none, or none within the bounds. An answer of 404 and the
                like is an answer.
        """
        later = _Later("")
        for wait in (0.0, *self.patience.waits):
            if pause := max(wait, later.wanted):
                self.patience.sleep(pause)
            found = self._attempt(url, params, busy, name)
            if isinstance(found, Answer):
                return found
            later = found
            if later.wanted > self.patience.longest:
                raise ReconcileError(
                    f"{later.why}, and wants to be left alone for {later.wanted:,.0f} seconds",
                    path=name,
                )
        tries = len(self.patience.waits) + 1
        raise ReconcileError(f"{later.why} (asked {tries} times): try again later", path=name)

    def _attempt(
        self, url: str, params: dict[str, str] | None, busy: Busy, name: str
    ) -> Answer | _Later:
        """The answer, or why to ask again later. Raises ReconcileError where that is of no use."""
        try:
            answer = self._once(httpx.URL(url, params=params) if params else httpx.URL(url))
        except (httpx.InvalidURL, UnicodeError):  # hosts that no network can have
            raise ReconcileError("this is, or is redirected to, no address", path=name) from None
        except _FailedError as failure:
            if failure.passing:
                return _Later(failure.why)
            raise ReconcileError(failure.why, path=name) from None
        why = busy(answer) or _busy(answer)
        return answer if why is None else _Later(why, self._wanted(answer))

    def _once(self, url: httpx.URL) -> Answer:
        """One attempt, redirects followed. Raises _FailedError."""
        ends = time.monotonic() + self.patience.whole
        for _ in range(REDIRECTS + 1):
            if url.scheme not in ("http", "https"):
                raise _FailedError(
                    f"this is redirected to a {url.scheme}: address, which is not followed"
                )
            try:
                with self._client.stream("GET", url) as response:
                    if response.next_request is None:
                        return _answer(response, b"".join(self._pieces(response, ends)))
                    url = response.next_request.url
            except httpx.HTTPError as error:
                raise self._failure(error, host_of(url)) from None
        raise _FailedError(f"this is redirected more than {REDIRECTS} times")

    def _pieces(self, response: httpx.Response, ends: float) -> Iterator[bytes]:
        """The answer in pieces, unpacked here, as httpx would unpack without a bound."""
        coding = response.headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "gzip", ""):
            raise _FailedError(f"the answer is packed as {coding!r}, which was not asked for")
        unpacker = zlib.decompressobj(wbits=31) if coding == "gzip" else None
        sent = size = 0
        for piece in response.iter_raw():
            sent += len(piece)
            if unpacker is not None:
                piece = _unpacked(unpacker, piece, self.limit + 1 - size)
            size += len(piece)
            if max(sent, size) > self.limit:
                raise _FailedError(
                    f"the answer has more than {self.limit / 1e6:.3g} MB, the most that a source "
                    "may have"
                )
            if time.monotonic() > ends:
                raise _FailedError(
                    f"the answer takes more than {self.patience.whole:g} seconds", passing=True
                )
            yield piece
        if unpacker is not None and sent and not unpacker.eof:
            raise _FailedError("the answer is cut off", passing=True)

    def _wanted(self, answer: Answer) -> float:
        """The seconds that a server wants us to wait: a number, or until a date."""
        text = (answer.retry_after or "").strip()
        if text.isascii() and text.isdigit():
            return float(text)
        try:
            date = parsedate_to_datetime(text)
        except ValueError:
            return 0.0
        if date.tzinfo is None:
            date = date.replace(tzinfo=datetime.UTC)
        return date.timestamp() - self.patience.now()

    def _failure(self, error: httpx.HTTPError, host: str) -> _FailedError:
        """What an error of the transport means, and whether it may pass."""
        for cause in _causes(error):
            if isinstance(cause, socket.gaierror):
                return _FailedError(f"no host {host} is found: check the address and the network")
            if isinstance(cause, ssl.SSLCertVerificationError):
                return _FailedError(
                    f"the certificate of {host} is not trusted: {cause.verify_message}"
                )
            if isinstance(cause, ssl.SSLError):
                return _FailedError(f"{host} offers no safe connection ({cause.reason})")
            if isinstance(cause, ConnectionRefusedError):
                return _FailedError(f"{host} accepts no connection")
        if isinstance(error, httpx.ConnectTimeout):
            limit = self.patience.connect
        elif isinstance(error, httpx.TimeoutException):
            limit = self.patience.silence
        else:
            return _FailedError(f"{host} breaks off, or sends no proper answer", passing=True)
        return _FailedError(f"{host} does not answer within {limit:g} seconds", passing=True)


def host_of(url: httpx.URL) -> str:
    """Host and port of an address, for sentences."""
    return url.netloc.decode("ascii", "replace")


def _answer(response: httpx.Response, body: bytes) -> Answer:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    after = response.headers.get("retry-after")
    return Answer(str(response.url), response.status_code, kind, body, after)


def _unpacked(unpacker: zlib._Decompress, piece: bytes, room: int) -> bytes:
    """What `piece` holds, as far as there is room for it."""
    try:
        return unpacker.decompress(piece, max(room, 1))
    except zlib.error:
        raise _FailedError("the answer is damaged") from None


def _busy(answer: Answer) -> str | None:
    if answer.status not in BUSY:
        return None
    if answer.status == 429:
        return f"{answer.host} asks for fewer requests (429)"
    return f"{answer.host} cannot answer now ({answer.status})"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what caused it, nearest first."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__
