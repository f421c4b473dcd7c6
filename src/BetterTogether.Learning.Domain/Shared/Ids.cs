namespace BetterTogether.Learning.Domain.Shared;

/// <summary>Ids that sort by the time they were made (RFC 9562, section 5.7), so that an index grows at its end.</summary>
public static class Ids
{
    public static Guid New(DateTime nowUtc) => Guid.CreateVersion7(new DateTimeOffset(nowUtc));
}
