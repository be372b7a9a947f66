"""EFS mount targets: the VPC's default group when none is given, groups of the same VPC, the zone of a One Zone file system, the interface."""

from typing import Any

from moto.efs.exceptions import EFSError, SecurityGroupLimitExceeded, SecurityGroupNotFound
from moto.efs.models import EFSBackend

GROUP_LIMIT = 5


class AvailabilityZonesMismatch(EFSError):
    """A One Zone file system has its mount target in its own zone."""

    code = 400

    def __init__(self, own: str, asked: str) -> None:
        super().__init__("AvailabilityZonesMismatch", f"The file system is in {own}, the subnet in {asked}")


def check_groups(backend: EFSBackend, vpc_id: str, groups: list[str]) -> None:
    """At most five groups, all of them of the subnet's VPC."""
    if len(groups) > GROUP_LIMIT:
        raise SecurityGroupLimitExceeded("The maximum number of security groups per interface has been reached.")
    known = {group.id for group in backend.ec2_backend.describe_security_groups() if group.vpc_id == vpc_id}
    for group in groups:
        if group not in known:
            raise SecurityGroupNotFound(group)


def describe_interface(backend: EFSBackend, target: Any) -> None:
    """The interface of a mount target says whose it is; nobody but EFS may change it."""
    interface = backend.ec2_backend.get_network_interface(target.network_interface_id)
    interface.description = f"EFS mount target for {target.file_system_id} ({target.mount_target_id})"
    interface.requester_id, interface.requester_managed = "EFS", True
    interface.status = "in-use"


def install() -> None:
    """Puts the checks in front of moto's own functions."""
    create, modify = EFSBackend.create_mount_target, EFSBackend.modify_mount_target_security_groups

    def checked_create(
        self: EFSBackend,
        file_system_id: str,
        subnet_id: str,
        ip_address: str | None = None,
        security_groups: list[str] | None = None,
    ) -> Any:
        file_system = self.file_systems_by_id.get(file_system_id)
        subnets = self.ec2_backend.describe_subnets(filters={"subnet-id": [subnet_id]})
        if file_system is None or not subnets:
            return create(self, file_system_id, subnet_id, ip_address, security_groups)
        subnet, zone = subnets[0], file_system.availability_zone_name
        if zone and zone != subnet.availability_zone:
            raise AvailabilityZonesMismatch(zone, subnet.availability_zone)
        default = self.ec2_backend.get_security_group_from_name("default", subnet.vpc_id)
        groups = security_groups or [default.id]
        check_groups(self, subnet.vpc_id, groups)
        target = create(self, file_system_id, subnet_id, ip_address, groups)
        describe_interface(self, target)
        return target

    def checked_modify(self: EFSBackend, mount_target_id: str, security_groups: list[str]) -> None:
        target = self.mount_targets_by_id.get(mount_target_id)
        if target is not None:
            check_groups(self, target.vpc_id, security_groups)
        modify(self, mount_target_id, security_groups)

    EFSBackend.create_mount_target = checked_create  # type: ignore[method-assign]
    EFSBackend.modify_mount_target_security_groups = checked_modify  # type: ignore[method-assign]
