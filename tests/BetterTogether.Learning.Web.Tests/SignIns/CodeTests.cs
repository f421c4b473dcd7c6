using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SignIns;

public sealed class CodeTests : IAsyncLifetime
{
    private const string Ann = "ann@demo.example";
    private const string No = "That code is not right, or it has run out.";
    private readonly CookieSpy spy = new();
    private TestApp app = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        app = await Council.StartAsync(spy: spy);
        await app.HasPerson(Ann);
        visitor = app.Anonymous();
    }

    [Fact]
    public async Task The_code_from_the_mail_signs_in_and_leads_back()
    {
        var page = await visitor.AskForCodeAsync(" Ann@Demo.Example ", Links.SignInFrom(Links.Me));
        page.ShouldSay("If we know ann@demo.example, a six-digit code is on its way there.");

        (await page.EnterAsync(await app.CodeAsync(Ann))).ShouldBeAt(Links.Me).ShouldSay("What the staff directory says");
    }

    [Theory, InlineData("{0}"), InlineData(" {0}\n"), InlineData("{1} {2}"), InlineData("{1}-{2}")]
    public async Task A_code_may_be_pasted_as_it_comes(string pasted)
    {
        var page = await visitor.AskForCodeAsync(Ann, Links.SignInFrom(Links.Me));
        var code = await app.CodeAsync(Ann);

        (await page.EnterAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, code, code[..3], code[3..]))).ShouldBeAt(Links.Me);
    }

    [Theory, InlineData(4, true), InlineData(5, false)]
    public async Task Five_wrong_tries_use_a_code_up(int wrong, bool comesIn)
    {
        var page = await visitor.AskForCodeAsync(Ann);
        var code = await app.CodeAsync(Ann);
        for (var i = 0; i < wrong; i++) { page = (await page.EnterAsync(Council.NotQuite(code))).ShouldSay(No); }

        await page.EnterAsync(code);

        Assert.Equal(comesIn, await IsSignedInAsync());
    }

    [Fact]
    public async Task What_cannot_be_a_code_costs_no_try()
    {
        var page = await visitor.AskForCodeAsync(Ann);
        for (var i = 0; i < 6; i++) { page = (await page.EnterAsync("12345")).ShouldSay("Enter the six digits from the e-mail"); }

        await page.EnterAsync(await app.CodeAsync(Ann));

        Assert.True(await IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_works_once_even_for_who_kept_the_cookie_of_its_page()
    {
        var page = await visitor.AskForCodeAsync(Ann);
        var code = await app.CodeAsync(Ann);
        using var copy = app.Anonymous();
        copy.Http.DefaultRequestHeaders.Add("Cookie", $"bt-code={spy.Last("bt-code").Value}");
        var sameForm = await copy.GetPageAsync(Links.SignInCode);
        await page.EnterAsync(code);

        (await sameForm.EnterAsync(code)).ShouldSay(No);

        Assert.Equal(1, await app.Ask(db => db.SignIns.CountAsync()));
    }

    [Theory, InlineData(9, true), InlineData(10, false)]
    public async Task A_code_lasts_ten_minutes(int minutes, bool comesIn)
    {
        var page = await visitor.AskForCodeAsync(Ann);
        var code = await app.CodeAsync(Ann);
        app.Clock.Jump(TimeSpan.FromMinutes(minutes));

        await page.EnterAsync(code);

        Assert.Equal(comesIn, await IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_belongs_to_the_browser_that_asked()
    {
        await visitor.AskForCodeAsync(Ann);
        var code = await app.CodeAsync(Ann);
        using var other = app.Anonymous();
        var page = await other.AskForCodeAsync(Ann);

        (await page.EnterAsync(code)).ShouldSay(No);
        (await other.GetPageAsync(Links.Me)).ShouldBeAt(Links.SignInFrom(Links.Me));
    }

    [Fact]
    public async Task A_new_code_can_be_asked_for()
    {
        var page = await (await visitor.AskForCodeAsync(Ann)).SubmitAsync("Send a new code");
        page.ShouldSay("We have sent a new code.");
        var codes = await app.CodesAsync(Ann, 2);

        foreach (var code in codes.Distinct()) { await page.EnterAsync(code); }

        Assert.True(await IsSignedInAsync());
    }

    [Fact]
    public async Task After_six_codes_in_an_hour_no_more_are_sent_and_nothing_says_so()
    {
        for (var i = 0; i < 8; i++) { (await visitor.AskForCodeAsync(Ann)).ShouldSay("If we know ann@demo.example"); }

        Assert.Equal(6, await app.Ask(db => db.Outbox.CountAsync()));
        app.Clock.Jump(TimeSpan.FromHours(1));
        await visitor.AskForCodeAsync(Ann);
        Assert.Equal(7, await app.Ask(db => db.Outbox.CountAsync()));
    }

    [Theory, InlineData(""), InlineData("ann"), InlineData("ann@demo.example, bea@demo.example")]
    public async Task What_is_no_address_is_said_so_and_stays_in_the_form(string typed)
    {
        var page = (await visitor.AskForCodeAsync(typed)).ShouldSay("Enter your work e-mail address");

        Assert.Equal(typed, page.Document.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_for_the_code_without_an_address_asks_for_one() => (await visitor.GetPageAsync(Links.SignInCode)).ShouldBeAt(Links.SignIn);

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example"), InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        var page = await visitor.AskForCodeAsync(Ann, Links.SignInFrom(returnUrl));

        (await page.EnterAsync(await app.CodeAsync(Ann))).ShouldBeAt(Links.Programme);
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    private async Task<bool> IsSignedInAsync() => (await visitor.GetPageAsync(Links.Me)).Path == Links.Me;
}
