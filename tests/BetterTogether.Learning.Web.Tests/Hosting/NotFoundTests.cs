using System.Net;

namespace BetterTogether.Learning.Web.Tests.Hosting;

public sealed class NotFoundTests
{
    [Theory, InlineData("/nowhere"), InlineData("/nowhere/at/all"), InlineData("/nowhere.png"), InlineData("/dist/../../appsettings.json")]
    public async Task An_unknown_address_is_not_found_signed_in_or_not(string url)
    {
        await using var app = await TestApp.StartAsync();

        (await app.Anonymous().GetAsync(url)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, InlineData("GET"), InlineData("POST"), InlineData("DELETE")]
    public async Task An_unknown_call_is_a_problem_with_a_code(string method)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.Anonymous().SendAsync(new HttpMethod(method), "/api/v1/nowhere", new { });

        answer.ShouldBe(HttpStatusCode.NotFound, "not-found");
        Assert.False(string.IsNullOrEmpty(answer.Json.GetProperty("traceId").GetString()));
    }
}
