using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A circle as it stood at one version, for anybody's eyes. Threading: nothing in it changes.</summary>
public sealed class CircleView(Circle circle, CircleWords words)
{
    private readonly Circle still = circle.Still();

    public Result<CircleSnapshot> For(Guid personId, DateTime nowUtc) => still.For(personId, nowUtc, words);
}
