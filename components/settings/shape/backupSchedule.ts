/** A field of alternatives: `*`, a value, a range, each with a step, in any number. */
const field = (value: string): string => {
  const one = String.raw`(\*|${value}(-${value})?)(/\d{1,4})?`;
  return `${one}(,${one})*`;
};

/** One number: AWS Backup starts at most once an hour. */
const minute = String.raw`[0-5]?\d`;
const hour = field(String.raw`([01]?\d|2[0-3])`);
const dayOfMonth = String.raw`(L|${field(String.raw`(0?[1-9]|[12]\d|3[01])W?`)})`;
const month = field("(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)");
const weekday = "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)";
const dayOfWeek = `(L|${weekday}L|${weekday}#[1-5]|${field(weekday)})`;
const year = field(String.raw`(19[7-9]\d|2[01]\d\d)`);

/**
 * When a backup starts: six fields, of which one of the two days, and only one, is `?`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export const backupSchedule = new RegExp(
  String.raw`^cron\(${minute} +${hour} +(\? +${month} +${dayOfWeek}|${dayOfMonth} +${month} +\?) +${year}\)$`,
  "i",
);
