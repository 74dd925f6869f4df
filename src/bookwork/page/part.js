// A part's controls: what the reader has put there, read and written.
"use strict";
{
  const { squeeze } = Bookwork;

  /** Return the native controls within an element. */
  Bookwork.controls = (element) =>
    /** @type {HTMLElement[]} */ ([...element.querySelectorAll("input, select, textarea, button")]);

  /** @typedef {HTMLInputElement | HTMLSelectElement} Field a text area counts as an input here */
  const fields = (/** @type {Element} */ element) =>
    /** @type {Field[]} */ ([...element.querySelectorAll("input, select, textarea")]);
  const isPicked = (/** @type {Bookwork.Part} */ part) => "left" in part || "options" in part;
  const optionOf = (/** @type {Element} */ control) =>
    /** @type {HTMLElement | null} */ (control.closest("[data-option]"))?.dataset.option ?? "";
  /** @returns {control is HTMLInputElement} */
  const isButton = (/** @type {Field} */ control) =>
    control.type === "radio" || control.type === "checkbox";

  /** Return what stands in a part, or undefined if it is blank. */
  Bookwork.readPart = (part, element) => {
    if (part.kind === "order") {
      return element.dataset.touched
        ? [...element.querySelectorAll("li")].map((step) => step.dataset.option ?? "") : undefined;
    }
    if (isPicked(part)) {
      const picks = fields(element).filter((each) => isButton(each) ? each.checked : each.value);
      if (!picks.length) return undefined;
      return "left" in part ? Object.fromEntries(picks.map((pick) => [optionOf(pick), pick.value]))
        : picks.map(({ value }) => value);
    }
    const text = fields(element)[0]?.value ?? "";
    return squeeze(text) ? text : undefined;
  };

  /** Put a value into a part; undefined empties it. The value fits: `score` has seen it. */
  Bookwork.writePart = (part, element, value) => {
    if (part.kind === "order") {
      const steps = Array.isArray(value) ? value : [];
      Bookwork.place(element, steps, steps.length > 0);
      return;
    }
    for (const control of fields(element)) {
      const wanted = typeof value === "string" ? [value] : Array.isArray(value) ? value
        : [value?.[optionOf(control)] ?? ""];
      if (isButton(control)) control.checked = wanted.includes(control.value);
      else control.value = wanted[0] ?? "";
    }
  };

  /** Let a click on a map, or near enough for a thumb, pick the place that is marked there. */
  const pointing = (/** @type {HTMLElement} */ element) => {
    element.querySelector("svg")?.addEventListener("click", (event) => {
      const far = (/** @type {Element} */ mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect();
        return Math.hypot(x + width / 2 - event.x, y + height / 2 - event.y);
      };
      const [near] = [...element.querySelectorAll(".bw-mark")].sort((a, b) => far(a) - far(b));
      if (!near || far(near) > 44) return;
      /** @type {HTMLElement | null} */
      (element.querySelector(`[value="${near.getAttribute("data-place")}"]`))?.click();
    });
  };

  /** Make a part's controls more than plain HTML can. */
  Bookwork.prepare = (part, element) => {
    if (part.kind === "order") Bookwork.order(element);
    if (part.kind === "region") pointing(element);
    if (!isPicked(part)) {
      // A browser's suggestions would answer, and its corrections spoil what was meant.
      const plain = { autocomplete: "off", autocapitalize: "off", spellcheck: false };
      for (const field of fields(element)) {
        Object.assign(field, { maxLength: 20000 }, part.kind === "extended" ? {} : plain);
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
