/** What the page's scripts share: one object, `Bookwork`, and the shapes of its data. */

declare namespace Bookwork {
  // The task: what marking needs of a question (`Item.task()` in bookwork/model/item.py).
  interface Choice { id: string; kind: "choice"; many: boolean; options: string[]; key: string[] }
  interface Spans { id: string; kind: "spans"; options: string[]; key: string[]; also: string[] }
  interface Match {
    id: string; kind: "match"; left: string[]; right: string[]; key: Record<string, string>;
  }
  interface Order { id: string; kind: "order"; options: string[]; before: [string, string][] }
  interface Text {
    id: string; kind: "text"; accept: string[]; case: boolean; accents: boolean; typos: number;
    wrong: string[][];
  }
  interface Numeric {
    id: string; kind: "numeric"; scale: "number" | Scale; value: string; tolerance: string;
    units: string[]; wrong: string[][];
  }
  interface Region { id: string; kind: "region"; options: string[]; key: string[] }
  interface Survey { id: string; kind: "survey"; many: boolean; options: string[] }
  interface Extended { id: string; kind: "extended" }
  type Part = Choice | Spans | Match | Order | Text | Numeric | Region | Survey | Extended;
  /** What is answered by picking options. */
  type Picking = Choice | Spans | Order | Region | Survey;
  interface Task { rule: "sum" | "chain"; parts: Part[] }

  /** What a reader answers, by part; a part that is not there is blank. */
  type Value = string | string[] | Record<string, string>;
  type Reply = Record<string, Value>;

  // The mark, as bookwork.mark gives it.
  type State = "blank" | "right" | "partly" | "wrong" | "unmarked";
  type Sign = "right" | "wrong" | "missed" | "neutral";
  interface PartMark {
    id: string; earned: number; possible: number; state: State; feedback: string[];
    marks: Record<string, Sign>;
  }
  interface Mark { earned: number; possible: number; state: State; parts: PartMark[] }

  type Scale = "year" | "month" | "day";
  type Decimal = [digits: bigint, places: number];
  type PartialDate = [year: number, month: number | null, day: number | null];

  /** What is kept of one question; the letters keep a book's work small. */
  interface Entry {
    /** hash of the question answered */ h: string;
    /** reply, checked or not */ r: Reply;
    /** points earned at the latest check */ e: number;
    /** points possible */ p: number;
    /** state of `r`: of its mark, or `draft` (not checked), or `shown` (answer seen first) */
    s: Exclude<State, "blank"> | "draft" | "shown";
    /** how often it was checked */ n: number;
    /** quiz */ q: string;
  }
  interface Store {
    readonly book: string;
    read(): Map<string, Entry>;
    /** Write entries; null removes one. */
    write(changes: Iterable<[id: string, entry: Entry | null]>): void;
  }
  /** A question of the page; its work can be put back from the store or saved to it. */
  interface Item extends HTMLElement {
    book: string; quiz: string; hash: string; possible: number;
    restore(): void;
    save(): void;
  }

  // The comparison of a class's draft with a promise.
  interface Clause {
    id: string; question: string; says: string; wording: string; words: string[];
    sources: string[];
  }
  /** What a class has of it: its draft, and what it says of it, by clause. */
  interface Work { draft: string; choices: Map<string, string> }
  interface Desk {
    readonly key: string;
    read(): Work;
    /** Change what is given; an empty choice removes one. */
    write(change: Partial<Work>): void;
  }
  /** One line of the report. */
  interface Row { clause: Clause; choice: string; sentences: string[] }

