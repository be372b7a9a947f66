"""EKS add-ons: create, describe, list, update, delete."""

import uuid
from typing import Any

from additions.eks_store import known_cluster, store_of
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.eks.exceptions import InvalidParameterException, ResourceInUseException, ResourceNotFoundException
from moto.eks.responses import EKSResponse

# The version that a new add-on gets unless one is asked for.
VERSIONS = {
    "aws-ebs-csi-driver": "v1.48.0-eksbuild.1",
    "aws-efs-csi-driver": "v2.1.11-eksbuild.1",
    "coredns": "v1.12.3-eksbuild.1",
    "eks-pod-identity-agent": "v1.3.8-eksbuild.2",
    "kube-proxy": "v1.34.0-eksbuild.2",
    "metrics-server": "v0.8.0-eksbuild.2",
    "vpc-cni": "v1.20.1-eksbuild.3",
}


def found(self: EKSResponse) -> dict[str, Any]:
    """The add-on that a request names."""
    cluster, name = known_cluster(self.eks_backend, self._get_param("name")), self._get_param("addonName")
    addon = store_of(self.eks_backend).addons.get((cluster, name))
    if addon is None:
        message = f"No addon: {name} found in cluster: {cluster}"
        raise ResourceNotFoundException(clusterName=cluster, addonName=name, message=message)
    return addon


def create_addon(self: EKSResponse) -> ActionResult:
    """Active at once; the same request again makes nothing."""
    cluster, name = known_cluster(self.eks_backend, self._get_param("name")), self._get_param("addonName")
    addons = store_of(self.eks_backend).addons
    if name not in VERSIONS:
        raise InvalidParameterException(clusterName=cluster, addonName=name, message=f"Addon {name} specified is not supported")
    requests, request = store_of(self.eks_backend).requests, self._get_param("clientRequestToken")
    known = addons.get((cluster, name))
    if known and request and requests.get(known["addonArn"]) == request:
        return ActionResult({"addon": known})
    if known:
        raise ResourceInUseException(clusterName=cluster, addonName=name, message="Addon already exists.")
    arn = f"arn:aws:eks:{self.region}:{self.current_account}:addon/{cluster}/{name}/{uuid.uuid4()}"
    now = utcnow()
    addons[(cluster, name)] = {
        "addonName": name,
        "addonArn": arn,
        "addonVersion": self._get_param("addonVersion") or VERSIONS[name],
        "clusterName": cluster,
        "configurationValues": self._get_param("configurationValues"),
        "createdAt": now,
        "health": {"issues": []},
        "modifiedAt": now,
        "serviceAccountRoleArn": self._get_param("serviceAccountRoleArn"),
        "status": "ACTIVE",
        "tags": self._get_param("tags") or {},
    }
    requests[arn] = request
    return ActionResult({"addon": addons[(cluster, name)]})


def describe_addon(self: EKSResponse) -> ActionResult:
    """As it is now."""
    return ActionResult({"addon": found(self)})


def list_addons(self: EKSResponse) -> ActionResult:
    """The names of a cluster's add-ons."""
    cluster = known_cluster(self.eks_backend, self._get_param("name"))
    return ActionResult({"addons": [name for owner, name in store_of(self.eks_backend).addons if owner == cluster]})


def update_addon(self: EKSResponse) -> ActionResult:
    """Done at once."""
    addon = found(self)
    for key in ("addonVersion", "configurationValues", "serviceAccountRoleArn"):
        value = self._get_param(key)
        if value is not None:
            addon[key] = value
    addon["modifiedAt"] = utcnow()
    update = {"id": str(uuid.uuid4()), "status": "Successful", "type": "AddonUpdate", "params": [], "errors": []}
    return ActionResult({"update": {**update, "createdAt": addon["modifiedAt"]}})


def delete_addon(self: EKSResponse) -> ActionResult:
    """Gone at once."""
    addon = found(self)
    del store_of(self.eks_backend).addons[(addon["clusterName"], addon["addonName"])]
    return ActionResult({"addon": {**addon, "status": "DELETING"}})


RESPONSES = (create_addon, describe_addon, list_addons, update_addon, delete_addon)
