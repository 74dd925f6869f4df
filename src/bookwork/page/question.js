// The question in the page: check, try again, and what is kept of it.
"use strict";
{
  const { make, say, announce, score, store, controls, readPart, writePart } = Bookwork;
  const PAUSE = 400;
  /** @type {Set<Bookwork.Item>} */
  const items = new Set();
  Bookwork.items = items;

  class Question extends HTMLElement {
    /** @type {Bookwork.Task} */
    #task = { rule: "sum", parts: [] };
    /** @type {Bookwork.Mark | undefined} the mark on show */
    #mark;
    /** @type {ReturnType<typeof setTimeout> | undefined} a draft about to be saved */
    #pause;
    #again = make("button", { type: "button", className: "bw-again" }, say("Try again"));
    #result = make("p", { className: "bw-result" });
    book = "";
    quiz = "";
    hash = "";
    possible = 0;

    connectedCallback() {
      const data = this.querySelector(":scope > script");
      if (items.has(this) || !data) return;
      this.#task = JSON.parse(data.textContent ?? "");
      this.possible = score(this.#task, {}).possible;
      this.hash = this.dataset.hash ?? "";
      const home = /** @type {HTMLElement | null} */ (this.closest("[data-book]"));
      this.book = home?.dataset.book ?? "";
      this.quiz = home?.dataset.quiz ?? "";
      for (const part of this.#task.parts) Bookwork.prepare(part, this.#element(part));
      this.#build();
      items.add(this);
      this.restore();
    }

    #element(/** @type {Bookwork.Part} */ part) {
      const found = /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${part.id}"]`));
      if (!found) throw new Error(`${this.id} has no part ${part.id}`);
      return found;
    }

    /** Whether the answer is for the reader to compare, not for the script to mark. */
    get #open() {
      return !this.possible;
    }

    /** Whether the answer is only kept: there is nothing to compare it with. */
    get #bare() {
      return this.#open && !this.querySelector(".bw-rubric");
    }

    #build() {
      const check = make("button", { type: "button", className: "bw-check" },
        this.#bare ? say("Keep my answer") : this.#open ? say("I have written my answer: compare") : say("Check"));
      const number = this.querySelector(".bw-number")?.textContent;
      for (const button of [check, this.#again]) {
        if (number) button.setAttribute("aria-label", `${button.textContent}: ${number}`);
      }
      check.addEventListener("click", () => this.#check());
      this.#again.addEventListener("click", () => this.#tryAgain());
      const form = this.querySelector("fieldset");
      form?.after(make("div", { className: "bw-bar" }, check, this.#again), this.#result);
      form?.addEventListener("input", () => this.#edited());
      form?.addEventListener("keydown", (event) => {
        const field = event.target;
        // While Korean or Japanese is composed, Enter chooses a character.
        if (event.key === "Enter" && !event.isComposing && field instanceof HTMLInputElement
          && field.type === "text") {
          event.preventDefault();
          this.#check();
        }
      });
      this.#key?.addEventListener("toggle", () => this.#shown());
    }

    /** @returns {HTMLDetailsElement | null} */
    get #key() {
      return this.querySelector(".bw-key");
    }

    /** @returns {Bookwork.Reply} */
    #reply() {
      /** @type {Bookwork.Reply} */
      const reply = {};
      for (const part of this.#task.parts) {
        const value = readPart(part, this.#element(part));
        if (value !== undefined) reply[part.id] = value;
      }
      return reply;
    }

    #write(/** @type {Bookwork.Reply} */ reply) {
      for (const part of this.#task.parts) writePart(part, this.#element(part), reply[part.id]);
    }

    #kept() {
      return store(this.book).read().get(this.id);
    }

    /** Return what is kept of the question as it is now. */
    #mine() {
      const kept = this.#kept();
      return kept?.h === this.hash ? kept : undefined;
    }

    /** No draft waits any more. */
    #settle() {
      clearTimeout(this.#pause);
      this.#pause = undefined;
    }

    /** Keep what the question now holds, with the score of its latest check.
     * @param {Partial<Bookwork.Entry>} [news] */
    #keep(news = {}) {
      this.#settle();
      const old = this.#mine();
      /** @type {Bookwork.Entry} */
      const entry = {
        e: 0, n: 0, ...old, h: this.hash, q: this.quiz, p: this.possible, r: this.#reply(),
        s: old?.s === "shown" ? "shown" : "draft", ...news,
      };
      const empty = !Object.keys(entry.r).length && entry.s === "draft" && !entry.n;
      store(this.book).write([[this.id, empty ? null : entry]]);
    }

    /** Save a draft that waits to be saved. */
    save() {
      if (this.#pause !== undefined) this.#keep();
    }

    /** Show what the store holds of this question. An answer to an older version of it stays as
     * a draft wherever it still fits: only its marks have gone stale. */
    restore() {
      this.#settle();
      const entry = this.#kept();
      let reply = entry?.r ?? {};
      let mark = score(this.#task, {});
      try {
        mark = score(this.#task, reply);
      } catch {
        reply = {}; // to a question that was another, or stored by nobody who used this page
      }
      this.#write(reply);
      this.#clear();
      if (!entry) return;
      const answered = Object.keys(entry.r).length > 0;
      if (entry.h !== this.hash) {
        if (answered || entry.n) this.#say(say("This question has changed since you answered it."));
      } else if (entry.s === "shown") this.#say(this.#seen());
      else if (entry.s !== "draft" && mark.state !== "blank") this.#show(mark);
      else if (entry.n && answered) this.#say(this.#stale());
    }

    #say(/** @type {string} */ text) {
      this.#result.textContent = text;
    }

    #seen() {
      return say("You have seen the answer. It counts once you check one of your own.");
    }

    #stale() {
      return this.#bare ? say("Changed since you kept it. Keep it again.")
        : say("Changed since you checked it. Check again.");
    }

    #clear() {
      Bookwork.clearMarks(this);
      this.#mark = undefined;
      this.#again.hidden = true;
      this.dataset.state = "";
      this.#say("");
    }

    /** Show a mark; return it in words. */
    #show(/** @type {Bookwork.Mark} */ mark) {
      this.#clear();
      this.#mark = mark;
      this.#again.hidden = this.#open;
      this.dataset.state = mark.state;
      const words = {
        right: say("Right."), partly: say("Partly right."), wrong: say("Not yet."), blank: "",
        unmarked: this.#bare ? say("Your answer is kept. It is not marked.")
          : say("Written. Now compare it with the rubric and the samples."),
      }[mark.state];
      const points = mark.possible === 1 ? say("{earned} of 1 point.", { earned: mark.earned })
        : mark.possible ? say("{earned} of {possible} points.",
          { earned: mark.earned, possible: mark.possible }) : "";
      const result = `${words} ${points}`.trim();
      this.#say(result);
      return `${result} ${Bookwork.showMarks(this, this.#task, mark)}`;
    }

    /** The answer was changed: its marks no longer hold. */
    #edited() {
      if (this.#mark) {
        this.#clear();
        this.#say(this.#stale());
        announce(this.#stale());
      }
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#keep(), PAUSE);
    }

    #check() {
      const mark = score(this.#task, this.#reply());
      if (mark.state === "blank") {
        const words = this.#whatToDo();
        this.#say(words);
        announce(words);
        return;
      }
      this.#keep({ s: mark.state, e: mark.earned, n: (this.#mine()?.n ?? 0) + 1 });
      announce(this.#show(mark));
      if (this.#open && this.#key) this.#key.open = true;
    }

    /** Return what a reader who has not answered should do. */
    #whatToDo() {
      const [part, more] = this.#task.parts;
      if (part && !more) {
        if (part.kind === "order") {
          return say("Put the steps in order first, or choose \u201cKeep this order\u201d.");
        }
        if (this.querySelector(".bw-right")) return say("Choose a partner first.");
        const many = part.kind === "spans" || ("many" in part && part.many);
        if (many) return say("Choose one or more first.");
        if ("options" in part || "left" in part) return say("Choose an option first.");
      }
      return say("Write or choose an answer first.");
    }

    /** Another try. Wrong picks go and right ones stay, so that the reader recalls what was not
     * known and need not repeat what was; words stay, selected, since a slip may be one letter.
     * What was all right is emptied: recalling it afresh is the only practice left in it. */
    #tryAgain() {
      const mark = this.#mark;
      if (!mark) return;
      /** @type {Bookwork.Reply} */
      const reply = {};
      for (const [id, value] of Object.entries(this.#reply())) {
        const marks = mark.parts.find((part) => part.id === id)?.marks ?? {};
        const stays = (/** @type {string} */ option) => marks[option] !== "wrong";
        const kind = this.#task.parts.find((part) => part.id === id)?.kind;
        reply[id] = typeof value === "string" || kind === "order" ? value
          : Array.isArray(value) ? value.filter(stays)
            : Object.fromEntries(Object.entries(value).filter(([left]) => stays(left)));
      }
      this.#write(mark.state === "right" ? {} : reply);
      this.#clear();
      if (this.#key) this.#key.open = false;
      this.#keep();
      announce(say("Try again."));
      const next = mark.parts.findIndex((part) => part.state !== "right");
      const part = this.#task.parts[Math.max(0, next)];
      const control = part && controls(this.#element(part))[0];
      control?.focus();
      if (control instanceof HTMLInputElement) control.select();
    }

    /** The answer was opened. Before a first check it costs the score, until one is made. */
    #shown() {
      if (!this.#key?.open || this.#open) return;
      const old = this.#kept();
      if (old && (old.h !== this.hash || old.n || old.s === "shown")) return;
      this.#keep({ s: "shown" });
      this.#say(this.#seen());
    }
  }

  Bookwork.saveAll = () => { for (const item of items) item.save(); };
  Bookwork.restoreAll = () => { for (const item of items) item.restore(); };

  Bookwork.start = () => {
    customElements.define("bw-question", Question);
    addEventListener("pagehide", Bookwork.saveAll);
    addEventListener("visibilitychange", Bookwork.saveAll);
    // Another tab has written, or the page comes back as it was left: show what is kept now,
    // except where the reader is at work. A tab in the background has a focus of its own.
    const refresh = () => {
      Bookwork.saveAll();
      const busy = document.hasFocus() ? document.activeElement : null;
      for (const item of items) if (!item.contains(busy)) item.restore();
      document.dispatchEvent(new Event("bookwork:work"));
    };
    addEventListener("storage", ({ key }) => {
      const ours = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-book]"));
      if (key === null || [...ours].some((each) => key === `bookwork:${each.dataset.book}`)) refresh();
    });
    addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });
    Bookwork.showProgress();
    Bookwork.offerWork();
  };
  // Not before the files behind this one have run.
  queueMicrotask(() => Bookwork.start());
}
