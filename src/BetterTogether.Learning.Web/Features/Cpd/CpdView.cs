using BetterTogether.Learning.Domain.Cpd;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>An entry of one's record; its texts only where they were asked for.</summary>
public sealed record CpdLine(
    Guid Id, CpdKind Kind, string Title, DateOnly On, CpdStatus Status, DateOnly? CopiedOn, bool HasPeer, string? SourceKey, string Headings, string? Tags,
    string? Learnt, string? Impact, string? PeerReflection)
{
    public IReadOnlyList<string> HeadingKeys => Headings.Length == 0 ? [] : Headings.Split(',');
}

/// <summary>A registration year of somebody's record.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="SetAside">What was offered, until its person said that it is not for their record.</param>
/// <param name="Progress">Null where they have no checklist.</param>
public sealed record CpdView(string Name, RegistrationYear Year, DateOnly Today, IReadOnlyList<CpdLine> Entries, IReadOnlyList<CpdOffer> Offers, IReadOnlyList<CpdOffer> SetAside, ChecklistProgress? Progress)
{
    public bool IsCurrent => Year == RegistrationYear.Of(Today);

    public IEnumerable<CpdLine> OldestFirst => Entries.Reverse();
}
