// Proves which address people are given. Does not prove that anything answers there.
import { expect } from "chai";
import { urlInValues, urlOfService } from "../../../components/plan/hubUrl.ts";

describe("urlInValues", () => {
  it("takes the host of the values' https, then of their ingress", () => {
    const ingress = { enabled: true, hosts: ["a.example.org"], tls: [{}] };
    expect(urlInValues({ ingress })).to.equal("https://a.example.org/");
    expect(urlInValues({ ingress: { ...ingress, tls: [] } })).to.equal("http://a.example.org/");
    expect(urlInValues({ ingress, proxy: { https: { enabled: true, hosts: ["b.example.org"] } } })).to.equal(
      "https://b.example.org/",
    );
  });

  it("leaves it to the Service where the values say no host, or have it switched off", () => {
    for (const values of [
      {},
      { proxy: null },
      { proxy: { https: { enabled: false, hosts: ["b.example.org"] } } },
      { ingress: { enabled: true, hosts: [] } },
    ]) {
      expect(urlInValues(values)).to.equal(undefined);
    }
  });
});

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
