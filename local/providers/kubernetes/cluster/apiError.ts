import { isProperties, type Properties, type Value } from "../../engine/values.ts";
import { textAt } from "./manifest.ts";

/** What the API server answered instead of what was asked for. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** `NotFound`, `AlreadyExists`, `Conflict`, `Invalid`, `Forbidden`, … */
  readonly reason: string;
  /** What it is about, as `namespaces`. */
  readonly subject: string | undefined;

  constructor(status: number, body: Value) {
    const answer: Properties = isProperties(body) ? body : {};
    super(
      textAt(answer, "message") ??
        `the API server answered ${status}${typeof body === "string" ? `: ${body.trim()}` : ""}`,
    );
    this.status = status;
    this.reason = textAt(answer, "reason") ?? "";
    this.subject = textAt(answer, "details", "kind");
  }
}

/** No answer at all. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The cluster knows no such kind. */
export class NoSuchKind extends Error {
  override readonly name = "NoSuchKind";
}

const isApiError = (error: unknown, reason: string): error is ApiError =>
  error instanceof ApiError && error.reason === reason;

export const isNotFound = (error: unknown): boolean => isApiError(error, "NotFound");
export const isAlreadyExists = (error: unknown): boolean => isApiError(error, "AlreadyExists");
export const isConflict = (error: unknown): boolean => isApiError(error, "Conflict");
export const isForbidden = (error: unknown): boolean => isApiError(error, "Forbidden");
export const isMissingNamespace = (error: unknown): boolean =>
  isApiError(error, "NotFound") && error.subject === "namespaces";
