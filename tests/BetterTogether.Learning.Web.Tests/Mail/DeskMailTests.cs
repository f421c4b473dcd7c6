using System.Net;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>What the learning desk sees of mail, and what it can do about it.</summary>
public sealed class DeskMailTests : IAsyncLifetime
{
    private readonly ScriptedTransport transport = new();
    private Academy academy = null!;

    public async Task InitializeAsync() => academy = await Academy.OpenAsync(replace: services => services.AddSingleton<IMailTransport>(transport));

    public async Task DisposeAsync() => await academy.DisposeAsync();

    [Fact]
    public async Task Every_mail_stands_there_with_its_state_and_why()
    {
        var (ann, bob) = (await academy.HasAsync("ann"), await academy.HasAsync("bob"));
        var session = await academy.HasSessionAsync();
        await ann.BooksAsync(session);
        await UntilAsync(MailState.Sent);
        transport.Next(() => new AddressRefused(550, "no such person here"));
        await bob.BooksAsync(session);
        await UntilAsync(MailState.Failed);

        var page = await academy.Desk.GetPageAsync(Links.DeskMails);

        page.ShouldSay("Sent Your place: Life story work").ShouldSay("Failed Your place: Life story work").ShouldSay("The mail server said 550: no such person here");
        page.ShouldSay("One address does not take mail").ShouldSay("bob@demo.example since");
        (await page.SubmitAsync("It is right: bob@demo.example")).ShouldNotSay("does not take mail");
    }

    [Fact]
    public async Task It_is_found_by_person_by_session_and_by_state()
    {
        var (ann, bob) = (await academy.HasAsync("ann"), await academy.HasAsync("bob"));
        await ann.BooksAsync(await academy.HasSessionAsync(title: "Genograms"));
        await bob.BooksAsync(await academy.HasSessionAsync(title: "Words and pictures"));
        await UntilAsync(MailState.Sent, 2);
        var page = await academy.Desk.GetPageAsync(Links.DeskMails);

        (await page.SubmitAsync("Show", ("q", "ANN"))).ShouldSay("Genograms").ShouldNotSay("Words and pictures");
        (await page.SubmitAsync("Show", ("q", "words AND"))).ShouldSay("bob@demo.example").ShouldNotSay("ann@demo.example");
        (await page.SubmitAsync("Show", ("q", ""), ("state", "Failed"))).ShouldSay("Nothing found");
        (await (await academy.Desk.GetPageAsync(Links.Person(ann.Id))).FollowAsync("Mail to " + ann.Person.FirstName)).ShouldSay("Genograms").ShouldNotSay("Words and pictures");
    }

    [Fact]
    public async Task A_sessions_page_leads_to_its_mails()
    {
        var session = await academy.HasSessionAsync(title: "Genograms");
        await (await academy.HasAsync("ann")).BooksAsync(session);
        await UntilAsync(MailState.Sent);
        (await (await academy.Desk.GetPageAsync(Links.DeskSession(session.Id))).FollowAsync("Mail about it")).ShouldSay("Mail: Genograms").ShouldSay("ann@demo.example");
    }

    [Fact]
    public async Task More_than_a_page_is_paged_without_a_gap()
    {
        var ann = await academy.HasAsync("ann");
        await academy.App.Has([.. Enumerable.Range(0, 60).Select(_ => QueuedMail.To(ann.Person))]);
        academy.App.The<Outbox>().Worker.Set();
        await UntilAsync(MailState.Sent, 60);
        var page = await academy.Desk.GetPageAsync(Links.DeskMails);
        var first = Ids(page);
        var second = Ids(await page.FollowAsync("Earlier mails"));
        Assert.Equal((50, 10, 60), (first.Count, second.Count, first.Union(second).Count()));

        static List<string?> Ids(Page page) => [.. page.Document.QuerySelectorAll(".bt-mail__top a").Select(a => a.GetAttribute("href"))];
    }

