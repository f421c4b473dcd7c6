using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class WakeupTests
{
    [Fact]
    public async Task Who_waits_is_woken_once_it_is_committed()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var wakeup = new Wakeup();
        var woken = wakeup.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

        await UnitOfWorkTests.Work(database).DecideAsync((db, _) =>
        {
            db.OnceCommitted.Add(wakeup.Set);
            return UnitOfWorkTests.AddAsync(db, A.Person());
        }, CancellationToken.None);

        await woken.WaitAsync(Eventually.Patience);
    }

    [Fact]
    public async Task A_refusal_wakes_nobody()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var (wakeup, clock) = (new Wakeup(), new FixedClock());
        using var cancel = new CancellationTokenSource();
        var woken = wakeup.WaitAsync(Timeout.InfiniteTimeSpan, clock, cancel.Token);

        await UnitOfWorkTests.Work(database).DecideAsync<Person>((db, _) =>
        {
            db.Add(A.Person());
            db.OnceCommitted.Add(wakeup.Set);
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

        await waits.WaitAsync(Eventually.Patience);
    }
}
