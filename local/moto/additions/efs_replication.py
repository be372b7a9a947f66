"""EFS replication: a copy of a file system in this or another region, kept by EFS and read-only while it is kept."""

import json
import time
import uuid
from typing import Any

from additions.efs_file_systems import JSON, default_key, existing, protect
from additions.efs_replication_store import (
    DISABLED,
    ENABLED,
    REPLICATING,
    Conflict,
    Replication,
    ReplicationAlreadyExists,
    ReplicationNotFound,
    replications_of,
    taking_part,
)
from moto.efs import urls
from moto.efs.exceptions import BadRequest, FileSystemInUse
from moto.efs.models import EFSBackend, FileSystem, efs_backends
from moto.efs.responses import EFSResponse


def make_destination(backend: EFSBackend, source: FileSystem, wanted: dict[str, Any]) -> FileSystem:
    """A new file system like the source, but always encrypted and backed up, and without lifecycle rules."""
    zone, key = wanted.get("AvailabilityZoneName"), wanted.get("KmsKeyId") or default_key(backend)
    if not key.startswith("arn:"):
        kind = "" if key.startswith("alias/") else "key/"
        key = f"arn:aws:kms:{backend.region_name}:{backend.account_id}:{kind}{key}"
    return backend.create_file_system(
        creation_token=str(uuid.uuid4()),
        performance_mode="generalPurpose" if zone else source.performance_mode,
        encrypted=True,
        kms_key_id=key,
        throughput_mode=source.throughput_mode,
        provisioned_throughput_in_mibps=source.provisioned_throughput_in_mibps,
        availability_zone_name=zone or "",
        backup=True,
        tags=[],
    )


def known_destination(backend: EFSBackend, source: FileSystem, file_system_id: str) -> FileSystem:
    """An existing file system whose protection against being overwritten is off."""
    found: Any = existing(backend, file_system_id.rsplit("/", 1)[-1])
    if found is source:
        raise BadRequest("The source and the destination are the same file system.")
    if found.file_system_protection["ReplicationOverwriteProtection"] != DISABLED:
        raise BadRequest(f"Replication overwrite protection of '{found.file_system_id}' is not disabled.")
    if source.encrypted and not found.encrypted:
        raise Conflict
    return found


def create_replication_configuration(self: EFSResponse) -> Any:
    """One destination for a source; each file system is in one replication alone."""
    source = existing(self.efs_backend, self._get_param("SourceFileSystemId"))
    wanted, *more = self._get_param("Destinations") or [{}]
    zone = wanted.get("AvailabilityZoneName")
    if more:
        raise BadRequest("Only one destination is supported.")
    region = wanted.get("Region") or (zone[:-1] if zone else self.region if wanted.get("FileSystemId") else None)
    if region is None:
        raise BadRequest("A destination needs a Region or an AvailabilityZoneName.")
    if taking_part(self.efs_backend, source.file_system_id):
        raise ReplicationAlreadyExists(f"File system '{source.file_system_id}' is in a replication configuration.")
    there = efs_backends[self.current_account][region]
    if wanted.get("FileSystemId"):
        destination = known_destination(there, source, wanted["FileSystemId"])
    else:
        destination = make_destination(there, source, wanted)
    protect(destination, REPLICATING)
    made = Replication(source, self.region, destination, region, wanted.get("RoleArn"), time.time())
    for backend in {self.region: self.efs_backend, region: there}.values():
        replications_of(backend).append(made)
    return json.dumps(made.info_json()), JSON


def describe_replication_configurations(self: EFSResponse) -> Any:
    """All of a region, or that of one file system."""
    file_system_id = self._get_param("FileSystemId")
    found = replications_of(self.efs_backend)
    if file_system_id:
        one = taking_part(self.efs_backend, existing(self.efs_backend, file_system_id).file_system_id)
        if one is None:
            raise ReplicationNotFound(file_system_id)
        found = [one]
    return json.dumps({"Replications": [each.info_json() for each in found]}), JSON


def delete_replication_configuration(self: EFSResponse) -> Any:
    """Ends it in both regions; the destination can be written again, and is protected again."""
    source_id = self._get_param("SourceFileSystemId")
    if self._get_param("deletionMode") == "LOCAL_CONFIGURATION_ONLY":
        raise BadRequest("LOCAL_CONFIGURATION_ONLY is not imitated.")
    found = next((each for each in replications_of(self.efs_backend) if each.source.file_system_id == source_id), None)
    if found is None:
        raise ReplicationNotFound(existing(self.efs_backend, source_id).file_system_id)
    protect(found.destination, ENABLED)
    for region in {found.source_region, found.destination_region}:
        replications_of(efs_backends[self.current_account][region]).remove(found)
    return "", {"status": 204, **JSON}


def update_file_system_protection(self: EFSResponse) -> Any:
    """Switches the protection; while EFS writes to a destination it cannot be."""
    found: Any = existing(self.efs_backend, self._get_param("FileSystemId"))
    mode = self._get_param("ReplicationOverwriteProtection")
    if found.file_system_protection["ReplicationOverwriteProtection"] == REPLICATING:
        message = "ReplicationOverwriteProtection cannot be changed while the file system is a replication destination."
        raise ReplicationAlreadyExists(message)
    if mode not in (ENABLED, DISABLED):
        raise BadRequest(f"ReplicationOverwriteProtection must be ENABLED or DISABLED, not {mode}.")
    protect(found, mode)
    return json.dumps(found.file_system_protection), JSON


RESPONSES = (
    create_replication_configuration,
    describe_replication_configurations,
    delete_replication_configuration,
    update_file_system_protection,
)


def install() -> None:
    """Puts the calls in; neither the source nor the destination of a replication can be deleted."""
    for response in RESPONSES:
        setattr(EFSResponse, response.__name__, response)
    delete = EFSBackend.delete_file_system

    def delete_file_system(self: EFSBackend, file_system_id: str) -> None:
        if taking_part(self, file_system_id):
            message = f"You cannot delete file system '{file_system_id}' because it is in a replication configuration."
            raise FileSystemInUse(message)
        delete(self, file_system_id)

    EFSBackend.delete_file_system = delete_file_system  # type: ignore[method-assign]
    path = "/2015-02-01/file-systems"
    for rest in ("replication-configurations", "<file_system_id>/replication-configuration", "<file_system_id>/protection"):
        urls.url_paths[f"{path}/{rest}"] = urls.response.dispatch
