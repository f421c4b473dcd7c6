using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Access;
using BetterTogether.Learning.Web.Tests.Bookings;

namespace BetterTogether.Learning.Web.Tests.Desk;

internal sealed class DeskAccess : IAccess
{
    private const string Session = "Form.Kind=DirectWork&Form.Title=Life story work&Form.Capacity=12&Form.Place=Room 2&Form.Dates[0].Date=2026-09-02&Form.Dates[0].Starts=10:00&Form.Dates[0].Ends=11:30";
    private const string Pattern = "Form.Name=Mornings&Form.FirstMonth=2026-09&Form.LastMonth=2026-12&Form.Slots[0].Starts=10:00&Form.Slots[0].Ends=11:30&Form.Capacity=12";

    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /desk",                                         "s y y y y y y y y y"),
        new("GET  /desk/sessions/new",                            "s f f f f f y y y y"),
        new("POST /desk/sessions/new",                            "s f f f f f y y y y", Session),
        new("GET  /desk/sessions/{session}",                      "s n n n n y y n y y"),
        new("GET  /desk/sessions/{begun-session}",                "s n n n n y y n y y"),
        new("GET  /desk/sessions/{private}",                      "s n n n n y y n y y"), // the desk sees numbers
        new("POST /desk/sessions/{private}?handler=Book",         "s n n n n y y n f f", "Booking.Email={colleague}"),
        new("POST /desk/sessions/{session}?handler=Book",         "s n n n n y y n y y", "Booking.Email={colleague}"),
        new("POST /desk/sessions/{draft}?handler=Publish",        "s n n n n y y n y y"),
        new("POST /desk/sessions/{session-of-booking}?handler=Release&booking={booking}", "s n n n n y y n y y"),
        new("POST /desk/sessions/{begun-session}?handler=Register&date=2026-07-01", "s n n n n y y n y y", "Lines[0].BookingId={begun-booking}&Lines[0].State=Attended"),
        new("GET  /desk/sessions/{session}/edit",                 "s f f f f y y f y y"),
        new("GET  /desk/sessions/{private}/edit",                 "s n n n n y y n f f"),
        new("POST /desk/sessions/{session}/edit",                 "s f f f f y y f y y", Session + "&Version={version}"),
        new("GET  /desk/sessions/{session}/cancel",               "s f f f f y y f y y"),
        new("POST /desk/sessions/{session}/cancel",               "s f f f f y y f y y"),
        new("GET  /desk/series/new",                              "s f f f f f f f y y"),
        new("POST /desk/series/new",                              "s f f f f f f f y y", Pattern + "&Do=save"),
        new("GET  /desk/series/{series}",                         "s f f f f f f f y y"),
        new("POST /desk/series/{series}",                         "s f f f f f f f y y", Pattern + "&Do=save&Version=1"),
        new("POST /desk/series/{series}?handler=Skip&day=2026-09-02", "s f f f f f f f y y"),
        new("GET  /admin/invariants",                             "s f f f f f f f f y"),
        new("POST /api/v1/sessions",                              "s f f f f f f f y y", Bookings.Sessions.Body()),
        new("PATCH /api/v1/sessions/{session}",                   "s f f f f y y f y y", new { title = "Another title" }),
        new("PATCH /api/v1/sessions/{private}",                   "s n n n n y y n f f", new { title = "Another title" }),
        new("POST /api/v1/sessions/{session}/cancel",             "s f f f f y y f y y", new { reason = "Snow" }),
        new("POST /api/v1/series",                                "s f f f f f f f y y", new { name = "Mornings", kind = "learningWednesday", firstMonth = "2026-09-01", lastMonth = "2026-12-01", slots = new[] { new { starts = "10:00:00", ends = "11:00:00" } }, capacity = 12 }),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["session"] = world => HasAsync(world, A.Session(Trained(world))),
        ["private"] = world => HasAsync(world, A.Session(Trained(world) with { Visibility = Visibility.Private })),
        ["draft"] = world => HasAsync(world, A.Draft(Trained(world))),
        ["version"] = world => Task.FromResult($"{A.Session().Version}"),
        ["session-of-booking"] = world => SessionOfAsync(world, "booking"),
        ["begun-session"] = world => SessionOfAsync(world, "begun-booking"),
        ["series"] = async world =>
        {
            var series = Series.Create(A.Series(), A.Now).Value;
            await world.HasAsync([series, .. series.MakeSessions(A.Now)]);
            return series.Id.ToString();
        },
    };

    private static SessionDetails Trained(World world) => A.Details() with { Trainers = [world[Who.Trainer].Id, world[Who.Facilitator].Id] };

    private static async Task<string> HasAsync(World world, Session session)
    {
        await world.HasAsync(session);
        return session.Id.ToString();
    }

    private static async Task<string> SessionOfAsync(World world, string booking)
    {
        var id = Guid.Parse(await world.ThingAsync(booking));
        return await world.App.Ask(async db => (await db.Bookings.FindAsync(id))!.SessionId.ToString());
    }
}
