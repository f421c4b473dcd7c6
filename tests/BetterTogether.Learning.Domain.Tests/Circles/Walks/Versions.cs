using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>14. Version strictly rises; a snapshot is total: another node, with the stored state alone, shows the same.</summary>
internal sealed class Versions : Invariant
{
    private int steps;

    public override void Look(Step step)
    {
        Demand(step.After.Version == step.Before.Version + (step.Changed ? 1 : 0), "The version does not rise by one with a change");
        Demand(step.Answer.Accepted || !step.Changed, "Refused and changed");
        if (!step.Changed || steps++ % 6 > 0) { return; }
        var state = CircleJson.Write(step.After);
        Demand(state == JsonSerializer.Serialize(step.After, CircleJson.Plain), "What is written once is not what the serialiser writes");
        var stored = CircleJson.ReadState(state, CircleJson.Write(step.After.Format));
        var viewer = step.People[steps % step.People.Count];
        var (here, there) = (step.Circle.For(viewer, step.NowUtc), new Circle(stored).For(viewer, step.NowUtc));
        Demand(here.Refusal == there.Refusal, "One node refuses what the other shows");
        if (here.Refusal is not null) { return; }
        Demand(Text(here.Value) == Text(there.Value), "Two nodes show one version differently");
        Demand(Text(here.Value) == JsonSerializer.Serialize(here.Value, CircleJson.Plain), "A snapshot is not written as the serialiser writes it");
    }

    private static string Text(CircleSnapshot seen) => JsonSerializer.Serialize(seen, CircleJson.Options);
}
