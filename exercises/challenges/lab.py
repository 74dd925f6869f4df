from bookwork.spans import Span, covers, find_span, load_spans, overlap
from bookwork.timeline import bar_chart, find, load_events, select

events = load_events("events.csv")
leaders = load_spans("leaders.csv")

# The three leaders in office on the day of Camp David.
camp_david = find(events, "e050")
three = [leader for leader in leaders if covers(leader, camp_david)]

for leader in leaders:
    print(leader)

# %% cha-lab-in-office
meeting = find(events, "e050")

print("In office:", meeting)
for leader in leaders:
    if covers(leader, meeting):
        print("-", leader.name)

still_there = ...

# %% cha-lab-together
kishida = find_span(leaders, "Kishida")
biden = find_span(leaders, "Biden")
yoon = find_span(leaders, "Yoon")

# The time after Camp David: it has a start and no end.
after = Span("after Camp David", camp_david.date)

two_of_them = overlap(after, biden, yoon)
print("Biden and Yoon:", two_of_them)

together = ...
print("All three:", together)

# %% cha-lab-steps-met
steps = select(
    events,
    track="agreements",
    country="JP KR US",
    start="2023-08-19",
)

met = []
for step in steps:
    still = 0
    for leader in three:
        if covers(leader, step):
            ...  # 1. make still larger by one
    ...  # 2. put still at the end of met

print(met)
counts = {
    "all three": met.count(3),
    "two": met.count(2),
    "one": met.count(1),
    "none": met.count(0),
}
bar_chart(counts, title="Steps: how many of the three were in office?")


# %% cha-lab-who-led
def who_led(spans, country, event):
    """The name of the leader, or "not known"."""
    for span in spans:
        if ...:  # this country, and the span covers the event
            return ...
    return "not known"


for id in ["e089", "e090", "e091", "e094"]:
    moment = find(events, id)
    print(moment)
    print("    South Korea:", who_led(leaders, "KR", moment))

# %% cha-lab-two-readers
later = select(events, start="2025-04-05")
later = [event for event in later if event.confirmed]

country = "JP"
kind_a = "summit"
kind_b = "election"

reader_a = select(later, country=country, kind=kind_a)
reader_b = select(later, country=country, kind=kind_b)

print("Everything that names", country)
for event in select(later, country=country):
    print("   ", event.track, "|", event.kind, "|", event.title)
print("Reader A sees")
for event in reader_a:
    print("   ", event.track, "|", event.title)
print("Reader B sees")
for event in reader_b:
    print("   ", event.track, "|", event.title)
