import { type DriverPart, driverParts } from "../components/plan/identity/roles.ts";
import type { DriverPlan, DriverRole, Plan, ReleasePlan } from "../components/plan/plan.ts";
import { reasons } from "../components/plan/reasons.ts";
import { DatabaseKind } from "../components/settings/choices.ts";
import { leaves } from "../components/settings/path.ts";
import type { Database, ProgramSettings } from "../components/settings/settings.ts";
import type { Row, Section } from "./table.ts";

const chartOf = ({ chart }: Pick<ReleasePlan, "chart">): string =>
  chart.version === undefined ? chart.chart : `${chart.chart} ${chart.version}`;

/** The EFS CSI driver. */
export function driver({ driver: plan }: Plan): Section {
  const reason = reasons.driver(plan.install);
  const roles =
    plan.install === "existing" ? [] : driverParts.flatMap((part) => roleRows(part, plan.roles[part]));
  return { title: "Driver", rows: [...driverRows(plan, reason), ...roles] };
}

function driverRows(plan: DriverPlan, reason: string): Row[] {
  switch (plan.install) {
    case "helm":
      return [
        { label: "chart", value: chartOf(plan), reason },
        { label: "namespace", value: plan.namespace },
      ];
    case "addon":
      return [
        {
          label: "EKS add-on",
          value: `${plan.name} ${plan.version ?? "in the version that EKS chooses"}`,
          reason,
        },
      ];
    case "later":
      return [{ label: "driver", value: "none in this update", reason }];
    case "existing":
      return [{ label: "driver", value: "the cluster's own", reason }];
  }
}

const roleRows = (part: DriverPart, role: DriverRole | undefined): Row[] =>
  role === undefined
    ? []
    : [
        {
          label: `${part}'s role`,
          value: `${role.name}, by ${role.giver}`,
          reason: reasons.driverRole(part),
        },
      ];

/** The hub's release. */
export function hub({ hub: settings, userMode }: ProgramSettings, { hub: plan, podSecurity }: Plan): Section {
  const { name, tag } = settings.image;
  return {
    title: "Hub",
    rows: [
      { label: "namespace", value: plan.namespace },
      { label: "pod security", value: podSecurity.level, reason: podSecurity.because },
      {
        label: "NFS in servers",
        value: settings.blockNfs ? "closed" : "open",
        reason: reasons.nfs(settings),
      },
      { label: "chart", value: chartOf(plan) },
      { label: "image", value: `${name}:${tag}`, reason: reasons.image(userMode) },
      {
        label: "database",
        value: databaseOf(settings.database),
        reason: reasons.database(settings.database.kind),
      },
      { label: "waits", value: `${settings.timeoutSeconds} s`, reason: reasons.timeout() },
      {
        label: "values",
        value: `${[...leaves(plan.values)].length}`,
        reason: "--json shows them, exactly as the chart gets them",
      },
    ],
  };
}

const databaseOf = (database: Database): string =>
  database.kind === DatabaseKind.Claim ? `claim of class ${database.storageClassName}` : database.kind;
