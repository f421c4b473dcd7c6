using System.Text;
using BetterTogether.Learning.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Domain.Tests.Calendars;

public sealed class CalendarTextTests
{
    // One, two, three and four octets, and a family that is seven runes long.
    private static readonly string[] Pieces = ["a", "é", "—", "🌱", "👩‍👩‍👧‍👦", " ", ";"];

    [Fact]
    public void An_emoji_is_never_split_whatever_its_offset()
    {
        for (var offset = 0; offset < 3 * CalendarText.MaxOctets; offset++)
        {
            FoldsWell(new string('a', offset) + "🌱👩‍👩‍👧‍👦" + new string('b', 80));
        }
    }

    [Fact]
    public void Any_text_folds_at_75_octets_and_unfolds_to_itself()
    {
        var lines = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(lines, line => FoldsWell("SUMMARY:" + line)).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(300));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a;b,c", "a\\;b\\,c")]
    [InlineData("C:\\new", "C:\\\\new")]
    [InlineData("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour")]
    [InlineData("bell\abackspace\bnull\0delete\u007F", "bellbackspacenulldelete")]
    [InlineData("tab\tstays", "tab\tstays")]
    public void Text_is_escaped(string raw, string escaped) => Assert.Equal(escaped, CalendarText.Escape(raw));

    [Theory]
    [InlineData("Learning Academy", "\"Learning Academy\"")]
    [InlineData("Ade \"Ace\" O'Neil; Jr, x:y", "\"Ade 'Ace' O'Neil; Jr, x:y\"")]
    [InlineData("Ann\r\nATTENDEE:mailto:x", "\"Ann ATTENDEE:mailto:x\"")]
    [InlineData(" Zoë\t🌱 ", "\"Zoë 🌱\"")]
    public void A_parameter_is_quoted_and_cannot_break_out(string raw, string quoted) =>
        Assert.Equal(quoted, CalendarText.Quote(raw));

    [Fact]
    public void Half_a_surrogate_pair_does_not_reach_a_calendar() => Assert.Equal("a\uFFFDb", CalendarText.Clean("a\uD83Cb"));

    [Fact]
    public void Unfolding_takes_every_line_end_and_both_kinds_of_white_space() =>
        Assert.Equal(["A:one two", "B:three"], CalendarText.Unfold("A:on\r\n e tw\n\to\r\nB:three\r\n"));

    private static void FoldsWell(string line)
    {
        var folded = CalendarText.Fold(line);
        Assert.EndsWith("\r\n", folded, StringComparison.Ordinal);
        foreach (var physical in folded.Split("\r\n"))
        {
            var octets = StrictUtf8.GetBytes(physical);
            Assert.True(octets.Length <= CalendarText.MaxOctets, $"{octets.Length} octets in: {physical}");
        }

        Assert.Equal(line, Assert.Single(CalendarText.Unfold(folded)));
    }

    // Throws where a line begins or ends with half a character.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
