using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Replies;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Replies;

/// <summary>What becomes of a booking when its holder answers in the calendar.</summary>
public sealed class ReplyTests
{
    private const string Secret = "a-long-shared-secret";

    public static TheoryData<string> Programs => [.. AnswerMails.Programs];

    [Theory, MemberData(nameof(Programs))]
    public async Task Declining_in_any_mail_program_frees_the_place_for_the_first_in_line(string program)
    {
        await using var desk = await OpenAsync();
        var (session, ada, invite) = await InvitedAsync(desk);
        var waiting = await desk.HasAsync("waiting");
        var inLine = await waiting.BooksAsync(session);

        Assert.Equal("""{"reply":"declined"}""", await PostAsync(desk, AnswerMails.Answer(invite, "DECLINED", program)));

        Assert.Equal(BookingStatus.Cancelled, Assert.Single(await ada.MineAsync()).Status);
        Assert.Equal(BookingStatus.Offered, (await waiting.SeesAsync(inLine)).Status);
        Assert.Equal("CANCEL", (await desk.MailsToAsync(ada)).MaxBy(m => m.Sequence)!.Method);
        await desk.AuditAsync();
    }

    [Theory, BothDatabases]
    public async Task The_same_answer_from_every_side_at_once_is_one(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (session, ada, invite) = await InvitedAsync(desk);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(desk, AnswerMails.Answer(invite, "DECLINED"))));

        Assert.Equal(BookingStatus.Cancelled, Assert.Single(await ada.MineAsync()).Status);
        Assert.Equal(0, (await desk.SessionAsync(session)).Held);
        Assert.Equal(2, (await desk.MailsToAsync(ada)).Count);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task A_file_in_the_folder_is_taken_and_one_that_is_no_answer_laid_aside()
    {
        await using var desk = await OpenAsync();
        var (_, ada, invite) = await InvitedAsync(desk);
        var folder = Directory.CreateDirectory(Path.Combine(desk.App.Folder, "replies")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "1.eml"), AnswerMails.Answer(invite, "DECLINED"));
        await File.WriteAllTextAsync(Path.Combine(folder, "2.eml"), "From: ada@demo.example\r\nSubject: A question\r\n\r\nIs there parking?");
        await File.WriteAllTextAsync(Path.Combine(folder, "3.eml.tmp"), "not yet whole");

        await Eventually.HoldsAsync(() =>
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(!Directory.EnumerateFiles(folder, "*.eml").Any());
        }, "the folder is empty");

        Assert.Equal(BookingStatus.Cancelled, Assert.Single(await ada.MineAsync()).Status);
        Assert.Equal(["2.eml"], Directory.EnumerateFiles(Path.Combine(folder, "other")).Select(f => Path.GetFileName(f)));
        Assert.Equal(["3.eml.tmp"], Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public async Task Accepting_ticks_and_the_desk_sees_it()
    {
        await using var desk = await OpenAsync();
        var (session, ada, invite) = await InvitedAsync(desk);

        await PostAsync(desk, AnswerMails.Answer(invite, "TENTATIVE", stamp: "20260701T232000Z"));
        (await desk.Desk.GetPageAsync(Links.DeskSession(session.Id))).ShouldSay("Not sure yet, says their calendar");
        await PostAsync(desk, AnswerMails.Answer(invite, "ACCEPTED", stamp: "20260701T232500Z"));
        (await desk.Desk.GetPageAsync(Links.DeskSession(session.Id))).ShouldSay("Accepted in their calendar");

        // The first one again, late: what was written later stands.
        Assert.Equal("""{"ignored":"old-reply"}""", await PostAsync(desk, AnswerMails.Answer(invite, "TENTATIVE", stamp: "20260701T232000Z")));
        Assert.Equal(BookingStatus.Confirmed, Assert.Single(await ada.MineAsync()).Status);
    }

    [Fact]
    public async Task Forgeries_loops_machines_and_old_answers_change_nothing()
    {
        await using var desk = await OpenAsync();
        var (session, ada, invite) = await InvitedAsync(desk);
        await desk.HasAsync("mallory");
        var answer = Encoding.UTF8.GetString(AnswerMails.Answer(invite, "DECLINED"));
        var ignored = new (string Why, byte[] Mail)[]
        {
            ("wrong-sender", AnswerMails.Answer(invite, "DECLINED", from: "mallory@demo.example")),
            ("wrong-sender", AnswerMails.Bytes(answer.Replace("From: ada@", "From: mallory@", StringComparison.Ordinal))),
            ("wrong-sender", AnswerMails.Bytes(answer.Replace("mailto:ada@", "mailto:mallory@", StringComparison.Ordinal))),
            ("wrong-sender", AnswerMails.Bytes("From: mallory@demo.example\r\n" + answer)), // two senders
            ("wrong-sender", AnswerMails.Bytes(answer.Replace("From: ada@demo.example", "From: \"ada@demo.example\" <mallory@demo.example>", StringComparison.Ordinal))),
            ("forged", AnswerMails.Answer(invite, "DECLINED", headers: "Authentication-Results: mx.demo.example; spf=fail; dmarc=fail (p=reject)\r\n")),
            ("automatic-answer", AnswerMails.Bytes(answer.Replace("From: ada@", "From: learning@", StringComparison.Ordinal))),
            ("automatic-answer", AnswerMails.Answer(invite, "DECLINED", headers: "Auto-Submitted: auto-replied (vacation)\r\n")),
            ("automatic-answer", AnswerMails.Answer(invite, "DECLINED", headers: "Return-Path: <>\r\n")),
            ("automatic-answer", AnswerMails.Answer(invite, "DECLINED", headers: "List-Id: everybody <all.demo.example>\r\n")),
            ("not-a-reply", AnswerMails.Bytes(answer.Replace("METHOD:REPLY", "METHOD:REQUEST", StringComparison.Ordinal))),
            ("not-a-reply", AnswerMails.Bytes($"From: ada@demo.example\r\nContent-Type: message/rfc822\r\n\r\n{answer}")),
            ("not-a-reply", AnswerMails.Bytes("From: ada@demo.example\r\n\r\nHello")),
            ("not-a-reply", []),
            ("unknown-invite", AnswerMails.Bytes(answer.Replace(invite.Uid, "somebody-elses@demo.example", StringComparison.Ordinal))),
            ("wrong-sender", AnswerMails.Answer(invite, "DELEGATED")),
        };
        foreach (var (why, mail) in ignored) { Assert.Equal($$"""{"ignored":"{{why}}"}""", await PostAsync(desk, mail)); }

        (await desk.Desk.PatchAsync(session, new { place = "Room 9" })).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("""{"ignored":"old-reply"}""", await PostAsync(desk, AnswerMails.Answer(invite, "DECLINED", sequence: 0)));

        Assert.Equal(BookingStatus.Confirmed, Assert.Single(await ada.MineAsync()).Status);
        Assert.All(await desk.App.Ask(db => db.SentInvites.AsNoTracking().ToListAsync()), i => Assert.Null(i.Reply));
    }

    [Fact]
    public async Task One_declined_date_of_a_course_is_noted_and_all_of_them_give_the_place_back()
    {
        await using var desk = await OpenAsync();
        var course = await desk.HasAsync(A.Details(kind: SessionKind.Course) with { Dates = [A.Period(A.Start), A.Period(A.Start.AddDays(7))] });
        var ada = await desk.HasAsync("ada");
        await ada.BooksAsync(course);
        var invites = await desk.MailsToAsync(ada);

        await PostAsync(desk, AnswerMails.Answer(invites[0], "DECLINED"));
        Assert.Equal(BookingStatus.Confirmed, Assert.Single(await ada.MineAsync()).Status);
        (await desk.Desk.GetPageAsync(Links.DeskSession(course.Id))).ShouldSay("Declined 1 of 2 dates in their calendar");

        await PostAsync(desk, AnswerMails.Answer(invites[1], "DECLINED"));
        Assert.Equal(BookingStatus.Cancelled, Assert.Single(await ada.MineAsync()).Status);
    }

    [Fact]
    public async Task What_was_declined_for_another_time_does_not_count_for_the_new_one()
    {
        await using var academy = await Academy.OpenAsync();
        var (first, second) = (A.Period("2026-09-02 10:00"), A.Period("2026-09-09 10:00"));
        var (session, ada) = (await academy.HasAsync(A.Details(kind: SessionKind.Course) with { Dates = [first, second] }), await academy.HasAsync("ada"));
        var booking = await ada.BooksAsync(session);
        var invites = (await academy.MailsToAsync(ada)).OrderBy(m => m.Line("DTSTART:"), StringComparer.Ordinal).ToList();
        await TakesAsync(invites[0]);
        (await academy.Desk.PatchAsync(session, new { dates = new[] { A.Period("2026-09-03 14:00"), second }.Select(d => new { d.StartsAtUtc, d.EndsAtUtc }) })).ShouldBe(HttpStatusCode.OK);

        await TakesAsync(invites[1]);

        Assert.Equal(BookingStatus.Confirmed, (await academy.BookingAsync(booking.Id)).Status);

        async Task TakesAsync(SentMail invite) => Assert.Equal(InviteReply.Declined, (await academy.App.The<ReplyService>().TakeAsync(AnswerMails.Answer(invite, "DECLINED"), CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_door_and_with_one_only_who_knows_it_comes_in()
    {
        await using (var closed = await Academy.OpenAsync())
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(closed, Secret, [1]));
        }
        await using var desk = await OpenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(desk, null, [1]));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(desk, Secret + "x", [1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(desk, Secret, new byte[1024 * 1024 + 1]));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, Secret, [1]));
    }

    private static Task<Academy> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) => Academy.OpenAsync(provider, settings: ("Replies:Secret", Secret));

    private static async Task<(Session Session, Somebody Ada, SentMail Invite)> InvitedAsync(Academy desk)
    {
        var (session, ada) = (await desk.HasSessionAsync(capacity: 1), await desk.HasAsync("ada"));
        await ada.BooksAsync(session);
        return (session, ada, Assert.Single(await desk.MailsToAsync(ada)));
    }

    private static async Task<string> PostAsync(Academy desk, byte[] mail)
    {
        using var visitor = desk.App.Anonymous();
        using var answer = await SendAsync(visitor, Secret, mail);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return body;
    }

    private static async Task<HttpStatusCode> StatusAsync(Academy desk, string? secret, byte[] mail)
    {
        using var visitor = desk.App.Anonymous();
        using var answer = await SendAsync(visitor, secret, mail);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string? secret, byte[] mail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Links.ApiReplies) { Content = new ByteArrayContent(mail) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        if (secret is not null) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret); }
        return await visitor.Http.SendAsync(request);
    }
}
