using System.Diagnostics;
using System.Text.Json;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Tests.Mail;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>What other people's readers make of our calendars: nothing to complain of, and the very words and times we meant. tests/run installs them.</summary>
public sealed class ParsersTests
{
    // Where a backslash stands before an n, python-icalendar 4 takes the two for a line break; the other readers and RFC 5545 do not.
    private static readonly string[] Pieces = ["a", "é", "—", "🌱", "👩‍👩‍👧‍👦", " ", ";", ",", ":", "\"", "'", "\\ ", "\n", "\r\n", "\t", "\a", "END:VEVENT", "^", "%"];

    [Theory]
    [InlineData("/usr/bin/python3", "check_icalendar.py")] // Debian's own: another Python does not see Debian's packages
    [InlineData("/usr/bin/python3", "check_libical.py")]
    [InlineData("node", "check.mjs")]
    public async Task Everything_we_write_is_read_without_a_complaint_and_means_what_we_meant(string program, string script)
    {
        using var folder = new TemporaryFolder();
        var written = Samples().Select((invite, i) => (Name: $"{i:0000}.ics", invite)).ToDictionary(s => s.Name, s => s.invite);
        foreach (var (name, invite) in written) { await File.WriteAllTextAsync(Path.Combine(folder.Path, name), new PlainCalendarFormat().Write(invite)); }
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "feed.ics"), new PlainCalendarFormat().WriteFeed(Invites.FeedName, Invites.Feed));

        var read = (await RunAsync(program, script, folder.Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Read>(line, JsonSerializerOptions.Web)!).ToDictionary(r => r.File);

        Assert.Equal(written.Count + 1, read.Count);
        Assert.Equal(2, read["feed.ics"].Events.Count);
        foreach (var (name, invite) in written) { Assert.Equal(Expected(name, invite), read[name] with { Events = [], Event = Assert.Single(read[name].Events) }); }
    }

    private static IEnumerable<Invite> Samples()
    {
        yield return Invites.Request;
        yield return Invites.Update;
        yield return Invites.Cancel;
        yield return Invites.Private;
        yield return Invites.Published;
        yield return Invites.BeforeAutumn;
        yield return Invites.AcrossAutumn;
        yield return Invites.AfterSpring;
        for (var offset = 0; offset <= CalendarText.MaxOctets; offset++) { yield return Invites.Request with { Summary = new string('a', offset) + "🌱👩‍👩‍👧‍👦é" }; }
        foreach (var change in new[] { Invites.Utc(2026, 10, 25, 1, 0), Invites.Utc(2027, 3, 28, 1, 0) })
        {
            for (var at = change.AddHours(-2); at <= change.AddHours(2); at = at.AddMinutes(30)) { yield return Invites.Update with { StartsAtUtc = at, EndsAtUtc = at.AddMinutes(90) }; }
        }
        var random = new Random(5545);
        string Text() => "x" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "x";
        for (var i = 0; i < 200; i++) { yield return Invites.Cancel with { Summary = Text(), Location = Text(), Description = Text(), Attendee = new Mailbox(Text(), "worker1@demo.example") }; }
    }

    private static Read Expected(string file, Invite invite) => new(file, invite.Method.Wire(), [])
    {
        Event = new(
            invite.Uid, invite.Sequence, CalendarText.Clean(invite.Summary), CalendarText.Clean(invite.Location), CalendarText.Clean(invite.Description),
            $"{invite.StartsAtUtc:yyyy-MM-dd'T'HH:mm:ss'Z'}", $"{invite.EndsAtUtc:yyyy-MM-dd'T'HH:mm:ss'Z'}", invite.NamesPeople ? CalendarText.ParameterText(invite.Attendee!.Name) : ""),
    };

    private static async Task<string> RunAsync(string program, string script, string folder)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "Parsers", script), folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} (tests/run installs what it needs): {await complained}");
        return await said;
    }

    private sealed record Read(string File, string Method, IReadOnlyList<ReadEvent> Events)
    {
        public ReadEvent? Event { get; init; }
    }

    private sealed record ReadEvent(string Uid, int Sequence, string Summary, string Location, string Description, string Start, string End, string Attendee);
}
