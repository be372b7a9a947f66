"""EFS file systems: their throughput, key, protection and lifecycle; those of one creation token are one."""

import json
import uuid
from typing import Any

from moto.efs.exceptions import BadRequest, EFSError, FileSystemNotFound
from moto.efs.models import EFSBackend, FileSystem
from moto.efs.responses import EFSResponse

JSON = {"Content-Type": "application/json"}


class AlreadyExists(EFSError):
    """The creation token was used before; the answer names what was made with it."""

    code = 409

    def __init__(self, known: FileSystem) -> None:
        message = f"File system '{known.file_system_id}' already exists with creation token '{known.creation_token}'"
        super().__init__("FileSystemAlreadyExists", message)
        body = {"ErrorCode": "FileSystemAlreadyExists", "FileSystemId": known.file_system_id, "Message": message}
        self.description = json.dumps(body)


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


def default_key(backend: EFSBackend) -> str:
    """The account's own key of EFS in a region."""
    key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{backend.account_id}.{backend.region_name}.elasticfilesystem")
    return f"arn:aws:kms:{backend.region_name}:{backend.account_id}:key/{key}"


def create_file_system(self: EFSResponse) -> Any:
    """Once for a token; an encrypted file system without a key of its own gets the account's default one."""
    for known in self.efs_backend.file_systems_by_id.values():
        if known.creation_token == self._get_param("CreationToken"):
            raise AlreadyExists(known)
    mode, mibps = self._get_param("ThroughputMode"), self._get_param("ProvisionedThroughputInMibps")
    check_throughput(self._get_param("PerformanceMode"), mode, mibps)
    body, headers = stock_create(self)
    created = self.efs_backend.file_systems_by_id[json.loads(body)["FileSystemId"]]
    if created.encrypted and not created.kms_key_id:
        created.kms_key_id = default_key(self.efs_backend)
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


def put_lifecycle_configuration(self: EFSResponse) -> Any:
    """Checks the rules first."""
    check_lifecycle(existing(self.efs_backend, self._get_param("FileSystemId")), self._get_param("LifecyclePolicies"))
    return stock_lifecycle(self)


stock_lifecycle = EFSResponse.put_lifecycle_configuration


def delete_file_system(self: EFSBackend, file_system_id: str) -> None:
    """The access points go with it."""
    stock_delete(self, file_system_id)
    gone = [key for key, point in self.access_points.items() if point.file_system_id == file_system_id]
    for key in gone:
        del self.access_points[key]


stock_delete = EFSBackend.delete_file_system

RESPONSES = (create_file_system, update_file_system, put_lifecycle_configuration)


def install() -> None:
    """Puts the calls in."""
    for response in RESPONSES:
        setattr(EFSResponse, response.__name__, response)
    EFSBackend.delete_file_system = delete_file_system  # type: ignore[method-assign]
