using System.Text.RegularExpressions;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Tests.Mail;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>A mail as it lies in the mail folder.</summary>
/// <param name="Method">Of the calendar part's MIME header; null where the mail carries none.</param>
/// <param name="Calendar">The content lines of the calendar part, unfolded.</param>
internal sealed partial record SentMail(string To, string Subject, string MessageId, string Text, string Html, string? Method, IReadOnlyList<string> Calendar)
{
    public string Uid => Line("UID:");
    public int Sequence => int.Parse(Line("SEQUENCE:"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What stands behind the beginning of the one content line that begins so.</summary>
    public string Line(string beginning) => Assert.Single(Calendar, l => l.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];

    /// <summary>In the order in which they went: by the file system's clock, because the product's stands still.</summary>
    public static IReadOnlyList<SentMail> In(string folder) => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(f => From(Eml.Read(File.ReadAllText(f))))];

    private static SentMail From(Eml eml)
    {
        var calendar = eml.Parts.SingleOrDefault(p => p.ContentType.StartsWith("text/calendar", StringComparison.Ordinal));
        return new(
            Address().Match(eml.Headers["To"]).Value, eml.Header("Subject"), eml.Headers["Message-ID"], eml.Parts[0].Body, eml.Parts[1].Body,
            calendar.ContentType?.Split("method=")[1], calendar.Body is null ? [] : CalendarText.Unfold(calendar.Body));
    }

    [GeneratedRegex("[^<> ]+@[^<> ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
