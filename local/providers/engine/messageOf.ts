/** What went wrong, for a person: the message, never a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
