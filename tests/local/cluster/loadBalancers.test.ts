// Proves which Services get an address, and its form. Does not watch an API server; the engine tests do.
import type { V1Service } from "@kubernetes/client-node";
import { expect } from "chai";
import { hostFor } from "../../../local/cluster/loadBalancers.ts";

describe("hostFor", () => {
  const service = (type: string, more: Record<string, unknown> = {}): V1Service => {
    const plain: unknown = { metadata: { name: "proxy", uid: "u-1" }, spec: { type }, ...more };
    return plain as V1Service;
  };

  it("gives a load balancer a name that never leaves this machine", () => {
    expect(hostFor(service("LoadBalancer"))).to.match(/^a[0-9a-f]{31}-\d+\.us-east-1\.elb\.localhost$/);
  });

  it("gives nothing to other Services", () => {
    expect(hostFor(service("ClusterIP"))).to.equal(undefined);
  });

  it("gives nothing to one that has an address, or is being deleted", () => {
    const status = { loadBalancer: { ingress: [{ hostname: "there.localhost" }] } };
    expect(hostFor(service("LoadBalancer", { status }))).to.equal(undefined);
    const metadata = { name: "proxy", deletionTimestamp: new Date(0) };
    expect(hostFor(service("LoadBalancer", { metadata }))).to.equal(undefined);
  });
});
