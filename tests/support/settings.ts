import { checkProgramSettings, checkSettings } from "../../components/settings/check.ts";
import { formatFaults } from "../../components/settings/formatFaults.ts";
import type { ProgramSettings, Settings } from "../../components/settings/settings.ts";
import type { Site } from "../../components/plan/site.ts";
import { leastHub } from "./faults.ts";
import type { Surroundings } from "../../components/surroundings/surroundings.ts";

type Raw = Record<string, unknown>;

/** Settings as a stack would give them, over the least that one has to say. */
export const settingsOf = ({ hub: moreOfHub, ...raw }: Raw = {}): Settings =>
  accepted(checkSettings({ ...raw, hub: { ...leastHub, ...(moreOfHub as Raw | undefined) } }));

export const programSettingsOf = ({ hub: moreOfHub, ...raw }: Raw = {}): ProgramSettings =>
  accepted(
    checkProgramSettings({
      cluster: { existing: { name: "research" } },
      ...raw,
      hub: { ...leastHub, ...(moreOfHub as Raw | undefined) },
    }),
  );

function accepted<T>(checked: { settings: T } | { faults: Parameters<typeof formatFaults>[0] }): T {
  if ("faults" in checked) throw new Error(formatFaults(checked.faults));
  return checked.settings;
}

/** The four cells of the matrix. */
export const cells = (["non-root", "root"] as const).flatMap((userMode) =>
  (["static", "dynamic"] as const).map((provisioning) => ({
    userMode,
    provisioning,
    title: `${userMode} × ${provisioning}`,
  })),
);

/** A place with two zones. */
export const site: Site = {
  clusterName: "research",
  clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
  vpcId: "vpc-0123456789abcdef0",
  subnets: { "us-east-1a": "subnet-0000000000000000a", "us-east-1b": "subnet-0000000000000000b" },
  clientSecurityGroups: { nodes: "sg-0123456789abcdef0" },
  partition: "aws",
  podIdentityAgent: true,
  networkPolicy: true,
  vpcCidrs: ["10.0.0.0/16"],
};

/** The same place as it is looked up. */
export const surroundings: Surroundings = {
  region: "us-east-1",
  accountId: "123456789012",
  partition: "aws",
  cluster: {
    name: "research",
    arn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
    endpoint: "https://example.invalid",
    version: "1.34",
    vpcId: "vpc-0123456789abcdef0",
    vpcCidrs: ["10.0.0.0/16"],
    nodeSecurityGroupIds: ["sg-0123456789abcdef0"],
    podIdentityAgent: true,
    networkPolicy: true,
  },
  subnets: {
    "subnet-0000000000000000b": "us-east-1b",
    "subnet-0000000000000000a": "us-east-1a",
    "subnet-0000000000000000c": "us-east-1a",
  },
};
