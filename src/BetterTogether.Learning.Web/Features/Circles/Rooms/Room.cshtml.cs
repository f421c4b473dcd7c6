using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>
/// The room, from the door to afterwards. Whoever has no script looks again and posts; the script sends the same forms over the hub and fetches the
/// same part of the page. To whoever has no seat there is no such page, administrators included.
/// </summary>
public sealed class RoomModel(
    CircleService circles, CircleQueries queries, AgreementsService agreements, QuestionService questions, FeedbackService feedback, LeaderAnswerService answers, RecordService records,
    IOptions<CircleOptions> options) : PageModel
{
    public RoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, true, cancel) ?? Page();

    /// <summary>The room's part of the page alone, for the script.</summary>
    public async Task<IActionResult> OnGetRoomAsync(Guid id, CancellationToken cancel) => await ShowAsync(id, false, cancel) ?? Partial("_Room", Room);

    public async Task<IActionResult> OnPostActAsync(Guid id, CancellationToken cancel)
    {
        var command = CommandForm.Read(Request.Form);
        if (command.Refusal is { } unread) { return await RefusedAsync(id, unread, cancel); }
        if (command.Value is CircleCommand.Start && Request.Form["_recordingOff"] != "true") { return await RefusedAsync(id, new RecordingUnchecked(), cancel); }
        var there = await circles.VisitAsync(id, User.Id(), cancel);
        if (there.Refusal is { } stranger) { return Stranger(stranger); }
        var answer = await circles.ActAsync(id, User.Id(), command.Value, cancel);
        return answer.Why is { } no ? await RefusedAsync(id, no, cancel, command.Value) : LocalRedirect(Links.Circle(id));
    }

    /// <summary>Meant as it is said: the place is taken out of the round.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, false, cancel) is { } elsewhere) { return elsewhere; }
        await circles.LeaveAsync(id, User.Id(), cancel);
        return LocalRedirect(Links.Circles);
    }

    /// <summary>A question for the next round, drawn from the bank. Nothing happens in the circle until it is pressed.</summary>
    public async Task<IActionResult> OnPostDrawAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, true, cancel) is { } elsewhere) { return elsewhere; }
        Room = Room with { Drawn = await questions.DrawAsync(cancel) };
        return Page();
    }

    public async Task<IActionResult> OnPostFeedbackAsync(Guid id, Heard heard, CancellationToken cancel)
    {
        if (await ShowAsync(id, false, cancel) is { } elsewhere) { return elsewhere; }
        if (Room.Feedback is not null && Enum.IsDefined(heard)) { await feedback.AnswerAsync(id, User.Id(), heard, cancel); }
        return LocalRedirect(Links.Circle(id));
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Refusal no, CancellationToken cancel, CircleCommand? command = null)
    {
        ModelState.AddModelError("", no.Message);
        if (await ShowAsync(id, true, cancel) is { } elsewhere) { return elsewhere; }
        Room = Room with { Typed = Request.Form["text"], Refused = command };
        return Page();
    }

    /// <param name="visits">Whoever looks is there, unless they stand at the door.</param>
    /// <returns>Null when the room is there to be shown.</returns>
    private async Task<IActionResult?> ShowAsync(Guid id, bool visits, CancellationToken cancel)
    {
        var seen = await circles.SnapshotAsync(id, User.Id(), cancel);
        // Booked on the circle's session, perhaps, and not seated yet.
        if (seen.Refusal is CircleNotFound || (visits && seen.Refusal is null && RoomView.PartOf(seen.Value) is RoomPart.Waiting or RoomPart.Circle)) { seen = await circles.VisitAsync(id, User.Id(), cancel); }
        if (seen.Refusal is { } no) { return Stranger(no); }
        var circle = seen.Value;
        Room = new RoomView(circle, await queries.FactsAsync(id, cancel), await agreements.VersionAsync(circle.AgreementsVersion, cancel), options.Value);
        if (Room.At != RoomPart.After) { return null; }
        Room = Room with
        {
            Feedback = CircleFeedback.IsAsked(circle.Seats.Count(s => s.Kind == SeatKind.Person)) ? await feedback.OfAsync(id, User.Id(), cancel) : null,
            Answer = circle.Seats.Any(s => s.Role == SeatRole.Listener) ? await answers.OfAsync(id, cancel) : null,
            Record = Room.Facts.GroupSupervision && (Room.Facilitates || circle.You.Role == SeatRole.Bringer) ? await records.OfAsync(id, cancel) : null,
        };
        return null;
    }

    private IActionResult Stranger(Refusal no) => no switch
    {
        WasAskedToLeave => RedirectToPage("/Circles/Rooms/Left"),
        ManagerAmongThem => RedirectToPage("/Circles/Rooms/Left", new { manages = true }),
        _ => NotFound(),
    };
}
