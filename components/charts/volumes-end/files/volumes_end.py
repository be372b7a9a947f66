"""Ends the volumes that the EFS CSI driver made for the users of a hub that is gone, and waits until the driver has.

They are kept when their claims go (reclaim policy Retain). With Delete, the driver deletes the access point of each, and
then the volume. No file is deleted by that, unless the driver was told to: then nothing is touched.
https://kubernetes.io/docs/tasks/administer-cluster/change-pv-reclaim-policy/
"""

import json
import os
import ssl
import sys
import time
from urllib.error import HTTPError
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"
# Seconds in which at least one volume has to go: the driver's calls to EFS can be throttled, and are tried again.
PATIENCE = 600

hub_namespace = os.environ["HUB_NAMESPACE"]


def call(path, body=None):
    """Asks the API server, as the pod's own service account."""
    host, port = os.environ["KUBERNETES_SERVICE_HOST"], os.environ["KUBERNETES_SERVICE_PORT"]
    host = f"[{host}]" if ":" in host else host
    with open(f"{ACCOUNT}/token", encoding="ascii") as token:
        headers = {"Authorization": f"Bearer {token.read().strip()}"}
    if body is not None:
        headers["Content-Type"] = "application/merge-patch+json"
    request = Request(
        f"https://{host}:{port}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers=headers,
        method="GET" if body is None else "PATCH",
    )
    tls = ssl.create_default_context(cafile=f"{ACCOUNT}/ca.crt")
    # A proxy that the image may name knows no API server.
    with build_opener(ProxyHandler({}), HTTPSHandler(context=tls)).open(request, timeout=30) as answer:
        return json.load(answer)


def ask(path, body=None):
    """The answer, None for what is not there. An API server that is busy or away for a while is asked again."""
    for seconds in (1, 2, 4, 8, 16, 32, None):
        try:
            return call(path, body)
        except OSError as error:
            code = error.code if isinstance(error, HTTPError) else None
            if code == 404:
                return None
            is_refusal = code is not None and code not in (408, 429) and code < 500
            if is_refusal or seconds is None:
                raise
            print(f"{error}; asking again", flush=True)
            time.sleep(seconds)


def volumes_left():
    """The volumes of the hub's users."""

    def is_ours(spec):
        return (
            spec.get("storageClassName") == os.environ["STORAGE_CLASS"]
            and spec.get("csi", {}).get("driver") == os.environ["DRIVER"]
            and spec.get("claimRef", {}).get("namespace") == hub_namespace
        )

    found = ask("/api/v1/persistentvolumes")["items"]
    return {volume["metadata"]["name"]: volume["spec"] for volume in found if is_ours(volume["spec"])}


def why_not():
    """Why the driver must not, or cannot, end them; None: it can."""
    namespace, name = os.environ["CONTROLLER_NAMESPACE"], os.environ["CONTROLLER"]
    deployment = ask(f"/apis/apps/v1/namespaces/{namespace}/deployments/{name}")
    if deployment is None:
        return f"there is no driver to end them (deployment {namespace}/{name})"
    for container in deployment["spec"]["template"]["spec"]["containers"]:
        for word in container.get("command", []) + container.get("args", []):
            flag, _, value = word.lstrip("-").partition("=")
            if flag == "delete-access-point-root-dir" and value.lower() not in ("false", "f", "0"):
                return f"the driver would delete the homes with them (deployment {namespace}/{name} has {word})"
    return None


def is_there():
    namespace = ask(f"/api/v1/namespaces/{hub_namespace}")
    return namespace is not None and "deletionTimestamp" not in namespace["metadata"]


def main():
    if is_there():
        return print(f"the namespace {hub_namespace} is there, and its volumes are in use: nothing is ended")
    left = volumes_left()
    reason = why_not() if left else None
    if reason is not None:
        sys.exit(f"{len(left)} volumes stay: {reason}")
    for name, spec in left.items():
        if spec["persistentVolumeReclaimPolicy"] != "Delete":
            ask(f"/api/v1/persistentvolumes/{name}", {"spec": {"persistentVolumeReclaimPolicy": "Delete"}})
    last_seen, since = len(left), time.monotonic()
    while left:
        print(f"waiting for the driver to end {len(left)} volumes", flush=True)
        time.sleep(2)
        left = volumes_left()
        if len(left) < last_seen:
            last_seen, since = len(left), time.monotonic()
        elif time.monotonic() - since > PATIENCE:
            names = ", ".join(sorted(left)[:10])
            sys.exit(f"the driver ends no volume any more, and {len(left)} are left ({names}): see its log")
    return print("no volume of the hub is left")


main()
