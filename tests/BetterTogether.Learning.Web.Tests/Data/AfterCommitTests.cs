using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class AfterCommitTests
{
    [Fact]
    public async Task Who_waits_for_new_rows_is_woken_once_they_are_there()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var afterCommit = new AfterCommit();
        var woken = afterCommit.On<Person>().WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

        await UnitOfWorkTests.Work(database, afterCommit).DecideAsync((db, _) => UnitOfWorkTests.AddAsync(db, A.Person()), CancellationToken.None);

        await woken.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_refusal_wakes_nobody()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var (afterCommit, clock) = (new AfterCommit(), new FixedClock());
        using var cancel = new CancellationTokenSource();
        var woken = afterCommit.On<Person>().WaitAsync(Timeout.InfiniteTimeSpan, clock, cancel.Token);

        await UnitOfWorkTests.Work(database, afterCommit).DecideAsync<Person>((db, _) =>
        {
            db.Add(A.Person());
            return Task.FromResult<Result<Person>>(new EmailTaken());
        }, CancellationToken.None);

        Assert.False(woken.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => woken);
    }

    [Fact]
    public async Task A_worker_looks_by_itself_when_its_time_has_passed()
    {
        var clock = new FixedClock();
        var waits = new Wakeup().WaitAsync(TimeSpan.FromMinutes(1), clock, CancellationToken.None);
        Assert.False(waits.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));

        await waits.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
