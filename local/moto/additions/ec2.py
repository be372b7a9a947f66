"""EC2: a security group that an interface or another group's rule uses cannot be deleted."""

from typing import Any

from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models.security_groups import SecurityGroupBackend


def install() -> None:
    """Puts the check in front of moto's own deletion."""
    original = SecurityGroupBackend._delete_security_group

    def checked(self: Any, vpc_id: str | None, group_id: str) -> None:
        used = any(group_id in ids_of(interface) for interface in self.get_all_network_interfaces())
        if used or referenced(self, group_id):
            raise DependencyViolationError(f"resource {group_id} has a dependent object")
        original(self, vpc_id, group_id)

    SecurityGroupBackend._delete_security_group = checked  # type: ignore[method-assign]


def ids_of(interface: Any) -> set[str]:
    """The security groups of a network interface."""
    return {group.id for group in interface.group_set}


def referenced(backend: Any, group_id: str) -> bool:
    """Whether another group has a rule that names this one as its source."""
    others = (group for group in backend.describe_security_groups() if group.id != group_id)
    rules = (rule for group in others for rule in [*group.ingress_rules, *group.egress_rules])
    return any(source.get("GroupId") == group_id for rule in rules for source in rule.source_groups)
