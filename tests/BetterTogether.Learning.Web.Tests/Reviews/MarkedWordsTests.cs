using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>A word is planted wherever the two write. Then everybody else reads every page, call, export, mail and line of the log, and nobody finds it.</summary>
public sealed class MarkedWordsTests
{
    private const string Mark = "quillfeather";
    private const string Outcome = $"{Mark} agreed";

    [Fact]
    public async Task No_other_person_ever_receives_a_word()
    {
        var log = new LogLines();
        await using var year = await Year.OpenAsync(nowUtc: A.London("2026-10-05 10:00"), replace: services => services.AddSingleton<ILoggerProvider>(log), settings: [("Logging:LogLevel:Default", "Debug"), ("Logging:Console:LogLevel:Default", "None"), ("Reviews:CounterSigner", "ManagersManager")]);
        var director = new Somebody(year.App, await year.App.HasPerson("director@demo.example"));
        await year.App.Ask(async db =>
        {
            var manager = await db.People.SingleAsync(p => p.Id == year.Manager.Id);
            manager.Change(manager.Details with { ManagerId = director.Id });
            return await db.SaveChangesAsync();
        });
        var former = new Somebody(year.App, await year.App.HasPerson("former@demo.example"));
        await PlantAsync(year, former);

        var readers = new List<Visitor> { year.App.Anonymous(), await former.HereAsync(), await year.Other.HereAsync(), await director.HereAsync() };
        foreach (var roles in new[] { Roles.LearningDesk, Roles.Administrator, Roles.Facilitator }) { readers.Add(await year.App.SignedInAs(await year.App.HasPerson($"{roles}@demo.example".ToLowerInvariant(), roles))); }
        readers.Add(await year.App.SignedInAs(await year.App.HasPerson("peer@demo.example", managedBy: year.Manager.Person)));
        var addresses = await AddressesAsync(year);
        Assert.Contains(addresses, a => a.StartsWith(year.Page, StringComparison.Ordinal));

        var found = new List<string>();
        foreach (var (reader, i) in readers.Select((r, i) => (r, i)))
        {
            foreach (var address in addresses)
            {
                var answer = await reader.GetAsync(address);
                Assert.True((int)answer.Status < 500, $"{address} fell: {(int)answer.Status}");
                if (Times(answer.Body, Mark) > await EchoesAsync(reader, address)) { found.Add($"reader {i}: {address}"); }
            }
        }
        // Both confirm once more: whoever is above reads the outcome, and not a word beside it; to everybody else nothing has changed.
        foreach (var side in new[] { year.Employee, year.Manager }) { (await side.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(System.Net.HttpStatusCode.OK); }
        var above = await director.HereAsync();
        foreach (var address in addresses)
        {
            var body = (await above.GetAsync(address)).Body;
            var outcomes = address == year.Page || address == year.Api ? 1 : 0;
            if (Times(body, Outcome) != outcomes || Times(body, Mark) - outcomes > await EchoesAsync(above, address)) { found.Add($"above: {address}"); }
        }
        foreach (var reader in readers.Where(r => r != above))
        {
            foreach (var address in addresses.Where(a => a.Contains($"{year.Review.Id}", StringComparison.Ordinal))) { if (Times((await reader.GetAsync(address)).Body, Mark) > 0) { found.Add($"complete: {address}"); } }
        }
        await year.MailsToAsync(director);
        found.AddRange(SentMail.In(Path.Combine(year.App.Folder, "mail")).Where(m => $"{m.Subject} {m.Text} {m.Html} {string.Join(' ', m.Calendar)}".Contains(Mark, StringComparison.OrdinalIgnoreCase)).Select(m => $"mail: {m.Subject}"));
        found.AddRange(log.All.Where(l => l.Contains(Mark, StringComparison.OrdinalIgnoreCase)).Select(l => $"log: {l[..Math.Min(80, l.Length)]}"));
        found.AddRange((await year.App.Ask(db => db.AuditTrail.Select(a => a.Event + " " + a.Fields).ToListAsync())).Where(l => l.Contains(Mark, StringComparison.OrdinalIgnoreCase)).Select(l => $"audit: {l}"));
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct().Take(30)));

