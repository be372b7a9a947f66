"""How the services word it that there were too many calls, or that something is wrong on their side."""

import json
from typing import Any

Answer = tuple[int, str, str]

# By way and service: the status, the code and the text. Services that are not named say it as most do.
THROTTLING: dict[str, Answer] = {
    "*": (400, "ThrottlingException", "Rate exceeded"),
    "ec2": (503, "RequestLimitExceeded", "Request limit exceeded."),
    "efs": (429, "ThrottlingException", "Rate exceeded"),
    "eks": (429, "ThrottlingException", "Rate exceeded"),
    "iam": (400, "Throttling", "Rate exceeded"),
    "sts": (400, "Throttling", "Rate exceeded"),
}
INTERNAL: dict[str, Answer] = {
    "*": (500, "InternalFailure", "The request processing has failed because of an unknown error."),
    "cloudcontrol": (500, "ServiceInternalErrorException", "Internal error"),
    "ec2": (500, "InternalError", "An internal error has occurred"),
    "efs": (500, "InternalServerError", "Internal server error"),
    "eks": (500, "ServerException", "Internal error"),
    "iam": (500, "ServiceFailure", "The request processing has failed because of an unknown error."),
}
UNAVAILABLE: dict[str, Answer] = {
    "*": (503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
    "backup": (503, "ServiceUnavailableException", "The request failed due to a temporary failure of the server."),
    "ec2": (503, "Unavailable", "The service is unavailable. Please try again shortly."),
    "eks": (503, "ServiceUnavailableException", "Service is unavailable"),
}

ANSWERS = {"throttling": THROTTLING, "internal-error": INTERNAL, "unavailable": UNAVAILABLE}

# Protocols with XML; every other service answers in JSON.
EC2 = "<Response><Errors><Error><Code>{0}</Code><Message>{1}</Message></Error></Errors><RequestID>local</RequestID></Response>"
QUERY = "<ErrorResponse><Error><Code>{0}</Code><Message>{1}</Message></Error><RequestId>local</RequestId></ErrorResponse>"
XML = {"ec2": EC2, "iam": QUERY, "sts": QUERY}


def answer(service: str, how: str) -> tuple[int, dict[str, Any], str]:
    """The whole answer, in the service's protocol."""
    status, code, message = ANSWERS[how].get(service) or ANSWERS[how]["*"]
    if service in XML:
        return status, {"Content-Type": "text/xml"}, XML[service].format(code, message)
    headers = {"Content-Type": "application/json", "x-amzn-ErrorType": code}
    return status, headers, json.dumps({"__type": code, "message": message, "Message": message})
