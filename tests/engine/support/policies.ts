import { DescribeFileSystemPolicyCommand } from "@aws-sdk/client-efs";
import { efs } from "./cloud.ts";

/** A statement as the cloud has it. */
interface Statement {
  readonly Sid: string;
  readonly Principal?: { readonly AWS: string };
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** The policy that the cloud has for a file system, by its statements' names; undefined: it has none. */
export async function policyInCloud(FileSystemId: string): Promise<Record<string, Statement> | undefined> {
  try {
    const { Policy = "" } = await efs.send(new DescribeFileSystemPolicyCommand({ FileSystemId }));
    const { Statement: statements } = JSON.parse(Policy) as { Statement: Statement[] };
    return Object.fromEntries(statements.map((statement) => [statement.Sid, statement]));
  } catch (error) {
    if (error instanceof Error && error.name === "PolicyNotFound") return undefined;
    throw error;
  }
}

/** What a statement says of access points. */
export const accessPointsIn = (statement: Statement | undefined): unknown =>
  Object.values(statement?.Condition ?? {})
    .map((keys) => keys["elasticfilesystem:AccessPointArn"])
    .find((value) => value !== undefined);
