using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>Whatever happens to bookings and sessions, calendars end up with what is so.</summary>
public sealed class InviteWalkTests(ITestOutputHelper output)
{
    private const int Steps = 150;

    [Theory, BothDatabases(20261025)]
    public async Task Every_calendar_agrees_with_the_bookings_at_the_end_of_any_walk(DatabaseProvider provider, int seed)
    {
        await using var academy = await Academy.OpenAsync(provider, settings: ("Mail:ChangesWaitSeconds", "5"));
        var random = new Random(seed);
        var people = await academy.HasCrowdAsync(5);
        Session[] sessions =
        [
            await academy.HasSessionAsync(3),
            await academy.HasAsync(A.Details(2, kind: SessionKind.Course) with { Dates = [A.Period(A.Start.AddDays(3)), A.Period(A.Start.AddDays(10))] }),
            await academy.HasSessionAsync(2, startsAtUtc: A.London("2026-10-25 01:30")),
        ];
        for (var step = 1; step <= Steps; step++)
        {
            output.WriteLine($"{seed}/{step}: {await StepAsync(academy, random, people[random.Next(people.Count)], sessions[random.Next(sessions.Length)])}");
            academy.Clock.Advance(TimeSpan.FromSeconds(random.Next(8)));
        }
        await Eventually.HoldsAsync(async () =>
        {
            academy.Clock.Advance(TimeSpan.FromSeconds(2));
            return !await academy.App.Ask(db => db.Outbox.AnyAsync(m => m.State == MailState.Queued || m.State == MailState.Sending));
        }, "everything is said");

        var threads = (await academy.MailsAsync()).Where(m => m.Method is not null).GroupBy(m => m.Uid).ToDictionary(t => t.Key, t => t.ToList());
        Assert.All(threads.Values, IsInOrder);
        await EndsAsItIsAsync(academy, threads);
    }

    // One person a thread, a sequence that rises, a stamp that never falls, and a cancellation only of what was asked before and never after.
    private static void IsInOrder(List<SentMail> thread)
    {
        Assert.Single(thread.Select(m => (m.To, m.Line("ATTENDEE;"), m.Line("ORGANIZER;"))).Distinct());
        Assert.All(thread.Zip(thread.Skip(1)), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence, $"{pair.First.Sequence}, then {pair.Second.Sequence}"));
        Assert.All(thread.Zip(thread.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First.Line("DTSTAMP:"), pair.Second.Line("DTSTAMP:")) <= 0));
        Assert.Equal("REQUEST", thread[0].Method);
        Assert.All(thread.SkipLast(1), m => Assert.Equal("REQUEST", m.Method));
        Assert.All(thread, m => Assert.Contains($"METHOD:{m.Method}", m.Calendar));
    }

    private static async Task EndsAsItIsAsync(Academy academy, Dictionary<string, List<SentMail>> threads)
    {
        var ledger = await academy.App.Ask(db => db.SentInvites.AsNoTracking().ToListAsync());
        var confirmed = await academy.App.Ask(db => db.Bookings.AsNoTracking().Where(b => b.Status == BookingStatus.Confirmed).ToListAsync());
        var sessions = await academy.App.Ask(db => db.Sessions.AsNoTracking().Include(s => s.Dates).ToListAsync());
        Assert.NotEmpty(confirmed);
        var live = 0;
        foreach (var booking in confirmed)
        {
            var session = sessions.Single(s => s.Id == booking.SessionId);
            foreach (var date in session.Dates)
            {
                var last = threads[Assert.Single(ledger, i => i.SubjectId == booking.Id && i.OccurrenceId == date.Id && i.IsLive).Uid][^1];
                Assert.Equal(
                    ("REQUEST", session.Title, session.Place, $"{date.StartsAtUtc:yyyyMMdd'T'HHmmss'Z'}", $"{date.EndsAtUtc:yyyyMMdd'T'HHmmss'Z'}"),
                    (last.Method, last.Line("SUMMARY:"), last.Line("LOCATION:").Replace("\\,", ",", StringComparison.Ordinal), last.Line("DTSTART:"), last.Line("DTEND:")));
                live++;
            }
        }
        // And nobody else's calendar shows anything any more.
        Assert.Equal(live, threads.Values.Count(t => t[^1].Method == "REQUEST"));
    }

    private static async Task<string> StepAsync(Academy academy, Random random, Somebody who, Session session)
    {
        switch (random.Next(10))
        {
            case < 4:
                return $"book {await CodeAsync(who.AsksForAsync(session, confirmClash: true))}";
            case < 6:
                var mine = (await academy.App.Ask(db => db.Bookings.AsNoTracking().Where(b => b.PersonId == who.Id).ToListAsync())).Where(b => b.IsLive).OrderBy(b => b.BookedAtUtc).ToList();
                return mine.Count == 0 ? "nothing to give back" : $"cancel {await CodeAsync(who.AsksAsync("cancel", mine[random.Next(mine.Count)].Id))}";
            case < 7:
                return $"accept {await AcceptAsync(academy, who)}";
            case < 8:
                return $"rename {await CodeAsync(academy.Desk.PatchAsync(session, new { title = $"Title {random.Next(3)}", place = $"Room {random.Next(3)}" }))}";
            default:
                return $"move {await MoveAsync(academy, random, session)}";
        }
    }

    private static async Task<string> AcceptAsync(Academy academy, Somebody who)
    {
        var offer = await academy.App.Ask(db => db.Bookings.AsNoTracking().FirstOrDefaultAsync(b => b.PersonId == who.Id && b.Status == BookingStatus.Offered));
        return offer is null ? "nothing" : await CodeAsync(who.AsksAsync("accept", offer.Id));
    }

    private static Task<string> MoveAsync(Academy academy, Random random, Session session)
    {
        var starts = A.Start.AddDays(random.Next(60));
        if (session.Kind != SessionKind.Course) { return CodeAsync(academy.Desk.PatchAsync(session, new { startsAtUtc = starts, endsAtUtc = starts.AddHours(1) })); }
        var dates = Enumerable.Range(0, random.Next(1, 4)).Select(i => new { startsAtUtc = starts.AddDays(i * 7), endsAtUtc = starts.AddDays(i * 7).AddHours(1) }).ToArray();
        return CodeAsync(academy.Desk.PatchAsync(session, new { dates }));
    }

    private static async Task<string> CodeAsync(Task<Answer> asked)
    {
        var answer = await asked;
        Assert.True((int)answer.Status < 500, answer.Body);
        return answer.Code ?? $"{(int)answer.Status}";
    }
}
