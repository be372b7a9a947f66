import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import * as pulumi from "@pulumi/pulumi";
import { urlOfService } from "../plan/hubUrl.ts";
import { urlInValues } from "../settings/publicUrl.ts";
import type { HelmValues } from "../settings/settings.ts";

/** The Service of the chart by which users come in. */
const PUBLIC_PROXY = "proxy-public";

/** Where users sign in: as the values say, else as the public proxy's Service says, once the release is up. */
export function hubUrl(
  name: string,
  values: HelmValues,
  release: Release,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const said = urlInValues(values);
  if (said !== undefined) return pulumi.output(said);
  const id = pulumi.interpolate`${release.status.namespace}/${PUBLIC_PROXY}`;
  const service = Service.get(`${name}-${PUBLIC_PROXY}`, id, opts);
  return pulumi.all([service.spec, service.status]).apply(([spec, status]) => urlOfService(spec, status));
}
