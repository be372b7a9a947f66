import type { Input } from "@pulumi/pulumi";
import { jupyterhubChart } from "../versions.ts";
import { chartOf } from "./driver.ts";
import { planHubValues, type HubValuesSettings } from "./hubValues.ts";
import type { HubPlace } from "./isolation/egress.ts";
import type { ReleasePlan } from "./plan.ts";

/** The release of one hub. Its name is fixed, so that a stack that is made again finds it again. */
export const planHub = (
  settings: HubValuesSettings,
  place: HubPlace = {},
  belonging?: Input<string>,
): ReleasePlan => ({
  name: settings.hub.name,
  namespace: settings.hub.namespace,
  chart: chartOf(jupyterhubChart.name, settings.hub.chart),
  timeoutSeconds: settings.hub.timeoutSeconds,
  values: planHubValues(settings, place, belonging),
});
