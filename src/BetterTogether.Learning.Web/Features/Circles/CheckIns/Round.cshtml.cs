using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles.CheckIns;

/// <summary>The piece on its way round. Whoever has the address may pass it on: people are in one room together, and it knows nobody.</summary>
[AllowAnonymous]
public sealed class RoundModel(QuickCheckInService checkIns, IOptions<SiteOptions> site) : PageModel
{
    private const double Middle = 200;
    private const double Radius = 150;

    public QuickCheckIn? CheckIn { get; private set; }

    public QrCode Code => QrCode.Of(site.Value.Absolute(Links.QuickCheckIn(CheckIn!.Code)));

    public string Picture => $"{CheckIn!.People} places in a circle. " + (CheckIn.IsDone ? "Everybody had the piece." : $"Place {CheckIn.Turn} has the piece.");

    public IEnumerable<RoundPlace> Places => Enumerable.Range(1, CheckIn!.People).Select(number => new RoundPlace(number, CheckIn.People, CheckIn.Turn, Middle, Radius));

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        CheckIn = await checkIns.FindAsync(code, cancel);
        if (CheckIn is null) { Response.StatusCode = StatusCodes.Status404NotFound; }
    }

    public async Task<IActionResult> OnPostPassAsync(string code, int turn, CancellationToken cancel)
    {
        await checkIns.PassOnAsync(code, turn, cancel);
        return LocalRedirect(Links.QuickCheckIn(code));
    }

    public async Task<IActionResult> OnPostDrawAsync(string code, CancellationToken cancel)
    {
        await checkIns.DrawAnotherAsync(code, cancel);
        return LocalRedirect(Links.QuickCheckIn(code));
    }

    public async Task<IActionResult> OnPostEndAsync(string code, CancellationToken cancel)
    {
        await checkIns.EndAsync(code, cancel);
        return LocalRedirect(Links.CheckIn);
    }
}

/// <summary>A numbered place on the ring.</summary>
public sealed record RoundPlace(int Number, int Of, int Turn, double Middle, double Radius)
{
    private double Angle => 2 * Math.PI * (Number - 1) / Of - Math.PI / 2;

    public string X => Text(Middle + Radius * Math.Cos(Angle));
    public string Y => Text(Middle + Radius * Math.Sin(Angle));
    public string R => Text((Number == Turn ? 1.2 : 1) * Math.Min(32, Math.PI * Radius / Of * 0.8));
    public string Css => "bt-place" + (Number == Turn ? " bt-place--now" : Number < Turn ? " bt-place--done" : "");

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
