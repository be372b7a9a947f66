import type { Output } from "@pulumi/pulumi";
import type { EngineEvent, InlineProgramArgs, Stack } from "@pulumi/pulumi/automation/index.js";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { afterFailure } from "../support/afterFailure.ts";

/** A small program; what it returns are the stack's outputs. */
export type Program = () => Promise<Record<string, Output<unknown>>> | Record<string, Output<unknown>>;

/** What the engine did: `create aws:efs/mountTarget:MountTarget a`, in order. */
export interface Result {
  readonly changes: string[];
  readonly outputs: Record<string, string>;
}

/** One stack on the real engine, whose program changes from step to step. */
export class Trial {
  readonly stack: Stack;
  readonly #use: (program: Program) => void;

  private constructor(stack: Stack, use: (program: Program) => void) {
    this.stack = stack;
    this.#use = use;
  }

  /** Runs a test on a stack of its own; afterwards nothing is left of it. */
  static async run(name: string, test: (trial: Trial) => Promise<void>): Promise<void> {
    let current: Program = () => ({});
    const args: InlineProgramArgs = {
      stackName: name,
      projectName: "aws-trial",
      program: () => Promise.resolve(current()),
    };
    const stack = await LocalWorkspace.createOrSelectStack(args);
    const trial = new Trial(stack, (program) => {
      current = program;
    });
    try {
      await test(trial);
    } catch (error) {
      // The test's own fault counts, not what follows from it.
      await stack.destroy({ remove: true }).catch(() => undefined);
      throw error;
    }
    await stack.destroy({ remove: true });
  }

  /** Makes the account what the program says. */
  async up(program: Program): Promise<Result> {
    this.#use(program);
    const { changes, onEvent } = record();
    const { outputs } = await this.stack.up({ onEvent });
    return {
      changes,
      outputs: Object.fromEntries(Object.entries(outputs).map(([k, { value }]) => [k, String(value)])),
    };
  }

  /** What an up would do. */
  async preview(program: Program): Promise<string[]> {
    this.#use(program);
    const { changes, onEvent } = record();
    await this.stack.preview({ onEvent });
    return changes;
  }

  /** Reads the account into the state; says what was found changed. */
  async refresh(): Promise<string[]> {
    const { changes, onEvent } = record();
    await this.stack.refresh({ onEvent });
    return changes;
  }

  /** The engine's words about an update that fails. */
  async failure(program: Program, operation: "up" | "preview" = "up"): Promise<string> {
    this.#use(program);
    const said: string[] = [];
    const onEvent = ({ diagnosticEvent: event }: EngineEvent) => {
      if (event?.severity === "error") said.push(event.message);
    };
    await this.stack[operation]({ onEvent }).then(
      () => {
        throw new Error(`the ${operation} did not fail`);
      },
      () => undefined,
    );
    await afterFailure();
    return said.join("\n");
  }
}

function record() {
  const changes: string[] = [];
  const onEvent = ({ resourcePreEvent: event }: EngineEvent) => {
    if (event === undefined) return;
    const { op, urn, type } = event.metadata;
    if (op !== "same" && op !== "read" && op !== "refresh" && !type.startsWith("pulumi:")) {
      changes.push(`${op} ${type.split(":").at(-1) ?? ""} ${urn.split("::").at(-1) ?? ""}`);
    }
  };
  return { changes, onEvent };
}
