import type { Raw } from "./moves.ts";

export const created = (create: Raw): Raw => ({ fileSystem: { create } });
const keyThere = (digit: string) =>
  `arn:aws:kms:eu-west-1:123456789012:key/${digit.repeat(8)}-2222-3333-4444-555555555555`;
export const replicated = (more: Raw = {}): Raw => created({ replication: { region: "eu-west-1", ...more } });

/** What is taken back of the copies of homes: before, after, what is to be read, and the word that lets it through. */
export const takenBack: readonly (readonly [
  path: string,
  before: Raw,
  after: Raw,
  said: RegExp,
  word: string,
])[] = [
  ["fileSystem.create.backup", created({ backup: {} }), {}, /vault that was made/, "plan"],
  [
    "fileSystem.create.backup",
    created({ backup: { vault: "mine" } }),
    created({ backup: false }),
    /stay in your vault.*No others are made/s,
    "plan",
  ],
  [
    "fileSystem.create.backup.vault",
    created({ backup: {} }),
    created({ backup: { vault: "mine" } }),
    /vault that was made.*new ones go into yours/s,
    "made",
  ],
  ["fileSystem.create.replication.region", replicated(), {}, /no copy of homes in eu-west-1/, "eu-west-1"],
];

/** Another replica of the same file system. */
export const otherReplicas: typeof takenBack = [
  [
    "fileSystem.create.replication.region",
    replicated(),
    replicated({ region: "eu-west-2" }),
    /made anew/,
    "eu-west-1",
  ],
  [
    "fileSystem.create.replication.kmsKeyArn",
    replicated(),
    replicated({ kmsKeyArn: keyThere("1") }),
    /made anew/,
    "nothing",
  ],
  [
    "fileSystem.create.replication.kmsKeyArn",
    replicated({ kmsKeyArn: keyThere("1") }),
    replicated({ kmsKeyArn: keyThere("2") }),
    /made anew/,
    keyThere("1"),
  ],
];
