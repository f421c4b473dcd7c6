using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class MimeWriterTests
{
    private static readonly MimeMessage Mail = new(
        "<5f1c@learning.demo.example>",
        new DateTime(2026, 7, 1, 23, 30, 5, DateTimeKind.Utc),
        new Mailbox("Learning Academy", "learning@demo.example"),
        new Mailbox("Zoë O'Neil", "worker1@demo.example"),
        new RenderedMail("Your place: life story work", "Hello Zoë\n.\nFrom here = there \n", "<p>Hello Zoë</p>"),
        Calendar: null);

    [Fact]
    public void The_envelope_says_what_it_is_and_asks_for_no_automatic_answers()
    {
        var eml = Eml.Read(MimeWriter.Write(Mail));
        Assert.Equal("<5f1c@learning.demo.example>", eml.Header("Message-ID"));
        Assert.Equal("Wed, 01 Jul 2026 23:30:05 +0000", eml.Header("Date"));
        Assert.Equal("\"Learning Academy\" <learning@demo.example>", eml.Header("From"));
        Assert.Equal("Zoë O'Neil <worker1@demo.example>", eml.Header("To"));
        Assert.Equal("Your place: life story work", eml.Header("Subject"));
        Assert.Equal("auto-generated", eml.Header("Auto-Submitted"));
        Assert.Equal("OOF", eml.Header("X-Auto-Response-Suppress"));
        Assert.Equal("1.0", eml.Header("MIME-Version"));
        Assert.Equal(9, eml.Headers.Count);
    }

    [Fact]
    public void Text_then_html_then_the_calendar_and_nothing_else()
    {
        var eml = Eml.Read(MimeWriter.Write(Mail with { Calendar = Part(Invites.Request) }));
        Assert.Equal(
            ["text/plain; charset=UTF-8", "text/html; charset=UTF-8", "text/calendar; charset=UTF-8; method=REQUEST"],
            eml.Parts.Select(part => part.ContentType));
        Assert.StartsWith(Mail.Content.Text.ReplaceLineEndings("\r\n"), eml.Parts[0].Body, StringComparison.Ordinal);
        Assert.Equal(new PlainCalendarFormat().Write(Invites.Request), eml.Parts[2].Body);
        Assert.Equal(2, Eml.Read(MimeWriter.Write(Mail)).Parts.Count);
    }

    [Theory]
    [InlineData(InviteMethod.Request)]
    [InlineData(InviteMethod.Cancel)]
    [InlineData(InviteMethod.Publish)]
    public void The_method_of_the_part_is_the_method_of_the_body(InviteMethod method)
    {
        var (contentType, body) = Eml.Read(MimeWriter.Write(Mail with { Calendar = Part(Invites.Request with { Method = method }) })).Parts[2];
        var said = Assert.Single(CalendarText.Unfold(body), line => line.StartsWith("METHOD:", StringComparison.Ordinal));
        Assert.EndsWith("; method=" + said["METHOD:".Length..], contentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: other@demo.example")]
    [InlineData("Hello\nBcc: other@demo.example")]
    [InlineData("Hello\rBcc: other@demo.example")]
    [InlineData("Hello\u2028Bcc: other@demo.example")]
    [InlineData("Hello\u0085Bcc: other@demo.example\0")]
    public void Nothing_typed_adds_a_header(string typed)
    {
        var eml = Eml.Read(MimeWriter.Write(Mail with
        {
            From = Mail.From with { Name = typed },
            To = Mail.To with { Name = typed },
            Content = Mail.Content with { Subject = typed },
        }));
        Assert.Equal(9, eml.Headers.Count);
        Assert.StartsWith("Hello", eml.Header("Subject"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bcc", eml.Headers.Keys);
        Assert.All(new[] { "From", "To", "Subject" }, name => Assert.DoesNotContain(eml.Header(name), char.IsControl));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("ann@demo.example\r\nBcc: x@demo.example")]
    [InlineData("ann@demo.example\n")]
    [InlineData("ann@demo.example, bob@demo.example")]
    [InlineData("Ann <ann@demo.example>")]
    [InlineData("\"a b\"@demo.example")]
    [InlineData("ann@demo..example")]
    public void Only_one_bare_address_is_an_address(string address)
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Mail with { To = new Mailbox("Ann", address) }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Mail with { From = new Mailbox("Ann", address) }));
    }

    [Fact]
    public void A_message_id_that_would_end_its_line_is_refused() =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Mail with { MessageId = "<a@b>\r\nBcc: x@demo.example" }));

    [Fact]
    public void Any_subject_arrives_as_it_was_and_no_header_line_is_long()
    {
        var subjects = Gen.Elements("a", "é", "🌱", "=?", "\\", "\"", "<", "=").NonEmptyListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(subjects, subject =>
        {
            var mime = MimeWriter.Write(Mail with { Content = Mail.Content with { Subject = subject } });
            Assert.Equal(subject, Eml.Read(mime).Header("Subject"));
            Assert.All(mime.Split("\r\n\r\n")[0].Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));
    }

    [Fact]
    public void Any_text_survives_quoted_printable_in_short_ascii_lines()
    {
        var texts = Gen.Elements("a", "é", "🌱", "=", " ", "\t", ".", "\n", "--").ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var encoded = QuotedPrintable.Encode(text);
            Assert.Equal(text.ReplaceLineEndings("\r\n") + "\r\n", Eml.DecodeQuotedPrintable(encoded));
            Assert.All(encoded.Split("\r\n"), line => Assert.True(line.Length <= 76 && line.All(char.IsAscii) && line.TrimEnd() == line, line));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(300));
    }

    private static CalendarPart Part(Invite invite) => new(invite, new PlainCalendarFormat());
}
