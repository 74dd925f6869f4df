import csv

from bookwork.timeline import find, happened_before, in_order, load_events, select

with open("commitments.csv", encoding="utf-8") as file:
    promises = list(csv.DictReader(file))

events = load_events("events.csv")
steps = load_events("steps.csv")  # what happened about the promises

print(len(promises), "promises and", len(steps), "steps")

# %% agr-lab-rungs
rung = "sign"  # change this word, and run again

number = 0
for promise in promises:
    if promise["rung"] == rung:
        number = number + 1
        print(promise["id"], promise["name"])

print(number, "promises stand on the rung", rung)

fullest = ...  # the rung with the most promises
on_it = ...  # how many promises stand on it
print("my answer:", fullest, on_it)

# %% agr-lab-firm
firm = []
soft = []
for promise in promises:
    if promise["rung"] in ["sign", "commit", "will"]:
        firm.append(promise["outcome"])
    else:
        soft.append(promise["outcome"])

print("firm:", firm.count("kept"), "kept, of", len(firm))
print("soft:", soft.count("kept"), "kept, of", len(soft))

firm_share = ...  # how many per cent of the firm ones are kept
soft_share = ...  # how many per cent of the soft ones are kept
print("my answer:", firm_share, soft_share)

# %% agr-lab-after
end = find(events, "e090")
print("after", end)

later = []
for step in steps:
    is_after = ...  # did end come before this step?
    if is_after is True and step.kind not in later:
        print(step.kind, "|", step)
        later.append(...)  # which id goes into the list?

print(len(later), "of", len(promises), "promises:", later)


# %% agr-lab-last
def last_known(rows, promise_id):
    """Say when the last step of one promise was."""
    own = ...  # the steps of this promise alone
    if own == []:
        return ...  # what does it say if there is no step?
    return ...  # the date of the step that is last in time


show = False  # passed the check? Put True here and run
if show:
    confirmed = [step for step in steps if step.confirmed]
    for promise in promises:
        when = last_known(confirmed, promise["id"])
        print(promise["id"], "|", when, "|", promise["name"])
else:
    print("Press Check first. Then put True in place of False.")

for event in events:
    if event.when == "18 August 2023":  # you may write another day
        print(event)


# %% agr-lab-label
def how_many(rows, labels):
    """Count the rows whose outcome is one of the labels."""
    number = 0
    for row in rows:
        if ...:
            number = number + 1
    return number


firm_words = ["sign", "commit", "will"]
firm = [row for row in promises if row["rung"] in firm_words]
soft = [row for row in promises if row["rung"] not in firm_words]

firm_ahead = ["kept"]  # add labels, so that the firm ones are ahead
soft_ahead = ["kept"]  # add labels, so that the soft ones are ahead

show = False  # is your function right? Put True here and run
if show:
    for labels in [firm_ahead, soft_ahead]:
        firm_share = round(how_many(firm, labels) / len(firm) * 100)
        soft_share = round(how_many(soft, labels) / len(soft) * 100)
        print(labels, "firm:", firm_share, "soft:", soft_share)
else:
    print("Press Check first. Then put True in place of False.")
