# Reads each .ics of a folder with libical and writes what it understood, one JSON line a file. A complaint of its own, or one of
# its iTIP rules (RFC 5546) that is not kept, ends it.
import json, pathlib, sys
import gi
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as I

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
    calendar = I.Component.new_from_string(path.read_bytes().decode("utf-8"))
    if calendar is None or calendar.count_errors() > 0:
        sys.exit(f"{path.name}: libical complains: {calendar and calendar.as_ical_string()}")
    # What is published names no organiser on purpose (a feed may be shared), though RFC 5546 wants one there.
    if calendar.get_method() != I.PropertyMethod.PUBLISH and not I.restriction_check(calendar) or calendar.count_errors() > 0:
        sys.exit(f"{path.name}: not as iTIP has it: {calendar.as_ical_string()}")
    events = []
    event = calendar.get_first_component(I.ComponentKind.VEVENT_COMPONENT)
    while event is not None:
        def time(t):
            assert t.is_utc(), path.name
            return "%04d-%02d-%02dT%02d:%02d:%02dZ" % (t.get_year(), t.get_month(), t.get_day(), t.get_hour(), t.get_minute(), t.get_second())
        attendee = event.get_first_property(I.PropertyKind.ATTENDEE_PROPERTY)
        name = attendee.get_first_parameter(I.ParameterKind.CN_PARAMETER).get_cn() if attendee is not None else ""
        events.append({
            "uid": event.get_uid(), "sequence": event.get_sequence(), "summary": event.get_summary(), "location": event.get_location() or "",
            "description": event.get_description() or "", "start": time(event.get_dtstart()), "end": time(event.get_dtend()), "attendee": name,
        })
        event = calendar.get_next_component(I.ComponentKind.VEVENT_COMPONENT)
    method = {I.PropertyMethod.REQUEST: "REQUEST", I.PropertyMethod.CANCEL: "CANCEL", I.PropertyMethod.PUBLISH: "PUBLISH"}
    print(json.dumps({"file": path.name, "method": method[calendar.get_method()], "events": events}))
