using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>Something that holds after every decision of every walk. It keeps books of its own and takes no rule from the engine.</summary>
internal abstract class Invariant
{
    public virtual void Begin(CircleState state) { }

    public abstract void Look(Step step);

    protected static void Demand(bool holds, string otherwise)
    {
        if (!holds) { throw new BrokenInvariantException(otherwise); }
    }
}

public sealed class BrokenInvariantException(string message, Exception? inner = null) : Exception(message, inner);
