/** Whether a lookup failed because there is no such thing: each AWS service, and the provider, says it in its own words. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  /couldn't find resource|no matching .* found|No cluster found|ResourceNotFoundException|InvalidSubnetID\.NotFound/.test(
    error.message,
  );

/** What was looked up; undefined where there is no such thing. */
export async function unlessMissing<T>(lookup: Promise<T>): Promise<T | undefined> {
  try {
    return await lookup;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
