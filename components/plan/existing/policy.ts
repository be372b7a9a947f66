import { isRecord } from "../../settings/path.ts";
import { allOf, type Answer, certainly, not, oneOf } from "./answer.ts";
import { fulfils, type RequestContext } from "./policyCondition.ts";
import { fits, meansAction } from "./policyMatch.ts";
import { type ClientIdentity, isNoneOf, isPrincipal, listOf } from "./policyPrincipal.ts";

/** What a client of a file system can ask for. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
export type ClientAction = "ClientMount" | "ClientWrite" | "ClientRootAccess";

/** A request to a file system, as its policy sees it. */
export interface ClientRequest {
  readonly actions: readonly ClientAction[];
  readonly fileSystemArn: string;
  /** By key in lower case. */
  readonly context: RequestContext;
  /** Absent: a client without an IAM identity. */
  readonly identity?: ClientIdentity;
}

/** What a policy says to one action: `by` are the statements that decide it, as people find them. */
export interface Verdict {
  readonly action: ClientAction;
  /** `unclear`: it depends on what nobody can know before a mount. */
  readonly is: "allowed" | "denied" | "not allowed" | "unclear";
  readonly by: readonly string[];
}

interface Statement {
  readonly label: string;
  readonly denies: boolean;
  readonly covers: Answer;
}

/** As people find what allows a role something beside the file system's policy. */
const OWN_POLICY = "what the role's own policies allow";

/**
 * What a file system policy says to a client. A denial wins; what nothing allows is refused. What a role's own policies
 * allow is allowed as well; a client without an identity has none.
 */
export function judge(policy: unknown, request: ClientRequest): Verdict[] {
  const all = statementsOf(policy);
  return request.actions.map((action) => {
    const statements = all.map((statement, index) => examine(statement, index, action, request));
    const of = (denies: boolean, covers: Answer) =>
      statements.filter((one) => one.denies === denies && one.covers === covers).map(({ label }) => label);
    const denied = of(true, "yes");
    if (denied.length > 0) return { action, is: "denied", by: denied };
    const byItself = (answer: Answer) => (request.identity?.mayByItself === answer ? [OWN_POLICY] : []);
    const allowed = [...of(false, "yes"), ...byItself("yes")];
    const perhaps = [...of(false, "maybe"), ...byItself("maybe")];
    if (allowed.length + perhaps.length === 0) return { action, is: "not allowed", by: [] };
    const unclear = [...of(true, "maybe"), ...(allowed.length === 0 ? perhaps : [])];
    return unclear.length > 0
      ? { action, is: "unclear", by: unclear }
      : { action, is: "allowed", by: allowed };
  });
}

const statementsOf = (policy: unknown): unknown[] => (isRecord(policy) ? listOf(policy.Statement) : []);

function examine(statement: unknown, index: number, action: string, request: ClientRequest): Statement {
  const number = `statement ${index + 1}`;
  if (!isRecord(statement)) return { label: number, denies: true, covers: "maybe" };
  const { Sid: sid, Effect: effect, Condition: condition } = statement;
  const denies = effect === "Deny";
  return {
    label: typeof sid === "string" && sid !== "" ? `statement "${sid}"` : number,
    denies,
    covers: allOf([
      certainly(effect === "Allow" || effect === "Deny"),
      statement.NotPrincipal === undefined
        ? isPrincipal(statement.Principal, request.identity, denies)
        : isNoneOf(statement.NotPrincipal, request.identity),
      eitherOf(statement, "Action", (actions) =>
        certainly(
          listOf(actions).some((pattern) => meansAction(String(pattern), `elasticfilesystem:${action}`)),
        ),
      ),
      // A policy of one file system can do without.
      statement.Resource === undefined && statement.NotResource === undefined
        ? "yes"
        : eitherOf(statement, "Resource", (resources) =>
            oneOf(listOf(resources).map((pattern) => fits(String(pattern), request.fileSystemArn))),
          ),
      fulfils(condition, request.context),
    ]),
  };
}

/** An element, or its opposite: `Action` and `NotAction`. */
const eitherOf = (
  statement: Record<string, unknown>,
  element: string,
  means: (value: unknown) => Answer,
): Answer =>
  statement[`Not${element}`] === undefined
    ? means(statement[element])
    : not(means(statement[`Not${element}`]));
