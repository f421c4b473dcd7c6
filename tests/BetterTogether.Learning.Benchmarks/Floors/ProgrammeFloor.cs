using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>A bare Razor page that runs the programme's query and sends as many bytes: no sign-in, no filters, no layout.</summary>
public static class ProgrammeFloor
{
    // As the product's CardQuery asks it of its plain programme, word for word: change both together.
    public const string Query = $"""
        SELECT s."Id", s."Kind", s."Visibility", s."Status", s."Title", s."Place", s."JoinUrl" IS NOT NULL AS "IsOnline", s."Capacity", s."Held", s."Waiting", d."StartsAtUtc", d."EndsAtUtc",
            b."Id" AS "BookingId", b."Status" AS "BookingStatus", b."OfferedUntilUtc",
            CASE WHEN b."Status" = 'Waiting' THEN (SELECT CAST(count(*) AS integer) FROM bookings o WHERE o."SessionId" = s."Id" AND o."Status" = 'Waiting'
                AND (o."Priority" AND NOT b."Priority" OR o."Priority" = b."Priority" AND o."Ticket" < b."Ticket")) ELSE 0 END AS "Ahead",
            EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = $me) AS "Trains"
        FROM (SELECT * FROM sessions s WHERE (s."Status" <> 'Draft' AND s."Visibility" = 'Open'
            OR EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = $me)
            OR s."Status" <> 'Draft' AND EXISTS (SELECT 1 FROM bookings b WHERE {Mine})) AND (s."StartsAtUtc" >= $now) AND (s."Status" = 'Published')
            ORDER BY s."StartsAtUtc", s."Id" LIMIT 31) s
        JOIN session_dates d ON d."SessionId" = s."Id"
        LEFT JOIN bookings b ON {Mine}
        ORDER BY s."StartsAtUtc", s."Id", d."StartsAtUtc"
        """;

    private const string Mine = """b."SessionId" = s."Id" AND b."PersonId" = $me AND b."Status" IN ('Confirmed', 'Waiting', 'Offered')""";

    /// <summary>Whose programme it is.</summary>
    public sealed record Me(string Id);

    public static async Task<int> ServeAsync(string url, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Floors");
        builder.Services.AddSingleton(await FindAsync(database, "worker1@demo.example"));
        builder.Services.AddScoped(_ => new SqliteConnection($"Data Source={database}"));
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => "ready");
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }

    private static async Task<Me> FindAsync(string database, string email)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM people WHERE \"Email\" = $email";
        command.Parameters.AddWithValue("$email", email);
        return new((string)(await command.ExecuteScalarAsync())!);
    }
}
