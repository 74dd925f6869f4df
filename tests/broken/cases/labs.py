"""Faults in labs."""

from tests.broken.kit import Case

FOLDER = "exercises/context"
LAB, STARTER, MODEL, CHECKS, TRIALS = (
    f"{FOLDER}/{name}" for name in ("lab.yml", "lab.py", "model.py", "check_lab.py", "trials.yml")
)
ID, SLIP = "ctx-lab-wait", "ctx-lab-wiat"
WAIT = f"- id: {ID}\n"
GONE, NEAR = "there is no such task in lab.yml", f"did you mean '{ID}'?"

LABS = [
    Case(
        "a lab of another name", LAB, "lab: context\n", "lab: contexts\n",
        "", "the lab calls itself 'contexts'", "name it after its folder: 'context'",
    ),
    Case("an unknown field of a lab", LAB, "title: ", "level: 2\ntitle: ",
         "", "unknown field 'level'", "remove it"),
    Case(
        "a task's unknown field", LAB, "  minutes: ", "  lenght: 2\n  minutes: ",
        ID, "unknown field 'lenght'", "remove it", WAIT,
    ),
    Case(
        "a task that is too long", LAB, "  minutes: ", "  minutes: 9",
        ID, "'minutes': input should be less than or equal to 45", "see 'bookwork schema'", WAIT,
    ),
    Case(
        "a task of an unknown objective", LAB, "  objective: ", "  objective: zz-",
        ID, "there is no objective 'zz-", "", WAIT,
    ),
    Case(
        "a task that rests on nothing known", LAB, "  evidence: [", "  evidence: [e999, ",
        ID, "there is no event 'e999'", "see seeds/events.yml", WAIT,
    ),
    Case(
        "a task without a title", LAB, "  title: ", "  titel: ",
        ID, "unknown field 'titel'", "did you mean 'title'?", WAIT, alone=False,
    ),
    Case(
        "a task with an active text", LAB, "  find: ", "  find: <b>",
        ID, "HTML stands in the text", "write Markdown", WAIT,
    ),
    Case(
        "a cell of no task", STARTER, f"# %% {ID}\n", f"# %% {SLIP}\n",
        SLIP, GONE, NEAR, alone=False,
    ),
    Case(
        "a model that Python cannot read", MODEL, f"# %% {ID}\n", f"# %% {ID}\nx = = 1\n",
        "", "Python cannot read this: invalid syntax", "mend the line", at="x = = 1",
    ),
    Case(
        "a check of no task", CHECKS, f'@checks("{ID}")', f'@checks("{SLIP}")',
        SLIP, GONE, NEAR, alone=False,
    ),
    Case(
        "a message that is not there", CHECKS, 'answer.wrong("', 'answer.wrong("zz-',
        ID, "there is no message 'zz-", "", f'@checks("{ID}")', alone=False,
    ),
    Case(
        "a trial of a message that is not there", TRIALS, "    gets: ", "    gets: zz-",
        ID, "'", "name one of the task's messages", f"{ID}:\n",
    ),
    Case(
        "trials of no task", TRIALS, f"{ID}:\n", f"{SLIP}:\n",
        SLIP, GONE, NEAR, alone=False,
    ),
]  # fmt: skip
