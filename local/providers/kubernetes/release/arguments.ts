import { isProperties, type Properties } from "../../engine/values.ts";
import { textAt } from "../cluster/manifest.ts";

/** Helm's own default is the provider's too. */
export const defaultTimeoutSeconds = 300;

const flags = (inputs: Properties, names: Readonly<Record<string, string>>): string[] =>
  Object.entries(names).flatMap(([input, flag]) => (inputs[input] === true ? [flag] : []));

const options = (inputs: Properties, names: Readonly<Record<string, string>>): string[] =>
  Object.entries(names).flatMap(([input, option]) => {
    const value = inputs[input];
    return typeof value === "string" && value !== "" ? [`${option}=${value}`] : [];
  });

/** Which chart: a path, a name with its repository, or a reference as it is. */
export function chartArguments(inputs: Properties): string[] {
  const repository = isProperties(inputs.repositoryOpts) ? inputs.repositoryOpts : {};
  const files = options(repository, {
    caFile: "--ca-file",
    certFile: "--cert-file",
    keyFile: "--key-file",
    repo: "--repo",
  });
  return [
    textAt(inputs, "chart") ?? "",
    ...files,
    ...options(inputs, { version: "--version", keyring: "--keyring" }),
    ...flags(inputs, { devel: "--devel", verify: "--verify" }),
  ];
}

const waiting = (inputs: Properties): string[] => {
  const { timeout = defaultTimeoutSeconds } = inputs;
  const wait =
    inputs.skipAwait === true ? [] : ["--wait", ...flags(inputs, { waitForJobs: "--wait-for-jobs" })];
  return [`--timeout=${Number(timeout) > 0 ? Number(timeout) : defaultTimeoutSeconds}s`, ...wait];
};

const both = (inputs: Properties): string[] => [
  `--namespace=${textAt(inputs, "namespace") ?? ""}`,
  // The values come on standard input: they may hold secrets, and a command line is for all to see.
  "--values=-",
  ...waiting(inputs),
  ...options(inputs, { description: "--description", postrender: "--post-renderer" }),
  ...flags(inputs, {
    atomic: "--atomic",
    dependencyUpdate: "--dependency-update",
    disableOpenapiValidation: "--disable-openapi-validation",
    renderSubchartNotes: "--render-subchart-notes",
    skipCrds: "--skip-crds",
    takeOwnership: "--take-ownership",
  }),
];

/** The command that makes a release. */
export const installArguments = (inputs: Properties): string[] => [
  "install",
  textAt(inputs, "name") ?? "",
  ...chartArguments(inputs),
  ...both(inputs),
  ...flags(inputs, {
    createNamespace: "--create-namespace",
    disableWebhooks: "--no-hooks",
    replace: "--replace",
  }),
];

/** The command that brings a release to other inputs. */
export const upgradeArguments = (inputs: Properties): string[] => [
  "upgrade",
  textAt(inputs, "name") ?? "",
  ...chartArguments(inputs),
  ...both(inputs),
  // The provider keeps every revision unless told otherwise.
  `--history-max=${Number(inputs.maxHistory ?? 0)}`,
  ...flags(inputs, {
    cleanupOnFail: "--cleanup-on-fail",
    disableCRDHooks: "--no-hooks",
    forceUpdate: "--force",
    recreatePods: "--recreate-pods",
    resetValues: "--reset-values",
    reuseValues: "--reuse-values",
  }),
];

/** The command that ends a release. */
export function uninstallArguments(inputs: Properties): string[] {
  const waits = inputs.atomic === true || inputs.skipAwait !== true;
  const wait = waits ? ["--wait", ...waiting({ ...inputs, skipAwait: true })] : [];
  return [
    "uninstall",
    textAt(inputs, "name") ?? "",
    `--namespace=${textAt(inputs, "namespace") ?? ""}`,
    ...wait,
  ];
}
