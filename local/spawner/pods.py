"""Prints what the real KubeSpawner makes for users, without a hub and without a cluster.

Standard input: a list of hubs, each {"namespace": …, "values": the chart's, "servers": [{"user": …, "server"?: …, "admin"?: …, "options"?: …}]}.
Standard output: for each hub a list, with for each server {"user": the name as JupyterHub has it, "pod": …, "claim": …}, or
{"refused": why} where JupyterHub takes no such name, or {"failed": why} where no server would start.
"""

import asyncio
import json
import logging
import sys
from types import SimpleNamespace

from configuration import configuration
from jupyterhub.auth import Authenticator
from jupyterhub.utils import maybe_future
from kubernetes_asyncio.client import ApiClient
from kubespawner import KubeSpawner, spawner as kubespawner

# There is no cluster: nothing looks for one, and nothing is asked of it.
kubespawner.load_config = lambda **_: None
kubespawner.shared_client = lambda _: None

HUB = SimpleNamespace(
    public_host="", url="http://hub:8081/hub/", base_url="/hub/", api_url="http://hub:8081/hub/api"
)


def plain(model):
    """An object of the client library as the API server would get it."""
    return ApiClient.sanitize_for_serialization(NOTHING, model)


# It looks at the model alone; a real client would want a loop and a session.
NOTHING = ApiClient.__new__(ApiClient)


async def made(c, authenticator, server):
    # What JupyterHub does to a name before a spawner sees it.
    name = authenticator.normalize_username(server["user"])
    if not authenticator.validate_username(name):
        return {"refused": "JupyterHub takes no such name"}
    user = SimpleNamespace(
        name=name, id=1, url=f"/user/{name}/", admin=server.get("admin", False), escaped_name=name
    )
    spawner = KubeSpawner(
        _mock=True,
        config=c,
        hub=HUB,
        user=user,
        orm_spawner=SimpleNamespace(name=server.get("server", ""), server=None),
        user_options=server.get("options", {}),
    )
    # As JupyterHub does before a start: what a user may choose by its API.
    await spawner._run_apply_user_options(spawner.user_options)
    await spawner.load_user_options()
    pod = await spawner.get_pod_manifest()
    if spawner.modify_pod_hook:
        pod = await maybe_future(spawner.modify_pod_hook(spawner, pod))
    claim = {"claim": plain(spawner.get_pvc_manifest())} if spawner.storage_pvc_ensure else {}
    return {"user": name, "pod": plain(pod), **claim}


async def tried(c, authenticator, server):
    try:
        return await made(c, authenticator, server)
    except Exception as error:
        return {"failed": repr(error)}


async def answer(asked):
    authenticator = Authenticator()
    try:
        c = configuration(asked["values"], asked["namespace"])
    except Exception as error:
        return [{"failed": repr(error)} for _ in asked["servers"]]
    return [await tried(c, authenticator, server) for server in asked["servers"]]


async def answers(hubs):
    return [await answer(asked) for asked in hubs]


logging.disable(logging.CRITICAL)
json.dump(asyncio.run(answers(json.load(sys.stdin))), sys.stdout)
