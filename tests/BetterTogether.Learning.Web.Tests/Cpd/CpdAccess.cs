using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Cpd;

internal sealed class CpdAccess : IAccess
{
    private const string Words = "Form.Title=Silence&Form.On=2026-06-01&Form.Learnt=Much&Form.Impact=More&Ready=true";

    public IEnumerable<AccessRow> Rows =>
    [
        //                                           Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /cpd",                             "s y y y y y y y y y"),
        new("POST /cpd?handler=Choose",              "s y y y y y y y y y", "Checklist=youth-justice"),
        // An offer is computed for its person: to anybody else there is none.
        new("POST /cpd?handler=SetAside",            "s y - - - - - - - -", "source={cpd-offer}"),
        new("POST /cpd?handler=BringBack",           "s y - - - - - - - -", "source={cpd-offer-aside}"),
        new("GET  /cpd/new",                         "s y y y y y y y y y"),
        new("POST /cpd/new",                         "s y y y y y y y y y", Words),
        // Not even the line manager: the record is its person's alone.
        new("GET  /cpd/{cpd-entry}",                 "s y n n n n n n n n"),
        new("POST /cpd/{cpd-entry}?handler=Write",   "s y n n n n n n n n", $"Version=1&{Words}"),
        new("POST /cpd/{cpd-entry}?handler=Copy",    "s y n n n n n n n n", "CopiedOn=2026-06-20"),
        // Whoever takes out what is not there is sent on: it is gone, which is what was wanted.
        new("POST /cpd/{cpd-entry}?handler=Remove",  "s y - - - - - - - -"),
        new("GET  /cpd/print",                       "s y y y y y y y y y"),
        new("GET  /cpd/record.csv",                  "s y y y y y y y y y"),
        new("GET  /cpd/record.json",                 "s y y y y y y y y y"),
        new("GET  /api/v1/me/cpd",                   "s y y y y y y y y y"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["cpd-entry"] = async world =>
        {
            var entry = CpdEntry.Add(world[Who.Owner].Id, new(CpdKind.Reflection, "Silence", A.Day("2026-06-01"), "It needs time", "I wait"), ready: true, null, A.Now).Value;
            await world.HasAsync(entry);
            return entry.Id.ToString();
        },
        ["cpd-offer"] = world => OfferAsync(world, setAside: false),
        ["cpd-offer-aside"] = world => OfferAsync(world, setAside: true),
    };

    private static async Task<string> OfferAsync(World world, bool setAside)
    {
        var me = world[Who.Owner].Id;
        var objective = Objective.Set(me, new(ObjectiveKind.Work, "Listen"), A.Now.AddDays(-2)).Value;
        var thought = objective.Add(new Evidence(EntryKind.Reflection, "Waiting is work", A.Day("2026-06-30")), A.Now).Value;
        await world.HasAsync(objective, thought);
        if (setAside) { await world.HasAsync(new CpdSetAside(me, objective.Id, thought.Number)); }
        return $"reflection:{objective.Id}:{thought.Number}";
    }
}