  // Live code.
  /** What a cell shows, by type. */
  type Bundle = Partial<Record<"image/svg+xml" | "text/html" | "text/plain", string>>;
  /** How a run or a check went. */
  interface Ran {
    /** what kept it from its end: an error in the code, the reader, Python that could not be loaded
     * or broke down */
    end?: "error" | "stopped" | "failed" | "broken";
    /** what Python says of that; what a check says */ text?: string;
    /** of a check */ passed?: boolean;
  }
  interface Job { text?(text: string): void; show?(data: Bundle): void }
  interface Python {
    start(): Promise<void>;
    ask(type: "run" | "check" | "start", data: Record<string, unknown>, job: Job): Promise<Ran>;
    stop(): void;
  }
  interface CodeConfig {
    book: string; page: string; python: string; kit: string;
    /** where a page expects tables that stand elsewhere: path and the table's name */
    also: Record<string, string>;
  }
  /** A reader's code, and the book's that it was made from. */
  interface Kept { code: string; of: string }
  /** What a cell needs of its page. */
  interface Page {
    python: Python;
    kept(id: string): Kept | undefined;
    keep(id: string, kept: Kept | undefined): void;
    /** the code of a lab's first cell, as it stands on the page */ first(lab: string): string;
    run(cell: Cell): Promise<void>;
    /** Put the book's code back; the way back to the reader's stands in a bar. */
    reset(list: Cell[], where: Element): void;
    stop(): void; failed(): void; shown(): void;
  }
  interface Cell {
    box: Element; task: string;
    /** whether what it made is there for the cells after it */ fresh: boolean;
    code(): string;
    /** Put code into the editor: the book's, if none is given. */ put(code?: string): void;
    /** Run or check it; `quiet` says nothing aloud unless it goes wrong. */
    act(type: "run" | "check", quiet?: boolean): Promise<Ran>;
  }
  interface Result {
    box: HTMLElement;
    text(text: string): void; show(data: Bundle): void; error(text: string): void;
    add(element: HTMLElement): void;
    /** the result in a few words */ said(): string;
  }

  interface Api {
    words: Record<string, string>;
    say(phrase: string, values?: Record<string, string | number>): string;
    make<K extends keyof HTMLElementTagNameMap>(
      tag: K, properties?: Record<string, unknown>, ...children: (Node | string)[]
    ): HTMLElementTagNameMap[K];
    announce(text: string): void;
    /** What is set lasts; false if the browser keeps it for this page alone. */
    memory: { get(key: string): string; set(key: string, value: string): boolean };
    squeeze(text: string): string;
    fold(text: string): string;
    readNumber(text: string, units?: string[]): Decimal | null;
    within(value: Decimal, key: Decimal, tolerance: Decimal): boolean;
    readDate(text: string): PartialDate | null;
    dateNumber(date: PartialDate, scale: Scale): number | null;
    find(response: string, part: Text): string;
    score(task: Task, reply: unknown): Mark;
    store(book: string): Store;
    controls(element: Element): HTMLElement[];
    readPart(part: Part, element: HTMLElement): Value | undefined;
    writePart(part: Part, element: HTMLElement, value: Value | undefined): void;
    prepare(part: Part, element: HTMLElement): void;
    order(element: HTMLElement): void;
    place(element: HTMLElement, ids: string[], touched: boolean): void;
    showMarks(question: HTMLElement, task: Task, mark: Mark): string;
    clearMarks(question: HTMLElement): void;
    items: Set<Item>;
    saveAll(): void;
    restoreAll(): void;
    showProgress(): void;
    offerWork(): void;
    sentences(draft: string): string[];
    mentions(sentence: string, words: string[]): boolean;
    desk(book: string, refused: () => void): Desk;
    reportText(rows: Row[], choices: Record<string, string>): string;
    reportParts(rows: Row[], choices: Record<string, string>, level: number): HTMLElement[];
    start(): void;
    button(words: string, act: () => unknown): HTMLButtonElement;
    python(config: CodeConfig, tell: (words: string, step?: number) => void): Python;
    result(box: HTMLElement): Result;
    cell(box: Element, number: number, page: Page): Cell;
    notebook(article: Element, cells: Cell[], files: Record<string, string>): string;
  }
}

declare var Bookwork: Bookwork.Api;
declare var BookworkPython: { files: Record<string, string>; lock: unknown };
declare var BookworkKit: { files: Record<string, string> };
