namespace BetterTogether.Learning.Domain.Reviews;

public enum DueExceptionKind
{
    /// <summary>Not due until probation is confirmed; then within eight weeks.</summary>
    Probation,

    /// <summary>Two posts with one review, by agreement: this post's falls away.</summary>
    Merged,

    /// <summary>Taken in by the desk although the rule leaves them out: a joiner.</summary>
    Included,
}

/// <summary>What the desk has noted about one person's post in one cycle.</summary>
#pragma warning disable CA1711 // an exception to the rule of who is due: nothing is thrown
public sealed class DueException
#pragma warning restore CA1711
{
    private DueException() { }

    public DueException(Guid cycleId, Guid personId, Guid postId, DueExceptionKind kind, DateOnly? countsFrom = null) =>
        (CycleId, PersonId, PostId, Kind, CountsFrom) = (cycleId, personId, postId, kind, countsFrom);

    public Guid CycleId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid PostId { get; private set; }
    public DueExceptionKind Kind { get; private set; }
    /// <summary>The London day from which eight weeks count: probation confirmed, or taken in.</summary>
    public DateOnly? CountsFrom { get; private set; }

    public void Change(DueExceptionKind kind, DateOnly? countsFrom) => (Kind, CountsFrom) = (kind, countsFrom);
}
