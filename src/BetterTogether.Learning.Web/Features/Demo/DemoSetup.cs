using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Demo;

public static partial class DemoSetup
{
    /// <summary>Stands before any feature that makes people at start: seeding is for a directory that is empty.</summary>
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>().Bind(builder.Configuration.GetSection("Demo")).ValidateOnStart();
        builder.Services.AddSingleton<AtStart>(SeedAsync);
        return builder;
    }

    private static async Task SeedAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!services.GetRequiredService<IOptions<DemoOptions>>().Value.Seed) { return; }
        if (await services.GetRequiredService<Connections>().IsTrueAsync("SELECT EXISTS (SELECT 1 FROM people)", cancel)) { return; }
        var seeded = await services.GetRequiredService<UnitOfWork>().DecideAsync<int>(async (db, nowUtc) =>
        {
            if (await db.People.AnyAsync(cancel)) { return 0; }
            var rows = DemoData.At(nowUtc).Rows.ToList();
            // No outbox rows: an invite in the ledger counts as sent, and nobody of the demo gets mail about the past.
            // All of it is new and nothing changes any more: looking for changes in each row would cost as much as making it.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(rows);
            return rows.Count;
        }, cancel);
        if (seeded.Value > 0) { Seeded(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DemoSetup)), seeded.Value); }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data is in: {Count} things")]
    private static partial void Seeded(ILogger log, int count);
}
