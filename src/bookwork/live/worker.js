// The worker: Pyodide in a thread of its own, so that a loop that never ends cannot stop the page.
// esbuild joins it with Pyodide into one classic script; it starts from a Blob, also on file: pages.
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";
import harness from "./harness.py";

const HOME = "https://python.invalid/"; // never asked: what Pyodide fetches comes from memory
const MOST = 20_000; // characters of output that a cell may print
/** @type {Record<string, ArrayBuffer>} */
const parts = {};

self.fetch = async (address) => {
  const name = String(address.url ?? address).split("/").pop();
  if (!(name in parts)) throw new Error(`${name} is not in this book`);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(parts[name], { headers: { "Content-Type": type } });
};

const unpack = (text) => {
  const bytes = Uint8Array.fromBase64?.(text)
    ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
    .arrayBuffer();
};

let python;
let job = 0; // the number of what runs now
let waiting = "";
let printed = 0;
let last = 0;
let sent = 0; // messages of the cell that runs
const decoder = new TextDecoder();
const post = (type, data) => self.postMessage({ type, id: job, ...data });

/** Send what was printed. A busy loop leaves no timer a turn, so the clock is looked at instead. */
const flush = () => {
  if (waiting) post("text", { text: waiting });
  waiting = "";
  sent += 1;
  last = performance.now();
};

const write = (bytes) => {
  const text = decoder.decode(bytes, { stream: true });
  const room = Math.max(0, MOST - printed);
  printed += text.length;
  waiting += text.slice(0, room);
  if (room && text.length > room) waiting += "\n… (There is more. It is not shown.)\n";
  // The first lines at once: after them a loop may never end.
  if (sent < 50 || performance.now() - last > 100) flush();
  return bytes.length;
};

const start = async ({ pack, lock, files }) => {
  await Promise.all(Object.entries(pack).map(async ([name, text]) => {
    parts[name] = await unpack(text);
  }));
  post("stage", { stage: "unpacked" });
  python = await loadPyodide({
    createPyodideModule, indexURL: HOME, packageBaseUrl: HOME, lockFileContents: lock,
    checkIntegrity: false, stdin: () => null,
  });
  python.setStdout({ write });
  python.setStderr({ write });
  for (const [name, text] of Object.entries(files)) {
    const folder = name.split("/").slice(0, -1).join("/");
    if (folder) python.FS.mkdirTree(folder);
    python.FS.writeFile(name, text);
  }
  // In a namespace of its own: the reader's code must not meet it by chance.
  const names = python.toPy({ __name__: "harness" });
  python.runPython(harness, { globals: names });
  names.set("show", (json) => {
    flush();
    post("show", { data: JSON.parse(json) });
  });
  python.harness = names;
};

const act = async ({ type, id, ...data }) => {
  job = id;
  printed = sent = 0;
  if (type === "start") {
    await start(data);
    return {};
  }
  const found = type === "run"
    ? python.harness.get("run")(data.code, data.number, data.alone)
    : python.harness.get("check")(data.task, data.first, data.code);
  flush();
  return JSON.parse(found);
};

let queue = Promise.resolve();
self.onmessage = ({ data }) => {
  queue = queue.then(() => act(data)).then(
    (found) => post("done", found),
    (reason) => post("done", { end: "broken", text: String(reason) }),
  );
};
