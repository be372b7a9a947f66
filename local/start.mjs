// `npm run local`: installs what is missing, then hands over to local/main.ts. Plain JavaScript, see installed.mjs.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install, runFile } from "./installed.mjs";

await install();
await runFile(path.join(path.dirname(fileURLToPath(import.meta.url)), "main.ts"), process.argv.slice(2));
