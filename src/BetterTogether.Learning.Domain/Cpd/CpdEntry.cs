using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>An entry of somebody's CPD record. It is theirs alone: no manager, desk or report reads it.</summary>
public sealed class CpdEntry
{
    private CpdEntry() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public CpdKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly On { get; private set; }
    public string? Learnt { get; private set; }
    public string? Impact { get; private set; }
    public string? PeerReflection { get; private set; }
    /// <summary>Keys of headings, in order, separated by commas.</summary>
    public string Headings { get; private set; } = "";
    /// <summary>The session's tags, as they were when the entry was added.</summary>
    public string? Tags { get; private set; }
    /// <summary>The session or reflection it was offered from; each at most once.</summary>
    public string? SourceKey { get; private set; }
    public CpdStatus Status { get; private set; }
    public DateOnly? CopiedOn { get; private set; }
    public int Version { get; private set; }
    public DateTime AddedAtUtc { get; private set; }

    public bool HasPeer => PeerReflection is not null;

    public CpdDetails Details => new(Kind, Title, On, Learnt, Impact, PeerReflection, HeadingKeys);

    public IReadOnlyList<string> HeadingKeys => Headings.Length == 0 ? [] : Headings.Split(',');

    public static Result<CpdEntry> Add(Guid personId, CpdDetails details, bool ready, CpdSource? source, DateTime nowUtc)
    {
        var valid = details.Checked(ready, nowUtc.ToLondonDate());
        if (valid.Refusal is { } no) { return no; }
        var entry = new CpdEntry { Id = Ids.New(nowUtc), PersonId = personId, AddedAtUtc = nowUtc, SourceKey = source?.Key, Tags = source?.Tags };
        entry.Apply(valid.Value, ready);
        return entry;
    }

    /// <summary>Writes it anew. One that was copied is no longer what the regulator has, so it has to be copied again.</summary>
    public Result<CpdEntry> Write(CpdDetails details, bool ready, int version, DateTime nowUtc)
    {
        if (version != Version) { return new CpdChangedMeanwhile(); }
        var valid = details.Checked(ready, nowUtc.ToLondonDate());
        if (valid.Refusal is { } no) { return no; }
        if (Says(valid.Value, ready)) { return this; }
        Apply(valid.Value, ready);
        return this;
    }

    /// <param name="on">London date, as its person says.</param>
    public Result<CpdEntry> Copy(DateOnly on, DateTime nowUtc)
    {
        if (Status == CpdStatus.Draft) { return new CpdNotReady(); }
        if (on < On || on > nowUtc.ToLondonDate()) { return new Invalid("copied-date-wrong", "Choose the day you copied it: after it happened, and not in the future", nameof(CopiedOn)); }
        (Status, CopiedOn, Version) = (CpdStatus.Copied, on, Version + 1);
        return this;
    }

    /// <summary>Whether writing this would change nothing: the second press of a double click.</summary>
    public bool Says(CpdDetails details, bool ready, DateOnly today) => details.Checked(ready, today) is { Refusal: null } valid && Says(valid.Value, ready);

    private bool Says(CpdDetails other, bool ready) =>
        ready == (Status != CpdStatus.Draft) && Details with { Headings = null } == (other with { Headings = null }) && HeadingKeys.SequenceEqual(other.Headings!);

    private void Apply(CpdDetails to, bool ready)
    {
        (Kind, Title, On, Learnt, Impact, PeerReflection) = (to.Kind, to.Title, to.On, to.Learnt, to.Impact, to.PeerReflection);
        (Headings, Status, CopiedOn, Version) = (string.Join(',', to.Headings!), ready ? CpdStatus.Ready : CpdStatus.Draft, null, Version + 1);
    }
}

/// <summary>What an entry is offered from.</summary>
/// <param name="Key">"session:…" or "reflection:…", as the page's address has it.</param>
/// <param name="Tags">The session's own.</param>
public sealed record CpdSource(string Key, string? Tags);

/// <summary>The checklist somebody chose for themselves; <see cref="None"/> for none.</summary>
public sealed class CpdChoice
{
    public const string None = "none";

    private CpdChoice() { }

    public CpdChoice(Guid personId, string checklist) => (PersonId, Checklist) = (personId, checklist);

    public Guid PersonId { get; private set; }
    public string Checklist { get; private set; } = "";

    public void Change(string checklist) => Checklist = checklist;
}
