using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Objectives;

/// <summary>One objective of a year's plan. Its verbs hand back the line they add to its history; the caller keeps both.</summary>
public sealed class Objective
{
    private Objective() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The <see cref="PlanYear"/> it belongs to, by its start.</summary>
    public int Year { get; private set; }
    public ObjectiveKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string? Why { get; private set; }
    public string? Measure { get; private set; }
    public DateOnly? TargetDate { get; private set; }
    public ObjectiveStatus Status { get; private set; }
    /// <summary>The objective of an earlier year that goes on in this one: one predecessor at most, and it is older, so there is no circle.</summary>
    public Guid? CarriedFromId { get; private set; }
    /// <summary>When it went on in a later year; from then on it is history.</summary>
    public DateTime? CarriedAtUtc { get; private set; }
    public DateTime SetAtUtc { get; private set; }
    /// <summary>How many lines its history has; the next one gets the number after.</summary>
    public int Entries { get; private set; }
    /// <summary>Rises with every change of its wording; an edit form carries it.</summary>
    public int Version { get; private set; }

    public bool IsOpen => Status is not (ObjectiveStatus.Done or ObjectiveStatus.Stopped) && CarriedAtUtc is null;

    public ObjectiveDetails Details => new(Kind, Title, Why, Measure, TargetDate);

    public bool WaitsToBeCarried(DateOnly today) => IsOpen && Year < PlanYear.Of(today).Start;

    /// <summary>Sets an objective in the plan of the year that runs.</summary>
    public static Result<Objective> Set(Guid personId, ObjectiveDetails details, DateTime nowUtc)
    {
        var valid = details.Checked(nowUtc.ToLondonDate());
        return valid.Refusal is { } no ? no : New(personId, valid.Value, nowUtc);
    }

    /// <summary>Words it anew; the history keeps what it said. The kind stays: a wellbeing text must not come to be read by more people.</summary>
    /// <returns>The line of history; null where nothing is different.</returns>
    public Result<ObjectiveEntry?> Reword(ObjectiveDetails details, int version, DateTime nowUtc)
    {
        if (CarriedAtUtc is not null) { return new ObjectiveCarried(); }
        if (version != Version) { return new ObjectiveChangedMeanwhile(); }
        var valid = (details with { Kind = Kind }).Checked(nowUtc.ToLondonDate(), TargetDate);
        if (valid.Refusal is { } no) { return no; }
        if (valid.Value == Details) { return (ObjectiveEntry?)null; }
        var before = Before(valid.Value);
        Apply(valid.Value);
        Version++;
        return Entry(EntryKind.Reworded, before, nowUtc.ToLondonDate(), PersonId, nowUtc);
    }

    /// <summary>How it goes: a status, some words, or both. Stopping needs a reason.</summary>
    public Result<ObjectiveEntry> Note(ObjectiveStatus? status, string? text, Guid byId, DateTime nowUtc)
    {
        if (CarriedAtUtc is not null) { return new ObjectiveCarried(); }
        var words = Words.Tidy(text);
        if (words is null && (status is null || status == Status)) { return new Invalid("note-missing", "Write how it goes, or choose another status", "Text"); }
        if (words is null && status == ObjectiveStatus.Stopped) { return new Invalid("reason-missing", "Say in a few words why it stops. Plans change; the reason helps next time.", "Text"); }
        if (Words.Wrong(words, ObjectiveDetails.LongestText, "Your note", "Text") is { } no) { return no; }
        Status = status ?? Status;
        return Entry(EntryKind.Note, words ?? "", nowUtc.ToLondonDate(), byId, nowUtc);
    }

    /// <summary>Adds what was done. It never changes the status: whether that was enough, people decide.</summary>
    public Result<ObjectiveEntry> Add(Evidence evidence, DateTime nowUtc)
    {
        if (CarriedAtUtc is not null) { return new ObjectiveCarried(); }
        var valid = evidence.Checked(nowUtc.ToLondonDate());
        if (valid.Refusal is { } no) { return no; }
        var done = valid.Value;
        return Entry(done.Kind, done.Text!, done.On, PersonId, nowUtc, done.Url, done.SourceId);
    }

    /// <summary>Lets it go on in the plan of the year that runs, as it is or in new words.</summary>
    public Result<CarriedOver> Carry(ObjectiveDetails details, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        if (CarriedAtUtc is not null) { return new ObjectiveCarried(); }
        if (!IsOpen) { return new ObjectiveEnded(); }
        if (!WaitsToBeCarried(today)) { return new NotLastYears(); }
        var valid = (details with { Kind = Kind }).Checked(today);
        if (valid.Refusal is { } no) { return no; }
        var next = New(PersonId, valid.Value, nowUtc);
        (next.CarriedFromId, next.Status, CarriedAtUtc) = (Id, Status, nowUtc);
        return new CarriedOver(next, Entry(EntryKind.Carried, "", today, PersonId, nowUtc));
    }

    /// <summary>The details it would be carried with as it is: a target date that has gone by does not come along.</summary>
    public ObjectiveDetails ToCarry(DateOnly today) => TargetDate < today ? Details with { TargetDate = null } : Details;

    private static Objective New(Guid personId, ObjectiveDetails details, DateTime nowUtc)
    {
        var objective = new Objective { Id = Ids.New(nowUtc), PersonId = personId, Year = PlanYear.Of(nowUtc.ToLondonDate()).Start, Kind = details.Kind, SetAtUtc = nowUtc };
        objective.Apply(details);
        return objective;
    }

    private void Apply(ObjectiveDetails details) => (Title, Why, Measure, TargetDate) = (details.Title, details.Why, details.Measure, details.TargetDate);

    private ObjectiveEntry Entry(EntryKind kind, string text, DateOnly on, Guid byId, DateTime nowUtc, string? url = null, Guid? sourceId = null) =>
        ObjectiveEntry.Of(this, ++Entries, kind, text, on, byId, nowUtc, url, sourceId);

    private string Before(ObjectiveDetails after) => string.Join('\n', new[]
    {
        after.Title != Title ? $"It was: {Title}" : null,
        after.Why != Why ? $"Why was: {Why ?? "not written"}" : null,
        after.Measure != Measure ? $"How we will know was: {Measure ?? "not written"}" : null,
        after.TargetDate != TargetDate ? $"The target date was: {TargetDate?.Words() ?? "open"}" : null,
    }.OfType<string>());
}

/// <summary>The objective in this year's plan, and the last line of the one it comes from.</summary>
public sealed record CarriedOver(Objective Next, ObjectiveEntry Entry);
