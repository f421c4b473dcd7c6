using System.Globalization;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>How far a cycle is: a picture, the same as a table, and the same as CSV.</summary>
[Authorize(Policies.Desk)]
public sealed class FiguresModel(CompletionQueries figures) : PageModel
{
    public Cycle Cycle { get; private set; } = null!;
    public CompletionReport Report { get; private set; } = null!;

    public IEnumerable<Bar> Bars => Report.Teams.Select(Bar.Of);

    public static string[] Heads(string after) => ["Due", "Not started", "In progress", "One confirmed", "Complete", after, "Not due"];

    public static int[] Numbers(Completion team) => [team.Due, team.NotStarted, team.InProgress, team.OneConfirmed, team.Complete, team.Late, team.NotDue];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        var teams = Report.Total is { } total ? Report.Teams.Append(total) : [];
        return File(Csv.File(teams.Select(t => Csv.Line([t.Team, .. Numbers(t).Select(n => n.ToString(CultureInfo.InvariantCulture))])).Prepend(Csv.Line(["Team", .. Heads($"After {Cycle.ClosingDay}")]))), Csv.ContentType, $"reviews-{Cycle.Opens.Year}.csv");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if ((await figures.CyclesAsync(cancel)).Find(c => c.Id == id) is not { } cycle) { return false; }
        (Cycle, Report) = (cycle, await figures.ReportAsync(cycle, cancel));
        return true;
    }
}

/// <summary>One team's bar, in parts of a hundred.</summary>
public sealed record Bar(string Team, IReadOnlyList<BarPart> Parts)
{
    public static Bar Of(Completion team)
    {
        var parts = new List<BarPart>();
        var from = 0;
        foreach (var (count, css) in new[] { (team.Complete, "complete"), (team.OneConfirmed, "one"), (team.InProgress, "progress"), (team.NotStarted, "none") })
        {
            parts.Add(new(css, Share(from), Share(count)));
            from += count;
        }
        return new(team.Team, parts);

        string Share(int count) => (100m * count / Math.Max(1, team.Due)).ToString("0.##", CultureInfo.InvariantCulture);
    }
}

public sealed record BarPart(string Css, string From, string Width);
