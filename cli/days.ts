/** A count of days, as a person would say it. */
export const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
