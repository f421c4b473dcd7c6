using BetterTogether.Learning.Domain.Cpd;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>The model of _CpdFields.</summary>
/// <param name="KindIsOpen">Something of one's own, not offered from anywhere.</param>
/// <param name="Frameworks">In force on the entry's day, and those it is tied to already.</param>
public sealed record CpdFields(CpdForm Form, bool KindIsOpen, string? Tags, IReadOnlyList<Framework> Frameworks)
{
    public static CpdFields For(CpdForm form, bool kindIsOpen, string? tags, CpdContent content, DateOnly on) =>
        new(form, kindIsOpen, tags, [.. content.Frameworks.Where(f => f.IsInForce(on) || form.Headings.Any(h => h.StartsWith(f.Key + "/", StringComparison.Ordinal)))]);
}
