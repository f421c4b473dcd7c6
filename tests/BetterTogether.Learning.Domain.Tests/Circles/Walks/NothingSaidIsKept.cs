using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>15. A closed circle refuses everything but its actions and an open hand-over. What was typed or told is in no stored state, and nothing of who was there outlives the circle.</summary>
internal sealed class NothingSaidIsKept : Invariant
{
    private readonly HashSet<string> help = [];

    public override void Look(Step step)
    {
        if (step.What is "Type" or "Tell" && step.Changed) { Demand(!CircleJson.Write(step.After).Contains(Commands.Secret, StringComparison.Ordinal), "What was typed is in the state"); }
        foreach (var told in step.Answer.Effects.OfType<Told>().Where(t => t.About == MessageAbout.Help)) { help.Add(told.MessageId); }
        foreach (var gone in step.Answer.Effects.OfType<MessageGone>()) { help.Remove(gone.MessageId); }
        var over = step.After.Status is CircleStatus.Closed or CircleStatus.Abandoned;
        if (over) { LookAtWhatIsLeft(step.After); }
        if (step.Before.Status is not (CircleStatus.Closed or CircleStatus.Abandoned) || !step.Changed) { return; }
        Demand(step.Command is CircleCommand.Action or CircleCommand.HandOver or CircleCommand.Seen || step.What == "Tick", $"{step.What} changed a closed circle");
        if (step.What == "Tick") { Demand(step.After.Messages.Any(m => m.About == MessageAbout.Safety), "A closed circle moves by itself"); }
    }

    private void LookAtWhatIsLeft(CircleState state)
    {
        Demand(help.Count == 0, "A help message outlived the circle");
        Demand(state.Messages.All(m => m.About == MessageAbout.Safety), "A help message is still stored");
        Demand(state.Seats.All(s => s is { Presence: Presence.Left, SteppedOut: false, TookPart: false, Turns: 0, SpokenMs: 0 }), "Who was there, or how long they spoke, outlived the circle");
        Demand(state.Round is { Number: 0, Passed.Count: 0, Turns.Count: 0, Queue.Count: 0, Order.Count: 0 } && state.MovedOn.Count == 0 && state.Floor == Floor.Free, "Passes or turns outlived the circle");
        Demand(state.Messages.All(m => m.HandOver is not null || m.To.Count == 0), "Nobody carries a worry about safety");
    }
}
