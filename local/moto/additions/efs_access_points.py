"""EFS access points: one a client token, on a file system that exists, and deleted once."""

import re
from typing import Any

from moto.efs.exceptions import AccessPointNotFound, BadRequest, EFSError, FileSystemNotFound
from moto.efs.models import EFSBackend


class AccessPointAlreadyExists(EFSError):
    """The client token was used before."""

    code = 409

    def __init__(self, access_point_id: str) -> None:
        super().__init__("AccessPointAlreadyExists", f"Access point already exists: {access_point_id}")


def check_root(root: dict[str, Any]) -> None:
    """An absolute path of at most 100 characters and four levels, with octal permissions."""
    path = root.get("Path") or "/"
    if not re.fullmatch(r"(/|(/(?!\.)[^$#<>;`|&?{}^*/\n]+){1,4})", path) or len(path) > 100:
        raise BadRequest(f"Invalid root directory path: {path}")
    info = root.get("CreationInfo")
    if info and not re.fullmatch(r"[0-7]{3,4}", info.get("Permissions", "")):
        raise BadRequest("Invalid permissions")


def install() -> None:
    """Puts the checks in front of moto's own functions."""
    create, delete = EFSBackend.create_access_point, EFSBackend.delete_access_point

    def checked_create(self: EFSBackend, client_token: str, **named: Any) -> Any:
        if named["file_system_id"] not in self.file_systems_by_id:
            raise FileSystemNotFound(named["file_system_id"])
        for point in self.access_points.values():
            if client_token and point.client_token == client_token:
                raise AccessPointAlreadyExists(point.access_point_id)
        check_root(named["root_directory"] or {})
        return create(self, client_token, **named)

    def checked_delete(self: EFSBackend, access_point_id: str) -> None:
        if access_point_id not in self.access_points:
            raise AccessPointNotFound(access_point_id)
        delete(self, access_point_id)

    EFSBackend.create_access_point = checked_create  # type: ignore[method-assign]
    EFSBackend.delete_access_point = checked_delete  # type: ignore[method-assign]
