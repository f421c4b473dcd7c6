using System.Globalization;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A day of slots with parallel sessions: at most one a slot, several booked in one press.</summary>
[EnableRateLimiting(RateLimits.Booking)]
public sealed class LearningWednesdayModel(SessionQueries sessions, BookingService bookings, TimeProvider clock) : PageModel
{
    public sealed record Slot(string Time, IReadOnlyList<SessionCard> Cards, bool CanChoose);

    public DateOnly Date { get; private set; }
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;
    public IReadOnlyList<Slot> Slots { get; private set; } = [];
    public IReadOnlyList<string> Booked { get; private set; } = [];
    public bool Clash { get; private set; }
    public string? ClashWords { get; private set; }

    /// <summary>The chosen session of each slot, in order; null for nothing.</summary>
    [BindProperty]
    public List<Guid?> Choices { get; set; } = [];

    [BindProperty]
    public bool ConfirmClash { get; set; }

    /// <summary>The objective of one's own that training is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Objective { get; set; }

    [BindProperty]
    public string Key { get; set; } = PageRefusals.NewKey();

    public string AnywayWords
    {
        get
        {
            var chosen = Slots.SelectMany(s => s.Cards).Where(c => Choices.Contains(c.Id)).ToList();
            return chosen.TrueForAll(c => c.PlacesFree > 0) ? "Book all of these anyway"
                : chosen.Exists(c => c.PlacesFree > 0) ? "Book what is free and join the waiting list anyway" : "Join the waiting list anyway";
        }
    }

    public bool IsChosen(int slot, Guid id) => Choices.ElementAtOrDefault(slot) == id;

    public bool IsNothingChosen(int slot) => Choices.ElementAtOrDefault(slot) is null;

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancel)
    {
        ModelState.Clear();
        return await LoadAsync(day, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string day, CancellationToken cancel)
    {
        if (!await LoadAsync(day, cancel)) { return NotFound(); }
        var chosen = Choices.OfType<Guid>().Distinct().ToList();
        if (Slots.Any(s => s.Cards.Count(c => chosen.Contains(c.Id)) > 1)) { return Refuse(new OneASlot()); }
        var request = new BookRequest(User.Id(), IsDesk: false, ConfirmClash, Once: OnceKey.From(Key, User.Id(), $"book-day/{day}", new { chosen, ConfirmClash }), ObjectiveId: Objective);
        var booked = await bookings.BookSeveralAsync(chosen, request, cancel);
        if (booked.Refusal is { } no) { return Refuse(no); }
        var refused = booked.Value.Where(b => b.Refusal is not null).ToList();
        if (refused.Count == 0) { return Redirect(Links.LearningWednesdayBooked(Date)); }
        await LoadAsync(day, cancel);
        Booked = [.. booked.Value.Where(b => b.Booking is not null).Select(b => Title(b.SessionId))];
        Choices = [];
        foreach (var one in refused) { ModelState.AddModelError("", $"{Title(one.SessionId)}: {one.Refusal}"); }
        return Again();
    }

    private string Title(Guid id) => Slots.SelectMany(s => s.Cards).FirstOrDefault(c => c.Id == id)?.Title ?? "A session";

    private PageResult Refuse(Refusal refusal)
    {
        (Clash, ClashWords) = (refusal is Clash, refusal.Message);
        ModelState.AddModelError("", refusal.Message);
        return Again();
    }

    private PageResult Again()
    {
        ModelState.Remove(nameof(Key));
        Key = PageRefusals.NewKey();
        return Page();
    }

    private async Task<bool> LoadAsync(string day, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) { return false; }
        Date = date;
        var cards = (await sessions.DayAsync(new Viewer(User.Id(), IsDesk: false), date, cancel)).ConvertAll(c => c with { ForObjective = Objective });
        Slots = [.. cards.GroupBy(c => c.First.StartsAtUtc).Select(g => new Slot(London.ClockWords(g.Key, g.Max(c => c.First.EndsAtUtc)), [.. g], g.Any(c => c.My is null && c.First.StartsAtUtc > NowUtc)))];
        return true;
    }
}
