using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>An entry as typed on a page; what was typed stays there when it comes back.</summary>
public sealed class CpdForm
{
    public const string Prefix = "Form.";

    public CpdKind Kind { get; set; } = CpdKind.Reflection;
    public string? Title { get; set; }
    public string? On { get; set; }
    public string? Learnt { get; set; }
    public string? Impact { get; set; }
    public string? PeerReflection { get; set; }
    public List<string> Headings { get; set; } = [];

    public static CpdForm From(CpdDetails details) => new()
    {
        Kind = details.Kind,
        Title = details.Title,
        On = TypedDate.Write(details.On),
        Learnt = details.Learnt,
        Impact = details.Impact,
        PeerReflection = details.PeerReflection,
        Headings = [.. details.Headings ?? []],
    };

    /// <returns>Null where the day cannot be read; it is then said in <paramref name="state"/>.</returns>
    public CpdDetails? Read(ModelStateDictionary state)
    {
        if (TypedDate.TryRead(On, out var on) && on is { } day) { return new CpdDetails(Kind, Title ?? "", day, Lines(Learnt), Lines(Impact), Lines(PeerReflection), Headings); }
        state.AddModelError(Prefix + nameof(On), "Enter the day like 3/6/2026");
        return null;
    }

    // One kind of line break is kept, or every second save would look like a change.
    private static string? Lines(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);
}
