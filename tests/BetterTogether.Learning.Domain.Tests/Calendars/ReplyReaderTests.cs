using BetterTogether.Learning.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Domain.Tests.Calendars;

public sealed class ReplyReaderTests
{
    [Theory]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@demo.example", InviteReply.Accepted)]
    [InlineData("attendee;cn=\"a:b;c\";partstat=\"declined\":MAILTO:Ann@Demo.Example", InviteReply.Declined)]
    [InlineData("ATTENDEE;X-A=1;PARTSTAT=TENTATIVE;RSVP=FALSE:ann@demo.example", InviteReply.Tentative)]
    [InlineData("ATTENDEE;PART\r\n STAT=DECLINED:mailto:ann@de\r\n\tmo.example", InviteReply.Declined)]
    [InlineData("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@demo.example", null)]
    [InlineData("ATTENDEE:mailto:ann@demo.example", null)]
    [InlineData("ATTENDEE;PARTSTAT=DECLINED", null)]
    public void The_answer_is_the_attendees_part_stat(string line, InviteReply? said)
    {
        var reply = Assert.Single(ReplyReader.Read(Calendar(line)));
        Assert.Equal(said, reply.Answers.TryGetValue("ann@demo.example", out var answer) ? answer : null);
    }

    [Theory]
    [InlineData("SEQUENCE:3\nDTSTAMP:20260701T233000Z", 3, "2026-07-01T23:30:00Z")]
    [InlineData("SEQUENCE:three\nDTSTAMP:yesterday", 0, null)]
    [InlineData("", 0, null)]
    public void What_is_not_legible_is_left_out(string lines, int sequence, string? stamp)
    {
        var reply = Assert.Single(ReplyReader.Read(Calendar(lines)));
        Assert.Equal((sequence, stamp), (reply.Sequence, reply.StampUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1")]
    [InlineData("")]
    public void What_is_no_answer_is_none(string calendar) => Assert.Empty(ReplyReader.Read(calendar));

    [Fact]
    public void It_never_throws()
    {
        var pieces = Gen.Elements("\r\n", "\n", " ", ":", ";", "=", "\"", "BEGIN:VEVENT", "END:VEVENT", "METHOD:REPLY\n", "UID:", "ATTENDEE", "PARTSTAT", "SEQUENCE:", "\uFEFF", "🌱", "\uD83C");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text => { ReplyReader.Read(text); }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(50));
    }

    [Fact]
    public void Whatever_is_escaped_and_folded_comes_back_from_unfolding()
    {
        var texts = Gen.Elements("a", "é", "🌱", "👩‍👩‍👧‍👦", "\n", "\\", "\\n", ";", ",", ":", "\"", " ", "\t").ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var line = ContentLine.Parse(Assert.Single(CalendarText.Unfold(CalendarText.Fold($"SUMMARY:{CalendarText.Escape(text)}"))));
            Assert.Equal(CalendarText.Clean(text), CalendarText.Unescape(line!.Value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(150));
    }

    private static string Calendar(string lines) => $"BEGIN:VCALENDAR\r\nMETHOD:reply\r\nBEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
