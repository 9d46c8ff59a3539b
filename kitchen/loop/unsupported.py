"""What the kitchen loop cannot do: everything that needs a socket, a pipe, a signal or a process.

Each fails at once and says so, instead of waiting for a network that kitchen time does not have.
"""

from __future__ import annotations

import asyncio
from typing import Any, NoReturn


def _refuse(name: str) -> NoReturn:
    raise NotImplementedError(
        f"{name}(): the kitchen loop runs on kitchen time; it has no sockets, pipes, signals or "
        f"subprocesses"
    )


class NoSockets(asyncio.AbstractEventLoop):
    """An event loop's methods for input and output, all of which refuse."""

    def add_reader(self, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        _refuse("add_reader")

    def remove_reader(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("remove_reader")

    def add_writer(self, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        _refuse("add_writer")

    def remove_writer(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("remove_writer")

    def sock_recv(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_recv")

    def sock_recv_into(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_recv_into")

    def sock_recvfrom(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_recvfrom")

    def sock_recvfrom_into(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_recvfrom_into")

    def sock_sendall(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_sendall")

    def sock_sendto(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_sendto")

    def sock_connect(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_connect")

    def sock_accept(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_accept")

    def sock_sendfile(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sock_sendfile")

    def create_connection(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("create_connection")

    def create_server(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("create_server")

    def create_unix_connection(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("create_unix_connection")

    def create_unix_server(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("create_unix_server")

    def create_datagram_endpoint(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("create_datagram_endpoint")

    def connect_accepted_socket(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("connect_accepted_socket")

    def connect_read_pipe(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("connect_read_pipe")

    def connect_write_pipe(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("connect_write_pipe")

    def subprocess_shell(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("subprocess_shell")

    def subprocess_exec(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("subprocess_exec")

    def sendfile(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("sendfile")

    def start_tls(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("start_tls")

    def getaddrinfo(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("getaddrinfo")

    def getnameinfo(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("getnameinfo")

    def add_signal_handler(self, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        _refuse("add_signal_handler")

    def remove_signal_handler(self, *args: Any, **kwargs: Any) -> Any:
        _refuse("remove_signal_handler")
