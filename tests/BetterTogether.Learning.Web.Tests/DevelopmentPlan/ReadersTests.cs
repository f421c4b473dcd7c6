using System.Net;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

/// <summary>Marked words in every field of a plan, and everybody who might come to read them.</summary>
public sealed class ReadersTests
{
    private const string Work = "zqworkmark";
    private const string Wellbeing = "zqwellmark";

    private static readonly string[] Fields = ["title", "why", "measure", "note", "did", "otherwise"];

    [Fact]
    public async Task Nobody_but_the_two_reads_a_word_and_who_stands_in_none_of_wellbeing()
    {
        var log = new LogLines();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Replace = s => s.AddSingleton<ILoggerProvider>(log), Settings = new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace" } });
        var today = app.Clock.NowUtc.ToLondonDate();
        var manager = await app.HasPerson("manager@demo.example");
        var me = await app.HasPerson("me@demo.example", managedBy: manager);
        var standIn = await app.HasPerson("standin@demo.example");
        await app.Has(Delegation.Agree(manager.Id, standIn.Id, today, today.AddDays(7), app.Clock.NowUtc).Value);
        var strangers = new List<Person> { await app.HasPerson("other@demo.example"), await app.HasPerson("desk@demo.example", Roles.LearningDesk), await app.HasPerson("admin@demo.example", Roles.Administrator), await app.HasPerson("facilitator@demo.example", Roles.Facilitator) };
        using var mine = await app.SignedInAs(me);
        var (work, wellbeing) = (await WriteAsync(mine, ObjectiveKind.Work, Work), await WriteAsync(mine, ObjectiveKind.Wellbeing, Wellbeing));
        string[] addresses = [Links.PlanOf(me.Id), Links.DevelopmentPlan, work, wellbeing, work + "/edit", wellbeing + "/edit", wellbeing + "/carry", "/my-people", "/", "/?Q=" + Wellbeing, "/people?q=" + Wellbeing, "/desk?q=" + Work, Links.Cpd, "/api/v1/me/objectives", "/api/v1/me/cpd", "/cpd/record.csv", "/cpd/record.json", "/cpd/print", Links.DevMailbox];

        foreach (var stranger in strangers) { await ReadsAsync(app, stranger, addresses, work: false, wellbeing: false); }
        await ReadsAsync(app, manager, addresses, work: true, wellbeing: true);
        await ReadsAsync(app, standIn, addresses, work: true, wellbeing: false);
        using (var visitor = await app.SignedInAs(standIn)) { (await visitor.PostAsync($"/api/v1{wellbeing}/notes", new { text = "x" })).ShouldBe(HttpStatusCode.NotFound, "objective-not-found"); }

        // A new manager reads at once, the one before no more.
        var next = await app.HasPerson("next@demo.example");
        await app.Ask(async db => { (await db.People.SingleAsync(p => p.Id == me.Id)).Change(me.Details with { ManagerId = next.Id }); return await db.SaveChangesAsync(); });
        await ReadsAsync(app, next, addresses, work: true, wellbeing: true);
        await ReadsAsync(app, manager, addresses, work: false, wellbeing: false);
        await ReadsAsync(app, standIn, addresses, work: false, wellbeing: false);

        var kept = await app.Ask(async db => string.Join('\n',
            (await db.AuditTrail.ToListAsync()).Select(a => a.ToString()).Concat((await db.IdempotencyKeys.ToListAsync()).Select(k => k.Answer)).Concat((await db.Outbox.ToListAsync()).Select(m => m.Values))));
        foreach (var mark in new[] { Work, Wellbeing })
        {
            Assert.DoesNotContain(mark, kept, StringComparison.Ordinal);
            // The addresses this test itself asks for hold the mark.
            Assert.DoesNotContain(log.All, line => line.Contains(mark, StringComparison.Ordinal) && !line.Contains("Q=", StringComparison.OrdinalIgnoreCase));
        }
        Assert.Contains(log.All, line => line.Contains("objective", StringComparison.OrdinalIgnoreCase)); // the log was listened to
    }

    [Fact]
    public async Task A_manager_adds_a_note_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var manager = await app.HasPerson("manager@demo.example");
        var objective = await app.HasObjectiveAsync(await app.HasPerson("me@demo.example", managedBy: manager), ObjectiveKind.Wellbeing);
        using var visitor = await app.SignedInAs(manager);

        var page = await visitor.GetPageAsync(Links.Objective(objective.Id));
        page.ShouldNotSay("Change this objective").ShouldNotSay("Find training for this");
        page = await page.SubmitAsync("Add to the history", ("Text", "Let us look at your diary"));

        page.ShouldSay("Let us look at your diary").ShouldSay(manager.Name);
        Assert.Equal(manager.Id, Assert.Single(await app.HistoryAsync(objective.Id)).ById);
    }

    // Marks in every field that takes words.
    private static async Task<string> WriteAsync(Visitor visitor, ObjectiveKind kind, string mark)
    {
        var page = await (await visitor.GetPageAsync(Links.NewObjective(kind))).SubmitAsync("Add to my plan", ("Form.Title", mark + "title"), ("Form.Why", mark + "why"), ("Form.Measure", mark + "measure"));
        page = await page.SubmitAsync("Add to the history", ("Text", mark + "note"), ("Status", "NeedsHelp"));
        page = await page.SubmitAsync("Add it", ("DidText", mark + "did"), ("Kind", "AgreedAction"));
        page = await (await page.FollowAsync("Change this objective")).SubmitAsync("Save changes", ("Form.Why", mark + "otherwise"));
        page.ShouldSay(mark + "otherwise").ShouldSay(mark + "why").ShouldSay(mark + "did");
        return page.Path;
    }

    private static async Task ReadsAsync(TestApp app, Person reader, string[] addresses, bool work, bool wellbeing)
    {
        using var visitor = await app.SignedInAs(reader);
        var read = new List<string>();
        foreach (var address in addresses) { read.Add((await visitor.GetAsync(address)).Body); }
        var all = string.Join('\n', read);
        // A search page says the word that was looked for; what was written has more behind the mark.
        foreach (var field in Fields)
        {
            Assert.True(all.Contains(Work + field, StringComparison.Ordinal) == work, $"{reader.Email} and work, {field}: should be {work}");
            Assert.True(all.Contains(Wellbeing + field, StringComparison.Ordinal) == wellbeing, $"{reader.Email} and wellbeing, {field}: should be {wellbeing}");
        }
    }
}
