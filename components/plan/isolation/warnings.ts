import { UserMode } from "../../settings/choices.ts";
import { valueAt } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { NFS_PORT } from "../network.ts";
import { overridesOf } from "../overrides.ts";
import type { Site } from "../site.ts";
import { METADATA } from "./addresses.ts";
import { companionWarnings } from "./companions.ts";
import { fileWarnings } from "./files.ts";
import { isGiven } from "./given.ts";
import { mentionedTraits } from "./mentionedTraits.ts";
import { chartBlocksMetadata } from "./podSecurity.ts";
import { roleWarnings } from "./roles.ts";
import { rootImageWarnings } from "./rootImages.ts";
import { serviceAccounts } from "./serverRole.ts";

/** What is known of the cluster's network. Without the VPC's ranges nothing was looked up, and nothing is judged. */
export type NetworkPlace = Pick<Site, "networkPolicy" | "vpcCidrs">;

type Warn = (
  settings: Pick<Settings, "userMode" | "provisioning" | "homeDirectory" | "usernames" | "hub">,
  place: NetworkPlace,
) => readonly string[];

/** What weakens the walls between a server and the homes of others, and is taken all the same. */
export const isolationWarnings: Warn = (settings, place) =>
  [
    open,
    unenforced,
    metadata,
    accounts,
    python,
    secretValues,
    ownPolicies,
    freeImages,
    rootImageWarnings,
    chownedElsewhere,
    otherTools,
    companionWarnings,
    roles,
    letIn,
    fileWarnings,
  ].flatMap((warn) => warn(settings, place));

const when = (condition: boolean, ...warnings: readonly string[]): readonly string[] =>
  condition ? warnings : [];

const open: Warn = ({ hub }) =>
  when(
    !hub.blockNfs,
    `hub.blockNfs: false: nothing in a server's own pod keeps its user from port ${NFS_PORT} of the mount targets, nor from the credentials of EKS Pod Identity; only network policies, where they are enforced, and the file system's policy do.`,
  );

/** What the chart's policy would hold back, by what else there is. */
const unenforced: Warn = ({ hub }, { networkPolicy, vpcCidrs }) => {
  if (networkPolicy === true || vpcCidrs === undefined) return [];
  const how =
    networkPolicy === false
      ? "the add-on vpc-cni has enableNetworkPolicy off: unless another plugin enforces network policies, they are ignored"
      : "whether the cluster enforces network policies is not known; if it does not, they are ignored";
  const what = hub.blockNfs
    ? `Then servers reach each other, the nodes and everything else in the VPC, but for NFS (port ${NFS_PORT}) and what hub.blockNfs closes in the pod itself.`
    : `Then, with hub.blockNfs: false, whoever has a server reaches port ${NFS_PORT} of every mount target, and everything else in the VPC.`;
  return [`${how}. ${what} docs/isolation.md says how to switch it on.`];
};

const metadata: Warn = ({ hub }, { networkPolicy }) =>
  when(
    !chartBlocksMetadata(hub.values),
    `hub.values.singleuser.cloudMetadata.blockWithIptables is off: ${
      networkPolicy === true ? "only the network policy keeps" : "nothing that we know of keeps"
    } users from ${METADATA.ipv4}, and so from the role of their node.`,
  );

const accounts: Warn = ({ hub }) =>
  serviceAccounts(hub.values).map(
    ({ path }) =>
      `${path}: users get what that service account may do, in the cluster and in AWS: with rights on pods or claims of the namespace, they could mount each other's homes.`,
  );

const python: Warn = ({ hub }) =>
  mentionedTraits(hub.values).map(
    ({ path, trait }) =>
      `${path}: it names ${trait}, which our settings decide; Python is not looked into, and has the last word.`,
  );

const secretValues: Warn = ({ hub }) =>
  when(
    isGiven(valueAt(hub.values, ["hub", "existingSecret"])),
    "hub.values.hub.existingSecret: values in that Secret are not looked into, and have the last word over those that are.",
  );

const ownPolicies: Warn = ({ hub }) =>
  [
    ["hub", "networkPolicy", "enabled"],
    ["proxy", "chp", "networkPolicy", "enabled"],
  ].flatMap((path) =>
    when(
      valueAt(hub.values, path) === false,
      `hub.values.${path.join(".")}: false: every pod of the cluster reaches it; its tokens alone keep them out.`,
    ),
  );

/** An image of a user's own need not drop from root to them. */
const freeImages: Warn = ({ hub, userMode }) =>
  when(
    userMode === UserMode.Root && overridesOf(hub.values).some(({ override }) => isFree(override)),
    "hub.values.singleuser.profileList: users may name an image of their own, which in root mode starts as root.",
  );

/** What start.sh gives to the user as root, before it drops to them. */
const chownedElsewhere: Warn = ({ hub, userMode }) =>
  when(
    userMode === UserMode.Root && isGiven(valueAt(hub.values, ["singleuser", "extraEnv", "CHOWN_EXTRA"])),
    "hub.values.singleuser.extraEnv.CHOWN_EXTRA: users own what it names, in their server alone; programs that start.sh runs as root must not be in it.",
  );

/** The script that closes NFS runs in it. */
const otherTools: Warn = ({ hub }) =>
  when(
    hub.blockNfs && isGiven(valueAt(hub.values, ["singleuser", "networkTools", "image", "name"])),
    "hub.values.singleuser.networkTools.image.name: it closes NFS in servers, as root of their pods: it has to be a mirror of the chart's own, with sh, iptables and ip6tables. Without them no server starts.",
  );

const roles: Warn = ({ hub }) => roleWarnings(hub.values);

/** https://z2jh.jupyter.org/en/stable/resources/reference.html#singleuser-networkpolicy */
const letIn: Warn = ({ hub }) => {
  const policy = ["singleuser", "networkPolicy"];
  const past = "users' servers past the proxy: the tokens of the servers alone keep them out.";
  return [
    ...when(
      isGiven(valueAt(hub.values, [...policy, "ingress"])),
      `hub.values.singleuser.networkPolicy.ingress: whom it lets in reaches ${past}`,
    ),
    ...when(
      valueAt(hub.values, [...policy, "interNamespaceAccessLabels"]) === "accept",
      `hub.values.singleuser.networkPolicy.interNamespaceAccessLabels: accept: pods of other namespaces that have the label reach ${past}`,
    ),
  ];
};

const isFree = (override: HelmValues): boolean =>
  typeof override.image === "string" && override.image.includes("{value}");
