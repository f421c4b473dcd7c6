using System.Text;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>What every calendar format must do; run on each that is compiled in.</summary>
public abstract class CalendarFormatContract
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TheoryData<string> Golden => ["request", "update", "cancel", "private", "published", "awkward", "before-autumn", "across-autumn", "after-spring"];

    protected abstract ICalendarFormat Format { get; }

    [Theory]
    [MemberData(nameof(Golden))]
    public void It_writes_the_golden_file(string name)
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Calendars", "Golden", name + ".ics"));
        Assert.Equal(CalendarText.Unfold(golden).Order(StringComparer.Ordinal), Lines(Sample(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_feed_has_a_name_and_says_how_often_to_ask_again() =>
        Assert.Equal(CalendarText.Unfold(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Calendars", "Golden", "feed.ics"))).Order(StringComparer.Ordinal), CalendarText.Unfold(Format.WriteFeed(Invites.FeedName, Invites.Feed)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_minute_around_both_clock_changes_is_told_in_utc()
    {
        foreach (var change in new[] { Invites.Utc(2026, 10, 25, 1, 0), Invites.Utc(2027, 3, 28, 1, 0) })
        {
            for (var at = change.AddHours(-3); at < change.AddHours(3); at = at.AddMinutes(15))
            {
                var lines = Lines(Invites.Request with { StartsAtUtc = at, EndsAtUtc = at.AddMinutes(90) });
                Assert.Single(lines, $"DTSTART:{at:yyyyMMdd'T'HHmmss'Z'}");
                Assert.Single(lines, $"DTEND:{at.AddMinutes(90):yyyyMMdd'T'HHmmss'Z'}");
            }
        }
    }

    [Fact]
    public void The_method_stands_once_and_before_the_event()
    {
        var lines = Lines(Invites.Cancel).ToList();
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Single(lines, line => line.StartsWith("METHOD", StringComparison.Ordinal));
        Assert.InRange(lines.IndexOf("METHOD:CANCEL"), 1, lines.IndexOf("BEGIN:VEVENT"));
        Assert.Single(lines, line => line == "BEGIN:VEVENT");
    }

    [Theory]
    [InlineData(InviteMethod.Request)]
    [InlineData(InviteMethod.Cancel)]
    public void Who_is_invited_and_by_whom_is_never_left_out(InviteMethod method)
    {
        Assert.Throws<ArgumentException>(() => Format.Write(Invites.Request with { Method = method, Organiser = null }));
        Assert.Throws<ArgumentException>(() => Format.Write(Invites.Request with { Method = method, Attendee = null }));
    }

    [Fact]
    public void A_time_that_is_not_utc_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Format.Write(Invites.Request with { StartsAtUtc = new DateTime(2026, 6, 3, 9, 0, 0, DateTimeKind.Unspecified) }));

    [Fact]
    public void An_emoji_at_any_offset_keeps_lines_short_and_whole()
    {
        for (var offset = 0; offset < 2 * CalendarText.MaxOctets; offset++)
        {
            IsWellFormed(Invites.Request with { Summary = new string('a', offset) + "🌱👩‍👩‍👧‍👦" });
        }
    }

    [Fact]
    public void No_text_can_add_a_line_or_get_lost()
    {
        var texts = Gen.Elements("a", "é", "🌱", "\r\n", "\n", "\\", "\\n", ";", ",", ":", "\"", "\a", "END:VEVENT", " ").NonEmptyListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => IsWellFormed(Invites.Request with
        {
            Summary = "x" + text,
            Location = "x" + text,
            Description = "x" + text,
            Attendee = new Mailbox("x" + text, "worker1@demo.example"),
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));
    }

    private static void Same(string property, string text, IEnumerable<string> lines) =>
        Assert.Single(lines, line => line == property + CalendarText.Escape(text));

    private void IsWellFormed(Invite invite)
    {
        var text = Format.Write(invite);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(StrictUtf8.GetByteCount(line), 0, CalendarText.MaxOctets));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = CalendarText.Unfold(text);
        Assert.Equal(CalendarText.Unfold(Format.Write(Invites.Request)).Count, lines.Count);
        Same("SUMMARY:", invite.Summary, lines);
        Same("LOCATION:", invite.Location, lines);
        Same("DESCRIPTION:", invite.Description, lines);
    }

    private IReadOnlyList<string> Lines(Invite invite) => CalendarText.Unfold(Format.Write(invite));

    private static Invite Sample(string name) => name switch
    {
        "request" => Invites.Request,
        "update" => Invites.Update,
        "cancel" => Invites.Cancel,
        "private" => Invites.Private,
        "published" => Invites.Published,
        "awkward" => Invites.Awkward,
        "before-autumn" => Invites.BeforeAutumn,
        "across-autumn" => Invites.AcrossAutumn,
        "after-spring" => Invites.AfterSpring,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
