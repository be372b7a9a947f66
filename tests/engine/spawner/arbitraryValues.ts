import fc from "fast-check";
import { mergeValues } from "../../../components/plan/mergeValues.ts";
import type { HelmValues } from "../../../components/settings/settings.ts";
import type { Asked } from "./spawner.ts";

/** `a.b.c` and a value, as nested mappings. */
const at = (path: string, value: unknown): HelmValues =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as HelmValues;

const snake = (key: string): string => key.replace(/[A-Z]+/g, (upper) => `_${upper.toLowerCase()}`);
/** An item whose fields are in camelCase or in snake_case. */
const either = (item: Record<string, unknown>) =>
  fc
    .boolean()
    .map((inSnake) =>
      inSnake ? Object.fromEntries(Object.entries(item).map(([key, value]) => [snake(key), value])) : item,
    );
/** Items as a list, or as a mapping. */
const listed = (item: fc.Arbitrary<Record<string, unknown>>, keys: readonly string[]) =>
  fc.oneof(
    fc.array(item, { minLength: 1, maxLength: 2 }),
    fc.tuple(fc.constantFrom(...keys), item).map(([key, one]) => ({ [key]: one })),
    fc.constant(null),
  );

const text = fc.constantFrom(
  ...["hub", "home", "efs-homes", "efs-homes-plain", "hub-db-dir", "shared-course", "data", "readers"],
  ...["{username}", "{servername}", "{user_server}", "data-{username}", "home-{username}", "e{servername}"],
  ...["{unescaped_username}", "{value}", "home-{servername}", "volume-{user_server}", "h{servername}", ""],
);
const directory = fc.constantFrom(
  ...["", ".", "/", "_data", "_course", "_data/{username}", "home-alice", "home-{username}/x"],
  ...["{username}", "{servername}", "home-{username:.1}", "_{servername}", "../x", "data", "$(HOME)"],
);
const place = fc.constantFrom(
  "/x",
  "/home/jovyan",
  "/home/jovyan/",
  "/home",
  "/home/jovyan/data",
  "/x/../home/",
);

const volume = fc
  .tuple(
    text,
    fc.oneof(
      text.map((claimName) => ({ persistentVolumeClaim: { claimName } })),
      text.map((secretName) => ({ secret: { secretName } })),
      text.map((name) => ({ projected: { sources: [{ secret: { name } }] } })),
      fc.constantFrom<Record<string, unknown>>(
        { hostPath: { path: "/" } },
        { nfs: { server: "10.0.0.1", path: "/" } },
        { csi: { driver: "efs.csi.aws.com" } },
        { emptyDir: {} },
        { emptyDir: {} },
      ),
    ),
  )
  .chain(([name, source]) => either({ name, ...source }));
const mount = fc
  .tuple(text, place, directory, fc.constantFrom({}, { readOnly: true }, { readOnly: false }), fc.boolean())
  .chain(([name, mountPath, subPath, readOnly, isExpression]) =>
    either({ name, mountPath, [isExpression ? "subPathExpr" : "subPath"]: subPath, ...readOnly }),
  );

const container = { name: "own", image: "own:1", command: ["true"] };
const reference = text.map((name) => ({ valueFrom: { secretKeyRef: { name, key: "k" } } }));
const podField = fc.constantFrom(
  ...["initContainers", "init_containers", "volumes", "containers", "securityContext", "security_context"],
  ...["hostPID", "host_pid", "hostNetwork", "host_ipc", "serviceAccountName", "service_account_name"],
  ...["automountServiceAccountToken", "shareProcessNamespace", "nodeName", "priorityClassName"],
);
const containerField = fc.constantFrom(
  ...["securityContext", "security_context", "volumeMounts", "volume_mounts", "env", "envFrom", "env_from"],
  ...["command", "args", "image", "workingDir"],
);
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, null, true, false, 0, [], {}, "x", [{ secretRef: { name: "hub" } }]),
  text,
);

