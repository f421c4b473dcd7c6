using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What a calendar shows of a circle: where two of these are equal there is nothing to tell.</summary>
public sealed record CircleFace(string Title, Period Period, string? CallUrl);
