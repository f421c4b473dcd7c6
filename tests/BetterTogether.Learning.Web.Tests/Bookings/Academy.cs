using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>The product with a learning desk in it, and the words in which tests of booking speak. Nobody is limited in how often they book.</summary>
internal sealed class Academy : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TestAppOptions options;

    private Academy(TestDatabase database, TestAppOptions options, TestApp app) => (this.database, this.options, App, Desk) = (database, options, app, null!);

    public TestApp App { get; private set; }
    public FixedClock Clock => App.Clock;
    public Somebody Desk { get; private set; }

    /// <param name="settings">By their names with colons. News of changes is sent at once unless they say otherwise.</param>
    public static async Task<Academy> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? replace = null, FixedClock? clock = null, params (string Name, string Value)[] settings)
    {
        var mine = await TestDatabase.MigratedAsync(provider);
        var how = new TestAppOptions { Database = provider, Replace = replace, Clock = clock ?? new(), Settings = new() { ["Logging:LogLevel:Default"] = "None", ["Mail:ChangesWaitSeconds"] = "0" } };
        foreach (var (name, value) in settings) { how.Settings[name] = value; }
        var academy = new Academy(mine, how, await TestApp.StartAsync(mine, how));
        academy.Desk = await academy.HasAsync("desk", Roles.LearningDesk);
        return academy;
    }

    /// <summary>The product ends and starts again on the same database; whoever was here before is not signed in any more.</summary>
    public async Task RestartAsync()
    {
        await App.StopAsync();
        App = await TestApp.StartAsync(database, options);
    }

    public async Task<Somebody> HasAsync(string name, Roles roles = Roles.None, Somebody? managedBy = null, WorkingDays works = WorkingDays.MondayToFriday) =>
        new(App, await App.HasPerson($"{name}@demo.example", roles, managedBy?.Person, works));

    /// <summary>So many practitioners: p0, p1…</summary>
    public async Task<IReadOnlyList<Somebody>> HasCrowdAsync(int count, string name = "p")
    {
        var people = Enumerable.Range(0, count).Select(i => A.Person($"{name}{i}@demo.example")).ToList();
        await App.Has([.. people]);
        return [.. people.Select(p => new Somebody(App, p))];
    }

    public async Task<Session> HasSessionAsync(int capacity = 10, string title = "Life story work", DateTime? startsAtUtc = null) => await HasAsync(A.Session(capacity, title, startsAtUtc));

    public async Task<Session> HasAsync(SessionDetails details) => await HasAsync(A.Session(details));

    public async Task<Session> HasAsync(Session session)
    {
        await App.Has(session);
        return session;
    }

    /// <summary>The session is full of other people, who hold it by bookings of their own.</summary>
    public async Task<IReadOnlyList<Somebody>> FillAsync(Session session)
    {
        var holders = await HasCrowdAsync(session.Capacity, $"holder-{session.Id:n}-");
        foreach (var holder in holders) { Assert.Equal(BookingStatus.Confirmed, (await holder.BooksAsync(session)).Status); }
        return holders;
    }

    /// <summary>Lets time pass on the clock until a moment, and waits until offers and begun sessions were swept.</summary>
    public async Task PassesToAsync(DateTime utc)
    {
        Clock.JumpTo(utc.AddSeconds(31)); // the sweeper looks every 30 seconds
        var nowUtc = Clock.NowUtc;
        await Eventually.HoldsAsync(() => App.Ask(async db => !await db.Bookings.AnyAsync(b =>
            (b.Status == BookingStatus.Offered && b.OfferedUntilUtc <= nowUtc)
            || ((b.Status == BookingStatus.Offered || b.Status == BookingStatus.Waiting) && db.Sessions.Any(s => s.Id == b.SessionId && s.StartsAtUtc <= nowUtc)))), "offers are swept");
    }

    /// <summary>Everything sent so far, once nothing is on its way any more.</summary>
    public async Task<IReadOnlyList<SentMail>> MailsAsync()
    {
        var nowUtc = Clock.NowUtc;
        await Eventually.HoldsAsync(() => App.Ask(async db => !await db.Outbox.AnyAsync(m => m.State == MailState.Sending || (m.State == MailState.Queued && m.NextAtUtc <= nowUtc))), "the outbox is empty");
        return SentMail.In(Path.Combine(App.Folder, "mail"));
    }

    public async Task<IReadOnlyList<SentMail>> MailsToAsync(Somebody who) => [.. (await MailsAsync()).Where(m => m.To == who.Email)];

    /// <summary>The booking as the database has it.</summary>
    public Task<Booking> BookingAsync(Guid id) => App.Ask(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id));

    public Task<Session> SessionAsync(Session session) => App.Ask(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == session.Id));

    /// <summary>The product's own audit, and a recount that knows nothing of it.</summary>
    public async Task AuditAsync() => await Recount.AssertAsync(database.Contexts, Clock);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
