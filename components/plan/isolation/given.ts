import { isRecord } from "../../settings/path.ts";

/** Whether a value says anything: the chart's own defaults are null, and empty texts, lists and mappings. */
export const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !isEmpty(value);

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
