using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Bookings;

/// <summary>A session with its bookings and a time, as the product would load them for each decision.</summary>
internal sealed class Places
{
    private static readonly OfferPolicy Policy = new();

    public Places(int capacity, int people = 0, DateTime? nowUtc = null)
    {
        NowUtc = nowUtc ?? A.Now;
        Session = A.Session(capacity);
        for (var i = 0; i < people; i++) { Book(); }
    }

    public Session Session { get; }
    public List<Booking> All { get; } = [];
    public DateTime NowUtc { get; set; }

    /// <summary>The last decision, for whom it offered, outran or let lapse.</summary>
    public PlaceList Last { get; private set; } = null!;

    public Booking this[int nth] => All[nth];

    public IEnumerable<Booking> Line => All.Where(b => b.Status is BookingStatus.Waiting or BookingStatus.Offered);

    public BookingStatus[] Statuses => [.. All.Select(b => b.Status)];

    /// <summary>The circle that the session has, to which nobody has come in yet; null where it has none.</summary>
    public CircleDoor? Circle { get; init; }

    public Booking Book(bool priority = false, Guid? personId = null)
    {
        All.Add(A.Booking(Session, personId, priority, NowUtc));
        return All[^1];
    }

    public string? Cancel(int nth, CancelReason? reason = null) => Decide(list => list.Cancel(All[nth], All[nth].PersonId, reason).Refusal);

    public string? Accept(int nth) => Decide(list => list.Accept(All[nth]).Refusal);

    public string? Decline(int nth) => Decide(list => list.Decline(All[nth]).Refusal);

    public void Lapse() => Decide(list =>
    {
        list.Lapse();
        return null;
    });

    /// <summary>Waits until the first offer's time is up, and passes on what lapsed.</summary>
    public void LetLapse()
    {
        NowUtc = Line.Min(b => b.OfferedUntilUtc)!.Value;
        Lapse();
    }

    public string? Resize(int capacity) => Change(Session.Details with { Capacity = capacity });

    /// <summary>Something outside of the session has changed.</summary>
    public void Move() => Decide(list =>
    {
        list.Move();
        return null;
    });

    public string? MoveTo(DateTime startsAtUtc) => Change(Session.Details with { Dates = [A.Period(startsAtUtc)] });

    public string? CallOff() => Decide(list =>
    {
        var cancelled = Session.Cancel(NowUtc);
        if (cancelled.Refusal is null) { list.LetAllGo(All.Where(b => b.Status == BookingStatus.Confirmed), A.Desk); }
        return cancelled.Refusal;
    });

    private string? Change(SessionDetails details) => Decide(list =>
    {
        var changed = Session.Change(details, NowUtc);
        if (changed.Refusal is null) { list.Move(); }
        return changed.Refusal;
    });

    private string? Decide(Func<PlaceList, Refusal?> decide)
    {
        Last = new PlaceList(Session, [.. Line], _ => WorkingDays.MondayToFriday, Policy, NowUtc, Circle?.With(All.Where(b => b.Status == BookingStatus.Confirmed).Select(b => b.PersonId)));
        return decide(Last)?.Code;
    }
}
