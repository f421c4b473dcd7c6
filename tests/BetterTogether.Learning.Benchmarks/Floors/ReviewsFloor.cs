using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>Bare endpoints that run one query for the figures of a cycle, or for a manager's people, and send as many bytes: no sign-in, no page.</summary>
public static class ReviewsFloor
{
    private const string Report = """
        SELECT p."Team", r."Status", r."Id" IS NOT NULL AND r."NotDue" IS NULL, r."DueBy" < coalesce(r."FirstCompletedOn", '2026-11-24'), count(*)
        FROM people p LEFT JOIN reviews r ON r."PersonId" = p."Id" AND r."CycleId" = (SELECT "Id" FROM review_cycles ORDER BY "Opens" LIMIT 1)
        WHERE p."Active" OR r."Id" IS NOT NULL GROUP BY 1, 2, 3, 4
        """;

    private const string Team = """
        SELECT p."Id", p."Name", p."JobTitle", r."Id", r."Status", r."NotDue", r."DueBy"
        FROM people p LEFT JOIN reviews r ON r."PersonId" = p."Id" AND r."CycleId" = (SELECT "Id" FROM review_cycles ORDER BY "Opens" LIMIT 1)
        WHERE p."ManagerId" = (SELECT "Id" FROM people WHERE "Email" = 'manager@demo.example') ORDER BY p."Name"
        """;

    public static async Task<int> ServeAsync(string url, string database)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/report/{bytes:int}", (int bytes) => AnswerAsync(database, Report, bytes));
        app.MapGet("/team/{bytes:int}", (int bytes) => AnswerAsync(database, Team, bytes));
        await app.RunAsync();
        return 0;
    }

    private static async Task<string> AnswerAsync(string database, string query, int bytes)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the two constants above
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++) { text.Append(reader.GetValue(i)).Append(' '); }
        }
        return text.Append('x', Math.Max(0, bytes - text.Length)).ToString();
    }
}
