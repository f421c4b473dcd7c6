using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>One event that can be booked, on one or more dates. What it is stands here; its places in Session.Places.cs.</summary>
public sealed partial class Session
{
    private readonly List<SessionDate> dates = [];
    private readonly List<SessionTrainer> trainers = [];

    private Session() { }

    private Session(SessionDetails details, SeriesSlot? slot, DateTime nowUtc)
    {
        (Id, Slot) = (Ids.New(nowUtc), slot);
        Apply(details, nowUtc);
    }

    public Guid Id { get; private set; }
    public SessionKind Kind { get; private set; }
    public Visibility Visibility { get; private set; }
    public SessionStatus Status { get; private set; }
    public string Title { get; private set; } = "";
    public string? Description { get; private set; }
    public string? Audience { get; private set; }
    public string? Prerequisites { get; private set; }
    public string? Place { get; private set; }
    public string? JoinUrl { get; private set; }
    public string? OutsideTrainers { get; private set; }
    public string? Tags { get; private set; }
    public string? CostCode { get; private set; }
    public int? DatesToComplete { get; private set; }
    /// <summary>The start of the first date.</summary>
    public DateTime StartsAtUtc { get; private set; }
    /// <summary>The end of the last date.</summary>
    public DateTime EndsAtUtc { get; private set; }
    /// <summary>Where a series made it: which day of the pattern and which of the slots on it.</summary>
    public SeriesSlot? Slot { get; private set; }
    /// <summary>Rises with every change of what the session is; an edit form carries it, so that two editors cannot overwrite each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SessionDate> Dates => dates;
    public IReadOnlyList<SessionTrainer> Trainers => trainers;

    public string TitleOrSlot => Title.Length > 0 ? Title : "Topic to be agreed";
    public bool HasBegun(DateTime nowUtc) => nowUtc >= StartsAtUtc;
    public bool IsTrainedBy(Guid personId) => trainers.Any(t => t.PersonId == personId);

    public SessionDetails Details => new(
        Kind, Title, Capacity, [.. dates.OrderBy(d => d.StartsAtUtc).Select(d => d.Period)], Visibility, Description, Audience, Prerequisites, Place, JoinUrl,
        [.. trainers.Select(t => t.PersonId)], OutsideTrainers, Tags, CostCode, DatesToComplete);

    public static Result<Session> Draft(SessionDetails details, DateTime nowUtc, SeriesSlot? slot = null)
    {
        var valid = details.Checked();
        if (valid.Refusal is { } no) { return no; }
        if (InThePast(valid.Value.Dates, nowUtc) is { } past) { return past; }
        return new Session(valid.Value, slot, nowUtc);
    }

    /// <summary>Changes what the session is. A date that stays when it is keeps its identity; of those that do not, the first becomes the first of the new ones.</summary>
    public Result<SessionChange> Change(SessionDetails details, DateTime nowUtc)
    {
        if (Status == SessionStatus.Cancelled) { return new SessionIsCancelled(); }
        var valid = details.Checked();
        if (valid.Refusal is { } no) { return no; }
        var to = valid.Value;
        if (to.Capacity < Held) { return new CapacityBelowHeld(Held); }
        if (Status == SessionStatus.Published && NotReady(to) is { } unready) { return unready; }
        var (before, was) = (Details, dates.ToDictionary(d => d.Id, d => d.Period));
        if (InThePast([.. to.Dates.Except(before.Dates)], nowUtc) is { } past) { return past; }
        Apply(to, nowUtc);
        return new SessionChange(before, Details, was);
    }

    public Result<Session> Publish(DateTime nowUtc)
    {
        if (Status == SessionStatus.Cancelled) { return new SessionIsCancelled(); }
        if (NotReady(Details) is { } no) { return no; }
        if (HasBegun(nowUtc)) { return new AlreadyBegun(); }
        (Status, Version) = (SessionStatus.Published, Version + 1);
        return this;
    }

    /// <summary>Called off for good; those who held a place or waited are let go by <see cref="Bookings.PlaceList"/> in the same decision.</summary>
    public Result<Session> Cancel(DateTime nowUtc)
    {
        if (Status == SessionStatus.Published && nowUtc >= EndsAtUtc) { return new AlreadyOver(); }
        (Status, Version) = (SessionStatus.Cancelled, Version + 1);
        return this;
    }

    private static Invalid? NotReady(SessionDetails details) =>
        details.Title.Length == 0 ? new("title-missing", "Enter a title: a slot is published once its topic is agreed", nameof(Title))
        : details.Place is null && details.JoinUrl is null ? new("place-missing", "Enter a place, a joining link or both", nameof(Place))
        : null;

    private static Invalid? InThePast(IReadOnlyList<Period> dates, DateTime nowUtc) =>
        dates.Any(d => d.StartsAtUtc <= nowUtc) ? new("in-the-past", "The start must be in the future", nameof(Dates)) : null;

    private void Apply(SessionDetails to, DateTime nowUtc)
    {
        (Kind, Visibility, Title, Capacity) = (to.Kind, to.Visibility, to.Title, to.Capacity);
        (Description, Audience, Prerequisites) = (to.Description, to.Audience, to.Prerequisites);
        (Place, JoinUrl, OutsideTrainers) = (to.Place, to.JoinUrl, to.OutsideTrainers);
        (Tags, CostCode, DatesToComplete) = (to.Tags, to.CostCode, to.DatesToComplete);
        ApplyDates(to.Dates, nowUtc);
        trainers.RemoveAll(t => !to.Trainers!.Contains(t.PersonId));
        trainers.AddRange(to.Trainers!.Where(id => !IsTrainedBy(id)).Select(id => new SessionTrainer(Id, id)));
        Version++;
    }

    private void ApplyDates(IReadOnlyList<Period> to, DateTime nowUtc)
    {
        var others = dates.Where(d => !to.Contains(d.Period)).OrderBy(d => d.StartsAtUtc).ToList();
        var wanted = to.Except(dates.Select(d => d.Period)).ToList();
        foreach (var (date, period) in others.Zip(wanted)) { date.Move(period); }
        dates.RemoveAll(others.Skip(wanted.Count).Contains);
        dates.AddRange(wanted.Skip(others.Count).Select(period => new SessionDate(Ids.New(nowUtc), Id, period)));
        (StartsAtUtc, EndsAtUtc) = (to[0].StartsAtUtc, to[^1].EndsAtUtc);
    }
}
