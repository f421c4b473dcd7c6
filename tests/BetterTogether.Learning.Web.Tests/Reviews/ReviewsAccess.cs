using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Reviews;

internal sealed class ReviewsAccess : IAccess
{
    private static int years;

    public IEnumerable<AccessRow> Rows =>
    [
        //                                                                Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /my-people",                                            "s y y y y y y y y y"),
        new("POST /my-people?handler=Release&id={booking}",               "s y - y - - - - - -"),
        new("POST /my-people?handler=Swap&id={booking}",                  "s - - y - - - - - -", "to={colleague}"),
        new("POST /my-people?handler=Note&id={hand-over}",                "s - - - y - - - - -", "Note=They+like+to+walk+while+talking"),
        new("GET  /my-people/stand-ins",                                  "s y y y y y y y y y"),
        new("POST /my-people/stand-ins",                                  "s y y y y y y y y y", "Email={colleague}&Until=2026-09-01"),
        new("POST /my-people/stand-ins?handler=End&standInId={stand-in}", "s n n y n n n n n n"),
        new("GET  /people/{manager}/stand-ins",                           "s f f f f f f f y y"),
        new("POST /people/{manager}/stand-ins",                           "s f f f f f f f y y", "Email={colleague}&Until=2026-09-01"),
        new("POST /people/{manager}/stand-ins?handler=End&standInId={stand-in}", "s f f f f f f f y y"),
        new("GET  /my-review",                                            "s y y y y y y y y y"),
        new("GET  /reviews/{read-review}",                                "s y n y! n n n n y! y!"),
        new("GET  /reviews/{review}/print",                               "s y n y! n n n n n n"),
        new("POST /reviews/{review}?handler=Save",                        "s y n y n n n n n n", "Form.Preparation=What+went+well"),
        new("POST /reviews/{review}?handler=Share",                       "s y n y n n n n n n", "Form.Preparation=What+went+well"),
        new("POST /reviews/{review}?handler=Plan",                        "s y n y n n n n n n", "Form.PlanDate=2026-09-01&Form.PlanStarts=10:00&Form.PlanEnds=11:00"),
        new("POST /reviews/{planned-review}?handler=CallOff",             "s y n y n n n n n n"),
        new("POST /reviews/{shared-review}?handler=Write",                "s y n y n n n n n n", "Form.Outcome=We+agreed&Form.HeldOn=2026-06-30&Form.Version=0"),
        new("POST /reviews/{shared-review}?handler=Confirm",              "s y n y n n n n n n", "Form.Outcome=We+agreed&Form.HeldOn=2026-06-30&Form.Version=0"),
        new("POST /reviews/{complete-review}?handler=Reopen",             "s y n y n n n n n n", "Form.Reason=A+date+was+wrong"),
        new("POST /reviews/{complete-review}?handler=Record",             "s y n y n n n n n n", "Form.RecordedOn=2026-06-01"),
        // Nobody counter-signs by default; who does where a council wants it, Reviews/CounterSignerTests walks.
        new("POST /reviews/{complete-review}?handler=Read",               "s n n n n n n n n n"),
        new("POST /reviews/{review}?handler=Comment",                     "s y n - n n n n n n", "Form.Comment=Thank+you"),
        new("POST /reviews/{review}?handler=OtherReviewer",               "s y n n n n n n n n"),
        new("POST /reviews/{review}?handler=MidYear",                     "s y n y n n n n n n", "Form.MidYear=Nothing+new&Form.MidYearVersion=0"),
        new("POST /reviews/{review}?handler=Tick",                        "s y n y n n n n n n", "Form.MidYear=Nothing+new&Form.MidYearHeldOn=2026-06-30&Form.MidYearVersion=0"),
        new("GET  /api/v1/me/review",                                     "s y n n n n n n n n"),
        new("GET  /api/v1/reviews/{read-review}",                         "s y n y! n n n n y! y!"),
        new("PUT  /api/v1/reviews/{review}/preparation",                  "s y n y n n n n n n", new { text = "What went well" }),
        new("POST /api/v1/reviews/{review}/share",                        "s y n y n n n n n n"),
        new("PUT  /api/v1/reviews/{shared-review}/outcome",               "s y n y n n n n n n", new { text = "We agreed", version = 0 }),
        new("POST /api/v1/reviews/{written-review}/confirm",              "s y n y n n n n n n", new { version = 1 }),
        new("POST /api/v1/reviews/{complete-review}/reopen",              "s y n y n n n n n n", new { reason = "A date was wrong" }),
        new("GET  /api/v1/reports/reviews",                               "s f f f f f f f y y"),
        new("GET  /desk/reviews",                                         "s f f f f f f f y y"),
        new("GET  /desk/reviews/edit/{cycle}",                                    "s f f f f f f f y y"),
        new("POST /desk/reviews/edit/{planned-cycle}",                                    "s f f f f f f f y y", "Label={new-year}&Opens={new-year}-04-01&Closes={new-year}-05-31&GraceDays=14"),
        new("GET  /desk/reviews/{cycle}",                                 "s f f f f f f f y y"),
        new("GET  /desk/reviews/{cycle}?handler=Csv",                     "s f f f f f f f y y"),
        new("GET  /desk/reviews/{cycle}/people",                          "s f f f f f f f y y"),
        new("GET  /desk/reviews/{cycle}/people/{reviewed}",                  "s f f f f f f f y y"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=Note",     "s f f f f f f f y y", "PostId={reviewed}&Kind=Probation"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=Reviewer", "s f f f f f f f y y", "ReviewId={review}&ReviewerEmail={colleague}"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=Away",     "s f f f f f f f y y", "From=2026-07-01"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=RemoveAway", "s f f f f f f f y y", "AwayId={away}"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=Post",     "s f f f f f f f y y", "PostKind=Second&Title=Trainer&ManagerEmail={colleague}"),
        new("POST /desk/reviews/{cycle}/people/{reviewed}?handler=EndPost",  "s f f f f f f f y y", "PostId={post}"),
        new("GET  /sign-in/kept?to=/my-bookings",                         "y y y y y y y y y y"),
        new("POST /sign-in/kept?to=/my-bookings",                         "- - - - - - - - - -", "Form.Comment=Thank+you"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["review"] = world => HasAsync(world),
        ["read-review"] = world => HasAsync(world),
        ["planned-review"] = world => HasAsync(world, r => r.PlanFor(A.Period("2026-09-01 10:00"), null, A.Now)),
        ["shared-review"] = world => HasAsync(world, r => r.Share(ReviewSide.Employee, A.Now)),
        ["written-review"] = world => HasAsync(world, r => Written(r, world)),
        ["complete-review"] = world => HasAsync(world, r => { Written(r, world); r.Confirm(ReviewSide.Employee, 1, r.PersonId, A.Now); r.Confirm(ReviewSide.Manager, 1, world[Who.Manager].Id, A.Now); }),
        ["hand-over"] = async world =>
        {
            var move = new HandOver(Ids.New(A.Now), Guid.Parse(await world.ThingAsync("review")), world[Who.OtherManager].Id, world[Who.Manager].Id, A.Now);
            await world.HasAsync(move);
            return move.Id.ToString();
        },
        ["manager"] = world => Task.FromResult(world[Who.Manager].Id.ToString()),
        ["stand-in"] = async world =>
        {
            var agreed = Domain.People.Delegation.Agree(world[Who.Manager].Id, world[Who.Trainer].Id, A.Day("2027-01-01"), A.Day("2027-02-01"), A.Now).Value;
            await world.HasAsync(agreed);
            return agreed.Id.ToString();
        },
        ["cycle"] = async world =>
        {
            var id = Guid.Parse(await world.ThingAsync("review"));
            return (await world.App.Ask(async db => (await db.Reviews.FindAsync(id))!.CycleId)).ToString();
        },
        ["planned-cycle"] = async world =>
        {
            var year = 1900 + Interlocked.Increment(ref years);
            var cycle = Cycle.Plan(CycleDetails.Usual(year) with { Label = $"{year}" }, A.Now).Value;
            await world.HasAsync(cycle);
            return cycle.Id.ToString();
        },
        ["reviewed"] = world => Task.FromResult(world[Who.Owner].Id.ToString()),
        ["away"] = async world =>
        {
            var away = new Domain.People.AwayPeriod(Ids.New(A.Now), world[Who.Owner].Id, A.Day("2020-01-01"), A.Day("2020-02-01"));
            await world.HasAsync(away);
            return away.Id.ToString();
        },
        ["post"] = async world =>
        {
            var post = new Domain.People.Post(Ids.New(A.Now), world[Who.Owner].Id, Domain.People.PostKind.Second, "Trainer", world[Who.Trainer].Id, A.Day("2031-01-01"));
            await world.HasAsync(post);
            return post.Id.ToString();
        },
        ["new-year"] = _ => Task.FromResult($"{2030 + Interlocked.Increment(ref years)}"),
    };

    private static void Written(Review review, World world)
    {
        review.Share(ReviewSide.Employee, A.Now);
        review.Write("We agreed", 0, null, world[Who.Manager].Id, A.Now);
    }

    // Each in a year of its own: somebody has one review a year.
    private static async Task<string> HasAsync(World world, Action<Review>? then = null)
    {
        var year = 1900 + Interlocked.Increment(ref years);
        var cycle = Cycle.Plan(CycleDetails.Usual(year) with { Label = $"{year}" }, A.Now).Value;
        cycle.Open(A.Now);
        var review = new Review(Ids.New(A.Now), cycle.Id, world[Who.Owner].Id, world[Who.Owner].Id, world[Who.Manager].Id);
        review.Set(null, cycle.Closes);
        then?.Invoke(review);
        await world.HasAsync(cycle, review);
        if (review.IsComplete) { await world.HasAsync(new ReviewRecord(Ids.New(A.Now), review)); }
        return review.Id.ToString();
    }
}
