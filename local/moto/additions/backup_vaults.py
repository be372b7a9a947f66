"""AWS Backup vaults: their key, and the recovery points in them, which are made at once and hold nothing."""

import json
import re
import uuid
from typing import Any

from moto.backup.exceptions import (
    InvalidParameterValueException,
    InvalidRequestException,
    ResourceNotFoundException,
)
from moto.backup.models import BackupBackend
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.efs.models import efs_backends


def vault_of(self: BackupResponse) -> Any:
    """The vault that a request names, in its address or its body."""
    name = self._get_param("backupVaultName") or self._get_param("BackupVaultName")
    if name not in self.backup_backend.vaults:
        raise ResourceNotFoundException(f"Backup Vault {name} does not exist")
    return self.backup_backend.vaults[name]


def points_of(vault: Any) -> dict[str, dict[str, Any]]:
    """The recovery points of a vault, by ARN."""
    if not hasattr(vault, "local_points"):
        vault.local_points = {}
    return vault.local_points


def default_key(backend: BackupBackend) -> str:
    """The account's own key of AWS Backup in a region."""
    key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{backend.account_id}.{backend.region_name}.backup")
    return f"arn:aws:kms:{backend.region_name}:{backend.account_id}:key/{key}"


def create_backup_vault(self: BackupResponse) -> str:
    """Encrypted, with the account's own key unless another is named; the same request again makes nothing."""
    name, request = self._get_param("backupVaultName"), self._get_param("CreatorRequestId")
    known = self.backup_backend.vaults.get(name)
    if known and request and known.creator_request_id == request:
        return json.dumps(known.to_dict())
    if not re.fullmatch(r"[\w-]{2,50}", name):
        raise InvalidParameterValueException(f"Backup vault name {name} is not valid")
    vault = self.backup_backend.create_backup_vault(
        backup_vault_name=name,
        backup_vault_tags=self._get_param("BackupVaultTags"),
        encryption_key_arn=self._get_param("EncryptionKeyArn") or default_key(self.backup_backend),
        creator_request_id=request,
    )
    return json.dumps(vault.to_dict())


def describe_backup_vault(self: BackupResponse) -> str:
    """With the number of what is in it."""
    vault = vault_of(self)
    return json.dumps({**vault.to_list_dict(), "NumberOfRecoveryPoints": len(points_of(vault))})


def delete_backup_vault(self: BackupResponse) -> str:
    """Only an empty one."""
    vault = vault_of(self)
    if points_of(vault):
        message = "Backup vault cannot be deleted because it contains recovery points."
        raise InvalidRequestException(message)
    self.backup_backend.delete_backup_vault(vault.backup_vault_name)
    return "{}"


def start_backup_job(self: BackupResponse) -> str:
    """Of a file system that exists; done at once."""
    vault, resource = vault_of(self), self._get_param("ResourceArn")
    file_systems = efs_backends[self.current_account][self.region].file_systems_by_id.values()
    if resource not in [each.file_system_arn for each in file_systems]:
        raise ResourceNotFoundException(f"Resource {resource} does not exist")
    now = unix_time()
    arn = f"arn:aws:backup:{self.region}:{self.current_account}:recovery-point:{uuid.uuid4()}"
    points_of(vault)[arn] = {
        "RecoveryPointArn": arn,
        "BackupVaultName": vault.backup_vault_name,
        "BackupVaultArn": vault.backup_vault_arn,
        "ResourceArn": resource,
        "ResourceType": "EFS",
        "IamRoleArn": self._get_param("IamRoleArn"),
        "Status": "COMPLETED",
        "CreationDate": now,
        "CompletionDate": now,
        "BackupSizeInBytes": 0,
        "EncryptionKeyArn": vault.encryption_key_arn,
        "IsEncrypted": True,
        **({"Lifecycle": self._get_param("Lifecycle")} if self._get_param("Lifecycle") else {}),
    }
    return json.dumps({"BackupJobId": str(uuid.uuid4()), "RecoveryPointArn": arn, "CreationDate": now})


def list_recovery_points_by_backup_vault(self: BackupResponse) -> str:
    """All of a vault."""
    return json.dumps({"RecoveryPoints": list(points_of(vault_of(self)).values())})


def point_of(self: BackupResponse) -> dict[str, Any]:
    """The recovery point that a request names."""
    arn = self._get_param("recoveryPointArn")
    found = points_of(vault_of(self)).get(arn)
    if found is None:
        raise ResourceNotFoundException(f"Cannot find recovery point {arn}")
    return found


def describe_recovery_point(self: BackupResponse) -> str:
    """One of a vault."""
    return json.dumps(point_of(self))


def delete_recovery_point(self: BackupResponse) -> str:
    """Gone at once."""
    del points_of(vault_of(self))[point_of(self)["RecoveryPointArn"]]
    return "{}"


RESPONSES = (
    create_backup_vault,
    describe_backup_vault,
    delete_backup_vault,
    start_backup_job,
    list_recovery_points_by_backup_vault,
    describe_recovery_point,
    delete_recovery_point,
)
