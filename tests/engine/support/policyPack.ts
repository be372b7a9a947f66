import path from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { repository } from "../../../local/state/paths.ts";

/** The pack, as `--policy-pack` takes it. */
export const policyPack = path.join(repository, "policy");

/** What policies said of a stack: `mandatory encrypted: homes`. Where a remediation changed something: `remediate …`. */
export function policyLog(): { said: string[]; messages: string[]; onEvent: (event: EngineEvent) => void } {
  const said: string[] = [];
  const messages: string[] = [];
  const note = (level: string, name: string, urn = ""): void => {
    const line = `${level} ${name}: ${urn.slice(urn.lastIndexOf("::") + 2)}`;
    if (!said.includes(line)) said.push(line);
  };
  return {
    said,
    messages,
    onEvent: (event) => {
      const { policyEvent } = event;
      if (policyEvent !== undefined) {
        note(policyEvent.enforcementLevel, policyEvent.policyName, policyEvent.resourceUrn);
        messages.push(policyEvent.message);
      }
      // Not in the SDK's types.
      const { policyRemediationEvent } = event as { policyRemediationEvent?: Remediation };
      if (policyRemediationEvent !== undefined)
        note("remediate", policyRemediationEvent.policyName, policyRemediationEvent.resourceUrn);
    },
  };
}

/** https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/apitype#PolicyRemediationEvent */
interface Remediation {
  readonly policyName: string;
  readonly resourceUrn?: string;
}
