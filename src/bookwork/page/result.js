// The result of a cell: what it printed, its drawings, its error. A reader's code may show anything:
// only harmless elements and attributes get into the page.
"use strict";
{
  const { make, say } = Bookwork;
  const TAGS = new Set(("svg g path rect circle ellipse line polyline polygon text tspan title desc "
    + "table caption thead tbody tfoot tr th td p div span pre code ul ol li dl dt dd strong em b i br "
    + "hr h3 h4 h5 h6 blockquote sub sup").split(" "));
  const ATTRIBUTES = new Set(("d x y x1 x2 y1 y2 cx cy r rx ry dx dy points width height viewBox fill "
    + "fill-opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray "
    + "opacity transform font-size font-weight text-anchor role preserveAspectRatio colspan rowspan "
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
    const said = /** @type {string[]} */ ([]);
    const add = (/** @type {HTMLElement} */ element) => {
      stream = undefined;
      box.append(element);
    };
    box.replaceChildren();
    return {
      box,
      text(text) {
        if (!stream) {
          add(make("pre"));
          stream = /** @type {HTMLElement} */ (box.lastElementChild);
        }
        stream.append(text);
        if (said.join("").length < 200) said.push(text);
      },
      show(data) {
        const markup = data["image/svg+xml"] ?? data["text/html"];
        if (markup === undefined) {
          add(make("pre", {}, data["text/plain"] ?? ""));
          said.push(data["text/plain"] ?? "");
          return;
        }
        shown += 1;
        const { body } = new DOMParser().parseFromString(markup, "text/html");
        clean(body);
        add(make("div", {}, ...body.childNodes));
        const title = box.lastElementChild?.querySelector("title")?.textContent;
        said.push(title ? say("Drawing: {title}", { title }) : say("A result is shown."));
      },
      error(text) {
        add(make("pre", { className: "bw-error" }, text));
        said.push(text.split("\n").at(-1) ?? "");
      },
      said: () => said.join(" ").slice(0, 300),
    };
  };

  /** Return words with their `code` as elements. */
  Bookwork.withCode = (words) => words.split("`").map((part, number) =>
    number % 2 ? make("code", {}, part) : part);
}
