import http from "node:http";
import https from "node:https";

/** Whether an address answers with a success; any failure is a "not yet". */
export async function answers(url: string, options: { ca?: string; token?: string } = {}): Promise<boolean> {
  const { get } = url.startsWith("https:") ? https : http;
  const headers = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
  return new Promise((resolve) => {
    const request = get(url, { ca: options.ca, headers, timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode !== undefined && response.statusCode < 300);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => {
      resolve(false);
    });
  });
}
