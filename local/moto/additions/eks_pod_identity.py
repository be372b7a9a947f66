"""EKS pod identity associations: create, describe, list, update, delete."""

import secrets
import string
from typing import Any

from additions.eks_store import known_cluster, store_of
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.eks.exceptions import ResourceInUseException, ResourceNotFoundException
from moto.eks.responses import EKSResponse

SUMMARY = ("associationArn", "associationId", "clusterName", "namespace", "serviceAccount")


def found(self: EKSResponse) -> dict[str, Any]:
    """The association that a request names."""
    cluster, key = known_cluster(self.eks_backend, self._get_param("name")), self._get_param("associationId")
    association = store_of(self.eks_backend).associations.get(key)
    if association is None or association["clusterName"] != cluster:
        message = f"No association found with associationId: {key}"
        raise ResourceNotFoundException(clusterName=cluster, message=message)
    return association


def of_cluster(self: EKSResponse) -> list[dict[str, Any]]:
    """All associations of the cluster that a request names."""
    cluster = known_cluster(self.eks_backend, self._get_param("name"))
    return [each for each in store_of(self.eks_backend).associations.values() if each["clusterName"] == cluster]


def create_pod_identity_association(self: EKSResponse) -> ActionResult:
    """One role for a service account; the same request again makes nothing."""
    cluster = known_cluster(self.eks_backend, self._get_param("name"))
    namespace, account = self._get_param("namespace"), self._get_param("serviceAccount")
    requests = store_of(self.eks_backend).requests
    request = self._get_param("clientRequestToken")
    for other in of_cluster(self):
        if request and requests.get(other["associationId"]) == request:
            return ActionResult({"association": other})
        if (other["namespace"], other["serviceAccount"]) == (namespace, account):
            message = f"Association already exists: {other['associationId']}"
            raise ResourceInUseException(clusterName=cluster, message=message)
    key = "a-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(17))
    now = utcnow()
    association = {
        "associationArn": f"arn:aws:eks:{self.region}:{self.current_account}:podidentityassociation/{cluster}/{key}",
        "associationId": key,
        "clusterName": cluster,
        "createdAt": now,
        "disableSessionTags": self._get_param("disableSessionTags") or False,
        "modifiedAt": now,
        "namespace": namespace,
        "roleArn": self._get_param("roleArn"),
        "serviceAccount": account,
        "tags": self._get_param("tags") or {},
        "targetRoleArn": self._get_param("targetRoleArn"),
    }
    store_of(self.eks_backend).associations[key] = association
    requests[key] = request
    return ActionResult({"association": association})


def describe_pod_identity_association(self: EKSResponse) -> ActionResult:
    """As it is now."""
    return ActionResult({"association": found(self)})


def list_pod_identity_associations(self: EKSResponse) -> ActionResult:
    """A cluster's associations, of one namespace or account if asked."""
    wanted = {key: self._get_param(key) for key in ("namespace", "serviceAccount") if self._get_param(key)}
    matching = [each for each in of_cluster(self) if all(each[key] == value for key, value in wanted.items())]
    return ActionResult({"associations": [{key: each[key] for key in SUMMARY} for each in matching]})


def update_pod_identity_association(self: EKSResponse) -> ActionResult:
    """Another role, or other session tags."""
    association = found(self)
    for key in ("roleArn", "disableSessionTags", "targetRoleArn"):
        value = self._get_param(key)
        if value is not None:
            association[key] = value
    association["modifiedAt"] = utcnow()
    return ActionResult({"association": association})


def delete_pod_identity_association(self: EKSResponse) -> ActionResult:
    """Gone at once."""
    association = found(self)
    del store_of(self.eks_backend).associations[association["associationId"]]
    return ActionResult({"association": association})


RESPONSES = (
    create_pod_identity_association,
    describe_pod_identity_association,
    list_pod_identity_associations,
    update_pod_identity_association,
    delete_pod_identity_association,
)
