using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>The product, which does nothing but what it is asked, on a database that fails when it is told. Threading: one turn at a time.</summary>
public sealed class Workshop : IAsyncLifetime
{
    private readonly FaultInjection faults = new();
    private TestDatabase database = null!;
    private SqliteConnection watch = null!;
    private int named;

    public TestApp App { get; private set; } = null!;

    public DateTime NowUtc => App.Clock.NowUtc;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        App = await TestApp.StartAsync(database, new TestAppOptions { Replace = services => { faults.Install(services); services.WritesNothingByItself(); }, Settings = new() { ["SignIn:AllowedDomains"] = "demo.example", ["Logging:LogLevel:Default"] = "None", ["Reviews:CounterSigner"] = "ManagersManager" } });
        watch = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await watch.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await watch.DisposeAsync();
        await App.DisposeAsync();
    }

    public T The<T>() where T : notnull => App.The<T>();

    /// <summary>A name nobody had before.</summary>
    public string Name(string like) => $"{like}{++named}";

    public Task<Person> PersonAsync(string like = "ada", Roles roles = Roles.None, Person? managedBy = null) => App.HasPerson($"{Name(like)}@demo.example", roles, managedBy);

    /// <summary>A published session in sixty days.</summary>
    public async Task<Session> SessionAsync(int capacity = 10, DateTime? startsAtUtc = null, SessionKind kind = SessionKind.DirectWork)
    {
        var session = A.Session(capacity, Name("Session "), startsAtUtc ?? NowUtc.AddDays(60), kind, NowUtc);
        await App.Has(session);
        return session;
    }

    public async Task<BookingView> BookAsync(Session session, Person person) => (await The<BookingService>().BookAsync(session.Id, new BookRequest(person.Id, IsDesk: false, ConfirmClash: true), CancellationToken.None)).Value;

    /// <summary>A session of one place, offered to somebody because its holder gave it back.</summary>
    public async Task<(Session Session, Person Person, Guid BookingId)> OfferAsync()
    {
        var (session, holder, person) = (await SessionAsync(capacity: 1), await PersonAsync("holder"), await PersonAsync());
        var (held, waits) = (await BookAsync(session, holder), await BookAsync(session, person));
        await The<BookingService>().CancelAsync(held.Id, holder.Id, isDesk: false, reason: null, CancellationToken.None);
        return (session, person, waits.Id);
    }

    /// <summary>Rises when anything was committed.</summary>
    internal async Task<long> VersionAsync()
    {
        await using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal FaultInjection Faults => faults;

    internal Task AuditAsync() => Recount.AssertAsync(database.Contexts, App.Clock);
}
