using System.Data.Common;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class SharedCommitTests : IAsyncLifetime
{
    private readonly WriterGate gate = new();
    private readonly Commits commits = new();
    private TestDatabase database = null!;
    private UnitOfWork work = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var options = new DbContextOptionsBuilder<LearningDb>(database.Options).AddInterceptors(commits).Options;
        work = new(options, database.Contexts, gate, new RowLocks(), new FixedClock());
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Those_who_wait_together_share_a_commit_and_nobody_has_an_answer_before_it()
    {
        var asked = await TogetherAsync(Enumerable.Range(0, 80).Select(AddAsync));
        await Task.WhenAll(asked);

        Assert.Equal(3, commits.Count); // thirty-two at most in each
        Assert.Equal(0, commits.TooEarly);
        Assert.Equal(80, await CountAsync());
    }

    [Fact]
    public async Task One_that_fails_takes_nothing_of_the_others_with_it()
    {
        var asked = await TogetherAsync([AddAsync(0), FailAsync(1), AddAsync(2), AddAsync(0), AddAsync(4)]);

        await Assert.ThrowsAsync<NotSupportedException>(() => asked[1]);
        await Assert.ThrowsAsync<DbUpdateException>(() => asked[3]);
        await Task.WhenAll(asked[0], asked[2], asked[4]);
        Assert.Equal(3, await CountAsync());
        Assert.Equal(1, commits.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task One_that_is_refused_leaves_nothing_not_even_what_it_saved_on_the_way(int which)
    {
        var asked = await TogetherAsync(Enumerable.Range(0, 5).Select(i => i == which ? RefuseAsync(i) : AddAsync(i)));
        await Task.WhenAll(asked);

        Assert.Equal("email-taken", (await asked[which]).Refusal?.Code);
        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task A_commit_that_fails_is_nobodys_success()
    {
        var told = 0;
        commits.Break = true;
        var asked = await TogetherAsync(Enumerable.Range(0, 5).Select(n => AddAsync(n, onceCommitted: () => told++)));

        foreach (var one in asked) { await Assert.ThrowsAsync<TimeoutException>(() => one); }
        Assert.Equal(0, await CountAsync());
        Assert.Equal(1, commits.Count);

        commits.Break = false;
        await AddAsync(9, onceCommitted: () => told++)();
        Assert.Equal((1, 1), (await CountAsync(), told));
    }

    [Fact]
    public async Task Where_one_ends_the_transaction_the_others_decide_again()
    {
        var asked = await TogetherAsync([AddAsync(0), AddAsync(1), EndTheTransactionAsync(), AddAsync(3)]);

        await Assert.ThrowsAnyAsync<Exception>(() => asked[2]);
        await Task.WhenAll(asked[0], asked[1], asked[3]);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_leaves_the_others_their_commit()
    {
        using var impatient = new CancellationTokenSource();
        var asked = await TogetherAsync([AddAsync(0), AddAsync(1, null, impatient.Token), AddAsync(2)], () => impatient.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[1]);
        await Task.WhenAll(asked[0], asked[2]);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Who_writes_by_another_way_finds_all_committed_and_no_lock()
    {
        Task<WriterGate.Turn>? probe = null;
        var asked = await TogetherAsync([AddAsync(0), AddAsync(1), Probe(), AddAsync(2)]);
        using (await probe!)
        {
            await Task.WhenAll(asked[0], asked[1]);
            Assert.Equal(2, await CountAsync());
            await using var db = database.CreateDbContext();
            db.Add(A.Person("probe@demo.example"));
            await db.SaveChangesAsync();
        }
        await Task.WhenAll(asked);
        Assert.Equal(4, await CountAsync());

        Func<Task<Result<Person>>> Probe() => () =>
        {
            probe = gate.EnterAsync(CancellationToken.None);
            return probe.ContinueWith(_ => (Result<Person>)A.Person(), TaskScheduler.Default);
        };
    }

    // They queue behind a turn that somebody has, in this order.
    private async Task<List<Task<Result<Person>>>> TogetherAsync(IEnumerable<Func<Task<Result<Person>>>> decisions, Action? before = null)
    {
        var asked = new List<Task<Result<Person>>>();
        using (await gate.EnterAsync(CancellationToken.None))
        {
            foreach (var decide in decisions) { asked.Add(decide()); }
            before?.Invoke();
        }
        return asked;
    }

    private Func<Task<Result<Person>>> AddAsync(int n) => AddAsync(n, null);

    private Func<Task<Result<Person>>> AddAsync(int n, Action? onceCommitted, CancellationToken cancel = default) => async () =>
    {
        var before = commits.Count;
        var added = await work.DecideAsync((db, _) =>
        {
            if (onceCommitted is not null) { db.OnceCommitted.Add(onceCommitted); }
            return UnitOfWorkTests.AddAsync(db, A.Person($"p{n}@demo.example"));
        }, cancel);
        if (commits.Count == before) { commits.TooEarly++; }
        return added;
    };

    private Func<Task<Result<Person>>> FailAsync(int n) => () => work.DecideAsync<Person>(async (db, _) =>
    {
        db.Add(A.Person($"p{n}@demo.example"));
        await db.SaveChangesAsync();
        throw new NotSupportedException();
    }, CancellationToken.None);

    private Func<Task<Result<Person>>> RefuseAsync(int n) => () => work.DecideAsync<Person>(async (db, _) =>
    {
        db.Add(A.Person($"p{n}@demo.example"));
        await db.SaveChangesAsync();
        return new EmailTaken();
    }, CancellationToken.None);

    // As SQLite itself does on a full disk.
    private Func<Task<Result<Person>>> EndTheTransactionAsync() => () => work.DecideAsync<Person>(async (db, _) =>
    {
        await db.Database.ExecuteSqlRawAsync("ROLLBACK");
        throw new NotSupportedException();
    }, CancellationToken.None);

    private async Task<int> CountAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.People.CountAsync();
    }

    private sealed class Commits : DbTransactionInterceptor
    {
        public int Count { get; private set; }
        public int TooEarly { get; set; }
        public bool Break { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Count++;
            return Break ? throw new TimeoutException() : new(result);
        }
    }
}
