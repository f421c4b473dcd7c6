using BetterTogether.Learning.Domain.Sessions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The model of _KindSelect.</summary>
public sealed record KindSelect(string Name, SessionKind? Chosen)
{
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
}
