// Makes sure that the packages of package-lock.json are installed, then runs a file of this checkout with its own Node.
// This file is plain JavaScript for any Node from 20 on: it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const binaries = path.join(repository, "node_modules", ".bin");
const node = path.join(binaries, "node");
const oldestNode = 20;

/** Whether what is installed is what the lock file says; optional packages may be absent, for other machines. */
export function isInstalled(folder = repository) {
  const locked = packagesIn(path.join(folder, "package-lock.json"));
  const installed = packagesIn(path.join(folder, "node_modules", ".package-lock.json"));
  if (locked === undefined || installed === undefined) return false;
  if (!existsSync(path.join(folder, "node_modules", ".bin", "node"))) return false;
  return Object.entries(locked).every(([name, wanted]) => {
    const found = installed[name];
    if (name === "") return true;
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Installs what is missing; says so, with the time it takes, and is silent when there is nothing to do. */
export async function install() {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    fail(
      `Node.js ${oldestNode} or newer is needed, this is ${process.versions.node}. Get it from https://nodejs.org/.`,
    );
  }
  if (isInstalled()) return;
  const begin = Date.now();
  process.stderr.write("  installing the packages of package-lock.json …\n");
  // Install scripts are left out: the only one that is needed fetches Node, and is run by itself.
  await npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
  await npm("rebuild", "node", "--ignore-scripts=false", "--foreground-scripts");
  if (!existsSync(node))
    fail(`"${node}" is missing after the installation: the package "node" could not fetch its binary.`);
  process.stderr.write(
    `  installing the packages of package-lock.json: done in ${Math.round((Date.now() - begin) / 1000)} s\n`,
  );
}

async function npm(...args) {
  // Not the Node in node_modules, which npm is about to replace.
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== binaries);
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  const child = spawn("npm", args, { cwd: repository, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const outcome = await ending(child);
  if (outcome.code === 0) return;
  if (outcome.signal !== null) process.exit(128 + constants.signals[outcome.signal]);
  if (outcome.error !== undefined)
    fail(`npm is missing (${outcome.error.message}). It comes with Node.js: https://nodejs.org/.`);
  fail(`npm ${args[0]} failed:\n${output.trimEnd()}`);
}

/** Runs a file with the checkout's Node: in this process if it is that one already, else in one that gets our signals. */
export async function runFile(file, args) {
  if (path.resolve(process.execPath) === path.resolve(realNode())) {
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node, [file, ...args], { stdio: "inherit" });
  const { code, signal, error } = await ending(child);
  if (error !== undefined) fail(`"${node}" could not be started: ${error.message}`);
  process.exitCode = code ?? 128 + constants.signals[signal];
}

function realNode() {
  return path.join(repository, "node_modules", "node", "bin", "node");
}

/** Waits for a child, passing our signals on; the child decides what they mean. */
function ending(child) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, signal: null, error }));
    child.on("close", (code, signal) => resolve({ code, signal, error: undefined }));
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass);
  });
}

function fail(message) {
  process.stderr.write(`error: ${message}\n`);
  process.exit(1);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await install();
  const [file, ...args] = process.argv.slice(2);
  if (file !== undefined) await runFile(path.resolve(repository, file), args);
}
