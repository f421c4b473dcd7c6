using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>What one circle cannot do by itself stops none of the others.</summary>
public sealed class CircleWatchTests
{
    [Fact]
    public async Task One_that_cannot_be_read_keeps_no_worry_in_another_from_being_passed_on()
    {
        var log = new LogLines(LogLevel.Error);
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = "duty@demo.example" }, Replace = services => services.AddSingleton<ILoggerProvider>(log) });
        await app.HasPerson("f@demo.example", Roles.Facilitator);
        await app.HasPerson("ana@demo.example");
        var (f, ana) = (await app.SignedInAs("f@demo.example"), await app.SignedInAs("ana@demo.example"));
        var ids = new List<Guid> { await PlanAsync(f), await PlanAsync(f), await PlanAsync(f) };
        foreach (var id in ids) { await TellAsync(ana, id, "1"); }
        // Whatever the order in which they fall due, one comes after it. Another version of the product has written it.
        var unread = ids.OrderBy(id => id.ToString(), StringComparer.Ordinal).ElementAt(1);
        await app.Ask(db => db.Circles.Where(c => c.Id == unread).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1).SetProperty(c => c.State, c => c.State.Replace("\"draft\"", "\"notYetInvented\""))));

        await PassedOnAsync(2);
        await TellAsync(ana, ids.First(id => id != unread), "2");
        await PassedOnAsync(3);

        Assert.Single(log.All, line => line.Contains($"{unread}", StringComparison.Ordinal)); // and not once a second

        async Task PassedOnAsync(int worries)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(62));
            await Eventually.HoldsAsync(() => app.Ask(async db => await db.Outbox.CountAsync(m => m.Template == "circles/worry-passed-on") == worries), $"{worries} worries are passed on");
        }
    }

    private static async Task<Guid> PlanAsync(Visitor facilitator) =>
        (await facilitator.PostAsync($"{Links.Api}/circles", new { title = "Monday circle", format = "listening", startsAtUtc = A.Now.AddHours(1), minutes = 60, participantEmails = new[] { "ana@demo.example" } }))
            .ShouldBe(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();

    private static async Task TellAsync(Visitor somebody, Guid circleId, string commandId)
    {
        var told = (await somebody.PostAsync($"{Links.ApiCircle(circleId)}/commands", new { id = commandId, kind = "tell", about = "safety", text = "I am worried" })).ShouldBe(HttpStatusCode.OK);
        Assert.True(told.Json.GetProperty("accepted").GetBoolean(), told.Body);
    }
}
