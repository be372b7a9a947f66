"""The Cloud Control API, which stock moto has not: it reads EFS file systems as CloudFormation sees them, and nothing else."""

import json
import re
import sys
from types import SimpleNamespace
from typing import Any

from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.exceptions import JsonRESTError
from moto.core.responses import BaseResponse
from moto.efs.models import EFSBackend, FileSystem, efs_backends

FILE_SYSTEM = "AWS::EFS::FileSystem"
HOST = r"https?://cloudcontrolapi\.(.+)\.amazonaws\.com"


class NotFound(JsonRESTError):
    """There is no such resource."""

    def __init__(self, type_name: str, identifier: str) -> None:
        message = f"Resource of type '{type_name}' with identifier '{identifier}' was not found."
        super().__init__("ResourceNotFoundException", message)


class NotImitated(JsonRESTError):
    """A type that this simulation does not read."""

    def __init__(self, type_name: str) -> None:
        super().__init__("UnsupportedActionException", f"the simulated AWS reads {FILE_SYSTEM} alone, not {type_name}")


def properties(backend: EFSBackend, found: FileSystem) -> dict[str, Any]:
    """The properties by CloudFormation's names; what a file system does not have is left out."""
    shown = found.info_json()
    same = ("FileSystemId", "Encrypted", "KmsKeyId", "PerformanceMode", "ThroughputMode", "AvailabilityZoneName")
    optional = {
        **{name: shown.get(name) for name in same},
        "ProvisionedThroughputInMibps": shown.get("ProvisionedThroughputInMibps"),
        "FileSystemPolicy": json.loads(found.file_system_policy) if found.file_system_policy else None,
    }
    return {
        **{name: value for name, value in optional.items() if value is not None},
        "Arn": found.file_system_arn,
        "BackupPolicy": found.backup_policy or {"Status": "DISABLED"},
        "FileSystemProtection": shown["FileSystemProtection"],
        "FileSystemTags": backend.list_tags_for_resource(found.file_system_id),
        "LifecyclePolicies": found.lifecycle_policies,
    }


class CloudControlBackend(BaseBackend):
    """Has no state of its own."""

    @property
    def _url_module(self) -> Any:
        return SimpleNamespace(url_bases=[HOST], url_paths={"{0}/$": CloudControlResponse.dispatch})


class CloudControlResponse(BaseResponse):
    """The one call."""

    def __init__(self) -> None:
        super().__init__(service_name="cloudcontrol")

    def get_resource(self) -> str:
        """A file system of this region."""
        type_name, identifier = self._get_param("TypeName"), self._get_param("Identifier")
        if type_name != FILE_SYSTEM:
            raise NotImitated(type_name)
        backend = efs_backends[self.current_account][self.region]
        if identifier not in backend.file_systems_by_id:
            raise NotFound(type_name, identifier)
        shown = json.dumps(properties(backend, backend.file_systems_by_id[identifier]))
        description = {"Identifier": identifier, "Properties": shown}
        return json.dumps({"TypeName": type_name, "ResourceDescription": description})


cloudcontrol_backends = BackendDict(CloudControlBackend, "cloudcontrol")


def install() -> None:
    """Makes it one of moto's services, under the name by which moto looks for its module."""
    sys.modules["moto.cloudcontrol"] = sys.modules[__name__]
    backend_index.backend_url_patterns.append(("cloudcontrol", re.compile(HOST)))
