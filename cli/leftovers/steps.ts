import { awsCommands, ID } from "./awsCommands.ts";
import type { Exported, Recorded } from "./exported.ts";
import { line } from "./shell.ts";

/** What to do about something that was being made when the engine was killed. */
export interface Step {
  readonly type: string;
  readonly name: string;
  /** Prints the id of what was made, or nothing. */
  readonly look: string;
  /** What to do when it printed one, which belongs in the place of `ID`. */
  readonly then: string;
  readonly does: "import" | "remove";
}

/** One step for each thing that may be there and is not in the state. */
export function stepsOf({ recorded, cut }: Exported): Step[] {
  const urns = new Set(recorded.map(({ urn }) => urn));
  const steps = cut.flatMap((resource) => {
    const step = stepOf(resource, recorded);
    // What is in the stack by now was made by a later update, if there can be one only.
    return step === undefined || (step.does === "import" && urns.has(resource.urn)) ? [] : [step];
  });
  // An update that was killed often notes the same thing often.
  return [...new Map(steps.map((step) => [`${step.type} ${step.name} ${step.look}`, step])).values()];
}

function stepOf(cut: Recorded, recorded: readonly Recorded[]): Step | undefined {
  const { type, inputs } = cut;
  const what = { type, name: nameOf(cut) };
  if (type === "kubernetes:helm.sh/v3:Release") {
    const { name, namespace } = inputs as { name: string; namespace: string };
    const selector = `owner=helm,name=${name}`;
    const look = line(
      "kubectl",
      "get",
      "secrets",
      "--namespace",
      namespace,
      "--selector",
      selector,
      "--output",
      "name",
    );
    return { ...what, look, then: importing(cut, `${namespace}/${name}`), does: "import" };
  }
  if (type.startsWith("kubernetes:")) return { ...what, ...objectStep(cut), does: "import" };
  const commands = awsCommands[type]?.(cut, recorded);
  if (commands === undefined) return undefined;
  const { look, remove, importId = ID } = commands;
  return remove === undefined
    ? { ...what, look, then: importing(cut, importId), does: "import" }
    : { ...what, look, then: remove, does: "remove" };
}

/** Any object of Kubernetes goes by its name. */
function objectStep(cut: Recorded): Pick<Step, "look" | "then"> {
  const { apiVersion, kind, metadata } = cut.inputs as {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string };
  };
  const { name, namespace } = metadata;
  // kubectl takes a kind as Kind.version.group, and one of the core group as its kind.
  const [version = "", group] = apiVersion.split("/").reverse();
  const place = namespace === undefined ? [] : ["--namespace", namespace];
  const what = group === undefined ? kind : `${kind}.${version}.${group}`;
  return {
    look: line("kubectl", "get", what, name, ...place, "--ignore-not-found", "--output", "name"),
    then: importing(cut, namespace === undefined ? name : `${namespace}/${name}`),
  };
}

/** https://www.pulumi.com/docs/iac/cli/commands/pulumi_import/ */
const importing = (cut: Recorded, id: string): string =>
  line(
    ...["pulumi", "import", cut.type, nameOf(cut), id],
    ...["--parent", `parent=${cut.parent}`],
    // Behind its URN a provider has its own id.
    ...["--provider", `provider=${cut.provider.slice(0, cut.provider.lastIndexOf("::"))}`],
    ...["--protect=false", "--generate-code=false", "--yes"],
  );

const nameOf = ({ urn }: Recorded): string => urn.slice(urn.lastIndexOf("::") + 2);
