import type { Fault } from "../settings/fault.ts";
import { Identity, Provisioning } from "../settings/choices.ts";
import type { HelmValues } from "../settings/settings.ts";
import { decidedTraits, podFields, spawnerSections, startVariables } from "./decidedTraits.ts";
import { ROLE_ANNOTATION } from "./driver.ts";
import { partsWithRole, type RoleSettings } from "./identity/roles.ts";
import { isRecord, leaves, valueAt } from "../settings/path.ts";
import { isolationRows } from "./isolation/valueRows.ts";
import { profileFaults } from "./profiles.ts";
import { show } from "../settings/show.ts";
import { valuesAt, type Written } from "./valuesAt.ts";

/** A value that would undo the storage, the identity or the isolation of homes without contradicting what we set. */
export interface Forbidden {
  readonly path: string;
  readonly because: string;
  readonly fix: string;
  /** Which values are meant; any, unless said. */
  readonly when?: (value: unknown) => boolean;
}

const LEAVE_OUT = "leave it out";
const DECIDED = `${LEAVE_OUT}: \`userMode\`, \`posix\`, \`provisioning\` and \`hub.grantSudo\` decide it`;

const RENAMES = { because: "renames objects that are looked up by their name", fix: LEAVE_OUT };

const forbiddenInHub: readonly Forbidden[] = [
  ...podFields.map(({ field, fix = LEAVE_OUT, ...row }) => ({
    ...row,
    path: `singleuser.extraPodConfig.${field}`,
    fix,
  })),
  ...startVariables.map(({ field, fix = DECIDED, ...row }) => ({
    ...row,
    path: `singleuser.extraEnv.${field}`,
    fix,
  })),
  ...spawnerSections.flatMap((section) => [
    ...decidedTraits.map(({ field, fix = DECIDED, ...row }) => ({
      ...row,
      path: `hub.config.${section}.${field}`,
      fix,
    })),
    {
      path: `hub.config.${section}.environment`,
      because: "replaces `singleuser.extraEnv` whole, and with it what start.sh has to know",
      fix: "write the variables into `hub.values.singleuser.extraEnv`",
    },
    {
      path: `hub.config.${section}.profile_list`,
      because: "replaces `singleuser.profileList` unchecked",
      fix: "write the profiles into `hub.values.singleuser.profileList`",
    },
  ]),
  ...isolationRows,
  // The chart's own defaults: for the first, null means the release's name.
  { ...RENAMES, path: "fullnameOverride", when: (name) => name !== "" },
  { ...RENAMES, path: "nameOverride", when: (name) => name !== "" && name !== null },
  {
    path: "global.safeToShowValues",
    because: "prints secrets",
    fix: LEAVE_OUT,
    when: (value) => value !== false && value !== null,
  },
];

/** What the user's values may not hold, but for what is managed anyway (a contradiction there is told apart). */
export const forbiddenHubValues = (values: HelmValues, managed: HelmValues): Fault[] => [
  ...forbiddenInHub.flatMap((forbidden) => check(values, forbidden, "hub.values", managed)),
  ...profileFaults(values, DECIDED),
];

export const forbiddenDriverValues = (settings: RoleSettings): Fault[] =>
  [...tagsOfAccessPoints(settings), ...otherRoles(settings)].flatMap((forbidden) =>
    check(settings.driver.values, forbidden, "driver.values"),
  );

/** The controller's own role takes any tag; a role of somebody else's has most likely AWS's managed policy. */
const tagsOfAccessPoints = ({ provisioning, identity }: RoleSettings): Forbidden[] =>
  provisioning === Provisioning.Static || identity !== Identity.None
    ? []
    : [
        {
          path: "controller.tags",
          because: "makes AWS's managed policy refuse every new access point",
          fix: `${LEAVE_OUT}, or choose an \`identity\`, whose role takes any tag`,
          when: (tags) => tags !== null && (!isRecord(tags) || Object.keys(tags).length > 0),
        },
      ];

/** Pods look for a role of their token first, or second: beside the one that the agent hands out, nobody can tell. */
const otherRoles = (settings: RoleSettings): Forbidden[] =>
  settings.identity === Identity.PodIdentity
    ? partsWithRole(settings).map((part) => ({
        path: `${part}.serviceAccount.annotations`,
        because: `gives the pods another role than \`identity\` does (${ROLE_ANNOTATION})`,
        fix: `${LEAVE_OUT}, or say \`identity: none\` and give the driver its roles yourself`,
        when: (annotations) => isRecord(annotations) && ROLE_ANNOTATION in annotations,
      }))
    : [];

function check(
  values: HelmValues,
  { path, because, fix, when = () => true }: Forbidden,
  root: string,
  managed: HelmValues = {},
): Fault[] {
  const steps = path.split(".");
  return valuesAt(values, steps, root)
    .filter(
      (written) => when(written.value) && !isManaged(written, `${root}.${path}`, valueAt(managed, steps)),
    )
    .map((written) => ({
      path: written.path,
      rule: `may not be set, because it ${because}`,
      got: show(written.value, written.path),
      fix,
    }));
}

/** Nothing in it goes beyond what we set at the very same place. */
const isManaged = ({ path, value }: Written, place: string, managed: unknown): boolean =>
  managed !== undefined &&
  path === place &&
  (!isRecord(managed) || [...leaves(value)].every((leaf) => valueAt(managed, leaf.path) !== undefined));
