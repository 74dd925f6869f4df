// The result of a cell: what it printed, its drawings, its error. A reader's code may show anything:
// only harmless elements and attributes get into the page.
"use strict";
{
  const { make } = Bookwork;
  const TAGS = new Set(("svg g path rect circle line polygon text tspan title desc table caption "
    + "thead tbody tr th td p div span pre code ul ol li strong em b i br h3 h4").split(" "));
  const ATTRIBUTES = new Set(("d x y x1 x2 y1 y2 cx cy r rx ry points width height viewBox fill "
    + "fill-opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray "
    + "transform font-size font-weight text-anchor role preserveAspectRatio colspan rowspan "
    + "scope aria-label id aria-labelledby aria-describedby").split(" "));
  let shown = 0;

  /** Remove what is not harmless; give ids a name of their own, so that none stands twice. */
  const clean = (/** @type {Element} */ element) => {
    for (const child of [...element.children]) {
      if (TAGS.has(child.localName)) clean(child);
      else child.remove();
    }
    for (const { name, value } of [...element.attributes]) {
      if (!ATTRIBUTES.has(name) || /url\s*\(/i.test(value)) element.removeAttribute(name);
      else if (/^(id|aria-(labelledby|describedby))$/.test(name)) {
        element.setAttribute(name, value.trim().replace(/\S+/g, (id) => `live${shown}-${id}`));
      }
    }
  };

  /** @type {Bookwork.Api["result"]} */
  Bookwork.result = (box) => {
    /** @type {HTMLElement | undefined} */
    let stream;
    const add = (/** @type {HTMLElement} */ element) => {
      stream = undefined;
      box.append(element);
    };
    return {
      box,
      add,
      text(text) {
        const place = stream ?? make("pre");
        if (!stream) add(place);
        stream = place;
        place.append(text);
      },
      show(data) {
        const markup = data["image/svg+xml"] ?? data["text/html"];
        if (markup === undefined) return add(make("pre", {}, data["text/plain"] ?? ""));
        shown += 1;
        const { body } = new DOMParser().parseFromString(markup, "text/html");
        clean(body);
        add(make("div", {}, ...body.childNodes));
      },
      error: (text) => add(make("pre", { className: "bw-error" }, text)),
      // Of a drawing, its title; of an error, its last line.
      said: () => [...box.children].map((part) => (part.querySelector("svg > title") ?? part).textContent
        ?.trim().split("\n").slice(part.className ? -1 : 0).join(" ")).join(". ").slice(0, 300),
    };
  };
}
