using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class HeadersTests
{
    [Theory, InlineData("/health/live"), InlineData("/nowhere"), InlineData("/api/v1/nowhere"), InlineData("/favicon.svg"), InlineData("/openapi/v1.json")]
    public async Task Every_answer_carries_the_security_headers(string url)
    {
        await using var app = await TestApp.StartAsync();

        ShouldBeSafe((await app.Anonymous().GetAsync(url)).Headers);
    }

    [Theory, InlineData("/"), InlineData("/programme.ics")]
    public async Task So_does_one_that_went_wrong(string url)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = "Production", Settings = new() { ["Logging:LogLevel:Default"] = "None" } });
        await app.Ask(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE sessions RENAME TO elsewhere"));

        var answer = await app.Anonymous("https://learning.example").GetAsync(url);

        ShouldBeSafe(answer.ShouldBe(System.Net.HttpStatusCode.InternalServerError).Headers);
    }

    private static void ShouldBeSafe(System.Net.Http.Headers.HttpResponseHeaders headers)
    {
        string Header(string name) => string.Join(", ", headers.GetValues(name));
        foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'" })
        {
            Assert.Contains(part, Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin"), (Header("X-Content-Type-Options"), Header("Referrer-Policy")));
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { OnKestrel = true });

        var headers = (await app.Anonymous().GetAsync(Links.Live)).Headers;

        Assert.DoesNotContain(headers, h => h.Key is "Server" or "X-Powered-By");
    }

    [Theory, InlineData("Development", false), InlineData("Production", true)]
    public async Task In_production_browsers_are_told_to_keep_to_https(string environment, bool told)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = environment });

        var headers = (await app.Anonymous("https://learning.example").GetAsync(Links.Live)).Headers;

        Assert.Equal(told, headers.Contains("Strict-Transport-Security"));
    }
}
