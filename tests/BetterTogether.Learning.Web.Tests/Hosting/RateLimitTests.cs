using System.Net;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>Whoever calls too often hears it, and when to come again; nobody else suffers for them.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task The_third_look_at_the_programme_in_a_minute_of_two_waits_and_another_persons_does_not()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Limits:SearchPerCaller"] = "2" } });
        await app.HasPerson("one@demo.example");
        await app.HasPerson("two@demo.example");
        using var one = await app.SignedInAs("one@demo.example");
        using var two = await app.SignedInAs("two@demo.example");

        for (var look = 0; look < 2; look++) { (await one.GetAsync(Links.Programme)).ShouldBe(HttpStatusCode.OK); }
        var refused = (await one.GetAsync(Links.Programme)).ShouldBe(HttpStatusCode.TooManyRequests);

        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 10, 60);
        Assert.Contains("That was a lot at once", refused.Body, StringComparison.Ordinal);
        (await two.GetAsync(Links.Programme)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_api_says_it_as_a_problem()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Limits:BookingPerPerson"] = "1" } });
        await app.HasPerson("one@demo.example");
        using var one = await app.SignedInAs("one@demo.example");
        var nowhere = $"{Links.ApiSession(Guid.Empty)}/bookings";

        (await one.PostAsync(nowhere, new { })).ShouldBe(HttpStatusCode.NotFound);
        var refused = (await one.PostAsync(nowhere, new { })).ShouldBe(HttpStatusCode.TooManyRequests);

        Assert.NotNull(refused.Code);
    }
}
