using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>A pattern that makes independent sessions: "first Wednesday of the month, 10am to 11:30am, September to July, not in August".</summary>
public sealed class Series
{
    private readonly List<SlotPattern> slots = [];

    private Series() { }

    private Series(SeriesDetails details, DateTime nowUtc)
    {
        Id = Ids.New(nowUtc);
        (Name, Kind, Ordinal, Weekday) = (details.Name, details.Kind, details.Ordinal, details.Weekday);
        (FirstMonth, LastMonth, SkippedMonths, SkipBankHolidays) = (details.FirstMonth, details.LastMonth, details.SkippedMonths ?? [], details.SkipBankHolidays);
        Apply(details);
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public SessionKind Kind { get; private set; }
    /// <summary>1 to 4 for first to fourth, 5 for the last of the month.</summary>
    public int Ordinal { get; private set; }
    public DayOfWeek Weekday { get; private set; }
    public DateOnly FirstMonth { get; private set; }
    public DateOnly LastMonth { get; private set; }
    /// <summary>Numbers of months (1 to 12) without a day.</summary>
    public IReadOnlyList<int> SkippedMonths { get; private set; } = [];
    public bool SkipBankHolidays { get; private set; }
    /// <summary>The title each session begins with; null where topics are filled in later.</summary>
    public string? SessionTitle { get; private set; }
    public string? Place { get; private set; }
    public string? JoinUrl { get; private set; }
    public int Capacity { get; private set; }
    /// <summary>Rises with every change, as <see cref="Session.Version"/> does.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SlotPattern> Slots => slots;

    public SeriesDetails Details => new(Name, Kind, FirstMonth, LastMonth, [.. slots.OrderBy(s => s.Index)], Capacity, Ordinal, Weekday, SkippedMonths, SkipBankHolidays, SessionTitle, Place, JoinUrl);

    public static Result<Series> Create(SeriesDetails details, DateTime nowUtc)
    {
        var valid = details.Checked();
        if (valid.Refusal is { } no) { return no; }
        return new Series(valid.Value, nowUtc);
    }

    /// <summary>A draft session for each future day, slot and parallel session of the pattern.</summary>
    public IReadOnlyList<Session> MakeSessions(DateTime nowUtc) =>
        [.. from day in Details.Days()
            where day.Skipped is null
            from slot in slots.OrderBy(s => s.Index)
            where day.Date.ToUtc(slot.Starts) > nowUtc
            from parallel in Enumerable.Range(0, slot.Parallel)
            select Session.Draft(Expected(Details, day.Date, slot), nowUtc, new SeriesSlot(Id, day.Date, slot.Index, parallel)).Value];

    /// <summary>What a change of times, place, link, places and the standing title would make of each session still to come; changes nothing itself.</summary>
    /// <param name="sessions">All sessions of this series.</param>
    public Result<IReadOnlyList<SeriesEffect>> Preview(SeriesDetails details, IEnumerable<Session> sessions, DateTime nowUtc)
    {
        var valid = Fitted(details);
        if (valid.Refusal is { } no) { return no; }
        var effects = Effects(valid.Value, sessions, nowUtc);
        var held = effects.Where(e => e.Wanted.Capacity < e.Session.Held).Select(e => e.Session.Held).DefaultIfEmpty().Max();
        return held > 0 ? new CapacityBelowHeld(held) : effects;
    }

    /// <summary>Changes the pattern and carries it to every future session that still is as the series made it: what was changed by hand stays.</summary>
    /// <param name="sessions">All sessions of this series.</param>
    /// <returns>The sessions that changed, each with its change; or the first refusal, and then nothing is to be saved.</returns>
    public Result<IReadOnlyList<(Session Session, SessionChange Change)>> Change(SeriesDetails details, IEnumerable<Session> sessions, DateTime nowUtc)
    {
        var valid = Fitted(details);
        if (valid.Refusal is { } no) { return no; }
        var effects = Effects(valid.Value, sessions, nowUtc);
        Apply(valid.Value);
        var changed = new List<(Session, SessionChange)>();
        foreach (var effect in effects.Where(e => e.Follows))
        {
            var change = effect.Session.Change(effect.Wanted, nowUtc);
            if (change.Refusal is { } refused) { return refused; }
            changed.Add((effect.Session, change.Value));
        }
        return changed;
    }

    /// <summary>What of a session is no longer as the series made it: names of <see cref="SessionDetails"/>.</summary>
    public IReadOnlyList<string> ChangedByHand(Session session) => session.Slot is null ? [] : SeriesEffect.Differences(Expected(Details, session.Slot), session.Details);

    // How many sessions run side by side is settled when they are made.
    private Result<SeriesDetails> Fitted(SeriesDetails details)
    {
        var valid = (details with { Slots = [.. details.Slots.Select((s, i) => s with { Index = i, Parallel = i < slots.Count ? slots[i].Parallel : s.Parallel })] }).Checked();
        if (valid.Refusal is { } no) { return no; }
        return valid.Value.Slots.Count == slots.Count ? valid
            : new Invalid("slots-differ", "The number of slots stays as it was. Make another series for more slots.", nameof(SeriesDetails.Slots));
    }

    private List<SeriesEffect> Effects(SeriesDetails to, IEnumerable<Session> sessions, DateTime nowUtc) =>
        [.. from session in sessions
            where session.Status != SessionStatus.Cancelled && !session.HasBegun(nowUtc) && session.Slot is not null
            let before = Expected(Details, session.Slot!)
            select new SeriesEffect(session, Carried(session.Details, before, Expected(to, session.Slot!)), SeriesEffect.Differences(before, session.Details))];

    private static SessionDetails Carried(SessionDetails now, SessionDetails before, SessionDetails after) => now with
    {
        Title = now.Title == before.Title ? after.Title : now.Title,
        Dates = now.Dates.SequenceEqual(before.Dates) && before.Dates[0] != after.Dates[0] ? after.Dates : now.Dates,
        Place = now.Place == before.Place ? after.Place : now.Place,
        JoinUrl = now.JoinUrl == before.JoinUrl ? after.JoinUrl : now.JoinUrl,
        Capacity = now.Capacity == before.Capacity ? after.Capacity : now.Capacity,
    };

    private static SessionDetails Expected(SeriesDetails pattern, SeriesSlot slot) => Expected(pattern, slot.Day, pattern.Slots.Single(s => s.Index == slot.Slot));

    private static SessionDetails Expected(SeriesDetails pattern, DateOnly day, SlotPattern slot) =>
        new(pattern.Kind, pattern.SessionTitle ?? "", pattern.Capacity, [new Period(day.ToUtc(slot.Starts), day.ToUtc(slot.Ends))], Place: pattern.Place, JoinUrl: pattern.JoinUrl);

    private void Apply(SeriesDetails details)
    {
        (SessionTitle, Place, JoinUrl, Capacity) = (details.SessionTitle, details.Place, details.JoinUrl, details.Capacity);
        slots.Clear();
        slots.AddRange(details.Slots.Select((s, i) => s with { Index = i }));
        Version++;
    }
}
