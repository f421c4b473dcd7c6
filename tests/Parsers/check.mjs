// Reads each .ics of a folder with ical.js and writes what it understood, one JSON line a file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ics")).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((event) => {
    const text = (name) => event.getFirstPropertyValue(name) ?? "";
    const time = (name) => event.getFirstPropertyValue(name).toJSDate().toISOString().replace(".000Z", "Z");
    return {
      uid: text("uid"), sequence: Number(text("sequence")), summary: text("summary"), location: text("location"), description: text("description"),
      start: time("dtstart"), end: time("dtend"), attendee: event.getFirstProperty("attendee")?.getParameter("cn") ?? "",
    };
  });
  console.log(JSON.stringify({ file, method: calendar.getFirstPropertyValue("method"), events }));
}
