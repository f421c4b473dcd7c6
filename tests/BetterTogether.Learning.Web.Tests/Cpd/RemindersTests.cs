using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Cpd;

public sealed class RemindersTests
{
    [Fact]
    public async Task Three_days_remind_whoever_has_something_missing_once_each_and_nobody_else()
    {
        await using var academy = await Academy.OpenAsync();
        var (due, ready, other, student) = (Social("due"), Social("ready"), Somebody("other", "Business support officer"), Somebody("student", "Student social worker", Employment.Student));
        await academy.App.Has(due, ready, other, student);
        foreach (var peer in new[] { "Counted to ten", null })
        {
            await academy.App.Has(CpdEntry.Add(ready.Id, new(CpdKind.Other, "Silence", A.Day("2026-06-01"), "Much", "More", peer), ready: true, null, A.Now).Value);
        }

        // 1 September is a Tuesday, 1 November a Sunday, 20 November a Friday.
        foreach (var clock in new[] { "2026-08-28 09:00", "2026-09-01 09:00", "2026-09-02 09:00", "2026-11-01 09:00", "2026-11-02 09:00", "2026-11-19 09:00", "2026-11-20 09:00", "2026-11-23 09:00", "2026-12-01 09:00" })
        {
            await PassesToAsync(academy, A.London(clock));
        }

        var mails = await academy.MailsAsync();
        Assert.Equal(3, mails.Count(m => m.To == due.Email));
        Assert.All(mails.Where(m => m.To == due.Email), m => Assert.Contains("2 more pieces and a reflection with a peer", m.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(mails, m => m.To == ready.Email || m.To == other.Email || m.To == student.Email);
        Assert.Equal(["2026-09-01", "2026-11-01", "2026-11-20"], await academy.App.Ask(async db => (await db.Nudges.Where(n => n.PersonId == due.Id).ToListAsync()).Select(n => $"{n.DueOn:yyyy-MM-dd}").Order().ToList()));
        Assert.Equal([A.London("2026-09-01 09:00"), A.London("2026-11-02 09:00"), A.London("2026-11-20 09:00")], await academy.App.Ask(db => db.Outbox.Where(m => m.PersonId == due.Id).Select(m => m.CreatedAtUtc).Order().ToListAsync()));
    }

    // The plans' look waits for its last one; the reminders are waited for by somebody new who is always due on a day that reminds.
    private static async Task PassesToAsync(Academy academy, DateTime utc)
    {
        var last = new Person(new Guid("ffffffff" + Guid.NewGuid().ToString()[8..]), new PersonDetails("The Last", $"the.last.{Guid.NewGuid():n}@demo.example", JobTitle: "Social worker").Checked().Value);
        await academy.App.Has(last);
        var reminds = utc >= A.London("2026-09-01 00:00") && utc < A.London("2026-12-01 00:00") && utc.DayOfWeek != DayOfWeek.Sunday;
        await Look.PassesToAsync(academy, utc, waits: utc.DayOfWeek != DayOfWeek.Sunday);
        if (!reminds) { return; }
        await Eventually.HoldsAsync(() => academy.App.Ask(db => db.Nudges.AnyAsync(n => n.PersonId == last.Id)), "the last one was reminded");
        await academy.MailsAsync(); // a reminder still on its way when the year ends would never be sent
    }

    private static Person Social(string name) => Somebody(name, "Social worker");

    private static Person Somebody(string name, string jobTitle, Employment employment = Employment.Employee) =>
        new(A.PersonId(), new PersonDetails("Somebody Else", $"{name}@demo.example", JobTitle: jobTitle, Employment: employment, Organisation: employment == Employment.Student ? "Northmere College" : null).Checked().Value);
}
