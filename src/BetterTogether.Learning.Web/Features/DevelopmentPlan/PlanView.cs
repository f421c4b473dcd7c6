using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Shared;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>An objective with its history, oldest line first, and what was booked for it.</summary>
public sealed record History(Objective Objective, IReadOnlyList<ObjectiveEntry> Entries, IReadOnlyList<BookedFor> Booked)
{
    /// <summary>Sessions booked for it that its person came to and has not added yet.</summary>
    public IEnumerable<BookedFor> Offered => Booked.Where(b => b.Attended && Entries.All(e => e.SourceId != b.SessionId));

    public IEnumerable<BookedFor> Ahead(DateOnly today) => Booked.Where(b => !b.Attended && b.EndsAtUtc.ToLondonDate() >= today);

    public IEnumerable<ObjectiveEntry> Evidence => Entries.Where(e => e.IsEvidence);

    public ObjectiveEntry? LastNote => Entries.LastOrDefault(e => e.Kind == EntryKind.Note);
}

/// <summary>A session booked for an objective.</summary>
/// <param name="Attended">Its person came; that is offered, never added by itself.</param>
public sealed record BookedFor(Guid SessionId, string Title, DateTime StartsAtUtc, DateTime EndsAtUtc, BookingStatus Status, bool Attended);

/// <summary>A year of somebody's plan, as far as its reader may read it.</summary>
/// <param name="Histories">The year's objectives, and in the year that runs the unfinished ones of earlier years.</param>
public sealed record PlanView(
    Guid PersonId, string Name, string? ManagerName, PlanAccess Access, PlanYear Year, DateOnly Today, IReadOnlyList<ObjectiveKind> Talked, IReadOnlyList<History> Histories)
{
    public bool IsMine => Access == PlanAccess.Own;
    public bool IsCurrent => Year == PlanYear.Of(Today);
    public bool MayWrite => IsMine && IsCurrent;

    /// <summary>Unfinished ones of earlier years: carry, change or stop.</summary>
    public IReadOnlyList<History> ToCarry => [.. Histories.Where(h => h.Objective.Year < Year.Start)];

    public IReadOnlyList<History> Of(ObjectiveKind kind) => [.. Histories.Where(h => h.Objective.Year == Year.Start && h.Objective.Kind == kind)];

    public bool HasTalked(ObjectiveKind kind) => Talked.Contains(kind);

    public YearLine Line => YearLine.Of(Year, Today, Mine.SelectMany(Marks).Concat(LookAgain));

    private IEnumerable<History> Mine => Histories.Where(h => h.Objective.Year == Year.Start);

    private IEnumerable<YearMark> LookAgain => Mine.Any()
        ? CheckIns.Days(Mine.Min(h => h.Objective.SetAtUtc).ToLondonDate()).Where(day => day >= Today).Select(day => new YearMark(day, YearMarkKind.Planned, "Time to look at the plan again"))
        : [];

    private IEnumerable<YearMark> Marks(History history)
    {
        var (objective, title) = (history.Objective, history.Objective.Title);
        if (objective.TargetDate is { } target) { yield return new(target, YearMarkKind.Planned, $"Target date: {title}"); }
        foreach (var booked in history.Ahead(Today)) { yield return new(booked.StartsAtUtc.ToLondonDate(), YearMarkKind.Planned, $"Booked: {booked.Title}"); }
        yield return new(objective.SetAtUtc.ToLondonDate(), YearMarkKind.Happened, objective.CarriedFromId is null ? $"Agreed: {title}" : $"Carried over: {title}");
        foreach (var entry in history.Evidence) { yield return new(entry.On, YearMarkKind.Happened, $"{entry.Kind.Words()}: {entry.Beginning()}"); }
        var before = ObjectiveStatus.NotStarted;
        foreach (var entry in history.Entries)
        {
            if (entry.Status != before) { yield return new(entry.AtUtc.ToLondonDate(), YearMarkKind.Happened, $"{entry.Status.Words()}: {title}"); }
            before = entry.Status;
        }
    }
}

/// <summary>One objective and what can be done with it.</summary>
/// <param name="NextId">The objective it goes on in.</param>
/// <param name="Names">Who wrote in its history.</param>
/// <param name="Past">What its person came to or ran, newest first; for its person alone.</param>
public sealed record ObjectiveView(
    History History, Guid PersonId, string Name, string? ManagerName, PlanAccess Access, DateOnly Today, Guid? NextId, IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<PastSession> Past)
{
    /// <summary>The six Cs of practice: every session of the programme has one of them among its tags.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["Connect", "Curiosity", "Community", "Co-produce", "Collaborate", "Check back"];

    public Objective Objective => History.Objective;
    public bool IsMine => Access == PlanAccess.Own;
    public bool IsCarried => Objective.CarriedAtUtc is not null;
    public bool WaitsToBeCarried => Objective.WaitsToBeCarried(Today);

    /// <summary>What they came to besides, to choose from.</summary>
    public IEnumerable<PastSession> Others => Past.Where(p => History.Entries.All(e => e.SourceId != p.SessionId)).DistinctBy(p => p.SessionId);

    public string NameOf(Guid id) => Names.GetValueOrDefault(id, "Somebody who has left");
}
