using System.Text;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Backups;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>What was typed for the circle, and what was whispered to a facilitator, is nowhere: neither while it runs nor afterwards.</summary>
public sealed class NothingTypedSurvivesTests
{
    private const string Typed = "marmalade-on-the-windowsill";
    private const string Whispered = "umbrella-in-the-hallway";

    [Theory, BothDatabases]
    public async Task It_is_in_no_table_no_file_no_log_and_no_mail(DatabaseProvider provider)
    {
        var log = new LogLines();
        var everything = new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Database" }.ToDictionary(c => $"Logging:LogLevel:{c}", _ => "Trace");
        await using var ring = await Ring.RunningAsync(provider: provider, settings: everything, replace: services => services.AddSingleton<ILoggerProvider>(log));
        var holding = await ring.DoesAsync("f", "accept");
        var shown = await ring.DoesAsync("f", "type", new { text = Typed, turnId = holding.GetProperty("floor").GetProperty("turnId").GetString() });
        Assert.Equal(Typed, shown.GetProperty("floor").GetProperty("text").GetString());
        await ring["p1"].Wire.UntilAsync(s => s.GetProperty("floor").TryGetProperty("text", out var text) && text.GetString() == Typed, "everybody reads it");
        await ring.DoesAsync("p1", "tell", new { about = "help", text = Whispered });
        var told = await ring.Facilitator.Wire.UntilAsync(s => s.GetProperty("messages").EnumerateArray().Any(m => m.TryGetProperty("text", out _)), "the facilitator reads it");
        Assert.Equal(Whispered, told.GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.False((await ring.SnapshotAsync("p2")).GetProperty("messages").EnumerateArray().Any(), "nobody else does");
        await NowhereAsync(ring, provider, minute: 1);

        await ring.DoesAsync("f", "release", new { turnId = holding.GetProperty("floor").GetProperty("turnId").GetString() });
        Assert.False((await ring.SnapshotAsync("p1")).GetProperty("floor").TryGetProperty("text", out _), "gone with the turn");
        await ring.DoesAsync("f", "close", new { confirmed = true });

        Assert.False((await ring.SnapshotAsync("f")).GetProperty("messages").EnumerateArray().Any(), "gone with the circle");
        await NowhereAsync(ring, provider, minute: 2);
        Assert.DoesNotContain(log.All, IsTold);
        Assert.Contains(log.All, line => line.Contains("Received hub invocation", StringComparison.Ordinal)); // the log was listening
    }

    private static async Task NowhereAsync(Ring ring, DatabaseProvider provider, int minute)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            var dump = await DumpAsync(ring.App.ConnectionString);
            Assert.Contains("Monday circle", dump, StringComparison.Ordinal); // the dump is one
            Assert.False(IsTold(dump), $"In a table, minute {minute}");
        }
        else
        {
            await using var somebody = Operator.Of(ring.App.Folder);
            somebody.Clock.Advance(TimeSpan.FromMinutes(minute)); // a name of its own for each backup
            await somebody.BacksUpAsync();
        }
        var found = Directory.EnumerateFiles(ring.App.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal) && IsTold(Read(f))).ToList();
        Assert.True(found.Count == 0, $"In {string.Join(", ", found)}, minute {minute}");
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static bool IsTold(string text) => text.Contains(Typed, StringComparison.Ordinal) || text.Contains(Whispered, StringComparison.Ordinal);

    private static async Task<string> DumpAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) { tables.Add(reader.GetString(0)); }
        }
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // the name comes from the catalogue, quoted
            await using var rows = new NpgsqlCommand($"SELECT t::text FROM {table} t", connection);
#pragma warning restore CA2100
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync()) { dump.AppendLine(reader.GetString(0)); }
        }
        return dump.ToString();
    }
}
