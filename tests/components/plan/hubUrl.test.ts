// Proves which address people are given. Does not prove that anything answers there.
import { expect } from "chai";
import { urlOfService } from "../../../components/plan/hubUrl.ts";

describe("urlOfService", () => {
  it("takes the load balancer's name, else its address, else the cluster's own", () => {
    const spec = { clusterIP: "10.96.0.1" };
    expect(urlOfService(spec, { loadBalancer: { ingress: [{ hostname: "lb.example.org" }] } })).to.equal(
      "http://lb.example.org/",
    );
    expect(urlOfService(spec, { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } })).to.equal(
      "http://192.0.2.1/",
    );
    expect(urlOfService(spec, { loadBalancer: {} })).to.equal("http://10.96.0.1/");
  });

  it("does not stumble over a Service that has nothing to tell yet", () => {
    expect(urlOfService(undefined, undefined)).to.equal("http://unknown/");
  });
});
