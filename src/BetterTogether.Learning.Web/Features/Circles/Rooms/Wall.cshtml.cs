using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>
/// A facilitator's shared screen at the front of a room: what the whole group may see, and the presses for those who share it. Nothing that is for the
/// facilitator's eyes alone.
/// </summary>
public sealed class WallModel(CircleService circles, CircleQueries queries, AgreementsService agreements, IOptions<CircleOptions> options) : PageModel
{
    public RoomView Room { get; private set; } = null!;

    public static string? Words(CommandKind kind) => kind switch
    {
        CommandKind.Consent => "I agree",
        CommandKind.Accept => "Take the piece",
        CommandKind.Take => "Take the piece",
        CommandKind.Release => "Pass the piece on",
        CommandKind.Pass => "Listening this round",
        CommandKind.Defer => "Ask me at the end",
        _ => null,
    };

    /// <summary>As each would have them in a room of their own: one way to take the piece, and with it in hand nothing but to pass it on.</summary>
    public IEnumerable<CommandKind> Presses(SeatView seat) => seat.MayDo!.Where(kind => Words(kind) is not null && kind switch
    {
        CommandKind.Take => !seat.MayDo!.Contains(CommandKind.Accept),
        CommandKind.Pass or CommandKind.Defer => Room.Circle.Floor.Holder != seat.SeatId,
        _ => true,
    });

    /// <param name="again">The page follows every few seconds: whoever stands at the wall is there, and the circle does not pause for their absence.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool again, CancellationToken cancel) => await FindAsync(id, again, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostActAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, false, cancel)) { return NotFound(); }
        var command = CommandForm.Read(Request.Form);
        if (command.Refusal is null && command.Value.For is not null) { await circles.ActAsync(id, User.Id(), command.Value, cancel); }
        return LocalRedirect(Links.CircleWall(id));
    }

    private async Task<bool> FindAsync(Guid id, bool visits, CancellationToken cancel)
    {
        var seen = await circles.SnapshotAsync(id, User.Id(), cancel);
        if (seen.Refusal is not null || !seen.Value.IsFacilitator()) { return false; }
        var there = visits ? await circles.VisitAsync(id, User.Id(), cancel) : seen;
        var circle = there.Refusal is null ? there.Value : seen.Value;
        // How long each spoke and who needs a moment are not for a wall.
        // Nobody on it is "you": the whole room reads it.
        circle = circle with { You = circle.You with { SeatId = "" }, Seats = [.. circle.Seats.Select(s => s with { SpokenMs = null, Turns = null, SteppedOut = null })], Messages = [] };
        Room = new RoomView(circle, await queries.FactsAsync(id, cancel), await agreements.VersionAsync(circle.AgreementsVersion, cancel), options.Value);
        return true;
    }
}
