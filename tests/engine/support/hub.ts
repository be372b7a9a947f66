import path from "node:path";
import type { InlineProgramArgs } from "@pulumi/pulumi/automation/index.js";
import { type EngineEvent, LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { afterFailure } from "./afterFailure.ts";
import { deploy, outputsOf, stackSettings } from "../../../components/index.ts";
import { type Exported, policyFaults } from "./policyFaults.ts";

/** Plain settings, as a stack file would have them. */
export type Raw = Record<string, unknown>;

const repository = path.resolve(import.meta.dirname, "..", "..", "..");
const chart = (name: string) => ({ path: path.join(repository, "local", "charts", name) });

/** The least that a stack has to say in the local environment, with the stand-in charts. */
export const settings = ({ hub, ...more }: Raw = {}): Raw => ({
  cluster: { existing: { name: "local" } },
  dataProtection: "delete",
  driver: { chart: chart("aws-efs-csi-driver") },
  ...more,
  hub: {
    database: { kind: "claim", storageClassName: "gp3" },
    chart: chart("jupyterhub"),
    signIn: { kind: "anyone" },
    ...(hub as Raw | undefined),
  },
});

/** A change that the engine made, or would make: `update kubernetes:helm.sh/v3:Release jupyterhub-hub`. */
export type Change = string;

/** What an update changes that changes what the stack remembers. */
export const remembers: readonly Change[] = [
  "update jupyterhub-efs:index:StackMemory jupyterhub: homes are protected: set dataProtection to retain or delete, run pulumi up, then pulumi destroy",
  "update jupyterhub-efs:index:JupyterHubOnEfs jupyterhub",
];

/** A stack of the program on the real engine, in the process of the test, as embedding through the Automation API is. */
export class HubStack {
  readonly stack: Stack;
  readonly #against: readonly string[];

  constructor(stack: Stack, against: readonly string[] = []) {
    this.stack = stack;
    this.#against = against;
  }

  /** @param against the rules of the policy pack that the stack breaks on purpose */
  static async open(name: string, raw: Raw, against: readonly string[] = []): Promise<HubStack> {
    const args: InlineProgramArgs = {
      stackName: name,
      projectName: "jupyterhub-efs",
      program: async () => outputsOf(await deploy(stackSettings())),
    };
    const opened = new HubStack(await LocalWorkspace.createOrSelectStack(args), against);
    await opened.stack.setConfig("aws:region", { value: process.env.AWS_REGION ?? "us-east-1" });
    await opened.say(raw);
    return opened;
  }

  /** Replaces the stack's settings. */
  async say(raw: Raw): Promise<void> {
    const old = Object.keys(await this.stack.getAllConfig()).filter((key) =>
      key.startsWith("jupyterhub-efs:"),
    );
    if (old.length > 0) await this.stack.removeAllConfig(old);
    const entries = Object.entries(raw).map(([key, value]) => [
      `jupyterhub-efs:${key}`,
      { value: typeof value === "string" ? value : JSON.stringify(value) },
    ]);
    await this.stack.setAllConfig(Object.fromEntries(entries) as Record<string, { value: string }>);
  }

  /** The settings that it has. */
  async settings(): Promise<Raw> {
    const config = await this.stack.getAllConfig();
    return Object.fromEntries(
      Object.entries(config)
        .filter(([key]) => key.startsWith("jupyterhub-efs:"))
        .map(([key, { value }]) => [key.slice("jupyterhub-efs:".length), parsed(value)]),
    );
  }

  /** The names of what the engine refuses to delete. */
  async protectedNames(): Promise<string[]> {
    const exported = await this.stack.exportStack();
    const deployment: unknown = exported.deployment;
    const { resources = [] } = deployment as { resources?: { urn: string; protect?: boolean }[] };
    return resources.filter(({ protect }) => protect === true).map(({ urn }) => nameOf(urn));
  }

  /** Deploys; gives the changes that it made and the outputs. */
  async up(): Promise<{ changes: Change[]; outputs: Record<string, unknown> }> {
    const log = changeLog();
    const { outputs } = await this.stack.up({ onEvent: log.onEvent });
    if (log.changes.length > 0) await this.#breaksNoRule();
    return {
      changes: log.changes,
      outputs: Object.fromEntries(
        Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]),
      ),
    };
  }

  /** The rules of the policy pack, in this process: the pack itself takes seconds to start, for each update. */
  async #breaksNoRule(): Promise<void> {
    const { deployment } = (await this.stack.exportStack()) as { deployment: { resources?: Exported[] } };
    const faults = policyFaults(deployment.resources ?? [], this.#against);
    if (faults.length > 0)
      throw new Error(`the stack breaks rules of the policy pack:\n${faults.join("\n")}`);
  }

  /** Deploys, and interrupts as Ctrl-C does when the first resource of a type is about to be made. */
  async upUntil(type: string): Promise<"interrupted" | "finished"> {
    const controller = new AbortController();
    const onEvent = ({ resourcePreEvent }: EngineEvent) => {
      if (resourcePreEvent?.metadata.op === "create" && resourcePreEvent.metadata.type === type)
        controller.abort();
    };
    try {
      await this.stack.up({ onEvent, signal: controller.signal });
      return "finished";
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      await afterFailure();
      return "interrupted";
    }
  }

  /** What an up would change. */
  async preview(): Promise<Change[]> {
    const log = changeLog();
    await this.stack.preview({ onEvent: log.onEvent });
    return log.changes;
  }

  /** Reads everything anew; gives what had changed behind the engine's back. */
  async refresh(): Promise<Change[]> {
    const log = changeLog();
    await this.stack.refresh({ onEvent: log.onEvent });
    return log.changes;
  }

  /** Destroys; gives when the deletion of what began and ended. */
  async destroy(): Promise<string[]> {
    const order: string[] = [];
    await this.stack.destroy({
      onEvent: ({ resourcePreEvent, resOutputsEvent }) => {
        if (resourcePreEvent) order.push(`begin ${nameOf(resourcePreEvent.metadata.urn)}`);
        if (resOutputsEvent) order.push(`end ${nameOf(resOutputsEvent.metadata.urn)}`);
      },
    });
    return order;
  }

  /** Removes whatever a test left, so that the next one starts clean. */
  async remove(): Promise<void> {
    await this.stack.cancel().catch(() => undefined);
    await this.stack.destroy();
    await this.stack.workspace.removeStack(this.stack.name);
  }
}

/** Collects everything that is not «same» or a plain read. */
function changeLog(): { changes: Change[]; onEvent: (event: EngineEvent) => void } {
  const changes: Change[] = [];
  return {
    changes,
    onEvent: ({ resourcePreEvent, resOutputsEvent }) => {
      const metadata = resourcePreEvent?.metadata;
      if (metadata !== undefined && !["same", "read", "refresh"].includes(metadata.op)) {
        changes.push(`${metadata.op} ${metadata.type} ${nameOf(metadata.urn)}`);
      }
      // A refresh says what it found only in what comes out.
      const found = resOutputsEvent?.metadata;
      if (found !== undefined && ["update", "delete"].includes(found.op) && metadata === undefined) {
        const text = `${found.op} ${found.type} ${nameOf(found.urn)}`;
        if (!changes.includes(text)) changes.push(text);
      }
    },
  };
}

/** Objects are JSON in the engine's config, texts are texts. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
