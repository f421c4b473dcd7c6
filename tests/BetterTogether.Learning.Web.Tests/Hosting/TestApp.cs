using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.SessionReminders;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>The whole product over HTTP, on a database of its own and a clock that stands still. One app a test; threading: any thread may use it.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly Factory factory;
    private readonly TestDatabase database;

    private TestApp(TestDatabase database, TestAppOptions options)
    {
        this.database = database;
        Clock = options.Clock ?? new FixedClock();
        factory = new Factory(database, options, Clock);
        if (options.OnKestrel) { factory.UseKestrel(0); }
    }

    public FixedClock Clock { get; }

    /// <summary>The data folder: <c>mail/</c> and <c>learning.db</c> are in it.</summary>
    public string Folder => database.Folder;

    public string ConnectionString => database.ConnectionString;

    /// <summary>Starts and waits until it is ready.</summary>
    public static Task<TestApp> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) => StartAsync(new TestAppOptions { Database = provider });

    public static async Task<TestApp> StartAsync(TestAppOptions options) => await StartAsync(await TestDatabase.MigratedAsync(options.Database), options);

    /// <summary>On a database that is there already, which the app then owns: for restarts.</summary>
    public static async Task<TestApp> StartAsync(TestDatabase database, TestAppOptions options)
    {
        var app = new TestApp(database, options);
        try
        {
            app.factory.StartServer();
            if (options.WaitUntilReady) { await app.UntilReadyAsync(); }
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task UntilReadyAsync() => The<Readiness>().WhenReadyAsync(CancellationToken.None).WaitAsync(Eventually.Patience);

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Anonymous() => new(factory.CreateClient());

    public Visitor Anonymous(bool followRedirects) => new(factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = followRedirects }));

    public Visitor Anonymous(string baseAddress) => new(factory.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(baseAddress) }));

    /// <summary>Somebody of the directory: one of the demo people, or added with <see cref="HasPerson"/>.</summary>
    public async Task<Visitor> SignedInAs(string email, bool followRedirects = true)
    {
        var visitor = Anonymous(followRedirects);
        using var form = new FormUrlEncodedContent([new("email", email)]);
        using var answer = await visitor.Http.PostAsync(Links.DevSignIn, form);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.NoContent, $"Signing in as {email} was answered {(int)answer.StatusCode}");
        return visitor;
    }

    public Task<Visitor> SignedInAs(Person person) => SignedInAs(person.Email);

    public async Task<Person> HasPerson(string email, Roles roles = Roles.None, Person? managedBy = null, WorkingDays works = WorkingDays.MondayToFriday)
    {
        var person = A.Person(email, roles, managedBy?.Id, works);
        await Has(person);
        return person;
    }

    /// <summary>Keeps sessions, bookings, people, series… as they are.</summary>
    public async Task Has(params object[] things)
    {
        var kept = await The<UnitOfWork>().DecideAsync<bool>((db, _) =>
        {
            db.AddRange(things);
            return Task.FromResult<Result<bool>>(true);
        }, CancellationToken.None);
        Assert.True(kept.Value);
    }

    /// <summary>What stands in the database, where no page or call tells it.</summary>
    public async Task<T> Ask<T>(Func<LearningDb, Task<T>> question)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<LearningDb>());
    }

    /// <summary>One more run of the reminders beside the worker's own, as a second node would have it.</summary>
    public Task<int> RemindAsync() => The<SessionReminderService>().RunAsync(CancellationToken.None);

    public IReadOnlyList<RouteEndpoint> Endpoints() => [.. The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>All it answers to, each handler of a page too: "POST /bookings/{}?handler=Cancel".</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Endpoints()) { all.UnionWith(await Addresses.OfAsync(endpoint, The<PageLoader>())); }
        return [.. all];
    }

    /// <summary>Ends the product and leaves its database, for what is done while it does not run.</summary>
    public async Task StopAsync()
    {
        await factory.DisposeAsync();
        database.Close(); // a process that ends closes its files
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>For tests of what a service promises by itself; everything else speaks HTTP.</summary>
    internal T The<T>() where T : notnull => factory.Services.GetRequiredService<T>();

    private sealed class Factory(TestDatabase database, TestAppOptions options, FixedClock clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(options.Environment);
            builder.UseSetting("Data:Folder", database.Folder).UseSetting("Database:Provider", database.Provider.ToString());
            if (database.Provider == DatabaseProvider.Postgres) { builder.UseSetting("ConnectionStrings:Learning", database.ConnectionString); }
            builder.UseSetting("SignIn:Development", "true").UseSetting("Demo:Seed", "false").UseSetting("Backup:Keep", "0");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            // A limiter cannot be ended: its clock would tick on for each app of a run, and keep the app.
            foreach (var limit in new[] { nameof(LimitOptions.SignInPerAddress), nameof(LimitOptions.BookingPerPerson), nameof(LimitOptions.SearchPerCaller) }) { builder.UseSetting($"Limits:{limit}", "0"); }
            // A machine has 128 file watchers by default, and a hundred apps at once want more than that.
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            foreach (var (name, value) in options.Settings) { builder.UseSetting(name, value); }
            builder.ConfigureTestServices(services =>
            {
                // The event log's source is one for the whole process, and would keep every app of a run for its end.
                services.RemoveAll<IOptionsChangeTokenSource<LoggerFilterOptions>>();
                services.AddSingleton<TimeProvider>(clock);
                options.Replace?.Invoke(services);
            });
        }
    }
}
