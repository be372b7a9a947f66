// Proves which openings of a security group the rule refuses, in each form that they have.
import { expect } from "chai";
import { nfsFromGroups } from "../../../policy/rules/nfsFromGroups.ts";
import { type Properties, UNKNOWN } from "../../../policy/value.ts";
import { faults } from "../support.ts";

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const old = "aws:ec2/securityGroupRule:SecurityGroupRule";
const group = "aws:ec2/securityGroup:SecurityGroup";
const nfs = { ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };
const nfsInline = { protocol: "tcp", fromPort: 2049, toPort: 2049 };

const bad: [string, string, Properties][] = [
  ["everybody", ingress, { ...nfs, cidrIpv4: "0.0.0.0/0" }],
  ["everybody by IPv6", ingress, { ...nfs, cidrIpv6: "::/0" }],
  ["a whole network", ingress, { ...nfs, cidrIpv4: "10.0.0.0/16" }],
  ["a prefix list", ingress, { ...nfs, prefixListId: "pl-1" }],
  [
    "everybody, among other ports",
    ingress,
    { ipProtocol: "tcp", fromPort: 0, toPort: 65535, cidrIpv4: "0.0.0.0/0" },
  ],
  ["everybody, among all protocols", ingress, { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }],
  [
    "a network, as a rule of the older type",
    old,
    { ...nfsInline, type: "ingress", cidrBlocks: ["10.0.0.0/16"] },
  ],
  [
    "a network, under a protocol in capitals",
    group,
    { ingress: [{ ...nfsInline, protocol: "TCP", cidrBlocks: ["10.0.0.0/16"] }] },
  ],
  ["a network, under a protocol's number", ingress, { ...nfs, ipProtocol: 6, cidrIpv4: "10.0.0.0/16" }],
  [
    "a network, by ports as texts",
    group,
    { ingress: [{ ...nfsInline, fromPort: "2049", toPort: "2049", cidrBlocks: ["10.0.0.0/16"] }] },
  ],
  [
    "a network, among the ports beside it",
    group,
    { ingress: [{ ...nfsInline, fromPort: 2048, toPort: 2050, cidrBlocks: ["10.0.0.0/8"] }] },
  ],
  [
    "everybody, in two halves",
    group,
    { ingress: [{ ...nfsInline, fromPort: 0, toPort: 65535, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }] },
  ],
  [
    "half of everybody, whose other half may be another rule",
    ingress,
    { ipProtocol: "tcp", fromPort: 1, toPort: 65535, cidrIpv4: "128.0.0.0/1" },
  ],
  [
    "everybody, written otherwise",
    group,
    { ingress: [{ protocol: "ALL", fromPort: 0, toPort: 0, cidrBlocks: ["1.2.3.4/0"] }] },
  ],
  ["everybody, within the group", group, { ingress: [{ ...nfsInline, cidrBlocks: ["0.0.0.0/0"] }] }],
];

const good: [string, string, Properties][] = [
  ["a security group", ingress, { ...nfs, referencedSecurityGroupId: "sg-1" }],
  ["something that is not known yet", ingress, { ...nfs, cidrIpv4: UNKNOWN }],
  [
    "everybody to a web server",
    ingress,
    { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
  ],
  [
    "a network to many ports, which may serve something else",
    ingress,
    { ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" },
  ],
  ["everybody by UDP", ingress, { ...nfs, ipProtocol: "udp", cidrIpv4: "0.0.0.0/0" }],
  [
    "a network to the ports above it",
    ingress,
    { ...nfs, fromPort: 2050, toPort: 65535, cidrIpv4: "10.0.0.0/16" },
  ],
  [
    "ports and protocols that are not known yet",
    ingress,
    { ipProtocol: UNKNOWN, fromPort: UNKNOWN, toPort: UNKNOWN, cidrIpv4: "0.0.0.0/0" },
  ],
  ["the way out", old, { ...nfsInline, type: "egress", cidrBlocks: ["0.0.0.0/0"] }],
  ["nobody", group, {}],
  ["rules that are not known yet", group, { ingress: UNKNOWN }],
];

describe("the policy rule nfs-from-groups", () => {
  for (const [title, type, props] of bad) {
    it(`refuses NFS from ${title}`, () => {
      expect(faults(nfsFromGroups, type, props).join()).to.match(
        /^NFS \(2049\) is let in from [\w:./-]+(, [\w:./-]+)*: /,
      );
    });
  }

  for (const [title, type, props] of good) {
    it(`takes a rule that lets in ${title}`, () => {
      expect(faults(nfsFromGroups, type, props)).to.be.empty;
    });
  }
});
