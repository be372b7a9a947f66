import { enableCompileCache } from "node:module";

// What Node compiled at an earlier run starts at once, which has to be said before the import.
enableCompileCache();
const { deploy, outputsOf, stackSettings } = await import("./components/index.ts");

export default async () => outputsOf(await deploy(stackSettings()));
