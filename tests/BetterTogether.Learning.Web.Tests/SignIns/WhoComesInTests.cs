using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SignIns;

public sealed class WhoComesInTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        app = await Council.StartAsync();
        visitor = app.Anonymous();
    }

    [Fact]
    public async Task A_stranger_hears_the_same_words_and_gets_no_mail()
    {
        await app.HasPerson("ann@demo.example");
        var known = await visitor.AskForCodeAsync("ann@demo.example");
        var unknown = await visitor.AskForCodeAsync(Council.Stranger);

        Assert.Equal(known.Text.Replace("ann@demo.example", Council.Stranger, StringComparison.Ordinal), unknown.Text);
        Assert.Equal(["ann@demo.example"], await app.Ask(db => db.Outbox.Select(m => m.ToAddress).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_left_gets_no_mail()
    {
        var ann = A.Person("ann@council.example");
        ann.Deactivate();
        await app.Has(ann);

        await visitor.AskForCodeAsync(ann.Email);

        Assert.Equal(0, await app.Ask(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Somebody_of_an_allowed_domain_is_in_the_directory_once_the_address_is_proven()
    {
        var page = await visitor.AskForCodeAsync(Council.Newcomer);
        Assert.Equal(0, await app.Ask(db => db.People.CountAsync()));

        await page.EnterAsync(await app.CodeAsync(Council.Newcomer));

        var person = await app.Ask(db => db.People.SingleAsync());
        Assert.Equal(("Jo Bloggs", Council.Newcomer, Roles.None), (person.Name, person.Email, person.Roles));
    }

    [Theory, InlineData("jo@notcouncil.example"), InlineData("jo@council.example.evil.example"), InlineData("jo@sub.council.example")]
    public async Task Only_the_very_domain_is_allowed(string email)
    {
        await visitor.AskForCodeAsync(email);

        Assert.Equal(0, await app.Ask(db => db.Outbox.CountAsync()));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_address_of_the_setting_is_an_administrator(bool inTheDirectoryBefore)
    {
        if (inTheDirectoryBefore) { await app.HasPerson(Council.FirstAdministrator, Roles.Facilitator); }
        var page = await visitor.AskForCodeAsync(Council.FirstAdministrator, Links.SignInFrom(Links.People));

        (await page.EnterAsync(await app.CodeAsync(Council.FirstAdministrator))).ShouldBeAt(Links.People);

        Assert.True((await app.Ask(db => db.People.SingleAsync())).Roles.HasFlag(Roles.Administrator));
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }
}
