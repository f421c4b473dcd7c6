using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>The outbox with a database of its own, a clock that is moved by hand and a transport that does as it is told.</summary>
internal sealed class MailHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private MailHost(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder.Path), .. settings]);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddData().AddCalendars().AddMail();
        builder.Services.AddSingleton<IMailTransport>(Transport);
        builder.Services.ConfigureDbContext<LearningDb>(options => options.AddInterceptors(Mortality));
        app = builder.Build();
    }

    public FixedClock Clock { get; } = new();

    public ScriptedTransport Transport { get; } = new();

    public Mortality Mortality { get; } = new();

    /// <summary>SQLite, and PostgreSQL where <c>Tests__Postgres</c> names a server.</summary>
    public static TheoryData<string> Databases => Server is null ? [nameof(DatabaseProvider.Sqlite)] : [nameof(DatabaseProvider.Sqlite), nameof(DatabaseProvider.Postgres)];

    private static string? Server => Environment.GetEnvironmentVariable("Tests__Postgres");

    public static async Task<MailHost> StartAsync(string database = nameof(DatabaseProvider.Sqlite), Dictionary<string, string?>? settings = null)
    {
        var host = new MailHost(new Dictionary<string, string?>(settings ?? [])
        {
            ["Database:Provider"] = database,
            ["ConnectionStrings:Learning"] = database is nameof(DatabaseProvider.Postgres) ? $"{Server};Database=mail_{Guid.NewGuid():N}" : null,
        });
        await using var db = await host.DbAsync();
        await db.Database.MigrateAsync();
        return host;
    }

    /// <summary>A worker as another process would have it: nothing is shared but the database and the transport.</summary>
    public OutboxWorker Worker(IMailTransport? transport = null) => ActivatorUtilities.CreateInstance<OutboxWorker>(
        app.Services, ActivatorUtilities.CreateInstance<MailSender>(app.Services, transport ?? Transport));

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<Guid> QueueAsync(string key, TypedMail? mail = null, string to = "worker1@demo.example", DateTime? notBeforeUtc = null, DateTime? expiresAtUtc = null)
    {
        var queued = await Get<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) => Task.FromResult<Result<OutboxMail>>(Get<Outbox>().Add(
            db, nowUtc, new Recipient("Ann", to, null), mail ?? MailSamples.All[1], key, notBeforeUtc: notBeforeUtc, expiresAtUtc: expiresAtUtc)), CancellationToken.None);
        return queued.Value.Id;
    }

    public async Task<OutboxMail> RowAsync(Guid id)
    {
        await using var db = await DbAsync();
        return await db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id);
    }

    public Task<LearningDb> DbAsync() => Get<IDbContextFactory<LearningDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await using (var db = await DbAsync())
        {
            await db.Database.EnsureDeletedAsync();
        }

        await app.DisposeAsync();
        folder.Dispose();
    }
}
