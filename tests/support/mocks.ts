import * as pulumi from "@pulumi/pulumi";

/**
 * Pulumi's mocks as our tests use them: what was registered, with which inputs. They do not prove parents, aliases,
 * protection or dependencies: tests/engine does.
 */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly inputs: Record<string, unknown>;
}

/** What AWS would answer to a function, by the end of its token: `getVault`. */
export type Answers = Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;

const registered: Registered[] = [];
let unknowns = false;
let answers: Answers = {};

const SECRET_SIGNATURE = "4dabf18193072939515e22adb298388d";
const secretKey = "1b47061264138c4ac30d75fd1eb44270";

/** The engine gives no id as an empty one. */
const given = (id: string | undefined): string | undefined => (id === "" ? undefined : id);

/** What the cloud would add, by type; in a preview none of it is known. */
const computed = (type: string, name: string): Record<string, unknown> => {
  switch (type) {
    case "aws:iam/role:Role":
      return { name, arn: `arn:aws:iam::123456789012:role/${name}` };
    case "aws:efs/fileSystem:FileSystem":
      return { arn: `arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/${name}` };
    case "aws:backup/vault:Vault":
      return { name: `${name}-vault` };
    case "aws:efs/mountTarget:MountTarget":
      return { ipAddress: "10.0.0.10" };
    case "kubernetes:helm.sh/v3:Release":
      return { status: { namespace: "hub", version: "4.4.0", status: "deployed" } };
    case "kubernetes:core/v1:Service":
      return {
        spec: { clusterIP: "10.96.0.10" },
        status: { loadBalancer: { ingress: [{ hostname: "lb.example.org" }] } },
      };
    default:
      return {};
  }
};

await pulumi.runtime.setMocks(
  {
    newResource: ({ type, name, inputs, custom, id }) => {
      registered.push({ type, name, custom: custom ?? false, inputs: inputs as Record<string, unknown> });
      if (unknowns) return { id: "", state: inputs as Record<string, unknown> };
      return {
        id: custom === true ? (given(id) ?? `${name}-id`) : undefined,
        state: { ...(inputs as Record<string, unknown>), ...computed(type, name) },
      };
    },
    call: ({ token, inputs }) => {
      const answer = answers[token.split(":").at(-1) ?? ""];
      if (answer === undefined) throw new Error(`no mock for ${token}`);
      try {
        return answer(inputs as Record<string, unknown>);
      } catch (error) {
        // Where the SDK looks for what the engine said.
        throw Object.assign(error as Error, { details: (error as Error).message });
      }
    },
  },
  "jupyterhub-efs",
  "test",
);

/** Makes something and waits until all of it is registered: components and resources, in order of registration. */
export async function register<T>(
  make: () => T,
  options: { readonly unknowns?: boolean; readonly answers?: Answers } = {},
): Promise<{ made: T; all: Registered[] }> {
  registered.length = 0;
  unknowns = options.unknowns ?? false;
  answers = options.answers ?? {};
  try {
    const made = make();
    await settled();
    return { made, all: [...registered] };
  } finally {
    unknowns = false;
  }
}

/** Mocks answer within the process, so nothing is under way any more once many turns passed without a registration. */
async function settled(): Promise<void> {
  for (let quiet = 0, count = -1; quiet < 25; quiet = registered.length === count ? quiet + 1 : 0) {
    count = registered.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The custom resources among them, as `type name`, sorted. */
export const resources = (all: readonly Registered[]): string[] =>
  all
    .filter(({ custom }) => custom)
    .map(({ type, name }) => `${type.replace(/^.*:/, "")} ${name}`)
    .sort();

/** The inputs of one resource. */
export function inputsOf(all: readonly Registered[], type: string, name: string): Record<string, unknown> {
  const found = all.filter((one) => one.type.endsWith(`:${type}`) && one.name === name);
  if (found[0] === undefined || found.length > 1) {
    throw new Error(`${found.length} of ${type} ${name} in:\n${resources(all).join("\n")}`);
  }
  return found[0].inputs;
}

/** Whether a registered input is a secret, as the engine gets it. */
export const isSecretInput = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (value as Record<string, unknown>)[SECRET_SIGNATURE] === secretKey;

/** What an output holds. An unknown one never resolves: mocha's time limit tells. */
export const valueOf = <T>(output: pulumi.Output<T>): Promise<T> =>
  new Promise((resolve) => output.apply(resolve));
