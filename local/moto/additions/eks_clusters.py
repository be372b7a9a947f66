"""EKS clusters: their network in the description, and the address of the API server that stands for all of them."""

from typing import Any

from moto.ec2 import ec2_backends
from moto.eks.exceptions import InvalidParameterException
from moto.eks.models import EKSBackend


def add_network(backend: EKSBackend, cluster: Any) -> None:
    """The VPC of the subnets, the security group that EKS makes for a cluster, and who may reach the endpoint."""
    config = cluster.resources_vpc_config
    ec2 = ec2_backends[backend.account_id][backend.region_name]
    subnets = ec2.describe_subnets(filters={"subnet-id": config.get("subnetIds") or ["none"]})
    if not subnets:
        raise InvalidParameterException(clusterName=cluster.name, message="subnets can not be empty or do not exist")
    vpc_id = subnets[0].vpc_id
    description = f"EKS created security group applied to ENI that is attached to EKS Control Plane master nodes ({cluster.name})"
    group = ec2.create_security_group(f"eks-cluster-sg-{cluster.name}", description, vpc_id=vpc_id)
    config["vpcId"], config["clusterSecurityGroupId"] = vpc_id, group.id
    config.setdefault("securityGroupIds", [])
    config.setdefault("endpointPublicAccess", True)
    config.setdefault("endpointPrivateAccess", False)
    config.setdefault("publicAccessCidrs", ["0.0.0.0/0"])


def install(endpoint: str | None, authority: str | None) -> None:
    """Every cluster is the local API server, when there is one."""
    create, delete = EKSBackend.create_cluster, EKSBackend.delete_cluster

    def create_cluster(self: EKSBackend, *values: Any, **named: Any) -> Any:
        cluster: Any = create(self, *values, **named)
        try:
            add_network(self, cluster)
        except Exception:
            delete(self, cluster.name)
            raise
        cluster.access_config = {
            "authenticationMode": "API_AND_CONFIG_MAP",
            "bootstrapClusterCreatorAdminPermissions": True,
        }
        if endpoint:
            cluster.endpoint = endpoint
        if authority:
            cluster.certificate_authority = {"data": authority}
        return cluster

    def delete_cluster(self: EKSBackend, name: str) -> Any:
        deleted: Any = delete(self, name)
        group = deleted.resources_vpc_config.get("clusterSecurityGroupId")
        ec2_backends[self.account_id][self.region_name].delete_security_group(group_id=group)
        return deleted

    EKSBackend.create_cluster = create_cluster  # type: ignore[method-assign]
    EKSBackend.delete_cluster = delete_cluster  # type: ignore[method-assign]
