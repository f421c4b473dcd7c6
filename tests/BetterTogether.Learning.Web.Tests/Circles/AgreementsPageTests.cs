using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Tests.Desk;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

public sealed class AgreementsPageTests
{
    [Fact]
    public async Task Each_edit_is_a_version_of_its_own_and_the_limits_stand_under_every_one()
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.Agreements);

        var saved = await page.ShouldSay("Version 1").SubmitAsync("Save as version 2", ("Text", "One at a time.\nListen."));

        saved.ShouldSay("Saved as version 2").ShouldSay("Listen.").ShouldSay("Earlier versions Version 1");
        Assert.Equal(2, saved.Document.QuerySelectorAll(".bt-note b").Count(b => b.ParentElement!.TextContent.Contains(Agreements.Limits, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_edited_an_older_version_is_told_and_keeps_what_they_wrote()
    {
        await using var app = await TestApp.StartAsync();
        var desk = await app.Desk();
        var stale = await desk.GetPageAsync(Links.Agreements);
        await (await desk.GetPageAsync(Links.Agreements)).SubmitAsync("Save as version 2", ("Text", "Somebody else's words"));

        var refused = await stale.SubmitAsync("Save as version 2", ("Text", "My words"));

        refused.ShouldSay("Somebody made version 2 meanwhile").ShouldSay("My words").ShouldSay("Somebody else's words");
        (await refused.SubmitAsync("Save as version 3")).ShouldSay("Saved as version 3").ShouldSay("My words");
    }

    [Theory, InlineData("", "Write how you will be together"), InlineData("same", "This is what is agreed already")]
    public async Task Nothing_and_nothing_new_are_refused(string text, string says)
    {
        await using var app = await TestApp.StartAsync();
        var page = await (await app.Desk()).GetPageAsync(Links.Agreements);

        var refused = text == "same" ? await page.SubmitAsync("Save as version 2") : await page.SubmitAsync("Save as version 2", ("Text", text));

        refused.ShouldSay(says);
    }

    [Fact]
    public async Task Staff_read_them_and_have_no_form_to_write_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.HasPerson("worker@demo.example");
        var worker = await app.SignedInAs("worker@demo.example");

        (await worker.GetPageAsync(Links.Agreements)).ShouldSay(Agreements.Limits).ShouldNotSay("Write the next version");
    }
}
