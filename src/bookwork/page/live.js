// The live region: what happened, said politely to those who cannot see it.
"use strict";
{
  /** @type {HTMLElement | undefined} */
  let region;
  /** @type {Set<string>} what is about to be said */
  const next = new Set();

  /** Say a text aloud; the same text said twice is heard twice. What is said at once with another
   * text joins it, so that none is lost. Several scripts of a page bring this file: the first one
   * speaks for all, so that a page has one region. */
  Bookwork.announce ??= (text) => {
    if (!region) {
      region = Bookwork.make("div", { className: "bw-live bw-away", role: "status" });
      document.body.append(region);
    }
    const box = region;
    const waits = next.size > 0;
    next.add(text);
    if (waits) return;
    box.textContent = "";
    // A region that is filled as it appears is not read: first empty, then full.
    setTimeout(() => {
      box.textContent = [...next].join(" ");
      next.clear();
    }, 100);
  };
}
