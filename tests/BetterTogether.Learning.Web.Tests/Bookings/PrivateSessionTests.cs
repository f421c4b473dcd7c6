using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>A clinic or a wellbeing circle: it is there for its holder and its facilitator, and for nobody else.</summary>
public sealed class PrivateSessionTests
{
    private const string Secret = "Bereavement";
    private const string Room = "Quiet Room";

    [Theory, BothDatabases]
    public async Task To_other_people_it_does_not_exist(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, _, _) = await HeldAsync(academy);
        await academy.HasSessionAsync(title: "Open to all");
        var ada = await academy.HasAsync("ada", Roles.Facilitator);

        (await ada.GetAsync(Links.ApiSession(session.Id))).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        (await ada.AsksForAsync(session)).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        (await ada.PatchAsync(session, new { title = "Mine" })).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        foreach (var visitor in new[] { academy.App.Anonymous(), await ada.HereAsync() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync(Links.Session(session.Id))).Status);
            foreach (var url in new[] { Links.Programme, $"/?Q={Secret}", "/?Month=2026-09", Links.LearningWednesday(A.Day("2026-09-02")) })
            {
                (await visitor.GetPageAsync(url)).ShouldNotSay(Room);
                Assert.Null((await visitor.GetPageAsync(url)).Document.QuerySelector($"a[href='{Links.Session(session.Id)}']"));
            }
        }
        Assert.Equal("Open to all", Assert.Single((await ada.GetAsync("/api/v1/sessions")).As<SessionList>().Items).Title);
        Assert.Empty((await ada.GetAsync($"/api/v1/sessions?q={Secret}")).As<SessionList>().Items);
    }

    [Theory, BothDatabases]
    public async Task The_desk_counts_it_and_cannot_read_search_or_change_it(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, holder, _) = await HeldAsync(academy);

        var seen = (await academy.Desk.GetAsync(Links.ApiSession(session.Id))).ShouldBe(HttpStatusCode.OK);
        var listed = await academy.Desk.GetAsync("/api/v1/sessions");

        foreach (var answer in new[] { seen, listed })
        {
            Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(Room, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("meet.example", answer.Body, StringComparison.Ordinal);
        }
        Assert.Equal(("Better Together appointment", 1, 0), (seen.As<SessionView>().Title, seen.As<SessionView>().Capacity, seen.As<SessionView>().PlacesFree));
        Assert.Single(listed.As<SessionList>().Items);
        Assert.Empty((await academy.Desk.GetAsync($"/api/v1/sessions?q={Secret}")).As<SessionList>().Items);
        foreach (var whom in new[] { academy.Desk, holder }) { (await academy.Desk.AsksForAsync(session, forWhom: whom)).ShouldBe(HttpStatusCode.NotFound, "session-not-found"); }
        (await academy.Desk.PatchAsync(session, new { title = "Mine" })).ShouldBe(HttpStatusCode.Forbidden, "not-your-session");
        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.Forbidden, "not-your-session");
        (await academy.Desk.GetPageAsync(Links.Session(session.Id))).ShouldNotSay(Secret).ShouldNotSay(Room);
    }

    [Theory, BothDatabases]
    public async Task The_holder_sees_it_and_their_invite_says_appointment(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, holder, _) = await HeldAsync(academy);

        Assert.Equal($"{Secret} clinic", (await holder.SeesAsync(session)).Title);
        (await holder.GetPageAsync(Links.MyBookings)).ShouldSay(Secret);
        var mail = Assert.Single(await academy.MailsToAsync(holder));
        Assert.Equal(("PRIVATE", "Better Together appointment"), (mail.Line("CLASS:"), mail.Line("SUMMARY:")));
        Assert.Contains("Better Together appointment", mail.Subject, StringComparison.Ordinal);
        foreach (var text in new[] { mail.Subject, mail.Text, mail.Html, string.Join('\n', mail.Calendar) }) { Assert.DoesNotContain(Secret, text, StringComparison.Ordinal); }
    }

    [Theory, BothDatabases]
    public async Task What_changes_and_ends_it_says_appointment_too(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var (session, holder, facilitator) = await HeldAsync(academy);

        (await facilitator.PatchAsync(session, new { title = $"{Secret} circle", place = "Garden Room" })).ShouldBe(HttpStatusCode.OK);
        // Cancelled sooner, the change would never be told at all.
        academy.Clock.Jump(TimeSpan.FromMinutes(3));
        await academy.MailsAsync();
        (await facilitator.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.OK);

        var mails = await academy.MailsToAsync(holder);
        Assert.Equal([0, 1, 2], mails.Select(m => m.Sequence).Order());
        Assert.All(mails, m => Assert.Equal(("PRIVATE", "Better Together appointment"), (m.Line("CLASS:"), m.Line("SUMMARY:"))));
        Assert.All(mails, m => Assert.DoesNotContain(Secret, m.Subject + m.Text + m.Html, StringComparison.Ordinal));
    }

    private static async Task<(Session Session, Somebody Holder, Somebody Facilitator)> HeldAsync(Academy academy)
    {
        var (facilitator, holder) = (await academy.HasAsync("fay", Roles.Facilitator), await academy.HasAsync("holder"));
        var session = await academy.HasAsync(A.Details(capacity: 1, title: $"{Secret} clinic", kind: SessionKind.RestorativeFacilitator) with
        {
            Visibility = Visibility.Private, Place = Room, Description = $"{Secret} and loss", JoinUrl = "https://meet.example/secret", Tags = Secret, Trainers = [facilitator.Id],
        });
        await facilitator.BooksAsync(session, forWhom: holder);
        return (session, holder, facilitator);
    }
}
