using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Bookings;

internal sealed class BookingsAccess : IAccess
{
    private const string Attended = "/api/v1/bookings/{begun-booking}/attendance";

    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /my-bookings",                                  "s y y y y y y y y y"),
        new("GET  /bookings/{booking}",                           "s y n n n n n n n n"),
        new("POST /bookings/{offer}?handler=Accept",              "s y n n n n n n n n"),
        new("POST /bookings/{offer}?handler=Decline",             "s y n n n n n n n n"),
        // A manager releases here too; only the page is the owner's.
        new("POST /bookings/{booking}?handler=Cancel",            "s y n y n n n n n n"),
        new("GET  /api/v1/me/bookings",                           "s y y y y y y y y y"),
        new("POST /api/v1/sessions/{session}/bookings",           "s y y y y y y y y y", new { confirmClash = true }),
        new("POST /api/v1/sessions/{private}/bookings",           "s n n n n y y n n n", new { confirmClash = true }),
        new("POST /api/v1/bookings/{booking}/cancel",             "s y n y n n n n y y"),
        new("POST /bookings/{booking}?handler=Move",              "s y n n n n n n n n", "to={other-date}"),
        new("POST /api/v1/bookings/{booking}/move",               "s y n n n n n n n n", new { sessionId = "{other-date}" }),
        new("POST /api/v1/bookings/{offer}/accept",               "s y n n n n n n n n"),
        new("POST /api/v1/bookings/{offer}/decline",              "s y n n n n n n n n"),
        new($"PUT {Attended}",                                    "s n n n n y y n y y", new { state = "attended" }),
        new($"PUT {Attended.Replace("begun", "private")}",        "s n n n n y y n n n", new { state = "attended" }),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["booking"] = async world => (await BookedAsync(world, startsAtUtc: A.Start)).ToString(),
        ["begun-booking"] = async world => (await BookedAsync(world, startsAtUtc: A.Now.AddHours(-1))).ToString(),
        ["private-booking"] = async world => (await BookedAsync(world, startsAtUtc: A.Now.AddHours(-1), Visibility.Private)).ToString(),
        ["offer"] = OfferAsync,
        ["other-date"] = async world =>
        {
            var session = A.Session(startsAtUtc: A.Start.AddDays(7));
            await world.HasAsync(session);
            return session.Id.ToString();
        },
        ["colleague"] = async world =>
        {
            var colleague = A.Person($"colleague-{Guid.NewGuid():n}@demo.example", managedBy: world[Who.Manager].Id);
            await world.HasAsync(colleague);
            return colleague.Email;
        },
    };

    /// <summary>Forty sessions with thirty people on each, all the manager's; the owner is on every one, of days gone by too.</summary>
    public async Task ManyAsync(World world)
    {
        var crowd = Enumerable.Range(0, 30).Select(i => A.Person($"crowd{i}@demo.example", managedBy: world[Who.Manager].Id)).ToList();
        await world.HasAsync([.. crowd]);
        foreach (var (name, visibility, kind, days) in new[] { ("session", Visibility.Open, SessionKind.LearningWednesday, 0), ("private", Visibility.Private, SessionKind.DirectWork, 0), ("begun-session", Visibility.Open, SessionKind.DirectWork, -90) })
        {
            for (var i = 0; i < 14; i++)
            {
                var startsAtUtc = A.Start.AddDays(days);
                var before = startsAtUtc.AddDays(-70);
                var details = A.Details(capacity: 40, startsAtUtc: startsAtUtc, kind: kind) with { Visibility = visibility, Trainers = [world[Who.Trainer].Id, world[Who.Facilitator].Id] };
                var session = A.Session(details, before);
                var mine = A.Booking(session, world[Who.Owner].Id, nowUtc: before);
                await world.HasAsync([session, mine, .. crowd.Select(person => A.Booking(session, person.Id, nowUtc: before))]);
                world.Is(name, session.Id);
                world.Is("booking", mine.Id);
            }
        }
    }

    /// <summary>The owner's place on a session that trainer and facilitator hold.</summary>
    private static async Task<Guid> BookedAsync(World world, DateTime startsAtUtc, Visibility visibility = Visibility.Open)
    {
        var before = startsAtUtc.AddDays(-7);
        var details = A.Details(startsAtUtc: startsAtUtc) with { Visibility = visibility, Trainers = [world[Who.Trainer].Id, world[Who.Facilitator].Id] };
        var session = A.Session(details, before);
        var booking = A.Booking(session, world[Who.Owner].Id, nowUtc: before);
        await world.HasAsync(session, booking);
        return booking.Id;
    }

    private static async Task<string> OfferAsync(World world)
    {
        var session = A.Session(A.Details(capacity: 1) with { Trainers = [world[Who.Trainer].Id, world[Who.Facilitator].Id] });
        var (held, offered) = (A.Booking(session, world[Who.Other].Id), A.Booking(session, world[Who.Owner].Id));
        var moved = new PlaceList(session, [offered], _ => WorkingDays.MondayToFriday, new OfferPolicy(), A.Now).Cancel(held, held.PersonId, null);
        Assert.Null(moved.Refusal);
        await world.HasAsync(session, held, offered);
        return offered.Id.ToString();
    }
}
