// Python in a thread of its own: loaded when it is asked for, asked to run code, stopped by force.
"use strict";
{
  const { make, say } = Bookwork;
  const STOPPED = new Error("stopped");
  /** @type {Map<string, Promise<unknown>>} what this page has loaded, or is loading */
  const loaded = new Map();

  /** Load a script of the book. A file: page can load nothing else. */
  const load = (/** @type {string} */ src) => {
    const found = loaded.get(src) ?? new Promise((done, failed) => {
      document.head.append(make("script", {
        src, onload: done, onerror: () => { loaded.delete(src); failed(new Error(src)); },
      }));
    });
    loaded.set(src, found);
    return found;
  };

  const unpack = (/** @type {string} */ text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
      .text();
  };

  /** @type {Bookwork.Api["python"]} */
  Bookwork.python = (config, tell) => {
    /** @type {Worker | undefined} */
    let worker;
    /** @type {Promise<void> | undefined} */
    let ready;
    let last = 0;
    let life = 0; // counts the workers that were ended
    /** @type {(value?: unknown) => void} */
    let cut = () => {};
    let over = new Promise((done) => { cut = done; }); // that this life was ended
    /** @type {Map<number, Bookwork.Job & { done(ran: Bookwork.Ran): void }>} */
    const jobs = new Map();

    const end = (/** @type {Bookwork.Ran} */ how) => {
      worker?.terminate();
      worker = ready = undefined;
      life += 1;
      cut();
      over = new Promise((done) => { cut = done; });
      const open = [...jobs.values()];
      jobs.clear();
      for (const job of open) job.done(how);
    };

    /** @type {Bookwork.Python["ask"]} */
    const send = (type, data, job) => new Promise((done) => {
      jobs.set(++last, { ...job, done });
      worker?.postMessage({ type, id: last, ...data });
    });

    const hear = (/** @type {MessageEvent} */ { data: { type, id, ...data } }) => {
      const job = jobs.get(id);
      if (type === "stage") tell(say("Starting Python …"), 2);
      else if (type === "text") job?.text?.(data.text);
      else if (type === "show") job?.show?.(data.data);
      else {
        jobs.delete(id);
        job?.done(data);
      }
    };

    const boot = async (/** @type {number} */ mine) => {
      const go = () => { if (mine !== life) throw STOPPED; };
      tell(say("Loading Python …"), 0);
      await Promise.all([config.python, config.kit].map(load));
      go();
      const { files: { "worker.js": code = "", ...pack }, lock } = BookworkPython;
      tell(say("Unpacking Python …"), 1);
      const script = new Blob([await unpack(code)], { type: "text/javascript" });
      go();
      const files = { ...BookworkKit.files };
      for (const [path, name] of Object.entries(config.also)) files[path] = files[name] ?? "";
      const address = URL.createObjectURL(script);
      const found = worker = new Worker(address);
      found.onmessage = hear;
      // Out of memory, or the page's policy forbids it: nothing will answer any more. One that was
      // stopped may still complain.
      found.onerror = (event) => {
        event.preventDefault();
        if (found === worker) end({ end: "broken", text: event.message ?? "" });
      };
      const ran = await send("start", { pack, lock, files }, {});
      URL.revokeObjectURL(address);
      if (ran.end) throw ran.end === "stopped" ? STOPPED : new Error(ran.text);
    };

    /** @returns {Promise<void>} */
    const start = () => {
      const mine = life;
      ready ??= boot(mine).catch((reason) => {
        if (reason === STOPPED) return start(); // the next one counts
        if (mine === life) end({ end: "stopped" });
        throw reason;
      });
      return ready;
    };

    return {
      start,
      async ask(type, data, job) {
        const mine = life;
        try {
          await Promise.race([start(), over]);
        } catch {
          return { end: "failed" };
        }
        return mine === life ? send(type, data, job) : { end: "stopped" };
      },
      stop: () => end({ end: "stopped" }),
    };
  };
}
