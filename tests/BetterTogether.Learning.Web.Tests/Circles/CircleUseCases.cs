using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Live circles, under a database that fails.</summary>
internal sealed class CircleUseCases : IUseCases
{
    private static readonly CancellationToken None = CancellationToken.None;

    public IEnumerable<UseCase> Rows =>
    [
        new("CircleService.PlanAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var plan = Plan(w, ana);
            return Attempt.Of(() => w.The<CircleService>().PlanAsync(plan, f.Id, OnceKey.From("plan", f.Id, "circle", plan), None), async db => await db.Circles.CountAsync(c => c.CreatedById == f.Id) == 1, mails: 2);
        }),
        new("CircleService.ReplanAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var (id, ben) = (await PlannedAsync(w, f, ana), await w.PersonAsync("ben"));
            var plan = Plan(w, ben) with { Title = "After the storm" };
            // The facilitator's update, one who leaves, one who comes.
            return Attempt.Of(() => w.The<CircleService>().ReplanAsync(id, plan, f.Id, None), db => db.Circles.AnyAsync(c => c.Id == id && c.Title == "After the storm" && db.CircleSeats.Any(s => s.CircleId == id && s.PersonId == ben.Id)), mails: 3);
        }),
        new("CircleService.ActAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            return new(async () => (await w.The<CircleService>().ActAsync(id, f.Id, new CircleCommand.Open { Id = "a" }, None)).Why, db => db.Circles.AnyAsync(c => c.Id == id && c.Status == CircleStatus.Lobby && db.CircleSteps.Any(s => s.CircleId == id)), Mails: 0);
        }, "open"),
        new("CircleService.ActAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            return new(async () => (await w.The<CircleService>().ActAsync(id, f.Id, new CircleCommand.Close { Id = "a" }, None)).Why, db => db.Circles.AnyAsync(c => c.Id == id && c.Status == CircleStatus.Closed && c.EndedAtUtc != null), Mails: 2);
        }, "called off"),
        new("CircleService.ActAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            var seat = (await w.The<CircleService>().SnapshotAsync(id, ana.Id, None)).Value.You.SeatId;
            return new(async () => (await w.The<CircleService>().ActAsync(id, f.Id, new CircleCommand.AskToLeave(seat) { Id = "a" }, None)).Why, db => db.CircleSeats.AllAsync(s => s.CircleId != id || s.PersonId != ana.Id), Mails: 1);
        }, "asked to leave"),
        new("CircleService.ActAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            await OnDutyAsync(w);
            var id = await PlannedAsync(w, f, ana);
            return new(async () => (await w.The<CircleService>().ActAsync(id, ana.Id, Worry("a"), None)).Why, db => db.SafetyTexts.AnyAsync(t => t.CircleId == id), Mails: 1);
        }, "a worry told outside"),
        new("CircleService.VisitAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            return Attempt.Of(() => w.The<CircleService>().VisitAsync(id, ana.Id, None), db => db.CircleLeases.AnyAsync(l => l.CircleId == id && l.PersonId == ana.Id), mails: 0);
        }),
        new("CircleService.LeaveAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            return new(async () => (await w.The<CircleService>().LeaveAsync(id, ana.Id, None)).Refusal, db => db.Circles.AnyAsync(c => c.Id == id && c.State.Contains("\"presence\":\"left\"")), Mails: 0);
        }),
        new("CircleService.SaysGoodbyeAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var id = await PlannedAsync(w, f, ana);
            await w.The<CircleService>().VisitAsync(id, ana.Id, None);
            return Attempt.Of(() => w.The<CircleService>().SaysGoodbyeAsync(id, ana.Id, null, None), db => EndsAsync(db, id, w.NowUtc), mails: 0);
        }),
        new("CircleService.DisconnectedAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var (id, connection) = (await PlannedAsync(w, f, ana), w.Name("connection"));
            await w.App.Has(new CircleLease(connection, id, ana.Id, w.The<IChangeNotifier>().Node, null, w.NowUtc + CircleLease.Length));
            return Attempt.Of(() => w.The<CircleService>().DisconnectedAsync(connection), db => EndsAsync(db, id, w.NowUtc), mails: 0);
        }),
        new("SessionCircleService.OpenAsync", async w =>
        {
            var (f, ana) = await PeopleAsync(w);
            var session = A.Session(A.Details(startsAtUtc: w.NowUtc.AddDays(60), kind: SessionKind.Circle) with { Trainers = [f.Id] }, w.NowUtc);
            await w.App.Has(session);
            await w.BookAsync(session, ana);
            return Attempt.Of(() => w.The<SessionCircleService>().OpenAsync(session.Id, ana.Id, None), db => db.Circles.AnyAsync(c => c.SessionId == session.Id && db.CircleSeats.Count(s => s.CircleId == c.Id) == 2), mails: 0);
        }),
        new("WorryService.RecordAsync", async w =>
        {
            var ((f, ana), duty) = (await PeopleAsync(w), await OnDutyAsync(w));
            var id = await PlannedAsync(w, f, ana);
            Assert.True((await w.The<CircleService>().ActAsync(id, ana.Id, Worry("a"), None)).Accepted);
            var message = await w.App.Ask(db => db.SafetyTexts.Where(t => t.CircleId == id).Select(t => t.MessageId).SingleAsync());
            return Attempt.Of(() => w.The<WorryService>().RecordAsync(id, message, "the duty manager", null, duty.Id, None), async db => !await db.SafetyTexts.AnyAsync(t => t.CircleId == id), mails: 0);
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["CircleService.JoinAsync"] = "arrives as VisitAsync does, over a socket that joins again: Circles/TwoNodesTests, AwayTests",
        ["CircleService.SnapshotAsync"] = "reads",
        ["SessionCircleService.PassOverAsync"] = "reads",
        ["WorryService.FindAsync"] = "reads",
        ["CircleStore.LoadAsync"] = "reads",
        ["CircleStore.VersionAsync"] = "reads",
        ["CircleStore.HasStepAsync"] = "reads",
        ["CircleStore.SaveAsync"] = "what every act of a circle ends in: the rows of CircleService",
        ["CircleEffects.RememberAsync"] = "reads what a room is to remember",
        ["CirclePresence.SignedOutAsync"] = "reads",
        ["CirclePresence.DueAsync"] = "reads",
        ["CirclePresence.GoneAsync"] = "reads",
        ["CirclePresence.EndAsync"] = "one statement; a lease that was not ended runs out",
        ["CirclePresence.RenewAsync"] = "two statements that say again in seconds what they said",
        ["CirclePresence.PutAsync"] = "one row, renewed in seconds",
        ["CirclePresence.ForgetAsync"] = "one statement, made again at the next look",
    };

    /// <summary>Whom a worry is mailed to.</summary>
    private static async Task<Person> OnDutyAsync(Workshop w)
    {
        var duty = await w.PersonAsync("duty");
        w.The<IOptions<CircleOptions>>().Value.DutyContact = duty.Email;
        return duty;
    }

    private static CircleCommand.Tell Worry(string id) => new(MessageAbout.Safety, "I am worried", "outside") { Id = id };

    private static Task<bool> EndsAsync(LearningDb db, Guid circleId, DateTime nowUtc) => db.CircleLeases.AnyAsync(l => l.CircleId == circleId && l.Node == null && l.UntilUtc < nowUtc.AddSeconds(10));

    private static async Task<(Person Facilitator, Person Ana)> PeopleAsync(Workshop w) => (await w.PersonAsync("facilitator", Roles.Facilitator), await w.PersonAsync("ana"));

    private static NewCircle Plan(Workshop w, Person somebody) => new("Monday circle", CircleFormats.Find("checkIn")!, w.NowUtc.AddDays(7), 15, [somebody.Email]);

    private static async Task<Guid> PlannedAsync(Workshop w, Person facilitator, Person ana) => (await w.The<CircleService>().PlanAsync(Plan(w, ana), facilitator.Id, null, None)).Value;
}
