// Proves with Node's own TLS code that the certificates are signed by the authority and say who they are for.
// Does not prove that Kubernetes accepts them; the engine tests do.
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { expect } from "chai";
import { makePki, type Pki } from "../../../local/cluster/pki.ts";

describe("makePki", () => {
  let pki: Pki;
  before(async () => {
    pki = await makePki(new Date("2026-01-01T00:00:00Z"));
  });

  it("signs every certificate with its own authority", () => {
    const authority = new X509Certificate(pki.authority.certificate);
    expect(authority.ca).to.equal(true);
    for (const { certificate, key } of [pki.server, ...Object.values(pki.clients)]) {
      const issued = new X509Certificate(certificate);
      expect(issued.verify(authority.publicKey)).to.equal(true);
      expect(issued.ca).to.equal(false);
      expect(issued.checkPrivateKey(createPrivateKey(key))).to.equal(true);
    }
  });

  it("makes a server certificate for the loopback address and the cluster's own name", () => {
    const server = new X509Certificate(pki.server.certificate);
    expect(server.checkIP("127.0.0.1")).to.equal("127.0.0.1");
    expect(server.checkHost("kubernetes.default.svc")).to.equal("kubernetes.default.svc");
    expect(server.checkIP("10.0.0.1")).to.equal(undefined);
  });

  it("names the groups that Kubernetes gives rights to", () => {
    expect(new X509Certificate(pki.clients.admin.certificate).subject).to.contain("O=system:masters");
    const scheduler = new X509Certificate(pki.clients.scheduler.certificate).subject;
    expect(scheduler).to.equal("CN=system:kube-scheduler");
  });

  it("gives every certificate another serial number, and a day's tolerance for clocks", () => {
    const all = [pki.authority, pki.server, ...Object.values(pki.clients)].map(
      ({ certificate }) => new X509Certificate(certificate),
    );
    expect(new Set(all.map(({ serialNumber }) => serialNumber)).size).to.equal(all.length);
    expect(all[0]?.validFromDate.toISOString()).to.equal("2025-12-31T00:00:00.000Z");
  });

  it("makes a key pair for service accounts", () => {
    const { privateKey, publicKey } = pki.serviceAccounts;
    const derived = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
    expect(derived).to.equal(publicKey);
  });
});
