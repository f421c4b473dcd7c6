using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Calendars;

internal sealed class CalendarsAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /my-calendar",                                  "s y y y y y y y y y"),
        new("POST /my-calendar?handler=Make",                     "s y y y y y y y y y"),
        new("POST /my-calendar?handler=End",                      "s - - - - - - - - -"),
        new("GET  /calendar/{feed}.ics",                          "y y y y y y y y y y"), // whoever knows the token
        new("HEAD /calendar/{feed}.ics",                          "y y y y y y y y y y"),
        new("GET  /programme.ics",                                "y y y y y y y y y y"),
        new("HEAD /programme.ics",                                "y y y y y y y y y y"),
        new("GET  /sessions/{session}.ics",                       "y y y y y y y y y y"),
        new("HEAD /sessions/{session}.ics",                       "y y y y y y y y y y"),
        new("GET  /sessions/{private}.ics",                       "n n n n n n n n n n"),
        new("GET  /desk/reminders",                               "s f f f f f f f y y"),
        new("POST /desk/reminders",                               "s f f f f f f f y y", "Forms[WeekBefore].IsOn=true&Forms[WeekBefore].Ahead={days}&Forms[WeekBefore].At=9:00"),
        new("POST /api/v1/replies",                               "n n n n n n n n n n", new { }), // no secret is set
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["feed"] = async world =>
        {
            var token = CalendarFeed.NewToken();
            var person = A.Person($"{Guid.NewGuid():n}@demo.example");
            await world.HasAsync(person, new CalendarFeed(person.Id, token, A.Now));
            return token;
        },
        ["days"] = _ => Task.FromResult($"{Random.Shared.Next(2, 28)}"),
    };
}
