using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>What the screen offers is what can be done: a command that changes something was on the list, and nothing off the list changes anything.</summary>
internal sealed class MayDo : Invariant
{
    public override void Look(Step step)
    {
        if (step.Command is not { } command || !step.Changed) { return; }
        var seen = new Circle(step.Before).For(step.People[step.Person], step.NowUtc).Value;
        // A timer that is overdue is made up for by whatever comes first.
        Demand(seen.You.MayDo.Contains(command.Kind) || new Circle(step.Before).Tick(step.NowUtc).Changed, $"{command.Kind} was not offered, and it changed something");
    }
}
