using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>One session as those who plan it see it. Of a private one the desk sees numbers; names are its facilitator's.</summary>
public sealed class ManageSessionModel(
    SessionService sessions, SessionQueries programme, BookingService bookings, BookingQueries lists, AttendanceService register, DeskQueries desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public BookForForm Booking { get; set; } = new();

    [BindProperty]
    public List<RegisterLine> Lines { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? JustDone { get; set; }

    public Session Session { get; private set; } = null!;
    public SessionPageView View { get; private set; } = null!;
    public bool MayPlan { get; private set; }
    public IReadOnlyList<Booked> People { get; private set; } = [];
    public IReadOnlyList<Attendance> Register { get; private set; } = [];

    public IEnumerable<Booked> WithPlace => People.Where(p => p.Status == BookingStatus.Confirmed).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase);
    public IEnumerable<Booked> InLine => People.Where(p => p.Status != BookingStatus.Confirmed);
    public bool IsRunning => Session.Status == SessionStatus.Published;
    public bool HasBegun => Session.HasBegun(NowUtc);
    public bool IsOver => NowUtc >= Session.EndsAtUtc;
    public IEnumerable<SessionDate> BegunDates => Session.Dates.Where(d => d.StartsAtUtc <= NowUtc).OrderBy(d => d.StartsAtUtc);

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancel) => PlanAsync(id, Done.Published, async () => (await sessions.PublishAsync(id, User.Planner(), cancel)).Refusal, cancel);

    /// <summary>Releases a place, or takes somebody off the list.</summary>
    public Task<IActionResult> OnPostReleaseAsync(Guid id, Guid booking, CancellationToken cancel) => PlanAsync(id, Done.Released, async () =>
        // Whoever plans the session may act for those on it; a booking of another session is not theirs to touch here.
        People.All(p => p.Id != booking) ? new BookingNotFound() : (await bookings.CancelAsync(booking, User.Id(), isDesk: MayPlan, reason: null, cancel)).Refusal, cancel);

    public async Task<IActionResult> OnPostBookAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (!MayPlan) { return Forbid(); }
        var once = OnceKey.From(Booking.Key, User.Id(), Links.DeskSession(id), new { Booking.Email, Booking.IsConfirmed });
        var booked = await bookings.BookAsync(id, new BookRequest(User.Id(), IsDesk: MayPlan, Booking.IsConfirmed, PersonDetails.TidyEmail(Booking.Email), once), cancel);
        if (booked.Refusal is { } no)
        {
            Booking.Refused(no, ModelState);
            return Page();
        }
        return LocalRedirect(Links.DeskSessionDone(id, booked.Value.Status == BookingStatus.Confirmed ? Done.Booked : Done.Waiting));
    }

    /// <summary>Keeps what was chosen for each person on one date; whom nobody chose for stays unmarked.</summary>
    public Task<IActionResult> OnPostRegisterAsync(Guid id, DateOnly date, CancellationToken cancel) => PlanAsync(id, Done.Marked, async () =>
    {
        foreach (var line in Lines.Where(l => l.State is not null && People.Any(p => p.Id == l.BookingId)))
        {
            if ((await register.MarkAsync(line.BookingId, date, line.State!.Value, User.Id(), User.IsDesk(), cancel)).Refusal is { } no) { return no; }
        }
        return null;
    }, cancel);

    public AttendanceState? StateOf(Booked person, SessionDate date) => Register.FirstOrDefault(a => a.BookingId == person.Id && a.SessionDateId == date.Id)?.State;

    private async Task<IActionResult> PlanAsync(Guid id, string done, Func<Task<Refusal?>> act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        if (!MayPlan) { return Forbid(); }
        if (await act() is not { } no) { return LocalRedirect(Links.DeskSessionDone(id, done)); }
        await LoadAsync(id, cancel);
        ModelState.AddModelError("", no.Message);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var viewer = Viewer.From(User);
        if (await desk.SessionAsync(viewer, id, cancel) is not { } session || await programme.PageAsync(viewer, id, cancel) is not { } view) { return false; }
        (Session, View, MayPlan) = (session, view, User.MayPlan(session));
        // An open session's page in the programme is for everybody; this one is for those who plan it.
        if (!MayPlan && !User.IsDesk()) { return false; }
        Booking.Key ??= PageRefusals.NewKey();
        if (!MayPlan) { return true; }
        People = await lists.OnAsync(id, cancel);
        Register = await desk.RegisterAsync(id, cancel);
        return true;
    }
}
