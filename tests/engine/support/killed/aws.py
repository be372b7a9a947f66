"""The AWS command line as far as cli/leftovers.ts uses it: an operation, its parameters, --query and --output text."""

import sys

import botocore.session
import jmespath
from botocore import xform_name


def filters(words: str) -> list[dict[str, object]]:
    """`Name=group-id,Values=sg-1`"""
    name, values = (word.split("=", 1)[1] for word in words.split(",", 1))
    return [{"Name": name, "Values": values.split(",")}]


def main(service: str, command: str, *words: str) -> None:
    """Prints what the command line prints."""
    given = dict(zip(words[::2], words[1::2], strict=True))
    query, output = given.pop("--query", None), given.pop("--output", "text")
    if output != "text":
        raise SystemExit(f"no output but text: {output}")
    client = botocore.session.get_session().create_client(service, region_name=given.pop("--region", None))
    names = {xform_name(name, "-"): name for name in client.meta.service_model.operation_names}
    shape = client.meta.service_model.operation_model(names[command]).input_shape
    members = {f"--{xform_name(member, '-')}": member for member in shape.members}
    asked = {members[name]: filters(value) if name == "--filters" else value for name, value in given.items()}
    answer = getattr(client, xform_name(names[command]))(**asked)
    if query:
        print("\t".join(jmespath.search(query, answer) or []))


main(*sys.argv[1:])
