using System.Text.Json;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>LISTEN and NOTIFY: news goes out with the commit that made it and comes in over one connection of its own, opened anew whenever it breaks.</summary>
public sealed class PostgresNotifier(IDbContextFactory<LearningDb> contexts, TimeProvider clock, ILogger<PostgresNotifier> log) : IChangeNotifier
{
    private const string Channel = "circles";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public Guid Node { get; } = Guid.NewGuid();

    public async Task TellAsync(LearningDb db, IReadOnlyList<CircleNews> news, CancellationToken cancel)
    {
        if (news.Count == 0) { return; }
        var payloads = news.Select(n => n.ToPayload()).ToArray();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, payload) FROM unnest({payloads}) AS payload", cancel);
    }

    public async Task ListenAsync(Action<CircleNews> heard, Action missed, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await ListenOnceAsync(heard, missed, cancel);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                log.NotListening(e);
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    private async Task ListenOnceAsync(Action<CircleNews> heard, Action missed, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(await OwnConnectionAsync(cancel));
        connection.Notification += (_, notification) => Hear(notification.Payload, heard);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) { await listen.ExecuteNonQueryAsync(cancel); }
        missed();
        while (true) { await connection.WaitAsync(cancel); }
    }

    private void Hear(string payload, Action<CircleNews> heard)
    {
        try
        {
            var news = CircleNews.FromPayload(payload);
            if (news.Node != Node) { heard(news); }
        }
        catch (JsonException)
        {
            // A node of another version speaks differently; the clients' poll heals what this one did not hear.
            log.NotUnderstood();
        }
    }

    // Not of the pool: it is held for good. A silent connection is tried every ten seconds, or a dead server would never be noticed.
    private async Task<string> OwnConnectionAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, KeepAlive = 10 }.ToString();
    }
}
