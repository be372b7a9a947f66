import { isRecord } from "../../settings/path.ts";
import { type Answer, certainly, oneOf } from "./answer.ts";
import type { Known } from "./policyMatch.ts";

/** The role by which a client mounts. */
export interface ClientIdentity {
  /** arn:PARTITION:iam::ACCOUNT:role/NAME */
  readonly roleArn: Known;
  readonly accountId: string;
  /** Whether a policy of the role's own allows the client actions, which is enough. */
  readonly mayByItself: Answer;
}

/** Policies write a list of one without the brackets. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What a `Principal` names: everybody, an account by its id or its root, a role. Services mount nothing. */
const namesIn = (principal: unknown): string[] =>
  listOf(isRecord(principal) ? principal.AWS : principal).map(String);

/**
 * Whether a statement's `Principal` is the client. An account that is allowed something hands it on to its roles, as far as
 * their own policies have it; an account that is denied something is all of its roles.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function isPrincipal(principal: unknown, client: ClientIdentity | undefined, denies: boolean): Answer {
  return oneOf(namesIn(principal).map((name) => meant(name, client, denies)));
}

function meant(name: string, client: ClientIdentity | undefined, denies: boolean): Answer {
  if (name === "*") return "yes";
  if (client === undefined) return "no";
  if (isAccount(name, client.accountId)) return denies ? "yes" : client.mayByItself;
  return isRole(name, client);
}

const isAccount = (name: string, accountId: string): boolean =>
  name === accountId || (name.startsWith("arn:") && name.endsWith(`:iam::${accountId}:root`));

/** A session of the role is one of the many that it has. */
function isRole(name: string, { roleArn }: ClientIdentity): Answer {
  if (name.includes(":assumed-role/")) return "maybe";
  if (typeof roleArn === "string") return certainly(name === roleArn);
  return name.startsWith(roleArn.startsWith) ? "maybe" : "no";
}

/**
 * Whether `NotPrincipal` leaves the client in: everybody but those that are named. Who is named by role but not by session
 * is a question that AWS answers per request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isNoneOf(principal: unknown, client: ClientIdentity | undefined): Answer {
  const names = namesIn(principal);
  if (names.includes("*")) return "no";
  if (client === undefined) return "yes";
  const near = names.some((name) => isAccount(name, client.accountId) || isRole(name, client) !== "no");
  return near ? "maybe" : "yes";
}
