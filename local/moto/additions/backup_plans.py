"""AWS Backup plans: what a rule may say, changes of a plan, and deletion only after its selections."""

import json
import re
import zoneinfo
from copy import deepcopy
from typing import Any

from moto.backup.exceptions import (
    AlreadyExistsException,
    InvalidParameterValueException,
    InvalidRequestException,
    ResourceNotFoundException,
)
from moto.backup.models import BackupBackend, Plan
from moto.backup.responses import BackupResponse

LONGEST_DAYS = 36_500
COLD_DAYS = 90
SHORTEST_START = 60


def refuse(rule: dict[str, Any], why: str) -> None:
    """In the form in which AWS blames a rule."""
    raise InvalidParameterValueException(f"Error in rule {rule.get('RuleName')} : {why}")


def check_schedule(rule: dict[str, Any]) -> None:
    """A cron expression of six fields, of which one of the two for the day is a question mark."""
    schedule = rule.get("ScheduleExpression")
    match = schedule and re.fullmatch(r"cron\(([\w*/,?#-]+(?: [\w*/,?#-]+){5})\)", schedule)
    if schedule and (not match or match[1].split()[2::2][:2].count("?") != 1):
        refuse(rule, f"Invalid ScheduleExpression. {schedule} is not a valid cron expression")
    zone, zones = rule.get("ScheduleExpressionTimezone"), zoneinfo.available_timezones()
    if zone and zones and zone not in zones:
        refuse(rule, f"Invalid ScheduleExpressionTimezone. {zone} is not a time zone")


def check_lifecycle(rule: dict[str, Any]) -> None:
    """Within a hundred years, and ninety days in cold storage at least."""
    lifecycle = rule.get("Lifecycle") or {}
    cold, deleted = lifecycle.get("MoveToColdStorageAfterDays"), lifecycle.get("DeleteAfterDays")
    for name, days in (("MoveToColdStorageAfterDays", cold), ("DeleteAfterDays", deleted)):
        if days is not None and days != -1 and not 1 <= days <= LONGEST_DAYS:
            refuse(rule, f"Invalid lifecycle. {name} cannot be less than 1 or more than {LONGEST_DAYS} days")
    if (cold or -1) > 0 and (deleted or -1) > 0 and deleted < cold + COLD_DAYS:
        apart = f"cannot be less than {COLD_DAYS} days apart from MoveToColdStorageAfterDays"
        refuse(rule, f"Invalid lifecycle. DeleteAfterDays {apart}")
    if (cold or -1) > 0 and rule.get("EnableContinuousBackup"):
        refuse(rule, "Invalid lifecycle. MoveToColdStorageAfterDays is unavailable")


def check(backend: BackupBackend, plan: dict[str, Any]) -> None:
    """Every rule of a plan."""
    if not re.fullmatch(r"[\w.-]{1,50}", plan.get("BackupPlanName") or ""):
        raise InvalidParameterValueException(f"Backup plan name {plan.get('BackupPlanName')} is not valid")
    if not plan.get("Rules"):
        raise InvalidParameterValueException("A backup plan needs a rule")
    for rule in plan["Rules"]:
        if not re.fullmatch(r"[\w.-]{1,50}", rule.get("RuleName") or ""):
            refuse(rule, "Invalid rule name")
        if rule.get("TargetBackupVaultName") not in backend.vaults:
            refuse(rule, f"Backup vault {rule.get('TargetBackupVaultName')} does not exist")
        if rule.get("StartWindowMinutes") is not None and rule["StartWindowMinutes"] < SHORTEST_START:
            refuse(rule, f"Invalid StartWindowMinutes. It cannot be less than {SHORTEST_START} minutes")
        check_schedule(rule)
        check_lifecycle(rule)


def plan_of(backend: BackupBackend, plan_id: str) -> Any:
    """A plan that was not deleted."""
    plan = backend.plans.get(plan_id)
    if plan is None or plan.deletion_date is not None:
        raise ResourceNotFoundException("Failed reading Backup plan with provided version")
    return plan


def create_backup_plan(self: BackupResponse) -> str:
    """A second one of the very same document is refused; the same request again makes nothing."""
    backend, document = self.backup_backend, self._get_param("BackupPlan")
    request = self._get_param("CreatorRequestId")
    for plan in backend.plans.values():
        if request and plan.creator_request_id == request:
            return json.dumps(plan.to_dict())
    check(backend, document)
    if any(plan.local_document == document for plan in backend.plans.values()):  # type: ignore[attr-defined]
        raise AlreadyExistsException("Backup plan with the same plan document already exists")
    made: Any = Plan(deepcopy(document), request, backend)
    made.local_document, made.local_selections = document, {}
    backend.plans[made.backup_plan_id] = made
    backend.tag_resource(made.backup_plan_arn, self._get_param("BackupPlanTags") or {})
    return json.dumps(made.to_dict())


def get_backup_plan(self: BackupResponse) -> str:
    """The current version."""
    return json.dumps(plan_of(self.backup_backend, self._get_param("backupPlanId")).to_get_dict())


def update_backup_plan(self: BackupResponse) -> str:
    """Another document under the same id, which makes another version."""
    plan = plan_of(self.backup_backend, self._get_param("backupPlanId"))
    document = self._get_param("BackupPlan")
    check(self.backup_backend, document)
    anew: Any = Plan(deepcopy(document), plan.creator_request_id, self.backup_backend)
    plan.local_document, plan.backup_plan, plan.version_id = document, anew.backup_plan, anew.version_id
    plan.advanced_backup_settings = anew.advanced_backup_settings
    return json.dumps(plan.to_dict())


def delete_backup_plan(self: BackupResponse) -> str:
    """Only when no selection is left."""
    plan = plan_of(self.backup_backend, self._get_param("backupPlanId"))
    if plan.local_selections:
        message = "Related backup plan selections must be deleted prior to backup plan deletion"
        raise InvalidRequestException(message)
    del self.backup_backend.plans[plan.backup_plan_id]
    return json.dumps(plan.to_dict())


RESPONSES = (create_backup_plan, get_backup_plan, update_backup_plan, delete_backup_plan)
