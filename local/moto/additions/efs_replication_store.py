"""The replications of EFS, which both of their regions know, and what can be wrong with one."""

import time
from dataclasses import dataclass
from typing import Any

from moto.efs.exceptions import EFSError
from moto.efs.models import EFSBackend, FileSystem

ENABLED, DISABLED, REPLICATING = "ENABLED", "DISABLED", "REPLICATING"


@dataclass
class Replication:
    """What is copied to where; both regions know the same object."""

    source: FileSystem
    source_region: str
    destination: FileSystem
    destination_region: str
    role_arn: str | None
    created: float

    def info_json(self) -> dict[str, Any]:
        """As the API shows it; up to date at once."""
        destination = {
            "FileSystemId": self.destination.file_system_id,
            "LastReplicatedTimestamp": time.time(),
            "OwnerId": self.destination.owner_id,
            "Region": self.destination_region,
            "Status": ENABLED,
            **({"RoleArn": self.role_arn} if self.role_arn else {}),
        }
        return {
            "CreationTime": self.created,
            "Destinations": [destination],
            "OriginalSourceFileSystemArn": self.source.file_system_arn,
            "SourceFileSystemArn": self.source.file_system_arn,
            "SourceFileSystemId": self.source.file_system_id,
            "SourceFileSystemOwnerId": self.source.owner_id,
            "SourceFileSystemRegion": self.source_region,
        }


class ReplicationAlreadyExists(EFSError):
    """The file system is in a replication already."""

    code = 409

    def __init__(self, message: str) -> None:
        super().__init__("ReplicationAlreadyExists", message)


class ReplicationNotFound(EFSError):
    """The file system is in none."""

    code = 404

    def __init__(self, file_system_id: str) -> None:
        super().__init__("ReplicationNotFound", f"Replication configuration for '{file_system_id}' does not exist.")


class Conflict(EFSError):
    """What is encrypted is not copied to where it would not be."""

    code = 409

    def __init__(self) -> None:
        message = "The source file system is encrypted, the destination file system is not."
        super().__init__("ConflictException", message)


def replications_of(backend: EFSBackend) -> list[Replication]:
    """The replications that a region takes part in; moto's reset makes a new backend, and so a new list."""
    if not hasattr(backend, "local_replications"):
        backend.local_replications = []  # type: ignore[attr-defined]
    return backend.local_replications  # type: ignore[attr-defined]


def taking_part(backend: EFSBackend, file_system_id: str) -> Replication | None:
    """The one replication that a file system is the source or the destination of."""
    pairs = ((each, (each.source.file_system_id, each.destination.file_system_id)) for each in replications_of(backend))
    return next((each for each, ids in pairs if file_system_id in ids), None)
