from itertools import pairwise

from bookwork.timeline import (
    count_by,
    days_between,
    find,
    happened_before,
    in_order,
    load_events,
    select,
)

events = load_events("events.csv")
road = select(events, end="2023-08-17")

print(len(events), "events on the list")
print(len(road), "of them before the day of Camp David")

# %% ctx-lab-wait
first = find(events, "e018")
camp_david = find(events, "e050")
wait = days_between(first, camp_david)

print("From", first)
print("to", camp_david)
print("it took", wait)
print("That is about", round(wait.most / 365.25, 1), "years.")

# Read the line "it took". Write its larger number here.
most = ...

# %% ctx-lab-push
yoon = find(events, "e035")  # a new president takes office in Seoul
missile = find(events, "e037")  # a missile flies over Japan
plan = find(events, "e041")  # Seoul's plan to pay those who won in court
madrid = find(events, "e036")  # three leaders meet in Madrid
trade = find(events, "e031")  # Japan and South Korea: trade lists
notice = find(events, "e032")  # Seoul's notice to end GSOMIA

yoon_first = happened_before(yoon, plan)  # done for you
missile_first = ...  # the missile before the plan?
plan_first = ...  # the plan before Madrid?
trade_first = ...  # the trade lists before the notice?

print("Yoon, then the plan:", yoon_first)
print("The missile, then the plan:", missile_first)
print("The plan, then Madrid:", plan_first)
print("The trade lists, then the notice:", trade_first)

# %% ctx-lab-gap
three = in_order(select(road, country="JP KR US"))

longest = 0
starts = None
for earlier, later in pairwise(three):
    gap = days_between(earlier, later).least
    if ...:
        longest = ...
        starts = ...

print("The longest gap has at least", longest, "days.")
print("It starts with", starts)


# %% ctx-lab-quiet
def quiet_decades(events):
    """The names of the decades without any event."""
    quiet = []
    for decade, number in count_by(events, "decade").items():
        if ...:
            ...
    return quiet


print("The whole road:", quiet_decades(road))
print("Core events only:", quiet_decades(select(road, tier="core")))
print("All three named:", quiet_decades(select(road, country="JP KR US")))

# %% ctx-lab-stories
# A headline says what the story makes a reader believe.
# A story is a list of five ids, as in ["e001", "e002"].
headline_a = ...
story_a = [...]

headline_b = ...
story_b = [...]


def tell(headline, story):
    """Print a story, and count which countries it names."""
    chosen = [event for event in road if event.id in story]
    outside = 0
    only_two = 0
    print(headline)
    for event_id in story:
        if event_id not in [event.id for event in road]:
            print("- not on the road:", event_id)
    for event in chosen:
        print("-", event)
        countries = set(event.countries)
        if not countries <= {"JP", "KR", "US"}:
            outside = outside + 1
        if countries == {"JP", "KR"}:
            only_two = only_two + 1
    print("Events:", len(chosen))
    print("They name a country besides the three:", outside)
    print("They name Japan, South Korea and no other:", only_two)
    print()


tell(headline_a, story_a)
tell(headline_b, story_b)
