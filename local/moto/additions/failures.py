"""Failures on demand, for tests: the next calls of an action fail, or about every so many-th call that changes something.

    POST   /local/failures  a rule: {service, action, how, times, after, every, seed, holdSeconds}
    GET    /local/failures  the calls that failed so far
    DELETE /local/failures  forgets all rules; answers with the calls that failed
"""

import json
import random
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from additions.failure_answers import ANSWERS, answer
from flask import request as flask_request
from moto.core.responses import BaseResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

ROUTE = "/local/failures"
BEFORE, AFTER = "timeout-before", "timeout-after"
WAYS = (*ANSWERS, BEFORE, AFTER)
READING = ("Describe", "Get", "List")


@dataclass
class Rule:
    """Which calls fail, and how."""

    service: str = "*"
    action: str = "*"
    how: list[str] = field(default_factory=list)
    times: int = 1
    after: int = 0
    every: int = 1
    seed: int = 0
    hold: float = 0.1

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def matches(self, service: str, action: str) -> bool:
        """A rule for every action is one for those that change something."""
        if self.service not in ("*", service):
            return False
        return self.action == action or (self.action == "*" and not action.startswith(READING))

    def draw(self) -> str | None:
        """How this matching call fails; none: it does not."""
        if self.after > 0:
            self.after -= 1
            return None
        if self.times <= 0 or self.chance.randrange(self.every) != 0:
            return None
        self.times -= 1
        return self.chance.choice(self.how)


class Failures:
    """The rules, and what came of them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rules: list[Rule] = []
        self.failed: list[dict[str, str]] = []

    def draw(self, service: str, action: str) -> tuple[str, float] | None:
        """How a call fails, and how long its answer is held."""
        with self.lock:
            for rule in self.rules:
                how = rule.draw() if rule.matches(service, action) else None
                if how is not None:
                    self.failed.append({"service": service, "action": action, "how": how})
                    return how, rule.hold
        return None

    def add(self, wanted: dict[str, Any]) -> None:
        """Takes a rule; what it does not say is the default."""
        how = wanted.pop("how", None)
        ways = [how] if isinstance(how, str) else how
        if not ways or any(way not in WAYS for way in ways):
            raise ValueError(f'"how" must be one or some of {", ".join(WAYS)}, got {how}')
        rule = Rule(**{**wanted, "hold": wanted.pop("holdSeconds", Rule.hold)}, how=ways)
        with self.lock:
            self.rules.append(rule)

    def clear(self) -> list[dict[str, str]]:
        """Forgets everything; tells what failed."""
        with self.lock:
            failed, self.rules, self.failed = self.failed, [], []
        return failed


failures = Failures()


def drop(seconds: float) -> None:
    """Ends the connection without an answer."""
    time.sleep(seconds)
    flask_request.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError


def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The route for tests."""
    status, told = "200 OK", failures.failed
    try:
        if environ["REQUEST_METHOD"] == "POST":
            failures.add(json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        elif environ["REQUEST_METHOD"] == "DELETE":
            told = failures.clear()
    except (TypeError, ValueError) as fault:
        status, told = "400 Bad Request", [{"fault": str(fault)}]
    start_response(status, [("Content-Type", "application/json")])
    return [json.dumps(told).encode()]


def install() -> None:
    """In front of every service, and of moto's own dispatcher."""
    call, dispatch = BaseResponse.call_action, DomainDispatcherApplication.__call__

    def call_action(self: BaseResponse) -> Any:
        drawn = failures.draw(self.service_name, self._get_action()) if failures.rules else None
        if drawn is None:
            return call(self)
        how, hold = drawn
        if how in ANSWERS:
            return answer(self.service_name, how)
        if how == AFTER:
            call(self)
        return drop(hold)

    def dispatcher(self: Any, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        if environ.get("PATH_INFO") == ROUTE:
            return serve(environ, start_response)
        return dispatch(self, environ, start_response)

    BaseResponse.call_action = call_action  # type: ignore[method-assign]
    DomainDispatcherApplication.__call__ = dispatcher  # type: ignore[method-assign]
