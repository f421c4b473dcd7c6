using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Bookings;

/// <summary>Hundreds of steps nobody would think of, and everything still adds up after each.</summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Steps = 300;

    [Theory, BothDatabases(20260701), BothDatabases(7)]
    public async Task After_every_step_places_add_up_and_nobody_has_one_without_a_yes(DatabaseProvider provider, int seed)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var walk = new Walk(academy, new Random(seed), await academy.HasCrowdAsync(9), [
            await academy.HasSessionAsync(2), await academy.HasSessionAsync(3, startsAtUtc: A.Start.AddDays(5)), await academy.HasSessionAsync(1, startsAtUtc: A.London("2026-07-08 10:00")),
        ]);
        for (var step = 1; step <= Steps; step++)
        {
            var did = await walk.StepAsync();
            output.WriteLine($"{seed}/{step}: {did}");
            await academy.AuditAsync();
            await walk.NobodyWasGivenAPlaceAsync();
        }
        await academy.MailsAsync();
        var failed = await academy.App.Ask(db => db.Outbox.CountAsync(m => m.State == Domain.Mail.MailState.Failed));
        Assert.Equal(0, failed);
    }

    private sealed class Walk(Academy academy, Random random, IReadOnlyList<Somebody> people, IReadOnlyList<Session> sessions)
    {
        private readonly Dictionary<Guid, BookingStatus> known = [];
        private Guid? saidYes;

        public async Task<string> StepAsync()
        {
            saidYes = null;
            var (who, session) = (people[random.Next(people.Count)], sessions[random.Next(sessions.Count)]);
            return random.Next(20) switch
            {
                < 7 => $"book {await CodeAsync(who.AsksForAsync(session, confirmClash: true))}",
                < 10 => $"cancel {await AnswerAsync("cancel", b => b.IsLive)}",
                < 14 => $"accept {await AnswerAsync("accept", b => b.Status == BookingStatus.Offered)}",
                < 15 => $"decline {await AnswerAsync("decline", b => b.Status == BookingStatus.Offered)}",
                < 17 => $"resize {await CodeAsync(academy.Desk.PatchAsync(session, new { capacity = random.Next(1, 6) }))}",
                < 18 => $"move {await MoveAsync(session)}",
                _ => $"clock {await PassAsync(TimeSpan.FromHours(random.Next(1, 30)))}",
            };
        }

        /// <summary>Straight from waiting or an offer to a place only by the person's own yes.</summary>
        public async Task NobodyWasGivenAPlaceAsync()
        {
            foreach (var booking in await academy.App.Ask(db => db.Bookings.AsNoTracking().ToListAsync()))
            {
                if (known.TryGetValue(booking.Id, out var before) && before != booking.Status && booking.Status == BookingStatus.Confirmed) { Assert.Equal(saidYes, booking.Id); }
                if (known.TryGetValue(booking.Id, out before) && before is not (BookingStatus.Confirmed or BookingStatus.Waiting or BookingStatus.Offered)) { Assert.Equal(before, booking.Status); }
                known[booking.Id] = booking.Status;
            }
        }

        private async Task<string> AnswerAsync(string what, Func<Booking, bool> which)
        {
            // In the order of joining, so that the same seed makes the same walk.
            var all = (await academy.App.Ask(db => db.Bookings.AsNoTracking().ToListAsync())).Where(which).OrderBy(b => people.ToList().FindIndex(p => p.Id == b.PersonId)).ThenBy(b => sessions.ToList().FindIndex(s => s.Id == b.SessionId)).ToList();
            if (all.Count == 0) { return "nobody"; }
            var one = all[random.Next(all.Count)];
            if (what == "accept") { saidYes = one.Id; }
            return await CodeAsync(people.Single(p => p.Id == one.PersonId).AsksAsync(what, one.Id));
        }

        private async Task<string> MoveAsync(Session session)
        {
            var starts = academy.Clock.NowUtc.AddHours(random.Next(20, 900));
            starts = starts.AddTicks(-(starts.Ticks % TimeSpan.TicksPerSecond)); // the API speaks of whole seconds
            return await CodeAsync(academy.Desk.PatchAsync(session, new { startsAtUtc = starts, endsAtUtc = starts.AddHours(1) }));
        }

        private async Task<string> PassAsync(TimeSpan time)
        {
            await academy.PassesToAsync(academy.Clock.NowUtc + time);
            return $"{academy.Clock.NowUtc:s}";
        }

        private static async Task<string> CodeAsync(Task<Answer> asked)
        {
            var answer = await asked;
            Assert.True((int)answer.Status < 500, answer.Body);
            return answer.Code ?? $"{(int)answer.Status}";
        }
    }
}
