/** Whether something holds. `maybe`: it depends on what nobody can know before a mount. */
export type Answer = "yes" | "no" | "maybe";

/** Whether all hold. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return answers.includes("maybe") ? "maybe" : "yes";
}

/** Whether one of them holds. */
export function oneOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

/** Whether it does not hold. */
export const not = (answer: Answer): Answer =>
  answer === "maybe" ? "maybe" : answer === "yes" ? "no" : "yes";

/** What holds for certain, or does not. */
export const certainly = (holds: boolean): Answer => (holds ? "yes" : "no");

/** The answer that all agree on. */
export const agreed = (answers: readonly Answer[]): Answer =>
  answers.every((answer) => answer === answers[0]) ? (answers[0] ?? "maybe") : "maybe";
