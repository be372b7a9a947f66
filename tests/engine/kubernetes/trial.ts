import { execa } from "execa";
import {
  type EngineEvent,
  LocalWorkspace,
  type PulumiFn,
  type Stack,
} from "@pulumi/pulumi/automation/index.js";
import { afterFailure } from "../support/afterFailure.ts";

/** What the engine did to one resource: `create-replacement claim`. */
export type Step = string;

/** Makes resources; what it gives, if it is a plain object, are the outputs. */
export type Program = () => object | undefined;

function asPulumiFn(program: Program): PulumiFn {
  return () => {
    const outputs = program();
    const plain = outputs !== undefined && Object.getPrototypeOf(outputs) === Object.prototype;
    return Promise.resolve(plain ? (outputs as Record<string, unknown>) : {});
  };
}

/** A small stack whose program a test writes, and writes anew. */
export class Trial {
  readonly stack: Stack;
  readonly #name: string;

  private constructor(stack: Stack, name: string) {
    this.stack = stack;
    this.#name = name;
  }

  static async open(name: string): Promise<Trial> {
    const program = (): Promise<void> => Promise.resolve();
    return new Trial(
      await LocalWorkspace.createOrSelectStack({ stackName: name, projectName: "rules", program }),
      name,
    );
  }

  /** Brings the stack to a program; gives the steps in their order, and the outputs. */
  async up(program: Program): Promise<{ steps: Step[]; outputs: Record<string, unknown> }> {
    this.stack.workspace.program = asPulumiFn(program);
    const { steps, onEvent } = recorder();
    const { outputs } = await this.stack.up({ onEvent });
    const plain = Object.entries(outputs).map(([name, { value }]) => [name, value as unknown]);
    return { steps, outputs: Object.fromEntries(plain) as Record<string, unknown> };
  }

  /** As {@link up}, for a program that cannot be brought about; gives what a person is told. */
  async failing(program: Program): Promise<string> {
    this.stack.workspace.program = asPulumiFn(program);
    return told((onEvent) => this.stack.up({ onEvent }));
  }

  async preview(program: Program): Promise<Step[]> {
    this.stack.workspace.program = asPulumiFn(program);
    const { steps, onEvent } = recorder();
    await this.stack.preview({ onEvent });
    return steps;
  }

  /** What had changed behind the engine's back. */
  async refresh(): Promise<Step[]> {
    const { steps, onEvent } = recorder();
    await this.stack.refresh({ onEvent });
    return steps;
  }

  /** The whole state, as it is kept: the Automation API would show its secrets. */
  async state(): Promise<string> {
    const words = ["stack", "export", "--stack", this.#name];
    return (await execa("pulumi", words, { cwd: this.stack.workspace.workDir })).stdout;
  }

  async remove(): Promise<void> {
    this.stack.workspace.program = () => Promise.resolve();
    await this.stack.destroy();
    await this.stack.workspace.removeStack(this.#name);
  }
}

const uneventful = new Set(["same", "read", "read-replacement", "refresh"]);
const ours = (urn: string): string => urn.split("::").at(-1) ?? urn;

function recorder(): { steps: Step[]; onEvent: (event: EngineEvent) => void } {
  const steps: Step[] = [];
  const onEvent = ({ resourcePreEvent, resOutputsEvent }: EngineEvent): void => {
    const { op, urn, type } = (resourcePreEvent ?? resOutputsEvent)?.metadata ?? {
      op: "same",
      urn: "",
      type: "",
    };
    // A refresh tells what it found with the outputs; everything else is told when it begins.
    const begins = resourcePreEvent !== undefined && op !== "refresh";
    const found = resOutputsEvent?.metadata.op === "update";
    const step = `${op} ${ours(urn)}`;
    if (uneventful.has(op) || type.startsWith("pulumi:") || !(begins || found) || steps.includes(step))
      return;
    steps.push(step);
  };
  return { steps, onEvent };
}

async function told(work: (onEvent: (event: EngineEvent) => void) => Promise<unknown>): Promise<string> {
  const messages: string[] = [];
  const onEvent = ({ diagnosticEvent }: EngineEvent): void => {
    if (diagnosticEvent?.severity === "error") messages.push(diagnosticEvent.message);
  };
  try {
    await work(onEvent);
  } catch {
    await afterFailure();
    return messages.join("\n").replace(/<\{%.*?%\}>/g, "");
  }
  throw new Error("the program was brought about, and should not have been");
}
