using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Data.Backups;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>Somebody at the command line: the product's binary with settings, put together but not started.</summary>
internal sealed class Operator : IAsyncDisposable
{
    private readonly WebApplication app;

    private Operator(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddHosting().AddData().AddBackups();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        app = builder.Build();
    }

    public FixedClock Clock { get; } = new();

    public NightlyBackup Nightly => app.Services.GetRequiredService<NightlyBackup>();

    public BackupHealth Health => new(Nightly);

    /// <summary>What stands in the folder for backups, by name.</summary>
    public IReadOnlyList<string> Backups => [.. app.Services.GetRequiredService<BackupFolder>().Files().Select(f => Path.GetFileName(f))];

    /// <summary>On a SQLite database in its folder.</summary>
    public static Operator Of(TestDatabase database, params (string Name, string Value)[] settings) => Of(database.Folder, settings);

    public static Operator Of(string folder, params (string Name, string Value)[] settings) =>
        new([new("Data:Folder", folder), .. settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))]);

    /// <summary>With the settings a product on PostgreSQL has; the folder may hold what it ran on before.</summary>
    public static Operator OfPostgres(string folder, string connectionString) => Of(folder, ("Database:Provider", nameof(DatabaseProvider.Postgres)), ("ConnectionStrings:Learning", connectionString));

    public async Task<Answered> TypesAsync(params string[] args)
    {
        await using var said = new StringWriter();
        await using var complained = new StringWriter();
        var code = await Commands.RunAsync(args, app.Services, said, complained);
        return new(code, said.ToString().Trim() + complained.ToString().Trim());
    }

    /// <returns>The backup's file.</returns>
    public async Task<string> BacksUpAsync()
    {
        (await TypesAsync("backup")).ShouldBe(0, "Backup made and checked");
        return app.Services.GetRequiredService<BackupFolder>().Files()[0];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>What a command ended with.</summary>
internal sealed record Answered(int Code, string Said)
{
    public Answered ShouldBe(int code, string words)
    {
        Assert.True(Code == code && Said.Contains(words, StringComparison.Ordinal), $"Expected {code} \"{words}\", was {Code}: {Said}");
        return this;
    }
}
