using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Cpd;

/// <summary>What somebody does not want in their record is offered no more, until they bring it back.</summary>
public sealed class SetAsideTests
{
    private const string Ran = "Check-in circle, Saturday 27 June 2026";
    private const string Thought = "A reflection on my practice, Tuesday 30 June 2026";

    [Theory, BothDatabases]
    public async Task An_offer_is_set_aside_and_brought_back(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var me = await OfferedAsync(app);
        using var visitor = await app.SignedInAs(me);
        var page = await visitor.GetPageAsync(Links.Cpd);
        page.ShouldNotSay("Show what I set aside");

        page = await page.SubmitAsync($"Not for my record: {Ran}");
        page.ShouldSay("It is set aside.").ShouldSay("Show what I set aside (1)").ShouldSay($"Offer it again: {Ran}").ShouldNotSay($"Add it to my record: {Ran}");
        page = await page.SubmitAsync($"Not for my record: {Thought}");
        page.ShouldSay("Show what I set aside (2)").ShouldNotSay("Add it to my record");
        Assert.Equal(0, await OfferedInApiAsync(visitor));

        page = await page.SubmitAsync($"Offer it again: {Thought}");
        page.ShouldSay("It is offered to you again.").ShouldSay($"Add it to my record: {Thought}").ShouldSay("Show what I set aside (1)");
        Assert.Equal(1, await OfferedInApiAsync(visitor));
        page = await (await page.FollowAsync($"Add it to my record: {Thought}")).SubmitAsync("Save as a draft");
        page.ShouldSay("Added as a draft.").ShouldSay("Show what I set aside (1)");
    }

    [Fact]
    public async Task Set_aside_in_two_windows_it_is_once_and_only_what_is_offered_can_be()
    {
        await using var app = await TestApp.StartAsync();
        var me = await OfferedAsync(app);
        using var visitor = await app.SignedInAs(me);
        var mine = await visitor.GetPageAsync(Links.Cpd);

        foreach (var _ in new[] { 1, 2 }) { (await mine.SubmitAsync($"Not for my record: {Ran}")).ShouldSay("Show what I set aside (1)"); }
        (await mine.SubmitAsync($"Not for my record: {Thought}", ("source", $"session:{Guid.Empty}"))).ShouldSay("not among what we can offer");

        Assert.Equal(me.Id, (await app.Ask(db => db.CpdSetAside.SingleAsync())).PersonId);
        Assert.Equal(1, await app.Ask(db => db.AuditTrail.CountAsync(a => a.Event == "cpd-offer-set-aside")));
    }

    private static async Task<Person> OfferedAsync(TestApp app)
    {
        var me = await app.HasPerson("me@demo.example");
        await app.Has(A.Session(A.Details(title: "Check-in circle", startsAtUtc: A.London("2026-06-27 10:00"), kind: SessionKind.Circle) with { Trainers = [me.Id] }, A.Now.AddDays(-40)));
        var objective = await app.HasObjectiveAsync(me);
        await app.Ask(async db =>
        {
            db.Add((await db.Objectives.SingleAsync(o => o.Id == objective.Id)).Add(new Evidence(EntryKind.Reflection, "Waiting is work", A.Day("2026-06-30")), A.Now).Value);
            return await db.SaveChangesAsync();
        });
        return me;
    }

    private static async Task<int> OfferedInApiAsync(Visitor visitor) => (await visitor.GetAsync("/api/v1/me/cpd")).Json.GetProperty("offered").GetArrayLength();
}
