"""IAM: of the policies that AWS manages, those of EKS, EFS and Backup alone, for a fast start; policies have to be JSON."""

import json
from typing import Any

from additions import iam_simulation
from moto.iam import models
from moto.iam.exceptions import MalformedPolicyDocument
from moto.iam.models import AWSManagedPolicy, IAMBackend

PREFIXES = (
    "AmazonEFSCSI",
    "AmazonEBSCSI",
    "AmazonEKS",
    "AmazonEC2ContainerRegistry",
    "AmazonElasticFileSystem",
    "AWSBackupServiceRolePolicyFor",
)


def install() -> None:
    """Loads the few managed policies, and checks a role's trust policy."""

    def few(self: IAMBackend) -> list[Any]:
        known = json.loads(models.aws_managed_policies_data)
        return [
            AWSManagedPolicy.from_data(name, self.account_id, self.region_name, data)
            for name, data in known.items()
            if name.startswith(PREFIXES)
        ]

    iam_simulation.install()
    IAMBackend._init_aws_policies = few  # type: ignore[method-assign]
    original = IAMBackend.create_role

    def create_role(self: IAMBackend, role_name: str, assume_role_policy_document: str, *rest: Any, **named: Any) -> Any:
        try:
            json.loads(assume_role_policy_document)
        except (TypeError, ValueError) as fault:
            raise MalformedPolicyDocument("This policy contains invalid Json") from fault
        return original(self, role_name, assume_role_policy_document, *rest, **named)

    IAMBackend.create_role = create_role  # type: ignore[method-assign]