    [Fact]
    public async Task One_mail_is_shown_as_people_see_it()
    {
        await (await academy.HasAsync("ann")).BooksAsync(await academy.HasSessionAsync());
        await UntilAsync(MailState.Sent);
        var id = (await academy.App.Ask(db => db.Outbox.SingleAsync())).Id;
        (await academy.Desk.GetPageAsync(Links.DeskMail(id))).ShouldSay("Your place: Life story work").ShouldSay("Comes with it").ShouldSay("Hello Ann");
        var html = await academy.Desk.GetAsync(Links.DeskMailHtml(id));
        Assert.Contains("Hello Ann", html.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_a_joining_link_and_a_private_session_are_never_shown()
    {
        var ann = await academy.HasAsync("ann");
        var online = await academy.HasAsync(A.Details(title: "Genograms") with { JoinUrl = "https://meet.demo.example/secret-room" });
        var clinic = await academy.HasAsync(A.Details(title: "My clinic", startsAtUtc: A.Start.AddDays(1)) with { Visibility = Visibility.Private, Trainers = [academy.Desk.Id] });
        transport.Next(() => new AddressRefused(550, "full")); // its words are kept for another try, and still shown to nobody
        await ann.BooksAsync(online);
        await UntilAsync(MailState.Failed);
        await academy.Desk.BooksAsync(clinic, forWhom: ann);
        await academy.App.Has(QueuedMail.To(ann.Person, new CodeToSignIn("482913", "ten minutes", "https://learning.demo.example/sign-in")));
        await UntilAsync(MailState.Sent, 2);

        var mails = await academy.App.Ask(db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.Equal(3, mails.Count);
        (await academy.Desk.GetPageAsync(Links.DeskMails)).ShouldSay("Sign in: code").ShouldNotSay("482913").ShouldNotSay("secret-room").ShouldNotSay("My clinic");
        (await academy.Desk.GetPageAsync(Links.DeskMails)).ShouldSay("Bookings: confirmed, Genograms"); // the link is withheld, not what it is about
        (await academy.Desk.GetPageAsync(Links.DeskMailPage("My clinic"))).ShouldSay("Nothing found");
        foreach (var mail in mails)
        {
            (await academy.Desk.GetPageAsync(Links.DeskMail(mail.Id))).ShouldSay("What this mail says is private").ShouldNotSay("482913").ShouldNotSay("secret-room");
            Assert.Equal(HttpStatusCode.NotFound, (await academy.Desk.GetAsync(Links.DeskMailHtml(mail.Id))).Status);
            Assert.True(mail.State is MailState.Failed || (mail.Values, mail.Calendar) == (OutboxMail.NoValues, null));
        }
    }

    [Fact]
    public async Task What_failed_goes_again_to_the_mended_address_and_its_invite_too()
    {
        var ann = await academy.HasAsync("ann");
        transport.Next(() => new AddressRefused(550, "no such person"));
        await ann.BooksAsync(await academy.HasSessionAsync());
        await UntilAsync(MailState.Failed);
        await academy.App.Ask(db => db.People.Where(p => p.Id == ann.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "ann.new@demo.example")));
        var id = (await academy.App.Ask(db => db.Outbox.SingleAsync())).Id;

        var page = await (await academy.Desk.GetPageAsync(Links.DeskMail(id))).SubmitAsync("Send it again");

        page.ShouldSay("It goes out now.");
        await UntilAsync(MailState.Sent);
        Assert.Equal("ann.new@demo.example", transport.Sent.Last().To.Address);
        Assert.Contains("mailto:ann.new@demo.example", transport.Sent.Last().Calendar!.Content.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(transport.Sent.Select(mail => mail.MessageId).Distinct());
        Assert.Equal(1, await academy.App.Ask(db => db.AuditTrail.CountAsync(line => line.Event == "mail-sent-again" && line.SubjectId == id && line.ActorId == academy.Desk.Id)));
    }

    [Fact]
    public async Task What_waits_can_be_stopped_and_what_has_gone_says_that_it_has()
    {
        var mail = QueuedMail.To(academy.Desk.Person, notBeforeUtc: A.Now.AddHours(1));
        await academy.App.Has(mail);
        var page = await academy.Desk.GetPageAsync(Links.DeskMail(mail.Id));
        var stopped = await page.SubmitAsync("Stop it");
        stopped.ShouldSay("Stopped. It will not be sent.");
        (await page.SubmitAsync("Stop it")).ShouldSay("This mail has ended already");
        (await stopped.SubmitAsync("Send it again")).ShouldSay("It goes out now.");
        await UntilAsync(MailState.Sent);
        (await page.SubmitAsync("Stop it")).ShouldSay("This mail has gone out");
    }

    [Fact]
    public async Task A_refused_password_is_said_in_large_and_once_mended_the_desk_sends_it_on()
    {
        transport.Next(() => new SenderRefused(535, "5.7.8 Credentials invalid"));
        await (await academy.HasAsync("ann")).BooksAsync(await academy.HasSessionAsync());
        await Eventually.HoldsAsync(() => academy.App.Ask(db => db.OutboxPauses.AnyAsync()), "the queue pauses");
        Assert.Equal("Degraded", (await academy.Desk.GetAsync(Links.Ready)).Body);

        var page = await academy.Desk.GetPageAsync(Links.DeskMails);
        page.ShouldSay("The mail server does not take our mail").ShouldSay("The mail server said 535: 5.7.8 Credentials invalid");
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        await page.SubmitAsync("Try now");
        await Eventually.HoldsAsync(() =>
        {
            academy.Clock.Advance(TimeSpan.FromSeconds(3));
            return academy.App.Ask(db => db.Outbox.AnyAsync(m => m.State == MailState.Sent));
        }, "it goes");
        (await academy.Desk.GetPageAsync(Links.DeskMails)).ShouldNotSay("does not take our mail");
        Assert.Equal("Healthy", (await academy.Desk.GetAsync(Links.Ready)).Body);
    }

    private Task UntilAsync(MailState state, int count = 1) =>
        Eventually.HoldsAsync(() => academy.App.Ask(async db => await db.Outbox.CountAsync(m => m.State == state) == count), $"{count} mails are {state}");
}
