using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

/// <summary>What PostgreSQL breaks off because two writers met is decided again; SQLite has one writer at a time.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task A_deadlock_is_decided_again()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Postgres);
        var work = UnitOfWorkTests.Work(database);
        var (ada, bea) = (A.Person("ada@demo.example"), A.Person("bea@demo.example"));
        await work.DecideAsync((db, _) =>
        {
            db.Add(ada);
            return UnitOfWorkTests.AddAsync(db, bea);
        }, CancellationToken.None);
        var both = new Meeting();
        var runs = 0;

        Task<Result<int>> Rename(Guid first, Guid second) => work.DecideAsync<int>(async (db, _) =>
        {
            var run = Interlocked.Increment(ref runs);
            await db.People.Where(p => p.Id == first).ExecuteUpdateAsync(set => set.SetProperty(p => p.Team, "North"));
            if (run <= 2) { await both.MeetAsync(); }
            await db.People.Where(p => p.Id == second).ExecuteUpdateAsync(set => set.SetProperty(p => p.Team, "North"));
            return run;
        }, CancellationToken.None);

        await Task.WhenAll(Rename(ada.Id, bea.Id), Rename(bea.Id, ada.Id));

        // The one that gave way may meet the other once more before that one has both.
        Assert.InRange(runs, 3, 6);
    }

    [Fact]
    public async Task Two_who_add_the_same_at_once_decide_again_on_what_is_true_now()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Postgres);
        var work = UnitOfWorkTests.Work(database);
        var both = new Meeting();
        var runs = 0;

        Task<Result<Person>> Add() => work.DecideAsync<Person>(async (db, _) =>
        {
            var run = Interlocked.Increment(ref runs);
            if (await db.People.AnyAsync(p => p.Email == "ada@demo.example")) { return new EmailTaken(); }
            if (run <= 2) { await both.MeetAsync(); }
            return await UnitOfWorkTests.AddAsync(db, A.Person("ada@demo.example"));
        }, CancellationToken.None);

        var answers = await Task.WhenAll(Add(), Add());

        Assert.Single(answers, a => a.Refusal is null);
        Assert.Single(answers, a => a.Refusal?.Code == "email-taken");
    }

    [Fact]
    public async Task After_four_clashes_the_bug_is_told()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Postgres);
        var runs = 0;

        await Assert.ThrowsAsync<DbUpdateException>(() => UnitOfWorkTests.Work(database).DecideAsync<bool>((db, _) =>
        {
            runs++;
            db.AddRange(A.Person("ada@demo.example"), A.Person("ada@demo.example"));
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None));

        Assert.Equal(4, runs);
    }

    private sealed class Meeting
    {
        private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int here;

        public Task MeetAsync()
        {
            if (Interlocked.Increment(ref here) == 2) { both.SetResult(); }
            return both.Task;
        }
    }
}
