"""AWS Backup selections: what a plan backs up, and as whom."""

import json
import re
import uuid
from typing import Any

from additions.backup_plans import plan_of
from moto.backup.exceptions import (
    InvalidParameterValueException,
    ResourceNotFoundException,
)
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.iam.models import iam_backends

SERVICE = "backup.amazonaws.com"
MADE = ("SelectionId", "BackupPlanId", "CreationDate")


def check_role(account: str, arn: str) -> None:
    """AWS Backup has to be trusted by the role."""
    roles = {role.arn: role for role in iam_backends[account]["aws"].roles.values()}
    if arn not in roles or SERVICE not in roles[arn].assume_role_policy_document:
        raise InvalidParameterValueException(f"IAM Role {arn} cannot be assumed by AWS Backup")


def selections_of(self: BackupResponse) -> dict[str, dict[str, Any]]:
    """The selections of the plan that a request names."""
    plan_id = self._get_param("backupPlanId")
    try:
        return plan_of(self.backup_backend, plan_id).local_selections
    except ResourceNotFoundException as fault:
        raise InvalidParameterValueException(f"Cannot find Backup plan with ID {plan_id}") from fault


def create_backup_selection(self: BackupResponse) -> str:
    """As asked for; the same request again makes nothing."""
    selections, wanted = selections_of(self), self._get_param("BackupSelection")
    request = self._get_param("CreatorRequestId")
    for known in selections.values():
        if request and known["CreatorRequestId"] == request:
            return json.dumps({name: known[name] for name in MADE})
    if not re.fullmatch(r"[\w.-]{1,50}", wanted.get("SelectionName") or ""):
        raise InvalidParameterValueException(f"Selection name {wanted.get('SelectionName')} is not valid")
    check_role(self.current_account, wanted.get("IamRoleArn"))
    key, plan_id = str(uuid.uuid4()), self._get_param("backupPlanId")
    made = {"SelectionId": key, "BackupPlanId": plan_id, "CreationDate": unix_time()}
    selections[key] = {**made, "BackupSelection": wanted, "CreatorRequestId": request}
    return json.dumps(made)


def get_backup_selection(self: BackupResponse) -> str:
    """As it was asked for."""
    found = selections_of(self).get(self._get_param("selectionId"))
    if found is None:
        raise ResourceNotFoundException(f"Cannot find selection {self._get_param('selectionId')}")
    return json.dumps(found)


def list_backup_selections(self: BackupResponse) -> str:
    """Those of a plan."""
    shown = [
        {
            **{key: each[key] for key in MADE},
            **{key: each["BackupSelection"].get(key) for key in ("SelectionName", "IamRoleArn")},
        }
        for each in selections_of(self).values()
    ]
    return json.dumps({"BackupSelectionsList": shown})


def delete_backup_selection(self: BackupResponse) -> str:
    """Once."""
    selections, key = selections_of(self), self._get_param("selectionId")
    if key not in selections:
        raise InvalidParameterValueException(f"Cannot find selection {key}")
    del selections[key]
    return "{}"


RESPONSES = (create_backup_selection, get_backup_selection, list_backup_selections, delete_backup_selection)
