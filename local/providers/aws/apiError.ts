/** An error that an AWS service answered with. */
interface ServiceAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
  /** EFS and EKS put the text here when the message is empty. */
  readonly Message?: string;
}

const isAnswer = (error: unknown): error is ServiceAnswer => error instanceof Error && "$metadata" in error;

/** Whether a service answered with one of these codes. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && codes.includes(error.name);

/** An error in the words of the official provider: what was done, and what the API said. */
export function apiError(action: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`${action}: ${String(error)}`);
  if (!isAnswer(error)) return new Error(`${action}: ${error.message || error.name}`, { cause: error });
  const status = error.$metadata.httpStatusCode;
  const http = status === undefined ? "" : `https response error StatusCode: ${status}, `;
  const text = error.message !== "" ? error.message : (error.Message ?? "");
  return new Error(`${action}: ${http}api error ${error.name}: ${text}`, { cause: error });
}

/** The answer, or undefined when the service says with one of these codes that there is no such thing. */
export async function unlessMissing<T>(
  answer: Promise<T>,
  ...codes: readonly string[]
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (hasCode(error, ...codes)) return undefined;
    throw error;
  }
}
