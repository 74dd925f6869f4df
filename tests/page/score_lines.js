// Marks for lines: {"task", "reply"} in, the page's mark (or {"error"}) out, a line each.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const page = path.join(__dirname, "..", "..", "src", "bookwork", "page");
for (const name of ["bookwork.js", "quantity.js", "phrase.js", "mark.js"]) {
  vm.runInThisContext(fs.readFileSync(path.join(page, name), "utf8"), { filename: name });
}

const answer = (line) => {
  const { task, reply } = JSON.parse(line);
  try {
    return Bookwork.score(task, reply);
  } catch (reason) {
    // Only a refusal is an answer; a bug in the script must not look like one.
    if (!(reason instanceof RangeError)) throw reason;
    return { error: reason.message };
  }
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
});
