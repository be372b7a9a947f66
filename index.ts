import { deploy, outputsOf, stackSettings } from "./components/index.ts";

export default async () => outputsOf(await deploy(stackSettings()));
