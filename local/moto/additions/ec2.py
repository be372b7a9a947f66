"""EC2: a security group in use cannot be deleted; a rule keeps its description whatever its source is."""

from typing import Any

from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models.security_groups import SecurityGroupBackend, SecurityGroupRule


def install() -> None:
    """Puts the check in front of moto's own deletion, and completes rules."""
    install_rules()
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
    return any(rule.source_group.get("GroupId") == group_id for rule in rules)


def install_rules() -> None:
    """Stock moto knows the description of a CIDR alone, and cannot change the other kinds of sources."""
    original = SecurityGroupBackend.modify_security_group_rules

    def description(self: SecurityGroupRule) -> str | None:
        return self.ip_range.get("Description") or self.source_group.get("Description")

    def modify(self: Any, group_id: str, rules: dict[str, dict[str, Any]]) -> None:
        original(self, group_id, {key: with_ports(rule) for key, rule in rules.items()})
        group = self.get_security_group_by_name_or_id(group_id)
        for key, rule in rules.items():
            complete(group.get_rule(key), rule)

    SecurityGroupRule.description = property(description)  # type: ignore[assignment, method-assign]
    SecurityGroupBackend.modify_security_group_rules = modify  # type: ignore[method-assign]


def with_ports(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule for every protocol has no ports, but stock moto asks for them."""
    return {"FromPort": -1, "ToPort": -1, **rule} if rule.get("IpProtocol") == "-1" else rule


def complete(known: Any, rule: dict[str, Any]) -> None:
    """Changes what stock moto leaves as it was: other sources, and a description that is no longer there."""
    known.ip_range.pop("Description", None)
    known.source_group.pop("Description", None)
    if rule.get("ReferencedGroupId"):
        known.source_group["GroupId"] = rule["ReferencedGroupId"]
    if rule.get("CidrIpv6"):
        known.ip_range["CidrIpv6"] = rule["CidrIpv6"]
    if rule.get("Description"):
        (known.source_group or known.ip_range)["Description"] = rule["Description"]
