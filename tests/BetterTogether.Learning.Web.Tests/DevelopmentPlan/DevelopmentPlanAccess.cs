using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

internal sealed class DevelopmentPlanAccess : IAccess
{
    private const string Words = "Form.Title=Listen";

    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /development-plan/{owner}",                     "s y n y n n n n n n"),
        new("POST /development-plan/{owner}?handler=Talked",      "s y n n n n n n n n", "kind=Training"),
        new("GET  /objectives/new",                               "s y y y y y y y y y"),
        new("POST /objectives/new",                               "s y y y y y y y y y", $"Form.Kind=Work&{Words}"),
        new("GET  /objectives/{objective}",                       "s y n y n n n n n n"),
        new("GET  /objectives/{wellbeing}",                       "s y n y n n n n n n"),
        new("POST /objectives/{objective}?handler=Note",          "s y n y n n n n n n", "Status=OnTrack"),
        new("POST /objectives/{wellbeing}?handler=Note",          "s y n y n n n n n n", "Status=OnTrack"),
        new("POST /objectives/{objective}?handler=Did",           "s y n f n n n n n n", "Kind=Reflection&DidText=Thought&On=2026-06-01"),
        new("GET  /objectives/{objective}/edit",                  "s y n f n n n n n n"),
        new("POST /objectives/{objective}/edit",                  "s y n f n n n n n n", Words),
        new("GET  /objectives/{last-year}/carry",                 "s y n f n n n n n n"),
        new("POST /objectives/{last-year}/carry?handler=AsItIs",  "s y n f n n n n n n"),
        new("POST /objectives/{last-year}/carry?handler=Changed", "s y n f n n n n n n", Words),
        new("POST /objectives/{last-year}/carry?handler=Stop",    "s y n f n n n n n n", "Text=Another post"),
        new("GET  /api/v1/me/objectives",                         "s y y y y y y y y y"),
        new("POST /api/v1/me/objectives",                         "s y y y y y y y y y", new { kind = "work", title = "Listen" }),
        new("POST /api/v1/objectives/{objective}/notes",          "s y n y n n n n n n", new { status = "onTrack" }),
        new("POST /api/v1/objectives/{wellbeing}/notes",          "s y n y n n n n n n", new { status = "onTrack" }),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["owner"] = world => Task.FromResult(world[Who.Owner].Id.ToString()),
        ["objective"] = world => SetAsync(world, ObjectiveKind.Work, A.Now.AddDays(-1)),
        ["wellbeing"] = world => SetAsync(world, ObjectiveKind.Wellbeing, A.Now.AddDays(-1)),
        ["last-year"] = world => SetAsync(world, ObjectiveKind.Work, A.Now.AddYears(-1)),
    };

    private static async Task<string> SetAsync(World world, ObjectiveKind kind, DateTime atUtc)
    {
        var objective = Objective.Set(world[Who.Owner].Id, new(kind, "Be kind to the clock"), atUtc).Value;
        await world.HasAsync(objective);
        return objective.Id.ToString();
    }
}
