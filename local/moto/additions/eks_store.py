"""What the additions to EKS remember, one store a backend: moto's reset makes new backends, and so new stores."""

from dataclasses import dataclass, field
from typing import Any

from moto.eks.exceptions import ResourceNotFoundException
from moto.eks.models import EKSBackend


@dataclass
class Store:
    """Add-ons by cluster and name, associations by id, and the tokens of the requests that made them by ARN and id."""

    addons: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    associations: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: dict[str, str | None] = field(default_factory=dict)


def store_of(backend: EKSBackend) -> Store:
    """The store of a backend."""
    if not hasattr(backend, "local_store"):
        backend.local_store = Store()  # type: ignore[attr-defined]
    return backend.local_store  # type: ignore[attr-defined]


def known_cluster(backend: EKSBackend, name: str) -> str:
    """The name of a cluster that exists."""
    if name not in backend.clusters:
        raise ResourceNotFoundException(clusterName=name, message=f"No cluster found for name: {name}.")
    return name
