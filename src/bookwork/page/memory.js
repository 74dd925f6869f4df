// What the page remembers beside answers: choices and places, in the reader's own browser. Where
// the browser refuses, they last as long as the page.
"use strict";
{
  /** @type {Map<string, string>} */
  const here = new Map();

  Bookwork.memory = {
    get(key) {
      try {
        return localStorage.getItem(key) ?? here.get(key) ?? "";
      } catch {
        return here.get(key) ?? "";
      }
    },
    set(key, value) {
      here.set(key, value);
      try {
        if (value) localStorage.setItem(key, value);
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false; // kept for this page alone
      }
    },
  };
}
