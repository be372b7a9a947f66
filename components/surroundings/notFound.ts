/** Whether a lookup failed because there is no such thing: each AWS service, and the provider, says it in its own words. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  /couldn't find resource|no matching .* found|No cluster found|ResourceNotFoundException|InvalidSubnetID\.NotFound/.test(
    error.message,
  );
