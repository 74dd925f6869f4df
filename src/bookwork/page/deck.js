// Flash cards, one at a time: turn, then say whether you knew it. What you did not know comes again.
"use strict";
{
  const { make, say, announce, memory } = Bookwork;

  /** Deal the cards of one deck. */
  const deal = (/** @type {HTMLElement} */ deck) => {
    const cards = [.../** @type {NodeListOf<HTMLElement>} */ (deck.querySelectorAll("[data-card]"))]
      .map((card) => ({
        id: card.dataset.card ?? "",
        front: card.querySelector("summary")?.textContent ?? "",
        back: card.querySelector("p")?.textContent ?? "",
      }));
    for (const each of deck.querySelectorAll("details")) each.open = true; // for paper
    const key = `bookwork:cards:${deck.dataset.book ?? ""}`;
    const known = new Set(memory.get(key).split(" ").filter(Boolean));
    let pile = cards.filter(({ id }) => !known.has(id));

    const front = make("p", { className: "bw-front", tabIndex: -1 });
    const back = make("p", { className: "bw-back" });
    const count = make("p", { className: "bw-count" });
    const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
      const found = make("button", { type: "button" }, words);
      found.addEventListener("click", act);
      return found;
    };
    const turn = button(say("Turn the card"), () => {
      back.hidden = knew.hidden = again.hidden = false;
      turn.hidden = true;
      announce(back.textContent ?? "");
      knew.focus();
    });
    const go = (/** @type {boolean} */ right) => () => {
      const [card] = pile.splice(0, 1);
      if (!card) return;
      if (right) known.add(card.id);
      else pile.push(card);
      memory.set(key, [...known].join(" "));
      show(true);
    };
    const knew = button(say("I knew it"), go(true));
    const again = button(say("Not yet"), go(false));
    const shuffle = button(say("Shuffle"), () => {
      // The first half between the cards of the second: seen to be other, and the same every time.
      const half = Math.ceil(pile.length / 2);
      pile = pile.slice(0, half).flatMap((card, at) => [pile[half + at] ?? [], card].flat());
      show(true);
    });
    const afresh = button(say("Start again"), () => {
      for (const { id } of cards) known.delete(id);
      memory.set(key, [...known].join(" "));
      pile = [...cards];
      show(true);
    });

    const show = (/** @type {boolean} */ focus) => {
      const [card] = pile;
      const done = cards.filter(({ id }) => known.has(id)).length;
      count.textContent = say("{done} of {all} known", { done, all: cards.length });
      front.textContent = card ? card.front : say("You knew them all.");
      back.textContent = card?.back ?? "";
      back.hidden = knew.hidden = again.hidden = true;
      turn.hidden = !card;
      shuffle.hidden = pile.length < 3;
      if (focus) front.focus();
    };

    deck.prepend(make("div", { className: "bw-card" }, front, back,
      make("div", { className: "bw-bar" }, turn, knew, again),
      make("div", { className: "bw-bar" }, shuffle, afresh), count));
    deck.classList.add("bw-dealt");
    show(false);
  };

  for (const deck of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("bw-cards"))) deal(deck);
}