/** A trait of KubeSpawner's, under its name or one of old, and a value. */
const trait = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...["uid", "gid", "fs_gid", "privileged", "allow_privilege_escalation", "container_security_context"],
      ...["volumes", "volume_mounts", "init_containers", "environment", "service_account", "env_keep"],
      ...["storage_class", "pvc_name", "namespace", "extra_containers", "supplemental_gids", "mem_limit"],
      ...["singleuser_uid", "singleuser_service_account", "singleuser_init_containers", "working_dir"],
      ...["user_storage_class", "user_storage_pvc_ensure", "singleuser_extra_pod_config", "default_url"],
      ...["modify_pod_hook", "automount_service_account_token", "pod_name_template", "profile_list"],
    ),
    anything,
  ),
  fc.tuple(fc.constant("extra_pod_config"), fc.dictionary(podField, anything, { minKeys: 1, maxKeys: 2 })),
  fc.tuple(fc.constant("extra_container_config"), fc.dictionary(containerField, anything, { minKeys: 1 })),
  fc.tuple(
    fc.constant("environment"),
    reference.map((X) => ({ X })),
  ),
  fc.tuple(
    fc.constant("apply_user_options"),
    fc
      .constantFrom(
        "extra_pod_config",
        "environment",
        "service_account",
        "mem_limit",
        "singleuser_uid",
        "default_url",
      )
      .map((p) => ({ p })),
  ),
);

const piece: fc.Arbitrary<HelmValues> = fc.oneof(
  fc
    .tuple(fc.constantFrom("KubeSpawner", "Spawner", "Configurable"), trait)
    .map(([section, [name, value]]) => at(`hub.config.${section}.${name}`, value)),
  trait.map(([name, value]) =>
    at("singleuser.profileList", [{ display_name: "p", slug: "p", kubespawner_override: { [name]: value } }]),
  ),
  trait.map(([name, value]) =>
    at("singleuser.profileList", [
      {
        display_name: "p",
        slug: "p",
        profile_options: {
          o: {
            display_name: "o",
            unlisted_choice: { enabled: true, display_name: "o", kubespawner_override: { [name]: value } },
          },
        },
      },
    ]),
  ),
  fc.tuple(podField, anything).map(([field, value]) => at(`singleuser.extraPodConfig.${field}`, value)),
  listed(volume, ["home", "volume-{user_server}", "x"]).map((given) =>
    at("singleuser.storage.extraVolumes", given),
  ),
  fc
    .tuple(listed(mount, ["home", "volume-{user_server}", "x"]), text)
    .map(([mounts, name]) =>
      mergeValues(
        at("singleuser.storage.extraVolumeMounts", mounts),
        at("singleuser.storage.extraVolumes", [{ name, emptyDir: {} }]),
      ),
    ),
  fc
    .constantFrom<unknown>([container], null, { own: container }, [{ ...container, name: "block-nfs" }], [])
    .map((given) => at("singleuser.initContainers", given)),
  text.map((name) => at("singleuser.serviceAccountName", name)),
  fc
    .tuple(fc.constantFrom("NB_UID", "CHOWN_HOME", "A"), fc.oneof(fc.constantFrom("0", null), reference))
    .map(([name, value]) => at(`singleuser.extraEnv.${name}`, value)),
);

/** A hub's values, of which many are refused: nulls, both ways of writing, templates, names of old, lists and mappings. */
export const hubValues: fc.Arbitrary<HelmValues> = fc
  .array(piece, { minLength: 1, maxLength: 3 })
  .map((pieces) => mergeValues(...pieces));

/** What a user asks for by the hub's API, who wants more than there is for them. */
const options = {
  profile: "p",
  "o--unlisted-choice": "hub",
  p: { hostPID: true, NB_UID: "0", volumes: [{ name: "n", hostPath: { path: "/" } }] },
};

/** Servers of users with names like others' homes and claims. */
export const servers: readonly Asked[] = [
  { user: "alice", options },
  { user: "home-alice", options },
  { user: "a", server: "fs-homes", options },
  { user: "ub", server: "ub", options: { profile: "p" } },
  { user: "bob", server: "hub" },
  { user: "efs-homes" },
];
