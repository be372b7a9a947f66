"""The simulated AWS of the local environment: moto, and what stock moto lacks of EFS, EKS, EC2, IAM, Backup and Cloud Control.

Listens on 127.0.0.1 only. See RULES.md for every addition with its source.
"""

import argparse

from additions import backup, cloudcontrol, ec2, efs, eks, failures, iam
from moto.server import main


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="the loopback port to listen on")
    return parser.parse_args()


if __name__ == "__main__":
    port = parse().port
    for part in (backup, cloudcontrol, ec2, efs, eks, iam, failures):
        part.install()
    main(["--host", "127.0.0.1", "--port", str(port)])
