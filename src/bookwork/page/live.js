// The live region: what happened, said politely to those who cannot see it.
"use strict";
{
  /** @type {HTMLElement | undefined} */
  let region;

  /** Say a text aloud; the same text said twice is heard twice. */
  Bookwork.announce = (text) => {
    if (!region) {
      region = Bookwork.make("div", { className: "bw-live bw-away", role: "status" });
      document.body.append(region);
    }
    const box = region;
    box.textContent = "";
    // A region that is filled as it appears is not read: first empty, then full.
    setTimeout(() => { box.textContent = text; }, 100);
  };
}
