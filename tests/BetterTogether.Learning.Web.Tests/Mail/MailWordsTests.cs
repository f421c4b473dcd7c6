using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class MailWordsTests : IDisposable
{
    private readonly TemporaryFolder nowhere = new();
    private readonly MailTemplates templates;

    public MailWordsTests() => templates = new MailTemplates(new TemplateFiles(nowhere.Path));

    [Fact]
    public void When_and_where_stand_at_the_top_and_the_button_is_a_link_in_full()
    {
        var mail = templates.Render(MailSamples.All.OfType<BookingConfirmed>().Single());
        Assert.StartsWith("When: Wednesday 3 June 2026, 10am to 11:30am\nWhere: Room 2, Town Hall\nCannot come? Tell us here: https://learning.demo.example/bookings/1\n\nHello Ann\n", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("See your booking: https://learning.demo.example/bookings/1\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Join online: https://meet.demo.example/life-story?room=2&day=3\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://meet.demo.example/life-story?room=2&amp;day=3\"", mail.Html, StringComparison.Ordinal);
        Assert.True(mail.Html.IndexOf("10am to 11:30am", StringComparison.Ordinal) < mail.Html.IndexOf("Hello Ann", StringComparison.Ordinal));
        Assert.Single(mail.Html.Split("See your booking</a>")[..^1]);
    }

    [Fact]
    public void It_says_who_booked_only_where_that_was_somebody_else()
    {
        var theirs = MailSamples.All.OfType<BookingConfirmed>().Single();
        Assert.Contains("Dev Patel, your manager booked a place for you", templates.Render(theirs).Text, StringComparison.Ordinal);
        Assert.Contains("You have a place", templates.Render(theirs with { BookedBy = null }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_who_cancelled_only_where_that_was_somebody_else()
    {
        var theirs = MailSamples.All.OfType<BookingCancelled>().Single();
        Assert.Contains("Dev Patel, your manager cancelled your booking", templates.Render(theirs).Text, StringComparison.Ordinal);
        Assert.Contains("You cancelled your booking", templates.Render(theirs with { CancelledBy = null }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_tells_old_and_new_of_what_changed_alone()
    {
        var moved = MailSamples.All.OfType<SessionChanged>().Single() with { WasTitle = null, WasWhere = null, WasJoinLink = null };
        var mail = templates.Render(moved);
        Assert.StartsWith("Updated: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("The time was Wednesday 3 June 2026, 1pm to 2:30pm. It is now Wednesday 3 June 2026, 10am to 11:30am.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The place was", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The title was", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_session_has_no_title_in_any_mail()
    {
        var mail = templates.Render(MailSamples.All.OfType<BookingConfirmed>().Single() with
        {
            SessionTitle = Invite.SummaryFor("Bring a stuck conversation", isPrivate: true),
        });
        Assert.Equal("Your place: Better Together appointment", mail.Subject);
        Assert.DoesNotContain("stuck", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_ends_its_sentence_has_no_full_stop_after_it()
    {
        var planned = MailSamples.All.OfType<CirclePlanned>().Single();
        Assert.Contains("a seat in the circle Monday check-in. Dev", templates.Render(planned with { CircleTitle = "Monday check-in" }).Text, StringComparison.Ordinal);
        foreach (var title in new[] { "How was our week?", "At last!", "And then…", "Work, rest, etc." })
        {
            foreach (var mail in MailSamples.All)
            {
                var values = MailValues.Read(MailValues.Write(mail)).ToDictionary(v => v.Key, v => v.Key.EndsWith("Title", StringComparison.Ordinal) ? title : v.Value);
                var rendered = templates.Render(mail.Template, values);
                Assert.DoesNotContain($"{title}.", rendered.Text, StringComparison.Ordinal);
                Assert.DoesNotContain($"{title}</strong>.", rendered.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void What_somebody_typed_is_never_markup()
    {
        string[] pieces = ["a", " ", "    ", "\n", "# ", "- ", "1. ", "*", "_", "`", "[x](y)", "<b>", "<script>", "&amp;", "\\", "| ", "https://x.example", "![", "](", "\t", "---", "==="];
        var typed = Gen.Elements(pieces).NonEmptyListOf().Select(string.Concat).ToArbitrary();
        var plain = Shape("a");
        Prop.ForAll(typed, text => Assert.Equal(plain, Shape("a" + text))).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40));
    }

    // The elements of the HTML, text left out; line breaks are the one thing a value may add.
    private string Shape(string reason)
    {
        var html = templates.Render(MailSamples.All.OfType<SessionCancelled>().Single() with { Reason = reason, SessionTitle = reason }).Html;
        var body = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!;
        return string.Join(' ', body.QuerySelectorAll("*").Select(element => element.LocalName).Where(name => name is not "br"));
    }

    public void Dispose() => nowhere.Dispose();
}
