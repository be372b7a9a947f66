"""AWS Backup: tags, selections, recovery points, changes of plans, and the refusals that stock moto leaves out."""

import json

from additions import backup_plans, backup_selections, backup_vaults
from moto.backup import urls
from moto.backup.responses import BackupResponse

PATHS = (
    "backup-jobs$",
    "backup-vaults/(?P<name>[^/]+)/recovery-points/$",
    "backup-vaults/(?P<name>[^/]+)/recovery-points/(?P<arn>.+)$",
)


def list_tags(self: BackupResponse) -> str:
    """Stock moto takes the ARN from the wrong part of the address."""
    return json.dumps({"Tags": self.backup_backend.list_tags(self._get_param("resourceArn"))})


def install() -> None:
    """Puts everything of AWS Backup in."""
    BackupResponse.list_tags = list_tags  # type: ignore[method-assign]
    for path in PATHS:
        urls.url_paths["{0}/" + path] = BackupResponse.dispatch
    for part in (backup_plans, backup_selections, backup_vaults):
        for response in part.RESPONSES:
            setattr(BackupResponse, response.__name__, response)
