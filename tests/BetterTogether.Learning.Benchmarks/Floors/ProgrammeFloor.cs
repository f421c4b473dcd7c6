using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Benchmarks.Floors;

/// <summary>A bare Razor page that runs the programme's query and sends as many bytes: no sign-in, no filters, no layout.</summary>
public static class ProgrammeFloor
{
    public const string Query = """
        SELECT s."Id", s."Kind", s."Title", s."Place", s."Capacity", s."Held", s."Waiting", d."StartsAtUtc", d."EndsAtUtc", b."Id", b."Status"
        FROM (SELECT * FROM sessions WHERE "StartsAtUtc" >= $now AND "Status" = 'Published' AND "Visibility" = 'Open' ORDER BY "StartsAtUtc", "Id" LIMIT 31) s
        LEFT JOIN session_dates d ON d."SessionId" = s."Id"
        LEFT JOIN bookings b ON b."SessionId" = s."Id" AND b."PersonId" = $me AND b."Status" IN ('Confirmed', 'Waiting', 'Offered')
        ORDER BY s."StartsAtUtc", s."Id", d."StartsAtUtc"
        """;

    public static async Task<int> ServeAsync(string url, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Floors");
        builder.Services.AddScoped(_ => new SqliteConnection($"Data Source={database}"));
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => "ready");
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}
