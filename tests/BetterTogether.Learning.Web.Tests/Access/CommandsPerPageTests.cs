using BetterTogether.Learning.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>What a page asks of the database does not grow with what it shows: each is visited over a few rows and over many.</summary>
public sealed class CommandsPerPageTests(ITestOutputHelper output)
{
    /// <summary>Who is signed in, and the page's own.</summary>
    private const int MostCommands = 4;

    /// <summary>Pages that need more, each with its reason.</summary>
    private static readonly Dictionary<string, (int Most, string Reason)> More = new()
    {
        ["GET /desk/sessions/{}"] = (10, "a session, its dates and trainers, who is on it, and the register"),
        ["GET /sessions/{}"] = (5, "the card, what the card leaves out, trainers, and a manager's people"),
        ["GET /api/v1/sessions/{}"] = (5, "as its page"),
        ["GET /desk/sessions/{}/edit"] = (5, "a session, its dates, its trainers and their addresses"),
        ["GET /desk/sessions/{}/cancel"] = (5, "a session, its dates, its trainers and how many are told"),
        ["GET /desk/series/{}"] = (5, "the series, its sessions, their dates and trainers"),
        ["GET /reviews/{}"] = (17, "a review, its people, both preparations, comments, records, readings and objectives"),
        ["GET /reviews/{}/print"] = (15, "as its page"),
        ["GET /api/v1/me/review"] = (14, "its id, and as its page"),
        ["GET /api/v1/reviews/{}"] = (13, "as its page"),
        ["GET /desk/reviews/{}"] = (9, "figures of a cycle from several tables"),
        ["GET /desk/reviews/{}?handler=Csv"] = (9, "as its page"),
        ["GET /api/v1/reports/reviews"] = (9, "as its page"),
        ["GET /desk/reviews/{}/people"] = (6, "the cycle, its people, and what is noted of them"),
        ["GET /desk/reviews/{}/people/{}"] = (12, "somebody's posts, exceptions, days away and reviews"),
        ["GET /sessions/{}/circle"] = (6, "the session, whose circle it is and who has a seat; the first visit plans it"),
        ["GET /circles/{}"] = (7, "the circle's version and state, what is beside the snapshot, the agreements; a first visit looks for a place too"),
        ["GET /circles/{}?handler=Room"] = (7, "as its page"),
        ["GET /circles/{}/wall"] = (7, "as the room"),
        ["GET /circles/plan/{}"] = (7, "the circle as it was planned, its people's addresses, the formats"),
        ["GET /calendar/{}.ics"] = (6, "who asks, whose it is, and a question for bookings, circles, sessions that are circles and conversations each"),
        ["HEAD /calendar/{}.ics"] = (6, "as GET"),
        ["GET /my-bookings"] = (6, "bookings ahead and behind, and circles"),
        ["GET /desk/mail"] = (6, "the list, and how the queue stands: counts, what is stopped, what failed"),
        ["GET /admin/invariants"] = (6, "one a rule"),
    };

    private static readonly Who[] Visitors = [Who.Owner, Who.Manager, Who.Facilitator, Who.Desk, Who.Administrator];

    [Fact]
    public async Task A_page_asks_as_often_for_many_rows_as_for_a_few()
    {
        var count = new CommandCount();
        await using var app = await TestApp.StartAsync(new TestAppOptions { Replace = services => { count.Install(services); services.WritesNothingByItself(); } });
        var people = await World.PeopleAsync(app);
        var visitors = new Dictionary<Who, Visitor>();
        foreach (var who in Visitors) { visitors[who] = await app.SignedInAs(people[who].Email, followRedirects: false); }
        await app.Anonymous().GetAsync(Links.Ready); // the probe writes once

        var few = await VisitAsync(new World(app, people), visitors, count);
        var many = new World(app, people);
        foreach (var feature in AllAccess.Features) { await feature.ManyAsync(many); }
        var trouble = new List<string>();
        foreach (var (visit, commands) in await VisitAsync(many, visitors, count))
        {
            var most = More.TryGetValue(visit.Endpoint, out var more) ? more.Most : MostCommands;
            output.WriteLine($"{commands} {visit.Endpoint} as {visit.Who}");
            if (commands > few[visit]) { trouble.Add($"{visit.Endpoint} as {visit.Who}: {few[visit]} commands for a few rows, {commands} for many"); }
            if (commands > most) { trouble.Add($"{visit.Endpoint} as {visit.Who}: {commands} commands, more than {most}"); }
        }
        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
    }

    private static async Task<Dictionary<(string Endpoint, Who Who), int>> VisitAsync(World world, Dictionary<Who, Visitor> visitors, CommandCount count)
    {
        var visits = new Dictionary<(string, Who), int>();
        foreach (var row in AllAccess.Rows.Where(r => !r.Writes))
        {
            foreach (var (who, visitor) in visitors.Where(v => row.Expected[(int)v.Key].StartsWith('y')))
            {
                var url = await world.FillAsync(row.Url);
                var before = count.Sent;
                await visitor.GetAsync(url);
                // A page has several rows where its object is of several kinds: the dearest counts.
                visits[(row.Endpoint, who)] = Math.Max(visits.GetValueOrDefault((row.Endpoint, who)), count.Sent - before);
            }
        }
        return visits;
    }
}
