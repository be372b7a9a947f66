import type { Step } from "./steps.ts";

const conclusion = {
  import: "It printed an id: it was made. In the place of ID:",
  remove: "It printed an id: it was made, and nothing uses it. In the place of ID, for each:",
} as const;

/** The steps for people, who can paste each command. */
export function stepsText(steps: readonly Step[]): string {
  if (steps.length === 0) return "# Nothing was cut off that could have left something.";
  return steps
    .map(({ type, name, look, then, does }) =>
      [`# ${type} ${name}: was it made?`, look, `#   ${conclusion[does]}`, then].join("\n"),
    )
    .join("\n\n");
}
