"""EFS policies: who may do what, and whether there are automatic backups."""

import json
from typing import Any

from additions.efs_file_systems import JSON, existing
from moto.efs.exceptions import EFSError
from moto.efs.responses import EFSResponse
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition

POLICY_LIMIT = 20_000


class InvalidPolicy(EFSError):
    """The policy is no JSON document, or too long, or names a role that is not there."""

    code = 400

    def __init__(self, why: str, text: str = "The policy is not valid") -> None:
        super().__init__("InvalidPolicyException", f"{text}: {why}")


def unknown_roles(statements: Any, account: str, region: str) -> list[str]:
    """The roles of this account that a policy names and that do not exist."""
    backend = iam_backends[account][get_partition(region)]
    known = {role.arn for role in backend.roles.values()}
    all_of = statements if isinstance(statements, list) else [statements]
    principals = [s.get(key) for s in all_of for key in ("Principal", "NotPrincipal") if isinstance(s.get(key), dict)]
    named = [p.get("AWS", []) for p in principals]
    flat = [name for names in named for name in (names if isinstance(names, list) else [names])]
    return [name for name in flat if f":iam::{account}:role/" in name and name not in known]


def put_backup_policy(self: EFSResponse) -> Any:
    """Switches the automatic backups."""
    status = self._get_param("BackupPolicy")["Status"]
    existing(self.efs_backend, self._get_param("FileSystemId"))._backup = status == "ENABLED"
    return json.dumps({"BackupPolicy": {"Status": status}}), JSON


def describe_backup_policy(self: EFSResponse) -> Any:
    """Off is an answer, too."""
    found = existing(self.efs_backend, self._get_param("FileSystemId"))
    return json.dumps({"BackupPolicy": found.backup_policy or {"Status": "DISABLED"}}), JSON


def put_file_system_policy(self: EFSResponse) -> Any:
    """Takes a JSON object of at most 20,000 characters and nothing else."""
    existing(self.efs_backend, self._get_param("FileSystemId"))
    policy = self._get_param("Policy")
    if len(policy) > POLICY_LIMIT:
        raise InvalidPolicy(f"more than {POLICY_LIMIT} characters")
    try:
        statements = json.loads(policy)["Statement"]
    except (KeyError, TypeError, ValueError) as fault:
        raise InvalidPolicy("not a JSON document with a Statement") from fault
    if not statements:
        raise InvalidPolicy("no statement")
    unknown = unknown_roles(statements, self.current_account, self.region)
    if unknown:
        raise InvalidPolicy(unknown[0], "Policy contains invalid Principal block")
    return stock_put_policy(self)


stock_put_policy = EFSResponse.put_file_system_policy


def describe_file_system_policy(self: EFSResponse) -> Any:
    """An unknown file system is a 404."""
    existing(self.efs_backend, self._get_param("FileSystemId"))
    return stock_describe_policy(self)


stock_describe_policy = EFSResponse.describe_file_system_policy


def delete_file_system_policy(self: EFSResponse) -> Any:
    """Back to no policy: everybody who reaches a mount target may do everything."""
    existing(self.efs_backend, self._get_param("FileSystemId")).file_system_policy = None
    return "{}", JSON


RESPONSES = (
    put_backup_policy,
    describe_backup_policy,
    put_file_system_policy,
    describe_file_system_policy,
    delete_file_system_policy,
)


def install() -> None:
    """Puts the calls in."""
    for response in RESPONSES:
        setattr(EFSResponse, response.__name__, response)
