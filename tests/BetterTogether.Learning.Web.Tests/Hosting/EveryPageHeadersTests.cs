using BetterTogether.Learning.Web.Tests.Access;
using BetterTogether.Learning.Web.Tests.SignIns;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What every page of somebody signed in carries, as browsers get it in development and in production.</summary>
public sealed class EveryPageHeadersTests
{
    [Theory, InlineData("Development", "http://localhost"), InlineData("Production", "https://learning.example")]
    public async Task No_page_of_somebody_signed_in_is_kept_framed_or_scripted_by_others(string environment, string address)
    {
        var spy = new CookieSpy();
        await using var app = await Council.StartAsync(environment, spy: spy);
        var people = await World.PeopleAsync(app);
        using var visitor = app.Anonymous(address);
        var who = people[Who.Administrator];
        await (await visitor.AskForCodeAsync(who.Email)).EnterAsync(await app.CodeAsync(who.Email));
        var world = new World(app, people);

        foreach (var row in AllAccess.Rows.Where(r => !r.Writes && r.Expected[(int)Who.Administrator].StartsWith('y') && !r.Url.StartsWith("/dev", StringComparison.Ordinal)))
        {
            var headers = (await visitor.GetAsync(await world.FillAsync(row.Url))).Headers;
            string Header(string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
            void Carries(string name, string what) => Assert.True(Header(name).Contains(what, StringComparison.Ordinal), $"{row}: {name} is \"{Header(name)}\" and lacks {what}");

            // A feed is asked again with its ETag, by a calendar that nobody signed in.
            if (row.Url.EndsWith(".ics", StringComparison.Ordinal)) { continue; }
            // A probe is nobody's, and at the sign-in one is nobody yet.
            if (!row.Url.StartsWith("/health", StringComparison.Ordinal) && !row.Url.StartsWith(Links.SignIn, StringComparison.Ordinal)) { Carries("Cache-Control", "no-store"); }
            // A mail in its frame brings styles of its own, and may do nothing else.
            if (row.Url.EndsWith("/html", StringComparison.Ordinal))
            {
                foreach (var part in new[] { "default-src 'none'", "form-action 'none'", "sandbox" }) { Carries("Content-Security-Policy", part); }
                continue;
            }
            foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'" }) { Carries("Content-Security-Policy", part); }
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Carries("X-Content-Type-Options", "nosniff");
            Carries("Referrer-Policy", "same-origin");
            Assert.Equal(environment == "Production" ? "max-age=31536000" : "", Header("Strict-Transport-Security"));
        }
        Assert.NotEmpty(spy.All);
        Assert.All(spy.All, cookie => Assert.True(environment == "Production" ? IsForThisHostAlone(cookie) : cookie is { HttpOnly: true, Secure: false }, $"{cookie.Name}: {cookie.ToString()[(cookie.Name.Length + cookie.Value.Length)..]}"));
    }

    [Fact]
    public async Task A_note_for_the_next_page_travels_as_safely()
    {
        var spy = new CookieSpy();
        await using var app = await Council.StartAsync("Production", spy: spy);
        var manager = await app.HasPerson("manager@demo.example");
        await app.HasPerson("ada@demo.example", managedBy: manager);
        var session = A.Session();
        await app.Has(session);
        using var visitor = app.Anonymous("https://learning.example");
        await (await visitor.AskForCodeAsync(manager.Email)).EnterAsync(await app.CodeAsync(manager.Email));

        (await (await visitor.GetPageAsync(Links.Session(session.Id))).SubmitAsync("Book for them")).ShouldSay("They have a place");

        Assert.True(IsForThisHostAlone(spy.Last("__Host-bt-note")));
    }

    private static bool IsForThisHostAlone(Microsoft.Net.Http.Headers.SetCookieHeaderValue cookie) =>
        cookie.Name.StartsWith("__Host-bt", StringComparison.Ordinal) && cookie is { Secure: true, HttpOnly: true, SameSite: Microsoft.Net.Http.Headers.SameSiteMode.Lax or Microsoft.Net.Http.Headers.SameSiteMode.Strict }
        && cookie.Path == "/" && cookie.Domain.Length == 0;
}
