using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>The record's enums as people read them.</summary>
public static class CpdWords
{
    public static string Words(this CpdKind kind) => kind switch
    {
        CpdKind.Attended => "Attended",
        CpdKind.Facilitated => "Facilitated",
        CpdKind.Reflection => "Reflection",
        _ => "Something else",
    };

    public static string Words(this CpdStatus status, DateOnly? copiedOn) => status switch
    {
        CpdStatus.Draft => "Draft",
        CpdStatus.Ready => "Ready",
        _ => $"Copied to the regulator on {copiedOn?.Words()}",
    };

    public static string Css(this CpdStatus status) => "bt-status" + (status == CpdStatus.Draft ? " bt-status--waiting" : " bt-status--yours");
}
