# Reads each .ics of a folder with python-icalendar and writes what it understood, one JSON line a file.
import json, pathlib, sys
from datetime import timezone
from icalendar import Calendar

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
    calendar = Calendar.from_ical(path.read_bytes())
    events = []
    for event in calendar.walk("VEVENT"):
        if event.errors:
            sys.exit(f"{path.name}: {event.errors}")
        time = lambda name: event.decoded(name).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        attendee = event.get("attendee")
        events.append({
            "uid": str(event["uid"]), "sequence": int(event["sequence"]), "summary": str(event["summary"]), "location": str(event.get("location", "")),
            "description": str(event.get("description", "")), "start": time("dtstart"), "end": time("dtend"),
            "attendee": str(attendee.params["cn"]) if attendee is not None else "",
        })
    if calendar.errors:
        sys.exit(f"{path.name}: {calendar.errors}")
    print(json.dumps({"file": path.name, "method": str(calendar["method"]), "events": events}))
