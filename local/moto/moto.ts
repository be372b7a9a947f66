import { join } from "node:path";

/** Where the simulated AWS is to listen, and with which Python. */
export interface MotoOptions {
  /** A Python whose environment has `requirements.txt` installed. */
  readonly python: string;
  /** A free loopback port. */
  readonly port: number;
  /** The API server that stands behind every EKS cluster; absent: clusters have made-up addresses. */
  readonly kubernetes?: {
    readonly endpoint: string;
    /** The certificate authority, in base64. */
    readonly certificateAuthority: string;
  };
}

/** A command, as a process runner takes it. */
export interface MotoCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The pinned packages, each with its hashes: install them with `pip install --require-hashes -r`. */
export const requirementsFile = join(import.meta.dirname, "requirements.txt");

/** The command that runs the simulated AWS until it gets a signal. */
export function motoCommand({ python, port, kubernetes }: MotoOptions): MotoCommand {
  return {
    command: python,
    // No byte code beside the sources: the checkout stays as it is.
    args: ["-B", join(import.meta.dirname, "server.py"), "--port", String(port)],
    env: {
      PYTHONUNBUFFERED: "1",
      ...(kubernetes !== undefined && {
        LOCAL_KUBERNETES_ENDPOINT: kubernetes.endpoint,
        LOCAL_KUBERNETES_CA: kubernetes.certificateAuthority,
      }),
    },
  };
}

/** Answers as soon as the simulated AWS does. */
export const readyUrl = (endpoint: string): string => `${endpoint}/moto-api/data.json`;
