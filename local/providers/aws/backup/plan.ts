import {
  type BackupPlanInput,
  CreateBackupPlanCommand,
  DeleteBackupPlanCommand,
  GetBackupPlanCommand,
  UpdateBackupPlanCommand,
} from "@aws-sdk/client-backup";
import type { Plan, PlanArgs } from "@pulumi/aws/backup/plan.js";
import { equal } from "../../engine/diff.ts";
import type { Failure } from "../../engine/resourceType.ts";
import type { Properties } from "../../engine/values.ts";
import { hasCode, unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import { backups, retag, tagsOf } from "./backups.ts";
import { completed, ruleFailures, ruleOf, toRule } from "./rules.ts";

type Args = ArgsOf<PlanArgs>;
type State = StateOf<Plan>;

const missing = "ResourceNotFoundException";

const toPlan = ({ name, rules }: Args): BackupPlanInput => ({
  BackupPlanName: name,
  Rules: rules.map(toRule),
});

/** Settings that no file system has. */
function notImitated(args: Args): Failure[] {
  const given = (["advancedBackupSettings", "scanSettings"] as const).filter(
    (name) => args[name] !== undefined,
  );
  return given.map((property) => ({ property, reason: "is not imitated by the local stand-in" }));
}

/** `aws:backup/plan:Plan`: a change of its rules is another version of it. */
export const plan: AwsType<Args, State> = {
  title: "Backup Plan",
  replaceOn: ["name"],
  decidedByCloud: [
    "name",
    "rules.lifecycle.optInToArchiveForSupportedResources",
    "rules.copyActions.lifecycle.optInToArchiveForSupportedResources",
    "rules.schedule",
  ],
  sets: ["rules"],
  naming: { property: "name", maxLength: 50 },
  complete: (args) => ({
    ...(args as unknown as Properties),
    rules: completed(args.rules),
  }),
  validate: (args) => [...ruleFailures(args.rules), ...notImitated(args)],
  async create(args, call) {
    const command = new CreateBackupPlanCommand({
      BackupPlan: toPlan(args),
      BackupPlanTags: { ...call.tags },
    });
    return call.made((await backups(call).send(command)).BackupPlanId ?? "");
  },
  async find(id, call) {
    const command = new GetBackupPlanCommand({ BackupPlanId: id });
    const answer = backups(call).send(command, { abortSignal: call.signal });
    const found = await unlessMissing(answer, missing);
    if (found?.BackupPlan === undefined) return undefined;
    const arn = found.BackupPlanArn ?? "";
    const state: State = {
      advancedBackupSettings: undefined,
      arn,
      name: found.BackupPlan.BackupPlanName ?? "",
      region: call.region,
      rules: (found.BackupPlan.Rules ?? []).map(ruleOf),
      scanSettings: undefined,
      version: found.VersionId ?? "",
      ...call.shownTags(await tagsOf(arn, call)),
    };
    return { state };
  },
  async update(id, { news, state, tags }, call) {
    // Compared with what the cloud had, not with what was asked for: an update that broke off half-way is finished.
    if (!equal(news.rules.map(toRule), state.rules.map(toRule))) {
      await backups(call).send(new UpdateBackupPlanCommand({ BackupPlanId: id, BackupPlan: toPlan(news) }));
    }
    await retag(state.arn, tags, call);
  },
  async delete(id, _state, call) {
    const deletion = () => backups(call).send(new DeleteBackupPlanCommand({ BackupPlanId: id }));
    // A selection that was deleted just now may still be known to AWS.
    const selections = "Related backup plan selections must be deleted prior to backup";
    await unlessMissing(
      call.persist(
        120,
        deletion,
        (error) => hasCode(error, "InvalidRequestException") && error.message.includes(selections),
      ),
      missing,
    );
  },
};
