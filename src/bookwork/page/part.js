// A part's controls: what the reader has put there, read and written.
"use strict";
{
  const { squeeze } = Bookwork;

  /** Return the native controls within an element. */
  Bookwork.controls = (element) =>
    /** @type {HTMLElement[]} */ ([...element.querySelectorAll("input, select, textarea, button")]);

  const inputs = (/** @type {Element} */ element) =>
    /** @type {NodeListOf<HTMLInputElement>} */ (element.querySelectorAll("input, textarea"));
  const selects = (/** @type {Element} */ element) => element.querySelectorAll("select");
  const optionOf = (/** @type {Element} */ control) =>
    control.closest("li")?.dataset.option ?? "";

  /** Return what stands in a part, or undefined if it is blank. */
  Bookwork.readPart = (part, element) => {
    switch (part.kind) {
      case "match": {
        const pairs = [...selects(element)].filter((select) => select.value)
          .map((select) => [optionOf(select), select.value]);
        return pairs.length ? Object.fromEntries(pairs) : undefined;
      }
      case "order":
        return element.dataset.touched
          ? [...element.querySelectorAll("li")].map((step) => step.dataset.option ?? "") : undefined;
      case "choice":
      case "spans": {
        const picks = [...inputs(element)].filter((input) => input.checked)
          .concat(/** @type {any[]} */ ([...selects(element)].filter((select) => select.value)))
          .map((control) => control.value);
        return picks.length ? picks : undefined;
      }
    }
    const text = inputs(element)[0]?.value ?? "";
    return squeeze(text) ? text : undefined;
  };

  /** Put a value into a part; undefined empties it. The value fits: `score` has seen it. */
  Bookwork.writePart = (part, element, value) => {
    const picks = Array.isArray(value) ? value : [];
    switch (part.kind) {
      case "match":
        for (const select of selects(element)) {
          const pairs = /** @type {Record<string, string>} */ (value ?? {});
          select.value = pairs[optionOf(select)] ?? "";
        }
        break;
      case "order":
        Bookwork.place(element, picks, picks.length > 0);
        break;
      case "choice":
      case "spans":
        for (const input of inputs(element)) input.checked = picks.includes(input.value);
        for (const select of selects(element)) select.value = picks[0] ?? "";
        break;
      default:
        for (const input of inputs(element)) input.value = typeof value === "string" ? value : "";
    }
  };

  /** Make a part's controls more than plain HTML can. */
  Bookwork.prepare = (part, element) => {
    if (part.kind === "order") Bookwork.order(element);
    if (part.kind === "text" || part.kind === "numeric" || part.kind === "extended") {
      // A browser's suggestions would answer, and its corrections spoil what was meant.
      const plain = { autocomplete: "off", autocapitalize: "off", spellcheck: false };
      for (const input of inputs(element)) {
        Object.assign(input, { maxLength: 20000 }, part.kind === "extended" ? {} : plain);
      }
    }
    if (part.kind === "match") {
      // The partner's words in the list itself, so that nobody must look back and forth.
      for (const option of element.querySelectorAll("option")) {
        const partner = option.value && element.querySelector(`.bw-right > [data-option="${option.value}"]`);
        if (partner) option.textContent += ` \u2014 ${squeeze(partner.textContent ?? "")}`;
      }
    }
  };
}
