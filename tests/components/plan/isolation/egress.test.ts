// Proves what servers may reach by the values that the chart's network policy is made of, and which rules of the user's are
// refused. Does not prove that a cluster enforces it, nor that the chart renders it: tests/local/charts has the schema.
import { expect } from "chai";
import { planHubValues } from "../../../../components/plan/hubValues.ts";
import { siteOf } from "../../../../components/plan/siteOf.ts";
import { valueFaults } from "../../../../components/plan/valueGuard.ts";
import { programSettingsOf, settingsOf, surroundings } from "../../../support/settings.ts";

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"];
const withPolicy = (networkPolicy: unknown, more: object = {}) => ({
  values: { singleuser: { networkPolicy, ...more } },
});
const policyOf = (hub: Record<string, unknown>, vpcCidrs?: readonly string[]) =>
  (
    planHubValues(settingsOf({ hub }), vpcCidrs === undefined ? {} : { vpcCidrs }).singleuser as {
      networkPolicy: { egress: unknown[] };
    }
  ).networkPolicy;
const internet = (except: string[]) => ({ ipBlock: { cidr: "0.0.0.0/0", except } });

describe("the network policy of servers", () => {
  it("is on, and lets out to the internet by a rule of ours, in place of the chart's", () => {
    expect(policyOf({}, ["10.0.0.0/16"])).to.deep.equal({
      enabled: true,
      egressAllowRules: { cloudMetadataServer: false, privateIPs: false, nonPrivateIPs: false },
      egress: [{ to: [internet(privateRanges)] }],
    });
  });

  it("takes the VPC's ranges out of the internet, wherever they lie, and IPv6 where the VPC has it", () => {
    const cidrs = ["198.18.0.0/16", "100.64.0.0/16", "10.0.0.0/16", "52.0.0.0/24", "2001:db8:1::/56"];
    expect(policyOf({}, cidrs).egress).to.deep.equal([
      {
        to: [
          internet([...privateRanges, "198.18.0.0/16", "52.0.0.0/24"]),
          { ipBlock: { cidr: "::/0", except: ["fc00::/7", "fe80::/10", "2001:db8:1::/56"] } },
        ],
      },
    ]);
  });

  it("says what it does not know yet", () => {
    expect(policyOf({}).egress).to.deep.equal([{ to: [internet([...privateRanges, "(known after up)"])] }]);
  });

  it("keeps the user's rules after ours", () => {
    const rule = { to: [{ ipBlock: { cidr: "10.1.2.3/32" } }], ports: [{ port: 5432 }] };
    expect(policyOf(withPolicy({ egress: [rule] }), []).egress).to.deep.equal([
      { to: [internet(privateRanges)] },
      rule,
    ]);
  });

  it("leaves servers without the internet where that is asked for", () => {
    expect(policyOf(withPolicy({ egressAllowRules: { nonPrivateIPs: false } }), []).egress).to.deep.equal([]);
  });

  it("lets servers that have a service account to the agent that gives them their role", () => {
    const { egress } = policyOf({ values: { singleuser: { serviceAccountName: "readers" } } }, []);
    expect(egress[1]).to.deep.equal({
      to: [{ ipBlock: { cidr: "169.254.170.23/32" } }, { ipBlock: { cidr: "fd00:ec2::23/128" } }],
      ports: [{ port: 80, protocol: "TCP" }],
    });
  });

  const pathsOf = (networkPolicy: unknown) =>
    valueFaults(settingsOf({ hub: withPolicy(networkPolicy) })).map(({ path }) =>
      path.replace("hub.values.singleuser.networkPolicy.", ""),
    );

  it("refuses to be switched off, or to open what the chart keeps closed", () => {
    expect(pathsOf({ enabled: false })).to.deep.equal(["enabled"]);
    expect(pathsOf({ egressAllowRules: { cloudMetadataServer: true } })).to.deep.equal([
      "egressAllowRules.cloudMetadataServer",
    ]);
    expect(pathsOf({ egressAllowRules: { privateIPs: true, nonPrivateIPs: true } })).to.deep.equal([
      "egressAllowRules.privateIPs",
      "egressAllowRules.nonPrivateIPs",
    ]);
    expect(pathsOf({ egressAllowRules: { dnsPortsPrivateIPs: false }, ingress: [] })).to.deep.equal([]);
  });

  const everywhere = [{ ipBlock: { cidr: "0.0.0.0/0" } }];
  for (const [what, rule] of Object.entries({
    "without a destination": {},
    "with an empty one": { to: [] },
    "to everywhere": { to: everywhere },
    "to a private range": { to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] },
    "to everywhere, but for another range": {
      to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["192.168.0.0/16"] } }],
    },
    "by a port that is NFS's": { to: everywhere, ports: [{ port: 443 }, { port: 2049 }] },
    "by a range of ports around NFS's": { to: everywhere, ports: [{ port: 1024, endPort: 65535 }] },
    "by every port of a protocol": { to: everywhere, ports: [{ protocol: "TCP" }] },
    "by a null for every port": { to: everywhere, ports: [{ protocol: "TCP", port: null }] },
    "by a null for every port and protocol": { to: everywhere, ports: [null] },
    "that is a null, and so for everything": null,
    "to a part of a private range": { to: [{ ipBlock: { cidr: "10.128.0.0/9" } }] },
    "to more than a private range": { to: [{ ipBlock: { cidr: "10.0.0.0/7" } }] },
    "to half of IPv6": { to: [{ ipBlock: { cidr: "8000::/1" } }] },
    "to no range": { to: [{ ipBlock: {} }] },
    "to an address as Kubernetes would take it, and we do not": {
      to: [{ ipBlock: { cidr: "010.0.0.0/8" } }],
    },
  })) {
    it(`refuses a rule ${what}`, () => {
      expect(pathsOf({ egress: [{ to: [{ podSelector: {} }] }, rule] })).to.deep.equal(["egress[1]"]);
    });
  }

  for (const [what, rule] of Object.entries({
    "to single addresses": {
      to: [{ ipBlock: { cidr: "10.1.2.3/32" } }, { ipBlock: { cidr: "fd00::1/128" } }],
    },
    "to a range of the internet's": { to: [{ ipBlock: { cidr: "52.0.0.0/8" } }] },
    "to pods": { to: [{ namespaceSelector: {}, podSelector: {} }] },
    "by other ports": {
      to: everywhere,
      ports: [
        { port: 443, protocol: "TCP" },
        { port: 3000, endPort: 4000 },
      ],
    },
    "by a protocol that EFS does not speak": { to: everywhere, ports: [{ port: 2049, protocol: "UDP" }] },
    "to everywhere but all private ranges": {
      to: [{ ipBlock: { cidr: "0.0.0.0/0", except: privateRanges } }],
    },
    "to a private range but all of it": {
      to: [{ ipBlock: { cidr: "10.1.0.0/16", except: ["10.0.0.0/8"] } }],
    },
  })) {
    it(`takes a rule ${what}`, () => {
      expect(pathsOf({ egress: [rule] })).to.deep.equal([]);
    });
  }

  it("refuses a rule to the VPC itself, once it is known", () => {
    const vpcCidrs = ["10.7.0.0/16", "52.0.0.0/24"];
    const place = { ...surroundings, cluster: { ...surroundings.cluster, vpcCidrs } };
    const faultsOf = (cidr: string) =>
      siteOf(programSettingsOf({ hub: withPolicy({ egress: [{ to: [{ ipBlock: { cidr } }] }] }) }), place)
        .faults;
    expect(faultsOf("10.7.0.0/16").map(({ path }) => path)).to.deep.equal([
      "hub.values.singleuser.networkPolicy.egress[0]",
    ]);
    expect(faultsOf("52.0.0.0/8")[0]?.rule).to.include("52.0.0.0/24");
    expect(faultsOf("10.8.0.0/16")).to.deep.equal([]);
    expect(faultsOf("10.7.0.0/17")[0]?.rule).to.include("10.7.0.0/16");
    const ipv6 = { ...place, cluster: { ...place.cluster, vpcIpv6Cidrs: ["2001:db8::/56"] } };
    for (const cidr of ["::/0", "::/1", "2001:0db8::/32", "2001:db8:0:80::/64"]) {
      const [fault] = siteOf(
        programSettingsOf({ hub: withPolicy({ egress: [{ to: [{ ipBlock: { cidr } }] }] }) }),
        ipv6,
      ).faults;
      expect(fault?.rule, cidr).to.include("2001:db8::/56");
    }
  });
});
