using System.Net;
using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Cpd;

public sealed class RecordTests
{
    private static readonly DateTime Before = A.Now.AddDays(-40);

    [Fact]
    public async Task What_was_attended_facilitated_and_thought_about_is_offered_and_added_by_its_person()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        await AttendedAsync(app, me, "Genograms people want to draw", "Curiosity, genogram");
        await app.Has(A.Session(A.Details(title: "Check-in circle", startsAtUtc: A.Now.AddDays(-4), kind: SessionKind.Circle) with { Trainers = [me.Id] }, Before));
        var (work, rest) = (await app.HasObjectiveAsync(me), await app.HasObjectiveAsync(me, ObjectiveKind.Wellbeing));
        await app.Ask(async db =>
        {
            foreach (var (id, words) in new[] { (work.Id, "Waiting is work"), (rest.Id, "Sleep is work") })
            {
                db.Add((await db.Objectives.SingleAsync(o => o.Id == id)).Add(new Evidence(EntryKind.Reflection, words, A.Day("2026-06-30")), A.Now).Value);
            }
            return await db.SaveChangesAsync();
        });
        using var visitor = await app.SignedInAs(me);

        var record = await visitor.GetPageAsync(Links.Cpd);
        record.ShouldSay("Nothing yet for this year.").ShouldSay("Check-in circle Facilitated").ShouldSay("A reflection on my practice Reflection");
        Assert.Equal(3, record.Document.QuerySelectorAll("a[href^='/cpd/new?source=']").Length);
        var form = await record.FollowAsync("Add it to my record: Genograms people want to draw, Friday 26 June 2026");
        Assert.Equal(["better-together/curiosity", "pcf/7"], form.Document.QuerySelectorAll("input[checked][type=checkbox]").Select(b => b.GetAttribute("value")));
        form.ShouldSay("until Wednesday 31 March 2027").ShouldNotSay("Early-career standards");
        form = await form.SubmitAsync("Save: it is ready", ("What I learnt", "They hold the pen"));
        form.ShouldSay("Say what it changes for the people you work with");
        record = await form.SubmitAsync("Save: it is ready", ("What it changes", "They tell more"));

        record.ShouldSay("Added, and ready.").ShouldNotSay("Add it to my record: Genograms");
        var entry = await app.Ask(db => db.CpdEntries.SingleAsync());
        Assert.Equal(("They hold the pen", CpdKind.Attended, "Curiosity, genogram", CpdStatus.Ready), (entry.Learnt, entry.Kind, entry.Tags, entry.Status));
        (await visitor.GetPageAsync(Links.CpdOffer(entry.SourceKey!))).ShouldBeAt(Links.CpdEntry(entry.Id)); // an old tab
        Assert.DoesNotContain("Sleep", (await visitor.GetAsync(Links.Cpd)).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_offer_added_by_many_presses_is_one_entry(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        var me = await app.HasPerson("me@demo.example");
        var session = await AttendedAsync(app, me, "Genograms", null);
        using var visitor = await app.SignedInAs(me);
        var forms = new List<Page>();
        for (var window = 0; window < 4; window++) { forms.Add(await visitor.GetPageAsync(Links.CpdOffer($"session:{session.Id}"))); }

        var pages = await Task.WhenAll(forms.Concat(forms).Select(form => form.SubmitAsync("Save as a draft", ("What I learnt", "Once"))));

        Assert.All(pages, page => page.ShouldBeAt(Links.Cpd));
        Assert.Equal(1, await app.Ask(db => db.CpdEntries.CountAsync()));
    }

    [Fact]
    public async Task It_is_copied_by_its_person_and_ready_again_when_it_is_changed()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        var entry = await EntryAsync(app, me, "Silence");
        using var visitor = await app.SignedInAs(me);

        var page = await visitor.GetPageAsync(Links.CpdEntry(entry.Id));
        page = await page.SubmitAsync("Mark as copied", ("Copied on", "2026-07-03"));
        page.ShouldSay("Choose the day you copied it");
        (await page.SubmitAsync("Mark as copied", ("Copied on", "2026-07-02"))).ShouldSay("Copied to the regulator on Thursday 2 July 2026");
        var two = await visitor.GetPageAsync(Links.CpdEntry(entry.Id));
        two.ShouldSay("it counts as not copied until you mark it again");
        (await (await visitor.GetPageAsync(Links.CpdEntry(entry.Id))).SubmitAsync("Save: it is ready", ("What it changes", "I wait much longer"))).ShouldSay("Saved, and ready.").ShouldNotSay("Copied to the regulator");

        var clash = await two.SubmitAsync("Save: it is ready", ("What it changes", "I wait a little"));
        clash.ShouldSay("was changed in another window").ShouldSay("I wait much longer");
        Assert.Equal("I wait a little", clash.Document.QuerySelector("#Form_Impact")!.TextContent.Trim());
        page = await clash.SubmitAsync("Delete this entry");
        page.ShouldSay("Taken out of your record.");
        (await clash.SubmitAsync("Delete this entry")).ShouldSay("Taken out of your record.");
        Assert.Equal(0, await app.Ask(db => db.CpdEntries.CountAsync()));
    }

