using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Sessions;

[AllowAnonymous, EnableRateLimiting(RateLimits.Booking)]
public sealed class SessionModel(SessionQueries sessions, BookingService bookings, TimeProvider clock) : PageModel
{
    public SessionPageView Session { get; private set; } = null!;
    public IReadOnlyList<PersonOption> MyPeople { get; private set; } = [];
    public bool IsSignedIn => User.IdOrNull() is not null;
    public bool HasBegun => clock.GetUtcNow().UtcDateTime >= Session.Card.First.StartsAtUtc;
    public bool Clash { get; private set; }
    public bool ClashFor { get; private set; }
    public bool ForError { get; private set; }

    [TempData]
    public string? BookedFor { get; set; }

    [BindProperty]
    public string Key { get; set; } = PageRefusals.NewKey();

    [BindProperty]
    public bool ConfirmClash { get; set; }

    [BindProperty]
    public string? PersonEmail { get; set; }

    /// <summary>The objective of one's own that this would be booked for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Objective { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        // A bad value in the address is none: an old bookmark still shows the session.
        ModelState.Clear();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostBookAsync(Guid id, CancellationToken cancel)
    {
        if (!IsSignedIn) { return Redirect(Links.SignInFrom(Links.Session(id))); }
        var booked = await bookings.BookAsync(id, Asked(id, forEmail: null), cancel);
        if (booked.Refusal is null) { return Redirect(Links.Booking(booked.Value.Id)); }
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        Clash = booked.Refusal is Clash;
        return Refuse(booked.Refusal);
    }

    public async Task<IActionResult> OnPostBookForAsync(Guid id, CancellationToken cancel)
    {
        if (!IsSignedIn) { return Redirect(Links.SignInFrom(Links.Session(id))); }
        var booked = await bookings.BookAsync(id, Asked(id, PersonEmail ?? ""), cancel);
        if (booked.Refusal is null)
        {
            BookedFor = booked.Value.Status == BookingStatus.Confirmed ? "They have a place, and an invite is on its way." : "They are on the waiting list, and know it.";
            return Redirect(Links.Session(id));
        }
        if (!await LoadAsync(id, cancel)) { return NotFound(); }
        (ClashFor, ForError) = (booked.Refusal is Clash, true);
        return Refuse(booked.Refusal);
    }

    private BookRequest Asked(Guid id, string? forEmail) =>
        new(User.Id(), IsDesk: false, ConfirmClash, forEmail, OnceKey.From(Key, User.Id(), $"book/{id}", new { ConfirmClash, forEmail }), Objective);

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.Remove(nameof(Key));
        Key = PageRefusals.NewKey();
        return PageRefusals.Refuse(this, refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await sessions.PageAsync(Viewer.From(User), id, cancel) is not { } found) { return false; }
        Session = found;
        if (User.IsManager() && User.IdOrNull() is { } me) { MyPeople = await bookings.MyPeopleAsync(me, cancel); }
        return true;
    }
}
