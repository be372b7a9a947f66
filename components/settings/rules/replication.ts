import { regionOfKey } from "../kmsKey.ts";
import { show } from "../show.ts";
import { faultIf, type Rule } from "./rule.ts";

const replication = "fileSystem.create.replication";

/** Nobody can guess where a second copy may lie. */
const saysRegion: Rule = {
  looksAt: [replication],
  check: ({ given }) => {
    const asked = given.fileSystem?.create?.replication;
    return faultIf(asked !== undefined && asked.region === undefined, () => ({
      path: `${replication}.region`,
      rule: "must be said",
      got: "nothing",
      fix: "Give another region, like eu-west-1, or remove `replication`.",
    }));
  },
};

/** https://docs.aws.amazon.com/efs/latest/ug/create-replication.html */
const keyOfReplica: Rule = {
  looksAt: [replication],
  check: ({ settings }) => {
    const { region, kmsKeyArn } = settings.fileSystem.create?.replication ?? {};
    const found = regionOfKey(kmsKeyArn);
    return faultIf(found !== undefined && found !== region, () => ({
      path: `${replication}.kmsKeyArn`,
      rule: `must be a key of the replica's region ${region ?? ""}`,
      got: show(kmsKeyArn, `${replication}.kmsKeyArn`),
      fix: "Give a key of that region, or remove it: then it is AWS's own key for EFS there.",
    }));
  },
};

export const replicationRules: readonly Rule[] = [saysRegion, keyOfReplica];
