using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>What mails say, as the desk sees it before people do.</summary>
public sealed class DeskTemplatesTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TestApp app = null!;
    private Visitor desk = null!;

    public async Task InitializeAsync()
    {
        foreach (var file in TemplateFiles.BuiltIn)
        {
            folder.Write(file, TemplateFiles.ReadBuiltIn(file));
        }

        app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Templates:Folder"] = folder.Path } });
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        desk = await app.SignedInAs("desk@demo.example");
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_kind_is_listed_and_shown_with_its_sample()
    {
        var list = await desk.GetPageAsync(Links.DeskTemplates);
        foreach (var sample in MailSamples.All)
        {
            Assert.NotNull(list.Document.QuerySelector($"a[href='{Links.DeskTemplate(sample.Template)}']"));
        }

        (await desk.GetPageAsync(Links.DeskTemplate("bookings/confirmed"))).ShouldSay("Hello Ann").ShouldSay("{{JoinLink}}").ShouldSay("bookings/confirmed.md");
        Assert.Contains("Hello Ann", (await desk.GetAsync(Links.DeskTemplateHtml("bookings/confirmed"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetPageAsync(Links.DeskTemplate("bookings/nonsense"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(Links.DeskTemplateHtml("bookings/nonsense"))).Status);
    }

    [Fact]
    public async Task A_saved_file_is_live_and_a_broken_one_leaves_the_last_good_and_is_told()
    {
        folder.Write("bookings/waiting.md", "Subject: On the list\n\nWe know you wait, {{FirstName}}. {{SessionTitle}} {{When}} {{Where}} {{Position}} {{BookedBy}} {{BookingLink}}");
        (await desk.GetPageAsync(Links.DeskTemplate("bookings/waiting"))).ShouldSay("We know you wait, Ann.").ShouldNotSay("cannot be used");
        folder.Write("bookings/waiting.md", "Subject: On the list\n\nWe know you wait, {{Nickname}}.");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "bookings/waiting.md"), A.Now);

        (await desk.GetPageAsync(Links.DeskTemplate("bookings/waiting"))).ShouldSay("We know you wait, Ann.").ShouldSay("No value is called Nickname");
        (await desk.GetPageAsync(Links.DeskMails)).ShouldSay("bookings/waiting.md");
        (await desk.GetPageAsync(Links.DeskTemplates)).ShouldSay("bookings/waiting.md cannot be used");
        Assert.Equal("Degraded", (await desk.GetAsync(Links.Ready)).Body);
    }

    [Fact]
    public async Task A_test_comes_to_me_marked_as_one_and_without_an_invite()
    {
        (await (await desk.GetPageAsync(Links.DeskTemplate("bookings/confirmed"))).SubmitAsync("Send a test to me")).ShouldSay("A test is on its way to you.");
        var mails = Path.Combine(app.Folder, "mail");
        await Eventually.HoldsAsync(() => Task.FromResult(SentMail.In(mails).Count == 1), "the test is sent");
        var test = Assert.Single(SentMail.In(mails));
        Assert.Equal(("desk@demo.example", "Test: Your place: Learning Wednesday: life story work", null), (test.To, test.Subject, test.Method));
    }
}
