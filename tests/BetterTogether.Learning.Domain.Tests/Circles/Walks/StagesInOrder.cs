using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>Whoever goes on goes on from the stage and the round their screen showed: however many press at once, none is skipped.</summary>
internal sealed class StagesInOrder : Invariant
{
    public override void Look(Step step)
    {
        Demand(step.After.StageIndex >= step.Before.StageIndex, "The script went back");
        if (!step.Changed || step.Command is not { } command || step.What is not ("NextStage" or "NextRound" or "Choose")) { return; }
        Demand(command.StageIndex is not { } stage || stage == step.Before.StageIndex, $"{step.What} was meant for stage {command.StageIndex} and was done in stage {step.Before.StageIndex}");
        Demand(command.Round is not { } round || round == step.Before.Round.Number, $"{step.What} was meant for round {command.Round} and was done in round {step.Before.Round.Number}");
    }
}
