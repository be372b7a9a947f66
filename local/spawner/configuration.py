"""KubeSpawner's configuration out of the chart's values: a stand-in of the file with which the chart starts the hub.

It does what decides about volumes, mounts, identities and hooks, by the same names and in the same order: values of
`singleuser`, then volumes, then `hub.config`, then `hub.extraConfig` in the order of its keys. Not here: scheduling, labels,
resources, services, secrets, and the container that blocks the metadata service.
https://z2jh.jupyter.org/en/stable/resources/reference.html
"""

from traitlets.config import Config

# What the chart's own values file says where nobody else does.
CHART = {
    "uid": 1000,
    "fsGid": 100,
    "allowPrivilegeEscalation": False,
    "cmd": "jupyterhub-singleuser",
    "storage": {
        "type": "dynamic",
        "homeMountPath": "/home/jovyan",
        "capacity": "10Gi",
        "static": {"pvcName": None, "subPath": "{username}"},
        "dynamic": {
            "storageClass": None,
            "pvcNameTemplate": None,
            "volumeNameTemplate": "volume-{user_server}",
            "storageAccessModes": ["ReadWriteOnce"],
            "subPath": None,
        },
    },
}


def merged(default, given):
    """Helm's way: mappings merge, all else replaces, and null takes a default away."""
    if not isinstance(default, dict) or not isinstance(given, dict):
        return given
    keys = [*default, *(key for key in given if key not in default)]
    both = {
        key: merged(default.get(key), given[key]) if key in given else default[key]
        for key in keys
    }
    return {
        key: value for key, value in both.items() if not (key in given and value is None)
    }


def by_key(extra, key_of):
    """The chart takes a mapping, or a list that it gives keys to."""
    if isinstance(extra, list):
        return {key_of(index, item): item for index, item in enumerate(extra)}
    return extra or {}


def configuration(values, namespace):
    c = Config()
    user = merged(CHART, values.get("singleuser", {}))
    c.KubeSpawner.namespace = namespace
    for trait, key in (
        ("uid", "uid"),
        ("fs_gid", "fsGid"),
        ("service_account", "serviceAccountName"),
        ("init_containers", "initContainers"),
        ("extra_containers", "extraContainers"),
        ("environment", "extraEnv"),
        ("profile_list", "profileList"),
        ("extra_pod_config", "extraPodConfig"),
    ):
        if user.get(key) is not None:
            c.KubeSpawner[trait] = user[key]
    c.KubeSpawner.allow_privilege_escalation = user.get("allowPrivilegeEscalation")
    image = user.get("image", {})
    c.KubeSpawner.image = f"{image.get('name')}:{image.get('tag')}"
    c.Spawner.cmd = user.get("cmd")
    volumes(c, user["storage"])
    for section, settings in values.get("hub", {}).get("config", {}).items():
        c[section].update(settings)
    for _, code in sorted(values.get("hub", {}).get("extraConfig", {}).items()):
        exec(code, {"c": c})
    return c


def volumes(c, storage):
    volumes, mounts = {}, {}
    home = {"mountPath": storage["homeMountPath"]}
    if storage["type"] == "static":
        static = storage["static"]
        claim = {"claimName": static["pvcName"]}
        volumes["home"] = {"name": "home", "persistentVolumeClaim": claim}
        mounts["home"] = {**home, "name": "home", "subPath": static["subPath"]}
    elif storage["type"] == "dynamic":
        dynamic = storage["dynamic"]
        if dynamic.get("pvcNameTemplate"):
            c.KubeSpawner.pvc_name_template = dynamic["pvcNameTemplate"]
        c.KubeSpawner.storage_pvc_ensure = True
        c.KubeSpawner.storage_capacity = storage["capacity"]
        c.KubeSpawner.storage_access_modes = dynamic["storageAccessModes"]
        if dynamic.get("storageClass") is not None:
            c.KubeSpawner.storage_class = dynamic["storageClass"]
        name = dynamic["volumeNameTemplate"]
        claim = {"claimName": "{pvc_name}"}
        volumes[name] = {"name": name, "persistentVolumeClaim": claim}
        mounts[name] = {**home, "name": name, "subPath": dynamic.get("subPath")}
    volumes.update(by_key(storage.get("extraVolumes"), lambda _, item: item["name"]))
    mounts.update(
        by_key(storage.get("extraVolumeMounts"), lambda index, item: f"{index}-{item['name']}")
    )
    c.KubeSpawner.volumes = volumes
    c.KubeSpawner.volume_mounts = mounts
