import { serve } from "../engine/serve.ts";
import { awsProvider } from "./provider.ts";

await serve(awsProvider());
