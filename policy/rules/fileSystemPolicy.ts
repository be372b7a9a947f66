import type { StackFault, StackResource, StackRule } from "../rule.ts";
import { at, isList, isProperties, items, type Value } from "../value.ts";

/** File systems that can be reached have a policy, and it denies what is not TLS. */
export const fileSystemPolicy: StackRule = {
  name: "file-system-policy",
  description: "File systems with a mount target have a policy that refuses what is not TLS",
  url: "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html",
  faultsOfStack: (resources) => {
    const of = (type: string) => resources.filter((resource) => resource.type === type);
    const [targets, policies] = [
      of("aws:efs/mountTarget:MountTarget"),
      of("aws:efs/fileSystemPolicy:FileSystemPolicy"),
    ];
    return of("aws:efs/fileSystem:FileSystem")
      .filter((fileSystem) => targets.some((target) => refersTo(target, fileSystem)))
      .flatMap((fileSystem) => {
        const own = policies.filter((policy) => refersTo(policy, fileSystem));
        return own.length === 0 ? [missing(fileSystem)] : own.flatMap(plaintext);
      });
  },
};

/** Before an update ids are unknown: what a value comes of is known always. */
const refersTo = (resource: StackResource, fileSystem: StackResource): boolean =>
  (resource.comesOf.fileSystemId ?? []).includes(fileSystem.urn) ||
  (typeof resource.props.fileSystemId === "string" && resource.props.fileSystemId === fileSystem.props.id);

const missing = (resource: StackResource): StackFault => ({
  resource,
  message:
    "It has no policy: whoever reaches a mount target is root on it, without TLS. Give it an aws.efs.FileSystemPolicy; with the component, `access: iam` or `tls`.",
});

function plaintext(resource: StackResource): StackFault[] {
  const text = resource.props.policy;
  if (typeof text !== "string" || items(at(parsed(text), "Statement")).some(deniesPlaintext)) return [];
  const message =
    'No statement of it denies everybody what is not TLS: {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.';
  return [{ resource, message }];
}

/** A policy's document; `Statement` may be one alone. */
function parsed(text: string): Value {
  try {
    const document = JSON.parse(text) as Value;
    const statement = at(document, "Statement");
    return isProperties(statement) ? { Statement: [statement] } : document;
  } catch {
    return undefined;
  }
}

/** Nothing may narrow it: no resource but the file system, and no second condition. */
function deniesPlaintext(statement: Value): boolean {
  const conditions = at(statement, "Condition");
  const tests = at(conditions, "Bool");
  return (
    at(statement, "Effect") === "Deny" &&
    isEverybody(at(statement, "Principal")) &&
    mounts(at(statement, "Action")) &&
    isAlone(conditions, "Bool") &&
    isAlone(tests, "aws:SecureTransport") &&
    isFalse(at(tests, "aws:SecureTransport"))
  );
}

const isAlone = (value: Value, name: string): boolean =>
  isProperties(value) && Object.keys(value).join() === name;

const isFalse = (value: Value): boolean =>
  (isList(value) && value.length === 1 ? value : [value]).every((one) => one === false || one === "false");

const isEverybody = (principal: Value): boolean =>
  [principal, at(principal, "AWS")].some((one) => one === "*" || (isList(one) && one.includes("*")));

const mounts = (action: Value): boolean => {
  const actions = isList(action) ? action : [action];
  return ["*", "elasticfilesystem:*", "elasticfilesystem:Client*", "elasticfilesystem:ClientMount"].some(
    (one) => actions.includes(one),
  );
};
