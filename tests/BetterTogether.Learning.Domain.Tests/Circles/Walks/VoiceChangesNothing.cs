namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>16. Voice activity and captions never change state: no command says them, and what is sent as one is refused.</summary>
internal sealed class VoiceChangesNothing : Invariant
{
    public override void Look(Step step)
    {
        if (step.What == "Voice") { Demand(!step.Changed && ReferenceEquals(step.Before, step.After) && step.Answer.Refusal?.Code == "unknown-command", "Voice changed something"); }
    }
}
