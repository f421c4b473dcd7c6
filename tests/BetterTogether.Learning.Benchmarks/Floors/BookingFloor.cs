using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>
/// The least that must happen for a booking to be kept: a bare endpoint that commits the same rows to the same tables, with the same
/// durability, one writer at a time. No sign-in, no rule, no mapper; hand-written commands, prepared once.
/// </summary>
public static class BookingFloor
{
    private static readonly string[] Statements =
    [
        "UPDATE sessions SET \"Held\" = \"Held\" + 1 WHERE \"Id\" = $session",
        "INSERT INTO bookings (\"Id\", \"SessionId\", \"PersonId\", \"Status\", \"Ticket\", \"Priority\", \"BookedAtUtc\", \"BookedById\", \"OfferedToAll\", \"Offers\") VALUES ($id, $session, $person, 'Confirmed', 0, 0, $now, $person, 0, 0)",
        "INSERT INTO invites (\"Id\", \"Uid\", \"Subject\", \"SubjectId\", \"OccurrenceId\", \"PersonId\", \"Sequence\", \"LastMethod\", \"LastStampUtc\") VALUES ($id, $id, 'Booking', $id, $session, $person, 0, 'Request', $now)",
        "INSERT INTO outbox (\"Id\", \"DedupeKey\", \"ToAddress\", \"ToName\", \"PersonId\", \"Template\", \"Values\", \"Calendar\", \"MessageId\", \"NotBeforeUtc\", \"Urgency\", \"State\", \"Attempts\", \"NextAtUtc\", \"CreatedAtUtc\", \"DropBodyOnceSent\") VALUES ($id, $id, 'a@demo.example', 'A', $person, 'bookings/confirmed', $text, $text, $id, $now, 0, 'Stopped', 0, $now, $now, 0)",
        "INSERT INTO audit_trail (\"Id\", \"AtUtc\", \"ActorId\", \"Event\", \"SubjectId\") VALUES ($id, $now, $person, 'booking-confirmed', $id)",
    ];

    public static async Task<int> ServeAsync(string url, string database)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.Urls.Add(url);
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        var commands = Statements.Select(sql => Prepared(connection, sql)).ToList();
        using var one = new SemaphoreSlim(1, 1);
        app.MapGet("/ready", () => "ready");
        app.MapPost("/book/{session:guid}/{person:guid}", async (Guid session, Guid person) =>
        {
            var id = Guid.CreateVersion7();
            await one.WaitAsync();
            try
            {
                await using var transaction = connection.BeginTransaction();
                foreach (var command in commands) { Run(command, transaction, session, person, id); }
                await transaction.CommitAsync();
            }
            finally
            {
                one.Release();
            }
            return Results.Created($"/bookings/{id}", new { id, sessionId = session, status = "confirmed" });
        });
        await app.RunAsync();
        return 0;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "$session", "$person", "$id", "$now", "$text" }.Where(sql.Contains)) { command.Parameters.Add(name, SqliteType.Text); }
        command.Prepare();
        return command;
    }

    // Texts as long as those of a real mail's values and invite.
    private static readonly string Text = new('x', 500);

    private static void Run(SqliteCommand command, SqliteTransaction transaction, Guid session, Guid person, Guid id)
    {
        command.Transaction = transaction;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.ParameterName switch
            {
                "$session" => session.ToString().ToUpperInvariant(),
                "$person" => person.ToString().ToUpperInvariant(),
                "$id" => id.ToString().ToUpperInvariant(),
                "$now" => "2026-01-01 00:00:00",
                _ => Text,
            };
        }
        var touched = command.ExecuteNonQuery();
        if (touched != 1) { throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{touched} rows")); }
    }
}
