// Python in a thread of its own: loaded when it is asked for, asked to run code, stopped by force.
"use strict";
{
  const { make, say } = Bookwork;
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
    /** @type {Map<number, Bookwork.Job & { done(ran: Bookwork.Ran): void }>} */
    const jobs = new Map();

    const end = (/** @type {Bookwork.Ran} */ how) => {
      worker?.terminate();
      worker = ready = undefined;
      life += 1;
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

    const boot = async () => {
      tell(say("Loading Python …"), 0);
      await Promise.all([config.python, config.kit].map(load));
      const { files: { "worker.js": code = "", ...pack }, lock } = BookworkPython;
      tell(say("Unpacking Python …"), 1);
      const script = new Blob([await unpack(code)], { type: "text/javascript" });
      const address = URL.createObjectURL(script);
      const mine = worker = new Worker(address);
      mine.onmessage = hear;
      // Out of memory, or the page's policy forbids it: nothing will answer any more. One that was
      // stopped may still complain.
      mine.onerror = (event) => {
        event.preventDefault();
        if (mine === worker) end({ end: "broken", text: event.message ?? "" });
      };
      const ran = await send("start", { pack, lock, files: BookworkKit.files }, {});
      URL.revokeObjectURL(address);
      if (ran.end) throw new Error(ran.text);
    };

    const start = () => {
      const mine = life;
      ready ??= boot().catch((reason) => {
        if (mine === life) end({ end: "stopped" });
        throw reason;
      });
      return ready;
    };

    return {
      start,
      async ask(type, data, job) {
        const mine = life;
        const isReady = await start().then(() => true, () => false);
        if (isReady && mine === life) return send(type, data, job);
        return { end: isReady || worker ? "stopped" : "failed" };
      },
      stop: () => end({ end: "stopped" }),
    };
  };
}
