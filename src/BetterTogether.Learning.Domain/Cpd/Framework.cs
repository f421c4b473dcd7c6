namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>A set of standards or capabilities that is in force for a time: they change, so they are dated data.</summary>
/// <param name="To">The last London day; null while no end is known.</param>
public sealed record Framework(string Key, string Title, DateOnly From, DateOnly? To, IReadOnlyList<Heading> Headings)
{
    public bool IsInForce(DateOnly on) => on >= From && (To is not { } to || on <= to);

    public string KeyOf(Heading heading) => $"{Key}/{heading.Key}";
}

/// <param name="Tags">Tags of sessions that point to it, lower case.</param>
public sealed record Heading(string Key, string Title, IReadOnlyList<string>? Tags = null)
{
    public bool IsMeantBy(string tag) => string.Equals(tag, Title, StringComparison.OrdinalIgnoreCase) || Tags?.Contains(tag, StringComparer.OrdinalIgnoreCase) == true;
}
