/** The forms of a time that the engine's YAML knows: a date, or a date and a time of day. */
const yamlTime =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[+-]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?))?$/;

/**
 * An unquoted date or time as the engine hands it to a program: `2026-08-10` is `2026-08-10 00:00:00 +0000 UTC`.
 * Undefined: not a time, so text.
 */
export function engineTime(source: string): string | undefined {
  const match = yamlTime.exec(source);
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", ...time] = match;
  const [hourT, minuteT, secondT, fractionT, zone, hourS, minuteS, secondS, fractionS] = time;
  const date = [year, pad(month), pad(day)].join("-");
  const clock = [hourT ?? hourS, minuteT ?? minuteS, secondT ?? secondS].map((part) => pad(part ?? "0"));
  if (!isDay(date) || !isClock(clock)) return undefined;
  const fraction = (fractionT ?? fractionS ?? "").slice(0, 10).replace(/\.?0*$/, "");
  return `${date} ${clock.join(":")}${fraction} ${goZone(zone)}`;
}

const pad = (part: string): string => part.padStart(2, "0");

const isDay = (date: string): boolean => {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
};

const isClock = ([hour, minute, second]: readonly string[]): boolean =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;

/** Go writes a zone's offset, and its name; a zone without a name is its offset again. */
function goZone(zone = "Z"): string {
  const offset = zone === "Z" ? "+0000" : zone.replace(":", "");
  return offset === "+0000" ? "+0000 UTC" : `${offset} ${offset}`;
}
