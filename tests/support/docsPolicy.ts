import { readFile } from "node:fs/promises";

/** A policy that the docs give somebody for a file system of their own, as the runbooks' sed writes it. */
export const docsPolicy = async (access: "iam" | "tls", fileSystemArn: string): Promise<string> => {
  const text = await readFile(new URL(`../../docs/homes-policy-${access}.json`, import.meta.url), "utf8");
  return text.replaceAll("FILE_SYSTEM_ARN", fileSystemArn);
};
