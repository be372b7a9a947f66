import { execa } from "execa";
import type { Project } from "../project.ts";

/** A resource as the state has it. */
export interface Recorded {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** What the state knows: what there is, and what was under way when the engine was killed. */
export interface State {
  readonly resources: readonly Recorded[];
  readonly pending: readonly { readonly type: string; readonly resource: Recorded }[];
}

/** Asks the engine for its state. */
export async function stateOf(project: Project): Promise<State> {
  const { stdout } = await execa("pulumi", ["stack", "export"], {
    cwd: project.folder,
    env: { PULUMI_STACK: project.stack },
  });
  const { deployment } = JSON.parse(stdout) as {
    deployment: { resources?: State["resources"]; pending_operations?: State["pending"] };
  };
  return { resources: deployment.resources ?? [], pending: deployment.pending_operations ?? [] };
}
