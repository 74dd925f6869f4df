"""A web server on this machine alone, for pages under test."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

# What a careful school's server may send. The built pages must work under it.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class _Handler(SimpleHTTPRequestHandler):
    """A file server that is silent and sends extra headers."""

    def __init__(self, *args: Any, headers: Mapping[str, str], **kwargs: Any) -> None:
        self.extra = headers
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Add ours to each answer."""
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the browser's side is what the tests read."""


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port; the value is its address, without a slash at the end."""
    handler = partial(_Handler, directory=str(folder), headers=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
