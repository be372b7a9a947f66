/** A service of the simulated AWS. */
export type Service = "backup" | "cloudcontrol" | "ec2" | "efs" | "eks" | "iam" | "kms" | "sts";

/**
 * How a call fails: by an answer in the service's own words, or by a connection that breaks without one, before the call was
 * carried out or after.
 */
export type Way = "throttling" | "internal-error" | "unavailable" | "timeout-before" | "timeout-after";

interface Failing {
  /** Several: one of them each time. */
  readonly how: Way | readonly Way[];
  /** How many calls fail. @default 1 */
  readonly times?: number;
  /** How many pass before. @default 0 */
  readonly after?: number;
  /** How long a broken connection was held open. @default 0.1 */
  readonly holdSeconds?: number;
}

/** The next calls of one action fail: `{ service: "efs", action: "CreateFileSystem" }`. */
export interface FailingAction extends Failing {
  readonly service: Service;
  readonly action: string;
}

/** About one in so many calls that change something fails, the same ones for the same seed and order of calls. */
export interface FailingOften extends Failing {
  readonly every: number;
  readonly seed: number;
  /** @default all services */
  readonly service?: Service;
}

/** A call that failed on demand. */
export interface Failed {
  readonly service: Service;
  readonly action: string;
  readonly how: Way;
}

async function ask<T>(method: string, body?: object): Promise<T> {
  const address = `${process.env.AWS_ENDPOINT_URL ?? ""}/local/failures`;
  const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const told = (await answer.json()) as T;
  if (!answer.ok) throw new Error(`the simulated AWS refuses this failure: ${JSON.stringify(told)}`);
  return told;
}

/** Makes the next calls of an action fail; several rules are tried in the order in which they were given. */
export async function failNext(failing: FailingAction): Promise<void> {
  await ask("POST", failing);
}

/** Makes calls fail now and then, for ever unless told how often. */
export async function failOften(failing: FailingOften): Promise<void> {
  await ask("POST", { times: Number.MAX_SAFE_INTEGER, ...failing });
}

/** The calls that failed on demand so far. */
export const failedCalls = (): Promise<Failed[]> => ask("GET");

/** Lets everything pass again; tells which calls failed. */
export const stopFailing = (): Promise<Failed[]> => ask("DELETE");
