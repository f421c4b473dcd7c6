using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Features.Reviews;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>Who hears when: two workers on one database, and a clock that jumps.</summary>
public sealed class RemindersTests : IAsyncLifetime
{
    private readonly Person manager = A.Person("manager@demo.example");
    private readonly Person standIn = A.Person("stand.in@demo.example");
    private readonly Cycle cycle = Cycle.Plan(CycleDetails.Usual(2026), A.Now).Value;
    private readonly List<Person> people = [];
    private readonly List<Review> reviews = [];
    private TestDatabase database = null!;

    [Theory, BothDatabases]
    public async Task Each_hears_once_a_kind_however_many_workers_look_and_however_the_clock_jumps(DatabaseProvider provider)
    {
        await HasAsync(provider, 120);
        string[] days = ["2026-03-31", "2026-04-01", "2026-04-02", "2026-05-03", "2026-05-20", "2026-04-10", "2026-05-31", "2026-06-10", "2026-06-22", "2026-06-29", "2026-07-06", "2026-09-01"];
        foreach (var day in days) { await Task.WhenAll(LookAsync(day), LookAsync(day)); }

        ReminderKind[] kinds = [ReminderKind.Opening, ReminderKind.FourWeeks, ReminderKind.TwoWeeks, ReminderKind.ClosingDay, ReminderKind.FirstAfter, ReminderKind.SecondAfter, ReminderKind.ThirdAfter];
        await using var db = database.CreateDbContext();
        var told = await db.ReviewReminders.AsNoTracking().ToListAsync();
        Assert.All(people, p => Assert.Equal(kinds.Order(), told.Where(t => t.PersonId == p.Id && !t.ForTeam).Select(t => t.Kind).Order()));
        Assert.Equal(kinds.Order(), told.Where(t => t.PersonId == manager.Id && t.ForTeam).Select(t => t.Kind).Order());
        Assert.Equal(told.Count, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_hears_nothing()
    {
        await HasAsync(DatabaseProvider.Sqlite, 5);
        var (complete, confirmed, shared, away, notDue) = (reviews[0], reviews[1], reviews[2], reviews[3], reviews[4]);
        await ChangeAsync(db =>
        {
            foreach (var review in new[] { complete, confirmed, shared }) { review.Share(ReviewSide.Employee, A.Now); }
            foreach (var review in new[] { complete, confirmed })
            {
                review.Write("We agreed", 0, null, manager.Id, A.Now);
                review.Confirm(ReviewSide.Employee, 1, review.PersonId, A.Now);
            }
            complete.Confirm(ReviewSide.Manager, 1, manager.Id, A.Now);
            notDue.Set(NotDueReason.Probation, cycle.Closes);
            db.UpdateRange(reviews);
            db.Add(new AwayPeriod(Ids.New(A.Now), away.PersonId, A.Day("2026-04-20"), A.Day("2026-06-01")));
        });

        await LookAsync("2026-05-04");

        Assert.Empty(await ToldAsync(forTeam: false));
        await using var db = database.CreateDbContext();
        var digest = Assert.Single(await db.Outbox.AsNoTracking().ToListAsync());
        // For the manager: one to confirm, one to answer; not the complete one, not whoever is away or not due.
        Assert.Equal((manager.Id, true), (digest.PersonId!.Value, digest.Values.Contains("\"Count\":\"2\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_stands_in_gets_the_digest_in_the_managers_place()
    {
        await HasAsync(DatabaseProvider.Sqlite, 2);
        await ChangeAsync(db => db.Add(Delegation.Agree(manager.Id, standIn.Id, A.Day("2026-05-01"), A.Day("2026-07-30"), A.Now).Value));

        await LookAsync("2026-05-04");

        Assert.Equal([standIn.Id], await ToldAsync(forTeam: true));
    }

    [Theory, InlineData(CounterSigner.ManagersManager, true), InlineData(CounterSigner.None, false)]
    public async Task The_digest_says_what_there_is_to_read_where_the_one_above_is_asked(CounterSigner counterSigner, bool says)
    {
        await HasAsync(DatabaseProvider.Sqlite, 1);
        var lead = A.Person("lead@demo.example", managedBy: manager.Id);
        var employee = A.Person("employee@demo.example", managedBy: lead.Id, name: "Noor Haddad");
        var review = new Review(Ids.New(A.Now), cycle.Id, employee.Id, employee.Id, lead.Id);
        review.Set(null, cycle.Closes);
        review.Share(ReviewSide.Employee, A.Now);
        review.Write("We agreed", 0, null, lead.Id, A.Now);
        review.Confirm(ReviewSide.Employee, 1, employee.Id, A.Now);
        review.Confirm(ReviewSide.Manager, 1, lead.Id, A.Now);
        await ChangeAsync(db => db.AddRange(lead, employee, review));

        await LookAsync("2026-05-04", counterSigner);

        await using var db = database.CreateDbContext();
        var digest = Assert.Single(await db.Outbox.AsNoTracking().Where(m => m.PersonId == manager.Id).ToListAsync());
        Assert.Equal(says, digest.Values.Contains("\"ToRead\":\"Noor Haddad\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_words_of_a_review_are_in_no_reminder()
    {
        await HasAsync(DatabaseProvider.Sqlite, 1);
        await ChangeAsync(db =>
        {
            reviews[0].Share(ReviewSide.Manager, A.Now);
            reviews[0].Write("Marked words", 0, null, manager.Id, A.Now);
            db.UpdateRange(reviews);
        });

        await LookAsync("2026-05-04");

        await using var db = database.CreateDbContext();
        Assert.All(await db.Outbox.AsNoTracking().ToListAsync(), m => Assert.False(!m.DropBodyOnceSent || m.Values.Contains("Marked", StringComparison.Ordinal)));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    private async Task HasAsync(DatabaseProvider provider, int count)
    {
        database = await TestDatabase.MigratedAsync(provider);
        cycle.Open(A.Now);
        for (var i = 0; i < count; i++)
        {
            var person = A.Person($"p{i}@demo.example", managedBy: manager.Id);
            var review = new Review(Ids.New(A.Now), cycle.Id, person.Id, person.Id, manager.Id);
            review.Set(null, cycle.Closes);
            people.Add(person);
            reviews.Add(review);
        }
        await ChangeAsync(db => db.AddRange([manager, standIn, cycle, .. people, .. reviews]));
    }

    private async Task ChangeAsync(Action<LearningDb> change)
    {
        await using var db = database.CreateDbContext();
        change(db);
        await db.SaveChangesAsync();
    }

    // A worker of its own, as another node has; on SQLite there is one process, and one gate.
    private Task LookAsync(string day, CounterSigner counterSigner = CounterSigner.None)
    {
        var clock = new FixedClock(A.London(day + " 09:00"));
        var work = new UnitOfWork(database.Options, database.Contexts, Gate, new RowLocks(), clock);
        var service = new ReminderService(work, new Outbox(Options.Create(new MailOptions())), Options.Create(new SiteOptions()), Options.Create(new ReviewOptions { CounterSigner = counterSigner }), NullLogger<ReminderService>.Instance);
        return service.SendAsync(clock.NowUtc, CancellationToken.None);
    }

    private WriterGate Gate { get; } = new();

    private async Task<List<Guid>> ToldAsync(bool forTeam)
    {
        await using var db = database.CreateDbContext();
        return await db.ReviewReminders.Where(r => r.ForTeam == forTeam).Select(r => r.PersonId).ToListAsync();
    }
}
