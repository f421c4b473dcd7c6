using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Calendars;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class DevMailboxTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string file = "";

    public async Task InitializeAsync()
    {
        var mail = new MimeMessage(
            "<1@demo.example>",
            new DateTime(2026, 7, 1, 23, 30, 5, DateTimeKind.Utc),
            Invites.Request.Organiser!,
            new("Zoë O'Neil", "worker1@demo.example"),
            new RenderedMail("Your place 🌱", "Hello <Zoë>", "<!DOCTYPE html><html><head></head><body><p>Hello Zoë</p></body></html>"),
            new CalendarPart(Invites.Request, new Features.Calendars.PlainCalendarFormat()));
        await new FolderTransport(Path.Combine(folder.Path, "mail")).SendAsync(mail);
        file = Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "mail"))));
    }

    [Fact]
    public async Task It_lists_and_shows_every_part_of_a_mail()
    {
        await using var app = App("Development");
        using var client = await ReadyAsync(app);
        Assert.Contains(file, await client.GetStringAsync(Links.DevMailbox), StringComparison.Ordinal);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var page = parser.ParseDocument(await client.GetStringAsync(Links.DevMail(file)));
        Assert.Contains("Your place 🌱", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zoë O'Neil <worker1@demo.example>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hello <Zoë>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", page.QuerySelector("iframe")!.GetAttribute("sandbox")!, StringComparison.Ordinal);
        Assert.Equal(Links.DevMailHtml(file), page.QuerySelector("iframe")!.GetAttribute("src"));
    }

    [Fact]
    public async Task The_html_part_comes_alone_under_its_own_policy()
    {
        await using var app = App("Development");
        using var client = await ReadyAsync(app);
        var html = await client.GetAsync(Links.DevMailHtml(file));
        Assert.Contains("<p>Hello Zoë</p>", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = Assert.Single(html.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committed_mail_is_in_the_mailbox_a_moment_later()
    {
        await using var app = App("Development");
        using var client = await ReadyAsync(app);
        var outbox = app.Services.GetRequiredService<Outbox>();
        await app.Services.GetRequiredService<UnitOfWork>().DecideAsync<OutboxMail>((db, nowUtc) => Task.FromResult<Result<OutboxMail>>(
            outbox.Add(db, nowUtc, new Recipient("Ann", "ann@demo.example", null), MailSamples.All[0], "code:1")), CancellationToken.None);
        await Eventually.HoldsAsync(async () => (await client.GetStringAsync(Links.DevMailbox)).Contains("482913 is your sign-in code", StringComparison.Ordinal), "the mail is in the mailbox");
    }

    [Theory]
    [InlineData("..%2Flearning.db")]
    [InlineData("..%2F..%2Fsecret.eml")]
    [InlineData("nothing.eml")]
    public async Task Nothing_outside_the_folder_is_shown(string name)
    {
        await using var app = App("Development");
        using var client = await ReadyAsync(app);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"{Links.DevMailbox}/{name}")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"{Links.DevMailbox}/{name}/html")).StatusCode);
    }

    [Fact]
    public async Task In_production_there_is_no_such_address()
    {
        await using var app = App("Production");
        using var client = await ReadyAsync(app);
        foreach (var address in new[] { Links.DevMailbox, Links.DevMail(file), Links.DevMailHtml(file) })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
        }
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    private WebApplicationFactory<Program> App(string environment) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        host.UseEnvironment(environment).UseSetting("Data:Folder", folder.Path));

    private static async Task<HttpClient> ReadyAsync(WebApplicationFactory<Program> app)
    {
        var client = app.CreateClient();
        while ((await client.GetAsync(Links.Ready)).StatusCode is System.Net.HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(50);
        }

        return client;
    }
}
