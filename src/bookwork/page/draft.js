// The draft: a class's text, taken apart into sentences, and which of them have a word in them.
// Nothing here understands a text: the same draft always gives the same result.
"use strict";
{
  const NUMBERING = /^(?:(?:clause|article|§)\s*)?[([]?\d{1,2}[.):\]]*\s*|^[-*•–]\s+/iu;
  const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

  /** Return a text's words, in lower case. */
  const wordsOf = (/** @type {string} */ text) =>
    text.normalize("NFKC").toLowerCase().replaceAll("’", "'").match(WORD) ?? [];

  /** Return the sentences of a draft, without the numbers of its clauses. A line ends one, too. */
  Bookwork.sentences = (draft) => draft
    .replace(/([.!?]["”’)]?)\s+|([。！？])/gu, "$1$2\n")
    .split(/[\r\n\u2028\u2029]+/u)
    .map((part) => part.replace(/\s+/gu, " ").trim().replace(NUMBERING, ""))
    .filter((part) => /\p{L}/u.test(part));

  /** Whether a sentence has one of these words: one of its own begins with it. Of several words
   * together each must begin one in turn. */
  Bookwork.mentions = (sentence, words) => {
    const own = wordsOf(sentence);
    return words.some((word) => {
      const parts = wordsOf(word);
      return own.some((_, at) => parts.every((part, next) => own[at + next]?.startsWith(part)));
    });
  };
}
