using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BetterTogether.Learning.Web.Data;

public static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<DatabaseOptions>(builder.Configuration.GetSection("Database")).Configure<DataOptions>(builder.Configuration.GetSection("Data"));
        services.AddSingleton<DataFolder>().AddSingleton<WriterGate>().AddSingleton<RowLocks>().AddSingleton<AfterCommit>().AddSingleton<UnitOfWork>();
        services.AddPooledDbContextFactory<LearningDb>(Connect);
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<LearningDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("BetterTogether.Learning");
        services.AddSingleton<ProtectionKeys>().AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((keys, repository) => keys.XmlRepository = repository);
        services.ReadKeysAtFirstUse();
        services.AddSingleton<Readiness>().AddSingleton<Preparation>().AddHostedService(s => s.GetRequiredService<Preparation>());
        return builder;
    }

    /// <summary>The framework would read the keys before the tables are made, and log an error. To be called after whatever adds data protection: authentication does again.</summary>
    public static void ReadKeysAtFirstUse(this IServiceCollection services)
    {
        var eager = services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList();
        foreach (var service in eager) { services.Remove(service); }
    }

    private static void Connect(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var given = services.GetRequiredService<IConfiguration>().GetConnectionString("Learning");
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Postgres)
        {
            options.UseNpgsql(PostgresConnection(given));
            return;
        }
        options.UseSqlite(given ?? new SqliteConnectionStringBuilder { DataSource = services.GetRequiredService<DataFolder>().Database, ForeignKeys = true }.ToString());
    }

    private static string PostgresConnection(string? given)
    {
        var connection = new NpgsqlConnectionStringBuilder(given ?? throw new InvalidOperationException("Set ConnectionStrings__Learning to the PostgreSQL database to use"));
        // A server allows 100 connections by default, and a second node and the backup need some too.
        if (!connection.ContainsKey("Maximum Pool Size")) { connection.MaxPoolSize = 40; }
        return connection.ToString();
    }
}
