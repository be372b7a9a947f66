"""EFS: the calls that stock moto has not, and the refusals that it leaves out."""

from additions import efs_access_points, efs_file_systems, efs_mount_targets, efs_policies, efs_replication


def install() -> None:
    """Puts everything of EFS in."""
    for part in (efs_file_systems, efs_policies, efs_replication, efs_access_points, efs_mount_targets):
        part.install()
