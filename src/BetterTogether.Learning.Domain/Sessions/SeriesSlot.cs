namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>Which session of a series this is: the day of the pattern it was made for, the slot on that day and which of the parallel sessions in it.</summary>
/// <param name="Day">The London date the pattern gave, also after the session was moved by hand.</param>
public sealed record SeriesSlot(Guid SeriesId, DateOnly Day, int Slot, int Parallel);
