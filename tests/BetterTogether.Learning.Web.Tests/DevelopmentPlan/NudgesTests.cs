using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

public sealed class NudgesTests
{
    // Thursday 2 July 2026 in London; three months on is Friday 2 October.
    private static readonly DateTime DueUtc = A.London("2026-10-02 08:30");

    [Fact]
    public async Task Three_months_on_a_mail_asks_once_and_says_nothing_of_the_plan()
    {
        await using var academy = await Academy.OpenAsync();
        var me = await academy.HasAsync("me");
        await academy.App.HasObjectiveAsync(me.Person, ObjectiveKind.Wellbeing, "Sleep before midnight", A.Now);

        await Look.PassesToAsync(academy, DueUtc);
        await Look.PassesToAsync(academy, DueUtc.AddDays(1), waits: false);
        await Look.PassesToAsync(academy, DueUtc.AddDays(4));

        var mail = Assert.Single(await academy.MailsToAsync(me));
        Assert.Contains("three months", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/development-plan", mail.Text, StringComparison.Ordinal);
        Assert.All(new[] { "midnight", "wellbeing" }, word => Assert.DoesNotContain(word, mail.Subject + mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_is_asked_who_has_written_is_away_has_nothing_open_does_not_work_that_day_or_has_left()
    {
        await using var academy = await Academy.OpenAsync();
        var today = DueUtc.ToLondonDate();
        var (wrote, away, done, friday, left, asked) = (await academy.HasAsync("wrote"), await academy.HasAsync("away"), await academy.HasAsync("done"),
            await academy.HasAsync("friday", works: WorkingDays.MondayToFriday & ~WorkingDays.Friday), await academy.HasAsync("left"), await academy.HasAsync("asked"));
        foreach (var who in new[] { wrote, away, friday, left, asked }) { await academy.App.HasObjectiveAsync(who.Person, atUtc: A.Now); }
        await academy.App.HasObjectiveAsync(done.Person, atUtc: A.Now, status: ObjectiveStatus.Done);
        await academy.App.Has(new AwayPeriod(Guid.NewGuid(), away.Id, today.AddDays(-5), today.AddDays(5)));
        await academy.App.Ask(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == left.Id)).Deactivate();
            var objective = await db.Objectives.SingleAsync(o => o.PersonId == wrote.Id);
            db.Add(objective.Note(ObjectiveStatus.OnTrack, "All well", wrote.Id, DueUtc.AddDays(-3)).Value);
            return await db.SaveChangesAsync();
        });

        academy.Clock.JumpTo(DueUtc.AddHours(-2));
        await Look.PassesToAsync(academy, DueUtc);
        Assert.Equal([asked.Id], await Look.AskedAsync(academy));
        await Look.PassesToAsync(academy, DueUtc.AddDays(3));
        Assert.Equal(new[] { asked.Id, friday.Id }.Order(), (await Look.AskedAsync(academy)).Order());
        Assert.All(await academy.App.Ask(db => db.Outbox.Select(m => m.CreatedAtUtc).ToListAsync()), at => Assert.True(at.ClockWords() != "6:30am", "before eight nobody is written to"));
    }

    [Fact]
    public async Task Two_nodes_ask_once()
    {
        var (database, clock) = (await TestDatabase.CreateAsync(DatabaseProvider.Postgres), new FixedClock());
        var options = new TestAppOptions { Database = DatabaseProvider.Postgres, Clock = clock };
        await using var one = await TestApp.StartAsync(database, options);
        await using var two = await TestApp.StartAsync(database, options);
        for (var i = 0; i < 8; i++) { await one.HasObjectiveAsync(await one.HasPerson($"p{i}@demo.example"), atUtc: A.Now); }

        clock.JumpTo(DueUtc);
        await Eventually.HoldsAsync(async () => await one.Ask(db => db.Nudges.CountAsync()) == 8, "everybody was asked");
        clock.JumpTo(DueUtc.AddHours(2));
        await Eventually.HoldsAsync(async () => !await one.Ask(db => db.Outbox.AnyAsync(m => m.State != Domain.Mail.MailState.Sent)), "mails went");

        Assert.Equal(8, await one.Ask(db => db.Outbox.CountAsync()));
    }
}
