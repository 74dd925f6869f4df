// The words of the interface: English phrases, and what the book says instead. The object is plain
// JSON: a translation takes its place when the files are joined, and English needs none.
"use strict";
Bookwork.words = {
  "This browser does not keep your answers: they last until you close the page.":
    "This browser does not keep your answers: they last until you close the page.",
  "Moved to place {place} of {all}.": "Moved to place {place} of {all}.",
  "Move up": "Move up",
  "Move down": "Move down",
  "Keep this order": "Keep this order",
  "This order is your answer.": "This order is your answer.",
  "Accepted, with a slip in the spelling.": "Accepted, with a slip in the spelling.",
  "Something right is still missing.": "Something right is still missing.",
  "Not counted yet: what comes before it must be right first.":
    "Not counted yet: what comes before it must be right first.",
  "More exactly, please: like {example}.": "More exactly, please: like {example}.",
  "Write a number in digits.": "Write a number in digits.",
  "Write a date, like {example}.": "Write a date, like {example}.",
  "No partner was chosen.": "No partner was chosen.",
  "Not answered yet.": "Not answered yet.",
  "Right": "Right",
  "Partly right": "Partly right",
  "Not right": "Not right",
  "Missing": "Missing",
  "Neither helps nor hurts": "Neither helps nor hurts",
  "Not answered": "Not answered",
  "Try again": "Try again",
  "I have written my answer: compare": "I have written my answer: compare",
  "Check": "Check",
  "This question has changed since you answered it.":
    "This question has changed since you answered it.",
  "Changed since you checked it. Check again.": "Changed since you checked it. Check again.",
  "You have seen the answer. It counts once you check one of your own.":
    "You have seen the answer. It counts once you check one of your own.",
  "Right.": "Right.",
  "Partly right.": "Partly right.",
  "Not yet.": "Not yet.",
  "Written. Now compare it with the rubric and the samples.":
    "Written. Now compare it with the rubric and the samples.",
  "{earned} of 1 point.": "{earned} of 1 point.",
  "{earned} of {possible} points.": "{earned} of {possible} points.",
  "Put the steps in order first, or choose “Keep this order”.":
    "Put the steps in order first, or choose “Keep this order”.",
  "Choose a partner first.": "Choose a partner first.",
  "Choose an option first.": "Choose an option first.",
  "Choose one or more first.": "Choose one or more first.",
  "Write or choose an answer first.": "Write or choose an answer first.",
  "Try again.": "Try again.",
  "{done} of {all} answered": "{done} of {all} answered",
  "Whole book": "Whole book",
  "{earned} of {possible} points": "{earned} of {possible} points",
  "1 point": "1 point",
  "{points} points": "{points} points",
  "Your answers are in the file {name}.": "Your answers are in the file {name}.",
  "Undo: put my work back": "Undo: put my work back",
  "Your work is back.": "Your work is back.",
  "Erased. You can undo this until you leave the page.":
    "Erased. You can undo this until you leave the page.",
  "Erase my work?": "Erase my work?",
  "Keep my work": "Keep my work",
  "Erase the whole book": "Erase the whole book",
  "Erase this page": "Erase this page",
  "Your answers are kept in this browser only.": "Your answers are kept in this browser only.",
  "Download my work": "Download my work",
  "Erase my work": "Erase my work",
  "Of {all} clauses, our draft says the same in {same}, more in {stronger} and less in {weaker}; {absent} are not in it, and {open} are not judged yet.":
    "Of {all} clauses, our draft says the same in {same}, more in {stronger} and less in {weaker}; {absent} are not in it, and {open} are not judged yet.",
  "Our draft:": "Our draft:",
  "not judged yet": "not judged yet",
  "No sentence found.": "No sentence found.",
  "They promised:": "They promised:",
  "Wording:": "Wording:",
  "Sources:": "Sources:",
  "Our draft beside the promise": "Our draft beside the promise",
  "The report is in the file {name}.": "The report is in the file {name}.",
  "Print the report": "Print the report",
  "Download the report": "Download the report",
  "Our draft, whole:": "Our draft, whole:",
  "These sentences of your draft may speak of it:":
    "These sentences of your draft may speak of it:",
  "No sentence of your draft has one of the words looked for. It may still say it in others.":
    "No sentence of your draft has one of the words looked for. It may still say it in others.",
  "Words looked for": "Words looked for",
  "Compare": "Compare",
  "{found} of {all} clauses may be in your draft. Judge each of them below.":
    "{found} of {all} clauses may be in your draft. Judge each of them below.",
  "Erase the draft and the choices": "Erase the draft and the choices",
  "Paste your communiqué": "Paste your communiqué"
};
