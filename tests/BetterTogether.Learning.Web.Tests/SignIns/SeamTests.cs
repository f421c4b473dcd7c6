using System.Net;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.SignIns;

/// <summary>What tools outside rely on: cookies, the development sign-in, answers to whoever is not signed in.</summary>
public sealed class SeamTests
{
    private const string Ann = "ann@demo.example";

    [Theory, InlineData("Development", false), InlineData("Production", true), InlineData("Staging", true)]
    public async Task Without_its_environment_and_its_setting_there_is_no_development_sign_in(string environment, bool setting)
    {
        await using var app = await Council.StartAsync(environment, setting);
        await app.HasPerson(Ann);
        using var visitor = app.Anonymous("https://localhost");

        using var answer = await visitor.Http.PostAsync(Links.DevSignIn, Form(Ann));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        (await visitor.GetPageAsync(Links.SignIn)).ShouldNotSay("Development only");
    }

    [Fact]
    public async Task In_development_the_cookie_works_over_plain_http()
    {
        var spy = new CookieSpy();
        await using var app = await Council.StartAsync(spy: spy);
        await app.HasPerson(Ann);

        using var visitor = await app.SignedInAs(Ann);

        Assert.Equal("; path=/; samesite=lax; httponly", Flags(spy, "bt"));
    }

    [Fact]
    public async Task In_production_the_cookie_is_for_https_and_this_host_alone()
    {
        var spy = new CookieSpy();
        await using var app = await Council.StartAsync("Production", spy: spy);
        await app.HasPerson(Ann);
        using var visitor = app.Anonymous("https://localhost");
        var page = await visitor.AskForCodeAsync(Ann, Links.SignInFrom(Links.Me));

        (await page.EnterAsync(await app.CodeAsync(Ann))).ShouldBeAt(Links.Me);

        Assert.Equal("; path=/; secure; samesite=lax; httponly", Flags(spy, "__Host-bt"));
        Assert.Equal("; max-age=1800; path=/; secure; samesite=lax; httponly", Flags(spy, "__Host-bt-code"));
    }

    [Fact]
    public async Task The_api_answers_401_and_403_and_never_leads_elsewhere()
    {
        await using var app = await Council.StartAsync(replace: services => services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddPageRoute("/People/Me", "/api/v1/for-people").AddPageRoute("/People/People", "/api/v1/for-the-desk")));
        await app.HasPerson(Ann);
        using var anonymous = app.Anonymous();
        using var ann = await app.SignedInAs(Ann);

        (await anonymous.GetAsync("/api/v1/for-people")).ShouldBe(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await ann.GetAsync("/api/v1/for-the-desk")).ShouldBe(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Somebody_unknown_is_not_found()
    {
        await using var app = await Council.StartAsync();
        using var visitor = app.Anonymous();

        using var answer = await visitor.Http.PostAsync(Links.DevSignIn, Form(Council.Newcomer));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("bt=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_leads_to_the_sign_in_and_back()
    {
        await using var app = await Council.StartAsync();
        using var visitor = app.Anonymous();

        (await visitor.GetPageAsync(Links.Me)).ShouldBeAt(Links.SignInFrom(Links.Me));
    }

    private static FormUrlEncodedContent Form(string email) => new([new("email", email)]);

    private static string Flags(CookieSpy spy, string name)
    {
        var cookie = spy.Last(name);
        return cookie.ToString()[$"{name}={cookie.Value}".Length..];
    }
}
