using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Whoever is on call finds what somebody was shown.</summary>
public sealed class FaultsTests
{
    [Fact]
    public async Task A_fault_of_the_api_is_in_the_log_under_the_trace_id_the_caller_got()
    {
        var log = new LogLines(LogLevel.Error);
        await using var app = await BrokenAsync(log);
        await app.HasPerson("ann@demo.example");

        var answer = await (await app.SignedInAs("ann@demo.example")).GetAsync(Links.ApiMyBookings);

        var trace = answer.ShouldBe(HttpStatusCode.InternalServerError).Json.GetProperty("traceId").GetString()!;
        var line = Assert.Single(log.All, l => l.Contains(trace, StringComparison.Ordinal));
        Assert.Contains("no such table", line, StringComparison.Ordinal);
        Assert.Contains(Links.ApiMyBookings, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_of_a_page_once()
    {
        var log = new LogLines(LogLevel.Error);
        await using var app = await BrokenAsync(log);

        var page = await app.Anonymous().GetPageAsync(Links.Programme);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("no such table", Assert.Single(log.All, l => page.Document.Body!.TextContent.Contains(Trace(l), StringComparison.Ordinal)), StringComparison.Ordinal);

        static string Trace(string line) => line.Split("trace 00-") is [_, var rest] ? rest[..32] : "(none)";
    }

    [Fact]
    public async Task What_a_caller_sent_wrong_is_no_fault_of_ours()
    {
        var log = new LogLines(LogLevel.Warning);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Replace = services => services.AddSingleton<ILoggerProvider>(log) });
        await app.HasPerson("ann@demo.example");
        var ann = await app.SignedInAs("ann@demo.example");
        log.Clear();

        using var body = new StringContent("{ \"confirmClash\": ", System.Text.Encoding.UTF8, "application/json");
        using var answer = await ann.Http.PostAsync($"{Links.ApiSession(Guid.NewGuid())}/bookings", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(log.All);
    }

    private static async Task<TestApp> BrokenAsync(LogLines log)
    {
        var app = await TestApp.StartAsync(new TestAppOptions { Replace = services => services.AddSingleton<ILoggerProvider>(log) });
        await app.Ask(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE sessions RENAME TO elsewhere"));
        return app;
    }
}
