using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Circles;

internal sealed class CirclesAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("POST /api/v1/circles",                               "s f f f f f y y y y", new { title = "Monday", format = "checkIn", startsAtUtc = "2026-09-02T09:00:00Z", minutes = 15, participantEmails = Array.Empty<string>() }),
        new("GET  /api/v1/circles/{circle}",                      "s y n n n n y n n n"),
        new("POST /api/v1/circles/{circle}/commands",             "s - n n n n y n n n", new { id = "a", kind = "open" }),
        new("POST /api/v1/circles/{circle}/leave",                "s - n n n n - n n n"),
        // The hub's own transport: without a negotiated connection there is nothing, and negotiating is a POST.
        new("GET  /hubs/circle?id=none",                          "s n n n n n n n n n"),
        new("GET  /hubs/circle/negotiate",                        "s ?405 ?405 ?405 ?405 ?405 ?405 ?405 ?405 ?405"),
        // The first who comes in plans it; here that was its facilitator.
        new("GET  /sessions/{circle-session}/circle",             "s y n n n n y n n n"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["circle"] = async world =>
        {
            using var facilitator = await world.App.SignedInAs(world[Who.Facilitator].Email);
            var made = await facilitator.PostAsync("/api/v1/circles", new { title = "Monday", format = "checkIn", startsAtUtc = "2026-09-02T09:00:00Z", minutes = 15, participantEmails = new[] { world[Who.Owner].Email } });
            return made.Json.GetProperty("id").GetString()!;
        },
        ["circle-session"] = async world =>
        {
            var session = A.Session(A.Details(kind: Domain.Sessions.SessionKind.Circle) with { Trainers = [world[Who.Facilitator].Id] });
            await world.HasAsync(session, A.Booking(session, world[Who.Owner].Id));
            using var facilitator = await world.App.SignedInAs(world[Who.Facilitator].Email, followRedirects: false);
            await facilitator.GetAsync(Links.SessionCircle(session.Id));
            return session.Id.ToString();
        },
    };
}
