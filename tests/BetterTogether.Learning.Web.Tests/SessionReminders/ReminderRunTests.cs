using System.Diagnostics;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.SessionReminders;

/// <summary>The run looks at what is due, not at what there is.</summary>
public sealed class ReminderRunTests(ITestOutputHelper output)
{
    private const int People = 500;
    private const int Sessions = 200;
    private const int Tomorrow = 2;

    [Theory, BothDatabases]
    public async Task Of_a_hundred_thousand_bookings_only_those_that_are_due_are_read(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var reads = new Reads(app.ConnectionString); // early: the ORM keeps it in mind for a second that nobody listens
        await app.Has([.. Enumerable.Range(0, People).Select(i => A.Person($"p{i}@demo.example"))]);
        await app.Has([.. Enumerable.Range(0, Sessions).Select(i => A.Session(People, startsAtUtc: i < Tomorrow ? A.London("2026-07-03 10:00").AddHours(i * 2) : A.Start.AddDays(i)))]);
        await BookEverybodyAsync(app, provider);
        Assert.Equal(People * Sessions, await app.Ask(db => db.Bookings.CountAsync()));
        app.Clock.JumpTo(A.London("2026-07-02 08:59"));
        reads.Reset();

        app.Clock.JumpTo(A.London("2026-07-02 09:00"));
        var began = Stopwatch.GetTimestamp();
        await app.RemindAsync();
        output.WriteLine($"{provider}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, {reads.Rows} rows read in {reads.Commands} commands");

        Assert.Equal(People, await app.Ask(db => db.Outbox.CountAsync(m => m.DedupeKey.StartsWith("reminder:WorkingDayBefore"))));
        Assert.Equal(People * Tomorrow, await app.Ask(db => db.SentReminders.CountAsync()));
        // Two runs may meet (the worker's and ours): each reads a person once and each of their bookings once, and a lost race again.
        Assert.InRange(reads.Rows, People * (Tomorrow + 1), 4 * People * (Tomorrow + 1));
    }

    private static Task<int> BookEverybodyAsync(TestApp app, DatabaseProvider provider) => app.Ask(async db =>
    {
        var id = provider == DatabaseProvider.Sqlite
            ? "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))"
            : "gen_random_uuid()";
#pragma warning disable EF1002 // our own words
        return await db.Database.ExecuteSqlRawAsync($$"""
            INSERT INTO bookings ("Id", "SessionId", "PersonId", "Status", "Ticket", "Priority", "BookedAtUtc", "BookedById", "OfferedToAll", "Offers")
            SELECT {{id}}, s."Id", p."Id", 'Confirmed', 0, {{(provider == DatabaseProvider.Sqlite ? "0" : "false")}}, {0}, p."Id", {{(provider == DatabaseProvider.Sqlite ? "0" : "false")}}, 0 FROM sessions s CROSS JOIN people p
            """, A.Now.AddDays(-1));
#pragma warning restore EF1002
    });

    /// <summary>Counts what the reminders' question brings back from one database. Threading: any thread may read.</summary>
    private sealed class Reads : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string connection;
        private readonly List<IDisposable> subscriptions = [];
        private int rows;
        private int commands;

        public Reads(string connection)
        {
            this.connection = connection;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Rows => rows;

        public void Reset() => (rows, commands) = (0, 0);

        public int Commands => commands;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) { subscriptions.Add(value.Subscribe(this)); }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not Microsoft.EntityFrameworkCore.Diagnostics.DataReaderDisposingEventData read || !read.Command.CommandText.Contains("session_dates", StringComparison.Ordinal)) { return; }
            var from = read.Command.Connection!;
            if (!connection.Contains(from.Database == "main" ? from.DataSource : from.Database, StringComparison.Ordinal)) { return; }
            Interlocked.Add(ref rows, read.ReadCount);
            Interlocked.Increment(ref commands);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());
    }
}
