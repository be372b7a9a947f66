// Pulumi starts packs by require(), under a ts-node of its own that takes no ES modules in TypeScript. This file is one
// in JavaScript: from here on, Node loads everything itself.
import "./pack.ts";
