using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace BetterTogether.Learning.Web.Data;

public static class DataSetup
{
    // Each keeps its connection with what it has parsed, a megabyte or two. More may read at once, at the price of a new one.
    private const int ReadersKept = 32;

    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        CountNothing();
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().Bind(builder.Configuration.GetSection("Database"))
            .Validate(database => Enum.IsDefined(database.Provider), "Database__Provider is Sqlite or Postgres").ValidateOnStart();
        services.AddOptions<DataOptions>().Bind(builder.Configuration.GetSection("Data"))
            .Validate(data => data.LeastFreeMegabytes >= 0, "Data__LeastFreeMegabytes is a number of megabytes, 0 or more").ValidateOnStart();
        services.AddSingleton<DataFolder>().AddSingleton<Connections>().AddSingleton<RowLocks>().AddSingleton<UnitOfWork>();
        services.AddSingleton(s => WriterGate.For(s.GetRequiredService<Connections>().Provider));
        services.AddSingleton<StatementCache>();
        services.AddPooledDbContextFactory<LearningDb>(Connect, ReadersKept);
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<LearningDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("BetterTogether.Learning");
        services.AddSingleton<ProtectionKeys>().AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((keys, repository) => keys.XmlRepository = repository);
        services.ReadKeysAtFirstUse();
        services.AddSingleton<Readiness>().AddSingleton<Schema>().AddSingleton<Preparation>().AddHostedService(s => s.GetRequiredService<Preparation>());
        services.AddReadyCheck<DiskRoom>("disk");
        services.AddHostedService<Checkpoints>().AddHostedService<IdempotencySweep>();
        return builder;
    }

    /// <summary>Begins to migrate at once, beside whatever is mapped after this: a start takes half as long on two processors. Not with a setting that cannot work: the database stays as it was.</summary>
    /// <exception cref="OptionsValidationException">A setting makes no sense; one that cannot be read is an <see cref="InvalidOperationException"/>.</exception>
    public static WebApplication Prepare(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = app.Services.GetRequiredService<Preparation>().StartAsync(CancellationToken.None);
        return app;
    }

    /// <summary>The framework would read the keys before the tables are made, and log an error. To be called after whatever adds data protection: authentication does again.</summary>
    public static void ReadKeysAtFirstUse(this IServiceCollection services)
    {
        var eager = services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList();
        foreach (var service in eager) { services.Remove(service); }
    }

    // SQLite counts what it allocates behind one lock for all connections, and nobody asks it. To be said before the first is opened; later it has no effect.
    private static void CountNothing()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static void Connect(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var connections = services.GetRequiredService<Connections>();
        if (connections.Provider == DatabaseProvider.Postgres) { options.UseNpgsql(connections.Text); }
        else { options.UseSqlite(connections.Text).KeepStatements(services.GetRequiredService<StatementCache>()); }
    }

    /// <summary>For contexts on SQLite that come from a pool.</summary>
    public static DbContextOptionsBuilder KeepStatements(this DbContextOptionsBuilder options, StatementCache cache) =>
#pragma warning disable EF1001 // as in OpenConnection
        options.AddInterceptors(cache).ReplaceService<ISqliteRelationalConnection, OpenConnection>();
#pragma warning restore EF1001
}
