import { isOpaque, SECRET } from "../components/settings/secret.ts";

/** A value on a line: what must not be shown isn't. */
export const shown = (value: unknown): string => (isOpaque(value) ? SECRET : String(value));
