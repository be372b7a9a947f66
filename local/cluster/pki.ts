import "reflect-metadata";
import { generateKeyPairSync, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto);

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
/** A local environment that is older than that has earned a new start. */
const lifetimeInDays = 365;

/** A certificate and its key, both as PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: string;
}

/** Every certificate and key of the control plane. */
export interface Pki {
  readonly authority: Credential;
  readonly server: Credential;
  readonly clients: Readonly<Record<ClientName, Credential>>;
  /** Signs and checks the tokens of service accounts. */
  readonly serviceAccounts: { readonly privateKey: string; readonly publicKey: string };
}

/** Who talks to the API server with a certificate, and as whom. */
export const clientNames = {
  admin: "CN=local-admin, O=system:masters",
  controllerManager: "CN=system:kube-controller-manager",
  scheduler: "CN=system:kube-scheduler",
} as const;
export type ClientName = keyof typeof clientNames;

/** Makes a new certificate authority for 127.0.0.1 and everything that it signs. */
export async function makePki(now: Date): Promise<Pki> {
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: "CN=jupyterhub-efs local environment",
    ...validity(now),
    signingAlgorithm: algorithm,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign | x509.KeyUsageFlags.digitalSignature,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  let serial = 1;
  const issue = async (subject: string, extensions: x509.Extension[]): Promise<Credential> => {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
    serial += 1;
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: serial.toString(16).padStart(2, "0"),
      subject,
      issuer: authority.subject,
      ...validity(now),
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true), ...extensions],
    });
    return { certificate: certificate.toString("pem"), key: await pem(keys.privateKey) };
  };
  const client = (name: ClientName): Promise<Credential> =>
    issue(clientNames[name], [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])]);
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    authority: { certificate: authority.toString("pem"), key: await pem(authorityKeys.privateKey) },
    server: await issue("CN=kube-apiserver", [
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: "ip", value: "127.0.0.1" },
        { type: "ip", value: "10.96.0.1" },
        { type: "dns", value: "localhost" },
        { type: "dns", value: "kubernetes.default.svc" },
      ]),
    ]),
    clients: {
      admin: await client("admin"),
      controllerManager: await client("controllerManager"),
      scheduler: await client("scheduler"),
    },
    serviceAccounts: {
      privateKey: privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
      publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    },
  };
}

function validity(now: Date): { notBefore: Date; notAfter: Date } {
  const day = 86_400_000;
  // A day back, for machines whose clock is set right in the meantime.
  return {
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + lifetimeInDays * day),
  };
}

async function pem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}
