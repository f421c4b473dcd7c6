using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class UnitOfWorkTests
{
    [Theory, BothDatabases]
    public async Task A_refusal_saves_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);

        var decided = await Work(database).DecideAsync<Person>(async (db, _) =>
        {
            db.Add(A.Person());
            await db.SaveChangesAsync(); // even what was written on the way is taken back
            return new EmailTaken();
        }, CancellationToken.None);

        Assert.Equal("email-taken", decided.Refusal?.Code);
        await using var after = database.CreateDbContext();
        Assert.Equal(0, await after.People.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_bug_saves_nothing_and_leaves_the_door_open(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        var work = Work(database);

        await Assert.ThrowsAsync<NotSupportedException>(() => work.DecideAsync<Person>((db, _) =>
        {
            db.Add(A.Person());
            throw new NotSupportedException();
        }, CancellationToken.None));

        Assert.Null((await work.DecideAsync((db, _) => AddAsync(db, A.Person()), CancellationToken.None)).Refusal);
    }

    [Theory, BothDatabases]
    public async Task The_time_is_the_clocks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);

        var at = await Work(database).DecideAsync((_, nowUtc) => Task.FromResult<Result<DateTime>>(nowUtc), CancellationToken.None);

        Assert.Equal((A.Now, DateTimeKind.Utc), (at.Value, at.Value.Kind));
    }

    [Theory, BothDatabases]
    public async Task Two_hundred_at_once_take_seven_places_and_no_more(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        var work = Work(database);
        var session = A.Session(capacity: 7);
        var people = Enumerable.Range(0, 200).Select(i => A.Person($"worker{i}@demo.example")).ToList();
        await work.DecideAsync((db, _) =>
        {
            db.AddRange(people);
            return AddAsync(db, session);
        }, CancellationToken.None);

        await Task.WhenAll(people.Select(person => work.DecideAsync(session.Id, async (db, nowUtc) =>
        {
            var booking = (await db.Sessions.SingleAsync(s => s.Id == session.Id)).Book(person.Id, person.Id, false, nowUtc).Value;
            return await AddAsync(db, booking);
        }, CancellationToken.None)));

        await using var after = database.CreateDbContext();
        var kept = await after.Sessions.SingleAsync();
        Assert.Equal((7, 193), (kept.Held, kept.Waiting));
        Assert.Equal(Enumerable.Range(1, 193), (await after.Bookings.Where(b => b.Ticket > 0).Select(b => b.Ticket).ToListAsync()).Order());
    }

    internal static UnitOfWork Work(TestDatabase database) =>
        new(database.Options, database.Contexts, WriterGate.For(database.Provider), new RowLocks(), new FixedClock());

    internal static Task<Result<T>> AddAsync<T>(LearningDb db, T thing) where T : class
    {
        db.Add(thing);
        return Task.FromResult<Result<T>>(thing);
    }
}
