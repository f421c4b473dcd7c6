using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Bookings;

internal sealed class ProgrammeAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /",                                             "y y y y y y y y y y"),
        new("GET  /sessions/{session}",                           "y y y y y y y y y y"),
        new("GET  /sessions/{draft}",                             "n n n n n y y n y y"),
        new("GET  /sessions/{private}",                           "n n n n n y y n y y"), // the desk sees it masked
        new("POST /sessions/{session}?handler=Book",              "s y y y y y y y y y", "ConfirmClash=true"),
        new("POST /sessions/{private}?handler=Book",              "s n n n n y y n - -", "ConfirmClash=true"),
        new("POST /sessions/{session}?handler=BookFor",           "s - - y - - - - - -", "ConfirmClash=true&PersonEmail={colleague}"),
        new("GET  /learning-wednesday/{day}",                     "s y y y y y y y y y"),
        new("POST /learning-wednesday/{day}",                     "s y y y y y y y y y", "ConfirmClash=true&Choices[0]={wednesday}"),
        new("GET  /learning-wednesday/{day}/booked",              "s y y y y y y y y y"),
        new("GET  /api/v1/sessions",                              "s y y y y y y y y y"),
        new("GET  /api/v1/sessions/{session}",                    "s y y y y y y y y y"),
        new("GET  /api/v1/sessions/{private}",                    "s n n n n y y n y y"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["day"] = _ => Task.FromResult("2026-09-02"),
        ["wednesday"] = async world =>
        {
            var session = A.Session(kind: SessionKind.LearningWednesday);
            await world.HasAsync(session);
            return session.Id.ToString();
        },
    };
}
