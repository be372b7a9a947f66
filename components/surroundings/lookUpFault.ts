import { formatFaults } from "../settings/formatFaults.ts";
import { isNotFound } from "./notFound.ts";

/** What to tell when the cluster could not be looked up: the cause as AWS says it, and what to do. Never a stack. */
export function lookUpFault(clusterName: string, error: unknown): string {
  if (isNotFound(error)) {
    return formatFaults([
      {
        path: "cluster.existing.name",
        rule: "must be an EKS cluster of this account in the stack's region",
        got: JSON.stringify(clusterName),
        fix: "`aws eks list-clusters` shows them; `aws:region` in the stack file and the credentials decide where we look.",
      },
    ]);
  }
  return `The cluster "${clusterName}" could not be looked up: ${causeOf(error)}\n\nCheck the credentials and \`aws:region\`; nothing was changed.`;
}

/** The same of a file system. That there is none is an answer, and no failure. */
export const fileSystemLookUpFault = (id: string, error: unknown): string =>
  `The file system "${id}" could not be looked up: ${causeOf(error)}\n\nCheck the credentials, what they may ask for (the README lists it) and \`aws:region\`; nothing was changed.`;

/** The SDK wraps what the provider said: `invocation of TOKEN returned an error: CAUSE`. */
const causeOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^.*?returned an error: /s, "").trim();
