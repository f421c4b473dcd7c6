using System.Net;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Whatever is wrong, the API answers with a ProblemDetails and a code.</summary>
public sealed class ProblemsTests
{
    private static readonly string Unknown = $"{Guid.NewGuid()}";

    [Theory]
    [InlineData("POST", "sessions", "{", 400)]
    [InlineData("POST", "sessions", "[]", 400)]
    [InlineData("POST", "sessions", "null", 400)]
    [InlineData("POST", "sessions", "", 400)]
    [InlineData("POST", "sessions", "{}", 400)]
    [InlineData("POST", "sessions", "{\"kind\":\"party\"}", 400)]
    [InlineData("POST", "sessions", "{\"kind\":3}", 400)]
    [InlineData("POST", "sessions", "{\"capacity\":\"many\"}", 400)]
    [InlineData("POST", "sessions", "{\"capacity\":99999999999}", 400)]
    [InlineData("PATCH", "sessions/{session}", "[]", 400)]
    [InlineData("PATCH", "sessions/{session}", "{\"capacity\":\"many\"}", 400)]
    [InlineData("PATCH", "sessions/{session}", "{\"startsAtUtc\":\"2026-09-02T09:00:00\"}", 400)]
    [InlineData("PATCH", "sessions/{session}", "{\"title\":{}}", 400)]
    [InlineData("PATCH", "sessions/{unknown}", "{}", 404)]
    [InlineData("POST", "sessions/{session}/bookings", "{\"confirmClash\":\"perhaps\"}", 400)]
    [InlineData("POST", "sessions/{session}/bookings", "[]", 400)]
    [InlineData("POST", "sessions/{unknown}/bookings", "{}", 404)]
    [InlineData("POST", "sessions/not-an-id/bookings", "{}", 404)]
    [InlineData("POST", "sessions/{unknown}/cancel", "{}", 404)]
    [InlineData("POST", "bookings/{unknown}/cancel", null, 404)]
    [InlineData("POST", "bookings/{unknown}/accept", null, 404)]
    [InlineData("PUT", "bookings/{unknown}/attendance", "{\"state\":\"attended\"}", 404)]
    [InlineData("PUT", "bookings/{unknown}/attendance", "{\"state\":\"there\"}", 400)]
    [InlineData("GET", "sessions/{unknown}", null, 404)]
    [InlineData("GET", "nothing", null, 404)]
    [InlineData("DELETE", "sessions/{session}", null, 405)]
    [InlineData("POST", "series", "{}", 400)]
    public async Task An_error_is_a_problem_with_a_code(string method, string url, string? body, int status)
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var desk = await academy.Desk.HereAsync();

        var answer = await desk.SendAsync(new HttpMethod(method), $"/api/v1/{url.Replace("{session}", $"{session.Id}", StringComparison.Ordinal).Replace("{unknown}", Unknown, StringComparison.Ordinal)}", body);

        Assert.True(answer.Status == (HttpStatusCode)status && answer.ContentType == "application/problem+json" && answer.Code is { Length: > 0 }, $"{(int)answer.Status} {answer.ContentType} {answer.Body}");
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Theory, InlineData("GET", "me/bookings"), InlineData("GET", "sessions"), InlineData("POST", "sessions"), InlineData("POST", "bookings/00000000-0000-0000-0000-000000000001/cancel")]
    public async Task Who_is_not_signed_in_is_told_so(string method, string url)
    {
        await using var academy = await Academy.OpenAsync();

        (await academy.App.Anonymous().SendAsync(new HttpMethod(method), $"/api/v1/{url}")).ShouldBe(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused()
    {
        await using var academy = await Academy.OpenAsync();
        using var form = new FormUrlEncodedContent([new("title", "Trust")]);
        using var response = await (await academy.Desk.HereAsync()).Http.PostAsync("/api/v1/sessions", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_call_from_another_sites_page_is_refused()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();

        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/bookings", null, ("Sec-Fetch-Site", "cross-site"))).ShouldBe(HttpStatusCode.Forbidden, "cross-site");
        Assert.Empty(await academy.Desk.MineAsync());
    }
}
