import {
  type BackupSelection,
  type Conditions,
  type ConditionType,
  CreateBackupSelectionCommand,
  DeleteBackupSelectionCommand,
  GetBackupSelectionCommand,
} from "@aws-sdk/client-backup";
import type { Selection, SelectionArgs } from "@pulumi/aws/backup/selection.js";
import { hasCode, unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { backups, nameFailures } from "./backups.ts";

type Args = ArgsOf<SelectionArgs>;
type State = StateOf<Selection>;

const invalid = "InvalidParameterValueException";
const says = (error: unknown, ...texts: readonly string[]): boolean =>
  error instanceof Error && hasCode(error, invalid) && texts.some((text) => error.message.includes(text));

/** An import names it `plan|selection`; the state knows the plan already. */
function named(id: string, { planId }: Partial<State>): { BackupPlanId: string; SelectionId: string } {
  const [first = "", second] = id.split("|");
  return second === undefined
    ? { BackupPlanId: planId ?? "", SelectionId: first }
    : { BackupPlanId: first, SelectionId: second };
}

async function described(
  key: { BackupPlanId: string; SelectionId: string },
  call: Call,
): Promise<BackupSelection | undefined> {
  const answer = backups(call).send(new GetBackupSelectionCommand(key), { abortSignal: call.signal });
  try {
    return (await unlessMissing(answer, "ResourceNotFoundException"))?.BackupSelection;
  } catch (error) {
    if (says(error, "Cannot find Backup plan")) return undefined;
    throw error;
  }
}

/** What AWS may say of a role that was made or got its policies just now. */
const propagation = ["cannot be assumed", "is not authorized to call"] as const;

const conditionsOf = (conditions: Conditions | undefined): State["conditions"] => {
  const pairs = (list: Conditions["StringEquals"]) =>
    (list ?? []).map((pair) => ({ key: pair.ConditionKey ?? "", value: pair.ConditionValue ?? "" }));
  if (conditions === undefined || Object.keys(conditions).length === 0) return [];
  return [
    {
      stringEquals: pairs(conditions.StringEquals),
      stringLikes: pairs(conditions.StringLike),
      stringNotEquals: pairs(conditions.StringNotEquals),
      stringNotLikes: pairs(conditions.StringNotLike),
    },
  ];
};

/** `aws:backup/selection:Selection`: what a plan backs up, and as whom; for life. */
export const selection: AwsType<Args, State> = {
  title: "Backup Selection",
  replaceOn: ["iamRoleArn", "name", "notResources", "planId", "resources", "selectionTags"],
  decidedByCloud: ["conditions", "name", "notResources"],
  sets: ["notResources", "resources", "selectionTags"],
  naming: { property: "name", maxLength: 50 },
  validate: ({ conditions, name }) => [
    ...nameFailures("name", name, /^[\w.-]{1,50}$/),
    ...(conditions === undefined
      ? []
      : [{ property: "conditions", reason: "is not imitated by the local stand-in: use selectionTags" }]),
  ],
  async create(args, call) {
    const command = new CreateBackupSelectionCommand({
      BackupPlanId: args.planId,
      BackupSelection: {
        IamRoleArn: args.iamRoleArn,
        ListOfTags: args.selectionTags?.map(({ key, type, value }) => ({
          ConditionKey: key,
          ConditionType: type as ConditionType,
          ConditionValue: value,
        })),
        NotResources: args.notResources,
        Resources: args.resources,
        SelectionName: args.name,
      },
    });
    const made = await call.persist(
      120,
      () => backups(call).send(command),
      (error) => says(error, ...propagation),
    );
    return call.made(made.SelectionId ?? "");
  },
  async find(id, call, last) {
    const key = named(id, last);
    const found = await described(key, call);
    if (found === undefined) return undefined;
    const tags = (found.ListOfTags ?? []).map((condition) => ({
      key: condition.ConditionKey ?? "",
      type: condition.ConditionType ?? "",
      value: condition.ConditionValue ?? "",
    }));
    const state: State = {
      conditions: conditionsOf(found.Conditions),
      iamRoleArn: found.IamRoleArn ?? "",
      name: found.SelectionName ?? "",
      notResources: found.NotResources ?? [],
      planId: key.BackupPlanId,
      region: call.region,
      resources: found.Resources,
      selectionTags: tags.length === 0 ? undefined : tags,
    };
    return { id: key.SelectionId, state };
  },
  async delete(id, state, call) {
    await unlessMissing(
      backups(call).send(new DeleteBackupSelectionCommand(named(id, state))),
      invalid,
      "ResourceNotFoundException",
    );
  },
};