        // It is there to be found: the two have it before them.
        (await year.OpenAsync(year.Employee)).ShouldSay(Mark);
        (await year.OpenAsync(year.Manager)).ShouldSay(Mark);
    }

    // Whoever searches for the word has it in the box, as they would have one that nobody ever wrote.
    private static async Task<int> EchoesAsync(Visitor reader, string address)
    {
        const string Nobodys = "brackenlight";
        return address.Contains(Mark, StringComparison.Ordinal) ? Times((await reader.GetAsync(address.Replace(Mark, Nobodys, StringComparison.Ordinal))).Body, Nobodys) : 0;
    }

    private static int Times(string text, string word) => text.ToLowerInvariant().Split(word).Length - 1;

    private static async Task PlantAsync(Year year, Somebody former)
    {
        await MoveAsync(year, former);
        (await year.PutAsync(former, "preparation", new { text = $"{Mark} of the former manager" })).ShouldBe(System.Net.HttpStatusCode.OK);
        await MoveAsync(year, year.Manager);
        (await year.PutAsync(year.Manager, "preparation", new { text = $"{Mark} of the manager" })).ShouldBe(System.Net.HttpStatusCode.OK);
        await (await (await former.HereAsync()).GetPageAsync(Links.MyPeople)).SubmitAsync("Leave the note", ("Note", $"{Mark} for the hand-over"));
        var page = await (await year.OpenAsync(year.Employee)).SubmitAsync($"Share with {year.Manager.Name}", ("Form.Preparation", $"{Mark} of the employee"));
        page = await page.SubmitAsync("Save what has changed", ("Form.MidYear", $"{Mark} half-way"));
        await page.SubmitAsync("Add it", ("Form.Comment", $"{Mark} beside it"));
        (await year.PutAsync(year.Manager, "outcome", new { text = Outcome, version = 0 })).ShouldBe(System.Net.HttpStatusCode.OK);
        for (var round = 0; round < 2; round++)
        {
            foreach (var side in new[] { year.Employee, year.Manager }) { (await side.PostAsync($"{year.Api}/confirm", new { version = 1 })).ShouldBe(System.Net.HttpStatusCode.OK); }
            (await year.Manager.PostAsync($"{year.Api}/reopen", new { reason = $"{Mark} was misspelt" })).ShouldBe(System.Net.HttpStatusCode.OK);
        }
        await GrowAsync(year);
        await year.MailsToAsync(year.Employee);
    }

    // The development plan and the CPD record too: a wellbeing objective is the two's alone, a CPD entry its person's.
    private static async Task GrowAsync(Year year)
    {
        foreach (var kind in new[] { "work", "training", "wellbeing" })
        {
            var set = (await year.Employee.PostAsync(Links.Api + "/me/objectives", new { kind, title = $"{Mark} {kind}", why = $"{Mark} why", howWeWillKnow = $"{Mark} how" })).ShouldBe(System.Net.HttpStatusCode.Created).Json;
            (await year.Employee.PostAsync($"{Links.Api}/objectives/{set.GetProperty("id").GetGuid()}/notes", new { status = "needsHelp", text = $"{Mark} note" })).ShouldBe(System.Net.HttpStatusCode.Created);
        }
        var today = new DateOnly(2026, 10, 4);
        await year.App.Has(Domain.Cpd.CpdEntry.Add(year.Employee.Id, new(Domain.Cpd.CpdKind.Reflection, $"{Mark} title", today, $"{Mark} learnt", $"{Mark} impact"), ready: true, null, year.App.Clock.NowUtc).Value);
        await SetAsideAsync(year, today);
    }

    // A reflection is offered to the record; two of them, of which one is set aside.
    private static async Task SetAsideAsync(Year year, DateOnly today)
    {
        await year.App.Ask(async db =>
        {
            var objective = await db.Objectives.FirstAsync(o => o.Kind == Domain.Objectives.ObjectiveKind.Work);
            foreach (var words in new[] { "thought", "thought again" }) { db.Add(objective.Add(new Domain.Objectives.Evidence(Domain.Objectives.EntryKind.Reflection, $"{Mark} {words}", today), year.App.Clock.NowUtc).Value); }
            return await db.SaveChangesAsync();
        });
        var page = await (await (await year.Employee.HereAsync()).GetPageAsync(Links.Cpd)).SubmitAsync("Not for my record: A reflection on my practice, Sunday 4 October 2026");
        page.ShouldSay("Show what I set aside (1)");
    }

    private static async Task MoveAsync(Year year, Somebody to) => await year.App.Ask(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Id == year.Employee.Id);
        person.Change(person.Details with { ManagerId = to.Id });
        return await db.SaveChangesAsync();
    });

    // Every address that answers to GET, with each of the ids a reader might try in its place.
    private static async Task<List<string>> AddressesAsync(Year year)
    {
        var grown = await year.App.Ask(db => db.Objectives.Select(o => o.Id).Concat(db.CpdEntries.Select(e => e.Id)).ToListAsync());
        Guid[] ids = [year.Review.Id, year.Employee.Id, year.Cycle.Id, .. grown];
        var all = new List<string>();
        foreach (var address in (await year.App.AddressesAsync()).Where(a => a.StartsWith("GET ", StringComparison.Ordinal)).Select(a => a[4..]).Where(a => !a.StartsWith("/health", StringComparison.Ordinal)))
        {
            var holes = address.Split("{}").Length - 1;
            all.AddRange(holes switch
            {
                0 => [address],
                1 => ids.Select(id => address.Replace("{}", $"{id}", StringComparison.Ordinal)),
                _ => [Filled(address, year.Cycle.Id, year.Employee.Id), Filled(address, year.Review.Id, year.Employee.Id)],
            });
        }
        return [.. all, $"{Links.People}?q={Mark}", $"/?Q={Mark}", $"{Links.CyclePeople(year.Cycle.Id)}", $"{Links.CyclePeople(year.Cycle.Id, Mark)}"];
    }

    private static string Filled(string address, Guid first, Guid second)
    {
        var at = address.IndexOf("{}", StringComparison.Ordinal);
        return (address[..at] + first + address[(at + 2)..]).Replace("{}", $"{second}", StringComparison.Ordinal);
    }
}
