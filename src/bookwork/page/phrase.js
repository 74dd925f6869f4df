// Written phrases, compared as a fair reader would; bookwork/mark/phrase.py is the same.
"use strict";
{
  const { squeeze } = Bookwork;
  const OUTER = " .,;:!?\"'()[]\u2026";
  const LETTERS_PER_SLIP = 4;

  const strip = (/** @type {string} */ text) => {
    let start = 0;
    let end = text.length;
    while (start < end && OUTER.includes(text.charAt(start))) start++;
    while (end > start && OUTER.includes(text.charAt(end - 1))) end--;
    return text.slice(start, end);
  };

  /** Return the form in which phrases are compared. */
  const normal = (/** @type {string} */ text, /** @type {Bookwork.Text} */ part) => {
    let folded = squeeze(text).replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d\u201e]/g, '"').replace(/[\u2010-\u2015\u2212-]/g, " ");
    if (!part.case) folded = folded.toLowerCase();
    if (!part.accents) folded = folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize();
    return strip(squeeze(folded)).replace(/^(?:the|an|a) (?=.)/i, "");
  };

  /**
   * Return the optimal string alignment distance of two phrases, counted to `most` + 1.
   * @param {string[]} a @param {string[]} b @param {number} most
   */
  const slips = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    /** @type {number[]} */ let older = [];
    /** @type {number[]} */ let above = [];
    let row = [0, ...b.keys()].map((_, j) => j);
    const at = (/** @type {number[]} */ line, /** @type {number} */ j) => line[j] ?? 0;
    a.forEach((x, i) => {
      [older, above, row] = [above, row, [i + 1]];
      b.forEach((y, j) => {
        let best = Math.min(at(above, j + 1) + 1, at(row, j) + 1, at(above, j) + (x === y ? 0 : 1));
        if (i && j && x === b[j - 1] && a[i - 1] === y) best = Math.min(best, at(older, j - 1) + 1);
        row.push(best);
      });
    });
    return Math.min(at(row, b.length), most + 1);
  };

  const digits = (/** @type {string} */ text) => text.replace(/[^0-9]/g, "");

  /** Return the feedback code of a written phrase: accepted, typo, wrong:N or otherwise. */
  Bookwork.find = (response, part) => {
    const form = (/** @type {string} */ text) => normal(text, part);
    const given = form(response);
    const keys = part.accept.map(form);
    if (keys.includes(given)) return "accepted";
    const foreseen = part.wrong.findIndex((answers) => answers.map(form).includes(given));
    if (foreseen >= 0) return `wrong:${foreseen}`;
    const letters = Array.from(given);
    for (const key of keys) {
      const all = Array.from(key);
      const allowed = Math.min(part.typos, Math.floor(all.length / LETTERS_PER_SLIP));
      if (allowed && digits(given) === digits(key) && slips(letters, all, allowed) <= allowed) {
        return "typo";
      }
    }
    return "otherwise";
  };
}
