import type { StackFault, StackResource, StackRule } from "../rule.ts";
import {
  isAboutAction,
  isAboutEverybody,
  isAboutResource,
  type Statement,
  statementsOf,
} from "../statement.ts";
import { at, isList, isProperties, type Value } from "../value.ts";

/** File systems that can be reached have a policy: it denies what is not TLS, and lets nobody at the root. */
export const fileSystemPolicy: StackRule = {
  name: "file-system-policy",
  description:
    "File systems with a mount target have a policy that refuses what is not TLS, and does not let everybody at the root",
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
        return own.length === 0
          ? [missing(fileSystem)]
          : own.flatMap((policy) => faultsOfPolicy(policy, fileSystem.props.arn));
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

function faultsOfPolicy(resource: StackResource, arn: Value): StackFault[] {
  const text = resource.props.policy;
  if (typeof text !== "string") return [];
  const statements = statementsOf(text);
  const messages = [
    ...(statements.some((statement) => deniesPlaintext(statement, arn)) ? [] : [PLAINTEXT]),
    ...(statements.some(letsEverybodyIn) ? [EVERYBODY] : []),
  ];
  return messages.map((message) => ({ resource, message }));
}

const PLAINTEXT =
  'No statement of it denies everybody what is not TLS: {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.';
const EVERYBODY =
  "A statement of it lets everybody mount the file system's root. Name the role that mounts, or in a condition the access point (elasticfilesystem:AccessPointArn).";

const mount = "elasticfilesystem:ClientMount";
const asRoot = "elasticfilesystem:ClientRootAccess";

/** Nothing may narrow it: no resource but the file system, and no second condition. */
function deniesPlaintext(statement: Statement, arn: Value): boolean {
  const { Effect, Action, Resource, NotResource, Condition } = statement;
  const tests = at(Condition, "Bool");
  return (
    Effect === "Deny" &&
    isAboutEverybody(statement) &&
    isAboutAction(Action, mount) &&
    NotResource === undefined &&
    (Resource === undefined || isAboutResource(Resource, arn)) &&
    isAlone(Condition, "Bool") &&
    isAlone(tests, "aws:SecureTransport") &&
    isFalse(at(tests, "aws:SecureTransport"))
  );
}

/** Whom a statement leaves out, it does not know: «everybody but» is everybody. */
function letsEverybodyIn(statement: Statement): boolean {
  const { Effect, Action, NotAction, NotPrincipal, Condition } = statement;
  return (
    Effect === "Allow" &&
    (NotPrincipal !== undefined || isAboutEverybody(statement)) &&
    [mount, asRoot].some((action) =>
      NotAction === undefined ? isAboutAction(Action, action) : !isAboutAction(NotAction, action),
    ) &&
    !isNarrow(Condition)
  );
}

/** Whether a condition says through which access point, or who: one that fails where the key is missing. */
const isNarrow = (condition: Value): boolean =>
  Object.entries(isProperties(condition) ? condition : {}).some(
    ([operator, tests]) =>
      /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like))$/i.test(operator) &&
      isProperties(tests) &&
      Object.keys(tests).some((key) => /^(elasticfilesystem:AccessPointArn$|aws:Principal)/i.test(key)),
  );

const isAlone = (value: Value, name: string): boolean =>
  isProperties(value) && Object.keys(value).join() === name;

const isFalse = (value: Value): boolean =>
  (isList(value) && value.length === 1 ? value : [value]).every((one) => one === false || one === "false");
