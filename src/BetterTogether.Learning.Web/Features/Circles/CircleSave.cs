using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>One accepted change of one circle, as it is to be committed.</summary>
/// <param name="From">The version it was decided on: when the stored one is another, it is not saved.</param>
/// <param name="StepKey">Null where nobody sent a command: a timer, somebody's coming or going.</param>
/// <param name="Also">What belongs to the same commit. It may run more than once, on a fresh context each time.</param>
public sealed record CircleSave(Guid CircleId, int From, CircleState To, DateTime? DueAtUtc, string? StepKey, CircleNews News, Func<LearningDb, DateTime, Task>? Also = null);

public enum SaveOutcome
{
    Saved,
    /// <summary>Another node was first: load and decide again.</summary>
    Lost,
    /// <summary>This command was accepted before.</summary>
    Repeated,
}
