"""IAM: what a role's own policies allow, without conditions."""

from typing import Any

from moto.core.responses import ActionResult
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.iam.responses import IamResponse


def decision(policies: list[IAMPolicy], action: str, resource: str) -> str:
    """A denial wins, and what nothing allows is denied as well."""
    results = [policy.is_action_permitted(action, resource) for policy in policies]
    if PermissionResult.DENIED in results:
        return "explicitDeny"
    return "allowed" if PermissionResult.PERMITTED in results else "implicitDeny"


def simulate_principal_policy(self: IamResponse) -> Any:
    """For a role alone: by its inline policies and those that are attached."""
    role = self.backend.get_role(self._get_param("PolicySourceArn").split("/")[-1])
    documents = [*role.policies.values(), *role.managed_policies.values()]
    policies = [IAMPolicy(document) for document in documents]
    return ActionResult(
        {
            "IsTruncated": False,
            "EvaluationResults": [
                {"EvalActionName": action, "EvalResourceName": resource, "EvalDecision": decision(policies, action, resource)}
                for action in self._get_param("ActionNames", [])
                for resource in self._get_param("ResourceArns", ["*"])
            ],
        }
    )


def install() -> None:
    """Puts the call in."""
    IamResponse.simulate_principal_policy = simulate_principal_policy  # type: ignore[attr-defined]
