"""EFS: the calls that stock moto has not, and the refusals that it leaves out."""

import json
import uuid
from typing import Any

from additions import efs_access_points, efs_mount_targets
from moto.efs import urls
from moto.efs.exceptions import BadRequest, EFSError, FileSystemNotFound
from moto.efs.models import EFSBackend, FileSystem
from moto.efs.responses import EFSResponse

JSON = {"Content-Type": "application/json"}
POLICY_LIMIT = 20_000


class InvalidPolicy(EFSError):
    """The policy is no JSON document, or too long."""

    code = 400

    def __init__(self, why: str) -> None:
        super().__init__("InvalidPolicyException", f"The policy is not valid: {why}")


def existing(backend: EFSBackend, file_system_id: str) -> FileSystem:
    """The file system of an id; moto's own look-up answers an unknown one with a server error."""
    if file_system_id not in backend.file_systems_by_id:
        raise FileSystemNotFound(file_system_id)
    return backend.file_systems_by_id[file_system_id]


def check_throughput(performance: str | None, mode: str | None, mibps: float | None) -> None:
    """The combinations that EFS refuses."""
    if mode == "provisioned" and not mibps:
        raise BadRequest("ProvisionedThroughputInMibps is required when ThroughputMode is provisioned")
    if mode != "provisioned" and mibps:
        raise BadRequest("ProvisionedThroughputInMibps is only for ThroughputMode provisioned")
    if mode == "elastic" and performance == "maxIO":
        raise BadRequest("Elastic throughput is not available with Max I/O performance mode")


def check_lifecycle(file_system: FileSystem, policies: list[dict[str, str]]) -> None:
    """One transition an element, and Archive only behind Infrequent Access on elastic throughput."""
    if len(policies) > 3 or any(len(policy) != 1 for policy in policies):
        raise BadRequest("One or more LifecyclePolicy objects specified are malformed.")
    names = {name for policy in policies for name in policy}
    if "TransitionToArchive" not in names:
        return
    if "TransitionToIA" not in names:
        raise BadRequest("TransitionToArchive requires TransitionToIA")
    if file_system.throughput_mode != "elastic" or file_system.performance_mode != "generalPurpose":
        raise BadRequest("TransitionToArchive requires Elastic throughput and General Purpose performance mode")


def create_file_system(self: EFSResponse) -> Any:
    """Checks the throughput first; an encrypted file system without a key of its own gets the account's default one."""
    mode, mibps = self._get_param("ThroughputMode"), self._get_param("ProvisionedThroughputInMibps")
    check_throughput(self._get_param("PerformanceMode"), mode, mibps)
    body, headers = stock_create(self)
    created = self.efs_backend.file_systems_by_id[json.loads(body)["FileSystemId"]]
    if created.encrypted and not created.kms_key_id:
        key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{self.current_account}.{self.region}.elasticfilesystem")
        created.kms_key_id = f"arn:aws:kms:{self.region}:{self.current_account}:key/{key}"
    protect(created, "ENABLED")
    return json.dumps(created.info_json()), headers


stock_create = EFSResponse.create_file_system


def protect(file_system: Any, mode: str) -> None:
    """Sets the protection against becoming a replication's destination."""
    file_system.file_system_protection = {"ReplicationOverwriteProtection": mode}


def update_file_system(self: EFSResponse) -> Any:
    """Another throughput mode, or another amount of provisioned throughput."""
    found: Any = existing(self.efs_backend, self._get_param("FileSystemId"))
    mode = self._get_param("ThroughputMode") or found.throughput_mode
    mibps = self._get_param("ProvisionedThroughputInMibps")
    if mode == "provisioned" and not mibps:
        mibps = found.provisioned_throughput_in_mibps
    check_throughput(found.performance_mode, mode, mibps)
    found.throughput_mode, found.provisioned_throughput_in_mibps = mode, mibps
    return json.dumps(found.info_json()), {"status": 202, **JSON}


def update_file_system_protection(self: EFSResponse) -> Any:
    """Switches the protection."""
    found: Any = existing(self.efs_backend, self._get_param("FileSystemId"))
    protect(found, self._get_param("ReplicationOverwriteProtection"))
    return json.dumps(found.file_system_protection), JSON


def put_lifecycle_configuration(self: EFSResponse) -> Any:
    """Checks the rules first."""
    check_lifecycle(existing(self.efs_backend, self._get_param("FileSystemId")), self._get_param("LifecyclePolicies"))
    return stock_lifecycle(self)


stock_lifecycle = EFSResponse.put_lifecycle_configuration


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


def delete_file_system(self: EFSBackend, file_system_id: str) -> None:
    """The access points go with it."""
    stock_delete(self, file_system_id)
    gone = [key for key, point in self.access_points.items() if point.file_system_id == file_system_id]
    for key in gone:
        del self.access_points[key]


stock_delete = EFSBackend.delete_file_system

RESPONSES = (
    create_file_system,
    update_file_system,
    update_file_system_protection,
    put_lifecycle_configuration,
    put_backup_policy,
    describe_backup_policy,
    put_file_system_policy,
    describe_file_system_policy,
    delete_file_system_policy,
)


def install() -> None:
    """Puts everything of EFS in."""
    for response in RESPONSES:
        setattr(EFSResponse, response.__name__, response)
    EFSBackend.delete_file_system = delete_file_system  # type: ignore[method-assign]
    urls.url_paths["/2015-02-01/file-systems/<file_system_id>/protection"] = urls.response.dispatch
    efs_access_points.install()
    efs_mount_targets.install()
