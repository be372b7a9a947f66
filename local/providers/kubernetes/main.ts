import { serve } from "../engine/serve.ts";
import { kubernetesProvider } from "./provider.ts";

await serve(kubernetesProvider());
