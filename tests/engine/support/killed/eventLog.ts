import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { EngineEvent, StepEventMetadata } from "@pulumi/pulumi/automation/index.js";

/** What the engine says when nothing happens to a resource. */
const idle = new Set(["same", "read", "refresh"]);

/** The steps of an update that change something, in the order of the engine's events: each begins, and ends. */
export async function steps(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const event = JSON.parse(line) as EngineEvent;
      return [...told("begins", event.resourcePreEvent), ...told("ends", event.resOutputsEvent)];
    });
}

function told(what: string, event: { metadata: StepEventMetadata } | undefined): string[] {
  if (event === undefined || idle.has(event.metadata.op)) return [];
  const { op, type, urn } = event.metadata;
  return [`${op} ${type} ${urn.slice(urn.lastIndexOf("::") + 2)} ${what}`];
}

/** Waits for a step of an update, the first having number 1; nothing when it is told to give up. */
export async function step(file: string, number: number, signal: AbortSignal): Promise<string | undefined> {
  while (!signal.aborted) {
    const seen = await steps(file);
    if (seen.length >= number) return seen[number - 1];
    await sleep(10);
  }
  return undefined;
}