    [Fact]
    public async Task A_checklist_follows_the_job_until_somebody_chooses()
    {
        await using var app = await TestApp.StartAsync();
        var (social, none) = (Somebody("social@demo.example", "Senior social worker"), Somebody("none@demo.example", "Business support officer"));
        await app.Has(social, none);
        await EntryAsync(app, social, "One");
        using var visitor = await app.SignedInAs(social);
        using var other = await app.SignedInAs(none);

        (await visitor.GetPageAsync(Links.Cpd)).ShouldSay("Registered social worker").ShouldSay("Still missing by Monday 30 November 2026: 1 more piece and a reflection with a peer.");
        (await (await visitor.GetPageAsync(Links.Cpd)).SubmitAsync("Use this checklist", ("Checklist", "None"))).ShouldSay("No checklist");
        (await (await other.GetPageAsync(Links.Cpd)).SubmitAsync("Use this checklist", ("Checklist", "youth-justice"))).ShouldSay("3 pieces: 0 ready");
        Assert.Equal("youth-justice", (await other.GetAsync("/api/v1/me/cpd")).Json.GetProperty("checklist").GetProperty("key").GetString());
    }

    [Fact]
    public async Task It_is_taken_away_as_a_page_a_spreadsheet_without_formulas_and_data()
    {
        await using var app = await TestApp.StartAsync();
        var me = await app.HasPerson("me@demo.example");
        await EntryAsync(app, me, "=HYPERLINK(\"https://evil.example\")", "+1, and \"more\"");
        await EntryAsync(app, me, "Of another year", on: "2025-11-30");
        await EntryAsync(app, await app.HasPerson("other@demo.example"), "Of another person");
        using var visitor = await app.SignedInAs(me);

        var csv = await visitor.GetAsync(Links.CpdCsv(2026));
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", csv.Body, StringComparison.Ordinal);
        Assert.Contains("\"'+1, and \"\"more\"\"\"", csv.Body, StringComparison.Ordinal);
        Assert.Equal("text/csv", csv.ContentType);
        Assert.Equal(2, csv.Body.Trim().Split("\r\n").Length);
        var json = (await visitor.GetAsync(Links.CpdJson(2026))).Json;
        Assert.Equal(("2025-12-01", "2026-11-30", 1), (json.GetProperty("from").GetString(), json.GetProperty("to").GetString(), json.GetProperty("items").GetArrayLength()));
        (await visitor.GetPageAsync(Links.CpdPrint(2026))).ShouldSay($"CPD record of {me.Name}").ShouldSay("Professional capabilities framework: 6 Critical reflection and analysis").ShouldNotSay("another");
        (await visitor.GetPageAsync(Links.CpdPrint(2025))).ShouldSay("Of another year");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Links.Cpd + "?year=x")).Status);
    }

    [Fact]
    public async Task A_year_is_read_in_three_queries_however_much_is_offered()
    {
        var count = new CommandCount();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Replace = count.Install });
        var me = await app.HasPerson("me@demo.example");
        foreach (var title in new[] { "One", "Two", "Three" }) { await AttendedAsync(app, me, title, null); }
        await EntryAsync(app, me, "Silence");
        using var visitor = await app.SignedInAs(me);

        var commands = await count.OfAsync(visitor, Links.Cpd);

        Assert.True(commands.Count is > 0 and <= 3, string.Join("\n\n", commands));
    }

    private static Person Somebody(string email, string jobTitle) => new(A.PersonId(), new PersonDetails("Somebody Else", email, JobTitle: jobTitle).Checked().Value);

    private static async Task<CpdEntry> EntryAsync(TestApp app, Person person, string title, string learnt = "It needs time", string on = "2026-06-01")
    {
        var entry = CpdEntry.Add(person.Id, new(CpdKind.Other, title, A.Day(on), learnt, "I wait longer", Headings: ["pcf/6"]), ready: true, null, A.Now).Value;
        await app.Has(entry);
        return entry;
    }

    private static async Task<Session> AttendedAsync(TestApp app, Person person, string title, string? tags)
    {
        var session = A.Session(A.Details(title: title, startsAtUtc: A.London("2026-06-26 10:00")) with { Tags = tags }, Before);
        var booking = A.Booking(session, person.Id, nowUtc: Before);
        await app.Has(session, booking, new Attendance(booking.Id, session.Dates[0].Id, AttendanceState.Attended, A.Desk, A.Now));
        return session;
    }
}
