"""EKS: add-ons, pod identity associations, and a cluster's network and address in its description."""

import os
from typing import Any

from additions import eks_addons, eks_clusters, eks_pod_identity
from additions.eks_store import store_of
from moto.eks import urls
from moto.eks.models import EKSBackend
from moto.eks.responses import EKSResponse

PATHS = (
    "addons$",
    "addons/(?P<addonName>[^/]+)$",
    "addons/(?P<addonName>[^/]+)/update$",
    "pod-identity-associations$",
    "pod-identity-associations/(?P<associationId>[^/]+)$",
)


def tagged(backend: EKSBackend, arn: str) -> dict[str, str] | None:
    """The tags of an add-on or an association; none: the ARN is of something that moto knows itself."""
    things = [*store_of(backend).addons.values(), *store_of(backend).associations.values()]
    return next((thing["tags"] for thing in things if arn in (thing.get("addonArn"), thing.get("associationArn"))), None)


def install() -> None:
    """Puts everything of EKS in."""
    for path in PATHS:
        urls.url_paths["{0}/clusters/(?P<name>[^/]+)/" + path] = urls.response.dispatch
    for response in (*eks_addons.RESPONSES, *eks_pod_identity.RESPONSES):
        setattr(EKSResponse, response.__name__, response)
    eks_clusters.install(os.environ.get("LOCAL_KUBERNETES_ENDPOINT"), os.environ.get("LOCAL_KUBERNETES_CA"))
    tag, untag = EKSBackend.tag_resource, EKSBackend.untag_resource

    def tag_resource(self: EKSBackend, resource_arn: str, tags: dict[str, str]) -> None:
        known = tagged(self, resource_arn)
        if known is None:
            tag(self, resource_arn, tags)
        else:
            known.update(tags)

    def untag_resource(self: EKSBackend, resource_arn: str, tag_keys: Any) -> None:
        known = tagged(self, resource_arn)
        if known is None:
            untag(self, resource_arn, tag_keys)
            return
        for key in tag_keys if isinstance(tag_keys, list) else [tag_keys]:
            known.pop(key, None)

    EKSBackend.tag_resource = tag_resource  # type: ignore[method-assign]
    EKSBackend.untag_resource = untag_resource  # type: ignore[method-assign]
