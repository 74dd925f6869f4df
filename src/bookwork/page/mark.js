// The one marking rule: a task and a reply in, points and feedback codes out.
// bookwork/mark/score.py gives the same for the same input; shared vectors keep the two alike.
"use strict";
{
  const { squeeze, readNumber, within, readDate, dateNumber, find } = Bookwork;
  const LONGEST = 20000;

  /** Refuse what no reader can give; the part at fault is named.
   * @returns {never} */
  const refuse = (/** @type {string} */ name) => { throw new RangeError(`no such reply: ${name}`); };
  const isMap = (/** @type {unknown} */ value) =>
    typeof value === "object" && value !== null && !Array.isArray(value);

  /** @returns {Bookwork.State} */
  const stateOf = (/** @type {number} */ earned, /** @type {number} */ possible) =>
    earned === possible ? "right" : earned ? "partly" : "wrong";

  /**
   * @param {Bookwork.Part} part @param {number} possible @param {number} [earned]
   * @param {Bookwork.State} [state] @param {string[]} [feedback]
   * @param {Record<string, Bookwork.Sign>} [marks]
   * @returns {Bookwork.PartMark}
   */
  const mark = (part, possible, earned = 0, state = "blank", feedback = [], marks = {}) =>
    ({ id: part.id, earned, possible, state, feedback, marks });

  /** Return a list of known, distinct options.
   * @param {Bookwork.Picking} part @param {unknown} value */
  const picksOf = (part, value) => {
    const picks = value ?? [];
    if (!Array.isArray(picks) || !picks.every((pick) => part.options.includes(pick))
      || new Set(picks).size < picks.length) refuse(part.id);
    return /** @type {string[]} */ (picks);
  };

  const wordsOf = (/** @type {Bookwork.Part} */ part, /** @type {unknown} */ value) => {
    const words = value ?? "";
    if (typeof words !== "string") return refuse(part.id);
    if (words.length > LONGEST && Array.from(words).length > LONGEST) refuse(part.id);
    return words;
  };

  const one = (/** @type {Bookwork.Choice | Bookwork.Region} */ part, /** @type {string[]} */ [pick, ...more]) => {
    if (pick === undefined) return mark(part, 1);
    if (more.length) refuse(part.id);
    const right = part.key.includes(pick);
    const sign = right ? "right" : "wrong";
    return mark(part, 1, Number(right), sign, [`option:${pick}`], { [pick]: sign });
  };

  const survey = (/** @type {Bookwork.Survey} */ part, /** @type {string[]} */ picks) => {
    if (picks.length > 1 && !part.many) refuse(part.id);
    return mark(part, 0, 0, picks.length ? "unmarked" : "blank");
  };

  /** @param {Bookwork.Choice | Bookwork.Spans} part @param {string[]} picks */
  const many = (part, picks) => {
    const possible = part.key.length;
    if (!picks.length) return mark(part, possible);
    const also = "also" in part ? part.also : [];
    /** @type {Record<string, Bookwork.Sign>} */
    const marks = {};
    const feedback = [];
    let [points, missed] = [0, false];
    for (const option of part.options) {
      const right = part.key.includes(option);
      if (picks.includes(option)) {
        const sign = right ? "right" : also.includes(option) ? "neutral" : "wrong";
        marks[option] = sign;
        points += sign === "right" ? 1 : sign === "wrong" ? -1 : 0;
        feedback.push(`option:${option}`);
      } else if (right) {
        marks[option] = "missed";
        missed = true;
      }
    }
    if (missed) feedback.push("missing");
    const earned = Math.max(0, points);
    return mark(part, possible, earned, stateOf(earned, possible), feedback, marks);
  };

  const match = (/** @type {Bookwork.Match} */ part, /** @type {unknown} */ value) => {
    const pairs = /** @type {Record<string, string>} */ (value ?? {});
    if (!isMap(pairs)) refuse(part.id);
    const answered = Object.entries(pairs);
    for (const [left, right] of answered) {
      if (!part.left.includes(left) || !part.right.includes(right)) refuse(part.id);
    }
    const possible = part.left.length;
    if (!answered.length) return mark(part, possible);
    /** @type {Record<string, Bookwork.Sign>} */
    const marks = {};
    const feedback = [];
    let earned = 0;
    for (const left of part.left) {
      if (!Object.hasOwn(pairs, left)) {
        marks[left] = "missed";
        continue;
      }
      const right = pairs[left] === part.key[left];
      marks[left] = right ? "right" : "wrong";
      earned += Number(right);
      feedback.push(`option:${left}`);
    }
    return mark(part, possible, earned, stateOf(earned, possible), feedback, marks);
  };

  const order = (/** @type {Bookwork.Order} */ part, /** @type {string[]} */ picks) => {
    const possible = part.before.length;
    if (!picks.length) return mark(part, possible);
    if (picks.length < part.options.length) refuse(part.id);
    /** @type {Record<string, Bookwork.Sign>} */
    const marks = {};
    for (const pick of picks) marks[pick] = "right";
    let earned = possible;
    for (const [first, second] of part.before) {
      if (picks.indexOf(first) > picks.indexOf(second)) {
        earned -= 2;
        marks[first] = marks[second] = "wrong";
      }
    }
    earned = Math.max(0, earned);
    const feedback = picks.filter((pick) => marks[pick] === "wrong").map((pick) => `option:${pick}`);
    return mark(part, possible, earned, stateOf(earned, possible), feedback, marks);
  };

  const number = (/** @type {Bookwork.Numeric} */ part, /** @type {string} */ words) => {
    const given = readNumber(words, part.units);
    const key = readNumber(part.value);
    const tolerance = readNumber(part.tolerance);
    if (!given || !key || !tolerance) return "unreadable";
    if (within(given, key, tolerance)) return "accepted";
    const foreseen = part.wrong.findIndex((values) => values.some((value) => {
      const wrong = readNumber(value);
      return wrong && within(given, wrong, [0n, 0]);
    }));
    return foreseen < 0 ? "otherwise" : `wrong:${foreseen}`;
  };

  /** @param {Bookwork.Numeric} part @param {string} words @param {Bookwork.Scale} scale */
  const date = (part, words, scale) => {
    const [read, key] = [readDate(words), readDate(part.value)];
    if (!read || !key) return "unreadable";
    const [given, right] = [dateNumber(read, scale), dateNumber(key, scale)];
    if (given === null || right === null) return "coarse";
    if (Math.abs(given - right) <= Number(part.tolerance)) return "accepted";
    const foreseen = part.wrong.findIndex((values) => values.some((value) => {
      const wrong = readDate(value);
      return wrong && dateNumber(wrong, scale) === given;
    }));
    return foreseen < 0 ? "otherwise" : `wrong:${foreseen}`;
  };

  /** @returns {Bookwork.PartMark} */
  const markPart = (/** @type {Bookwork.Part} */ part, /** @type {unknown} */ value) => {
    if (part.kind === "match") return match(part, value);
    if ("options" in part) {
      const picks = picksOf(part, value);
      switch (part.kind) {
        case "order": return order(part, picks);
        case "survey": return survey(part, picks);
        case "spans": return many(part, picks);
        case "region": return one(part, picks);
      }
      return part.many ? many(part, picks) : one(part, picks);
    }
    const words = wordsOf(part, value);
    const blank = !squeeze(words);
    if (part.kind === "extended") return mark(part, 0, 0, blank ? "blank" : "unmarked");
    if (blank) return mark(part, 1);
    const code = part.kind === "text" ? find(words, part)
      : part.scale === "number" ? number(part, words) : date(part, words, part.scale);
    const right = code === "accepted" || code === "typo";
    return mark(part, 1, Number(right), right ? "right" : "wrong", [code]);
  };

  /** Return the mark of a reply; throw for one that no reader can give. */
  Bookwork.score = (task, reply) => {
    if (!isMap(reply)) refuse("");
    const given = /** @type {Record<string, unknown>} */ (reply);
    const stray = Object.keys(given).find((name) => !task.parts.some((part) => part.id === name));
    if (stray !== undefined) refuse(stray);
    let broken = false;
    const parts = task.parts.map((part) => {
      const found = markPart(part, Object.hasOwn(given, part.id) ? given[part.id] : null);
      if (broken && found.earned) {
        found.earned = 0;
        found.feedback.push("chained");
      }
      broken ||= task.rule === "chain" && found.state !== "right";
      return found;
    });
    const earned = parts.reduce((sum, part) => sum + part.earned, 0);
    const possible = parts.reduce((sum, part) => sum + part.possible, 0);
    const state = parts.every((part) => part.state === "blank") ? "blank"
      : possible ? stateOf(earned, possible) : "unmarked";
    return { earned, possible, state, parts };
  };
}
