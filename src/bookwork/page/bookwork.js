// The object that all scripts of the page share. They are joined in the order of a list, such as
// quiz.files for questions and code.files for live code.
"use strict";
globalThis.Bookwork ??= /** @type {Bookwork.Api} */ ({});

/** Return the words of the interface for an English phrase, its {names} filled in. */
Bookwork.say = (phrase, values = {}) =>
  (Bookwork.words[phrase] ?? phrase).replace(/\{(\w+)\}/g, (whole, name) =>
    String(values[name] ?? whole));

/** Return a new element with properties and children. */
Bookwork.make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
