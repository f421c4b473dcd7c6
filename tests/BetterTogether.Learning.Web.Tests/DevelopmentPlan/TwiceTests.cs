using System.Net;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

/// <summary>Whatever is pressed twice, or by two at once, happens once and in order.</summary>
public sealed class TwiceTests
{
    [Fact]
    public async Task A_form_sent_twice_is_one_objective_one_note_one_thing_done()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        using var visitor = await app.SignedInAs(me);

        var form = await visitor.GetPageAsync(Links.NewObjective(ObjectiveKind.Work));
        await form.SubmitAsync("Add to my plan", ("Form.Title", "Listen"));
        var page = await form.SubmitAsync("Add to my plan", ("Form.Title", "Listen"));
        await page.SubmitAsync("Add to the history", ("Text", "Once"));
        await page.SubmitAsync("Add to the history", ("Text", "Once"));
        await page.SubmitAsync("Add it", ("DidText", "Did it once"));
        await page.SubmitAsync("Add it", ("DidText", "Did it once"));

        var objective = await app.Ask(db => db.Objectives.SingleAsync());
        Assert.Equal(["Once", "Did it once"], (await app.HistoryAsync(objective.Id)).Select(e => e.Text));
    }

    [Fact]
    public async Task A_retried_call_gets_the_first_answer()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignedInAs(await app.HasPerson("me@demo.example"));
        var key = ("Idempotency-Key", "once");

        var first = (await visitor.PostAsync("/api/v1/me/objectives", new { kind = "training", title = "Genograms", howWeWillKnow = "Three drawn", targetDate = "2026-12-01" }, key)).ShouldBe(HttpStatusCode.Created);
        var again = (await visitor.PostAsync("/api/v1/me/objectives", new { kind = "training", title = "Genograms", howWeWillKnow = "Three drawn", targetDate = "2026-12-01" }, key)).ShouldBe(HttpStatusCode.Created);
        var id = first.Json.GetProperty("id").GetGuid();
        Assert.Equal(id, again.Json.GetProperty("id").GetGuid());
        (await visitor.PostAsync($"/api/v1/objectives/{id}/notes", new { status = "needsHelp", text = "With the pens" }, key)).ShouldBe(HttpStatusCode.Created);
        var note = (await visitor.PostAsync($"/api/v1/objectives/{id}/notes", new { status = "needsHelp", text = "With the pens" }, key)).ShouldBe(HttpStatusCode.Created);

        Assert.Equal((1, "needsHelp", "me"), (note.Json.GetProperty("number").GetInt32(), note.Json.GetProperty("status").GetString(), note.Json.GetProperty("by").GetString()));
        var mine = (await visitor.GetAsync("/api/v1/me/objectives")).Json.GetProperty("items");
        Assert.Equal(("Three drawn", "2026-12-01", 1), (mine[0].GetProperty("howWeWillKnow").GetString(), mine[0].GetProperty("targetDate").GetString(), mine.GetArrayLength()));
        (await visitor.PostAsync("/api/v1/me/objectives", new { title = "No kind" })).ShouldBe(HttpStatusCode.BadRequest, "kind-missing");
        (await visitor.PostAsync($"/api/v1/objectives/{id}/notes", new { })).ShouldBe(HttpStatusCode.BadRequest, "note-missing");
        (await visitor.PostAsync($"/api/v1/objectives/{Guid.NewGuid()}/notes", new { text = "x" })).ShouldBe(HttpStatusCode.NotFound, "objective-not-found");
    }

    [Theory, BothDatabases]
    public async Task Notes_written_at_once_stand_one_after_the_other_and_the_last_one_counts(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var manager = await app.HasPerson("manager@demo.example");
        var me = await app.HasPerson("me@demo.example", managedBy: manager);
        var objective = await app.HasObjectiveAsync(me);
        using var mine = await app.SignedInAs(me);
        using var theirs = await app.SignedInAs(manager);
        string[] statuses = ["onTrack", "needsHelp", "done"];

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (await (i % 2 == 0 ? mine : theirs).PostAsync($"/api/v1/objectives/{objective.Id}/notes", new { status = statuses[i % 3], text = $"note {i}" })).ShouldBe(HttpStatusCode.Created)));

        var history = await app.HistoryAsync(objective.Id);
        Assert.Equal(Enumerable.Range(1, 12), history.Select(e => e.Number));
        Assert.Equal(12, history.Select(e => e.Text).Distinct().Count());
        var now = await app.ObjectiveAsync(objective.Id);
        Assert.Equal((history[^1].Status, 12), (now.Status, now.Entries));
    }

    [Theory, BothDatabases]
    public async Task Carried_over_by_many_presses_it_goes_on_once(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var me = await app.HasPerson("me@demo.example");
        var objective = await app.HasObjectiveAsync(me, atUtc: app.Clock.NowUtc.AddYears(-1));
        using var visitor = await app.SignedInAs(me);
        var page = await visitor.GetPageAsync(Links.CarryObjective(objective.Id));

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SubmitAsync("Carry it over")));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Equal(1, await app.Ask(db => db.Objectives.CountAsync(o => o.CarriedFromId == objective.Id)));
        Assert.Equal(EntryKind.Carried, Assert.Single(await app.HistoryAsync(objective.Id)).Kind);
    }
}
