using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>
/// 13. A pass and a step-out are not labelled to the group. While somebody else has the piece, nobody's view but one's own and the
/// facilitators' differs by a byte. Turns and times are visible to oneself and the facilitators alone.
/// </summary>
internal sealed class Unlabelled : Invariant
{
    public override void Look(Step step)
    {
        for (var i = 0; i < step.People.Count; i++)
        {
            if (step.Circle.For(step.People[i], step.NowUtc) is not { Refusal: null, Value: var seen } || seen.You.Role is SeatRole.Facilitator or SeatRole.CoFacilitator) { continue; }
            Demand(seen.Seats.All(s => s.SeatId == seen.You.SeatId || s is { Turns: null, SpokenMs: null, SteppedOut: null, Agreed: null }), "Turns, times or a step-out of somebody else are shown");
            Demand(seen.Floor.AskedToMoveOn is null, "A participant is asked to move on");
            Demand(seen.Messages.All(m => m.Mine || m.To.Contains(seen.You.SeatId)), "A private word is shown to somebody else");
        }
        if (step.Changed && step.What is "Pass" or "StepOut" or "Return") { LookAtTheGroup(step); }
    }

    private static void LookAtTheGroup(Step step)
    {
        var (was, me) = (step.Before, step.SeatId);
        // Who has the piece, waits for it or was put off did so in the open; and on a free floor the piece goes by.
        if (!step.Changed || was.Floor.SeatId is null || was.Floor.SeatId == me || was.Round.Queue.Contains(me) || was.Round.Deferred.Contains(me)) { return; }
        var before = new Circle(was);
        for (var i = 0; i < step.People.Count; i++)
        {
            if (i == step.Person || before.For(step.People[i], step.NowUtc) is not { Refusal: null, Value: var seen } || seen.You.Role is SeatRole.Facilitator or SeatRole.CoFacilitator) { continue; }
            var now = step.Circle.For(step.People[i], step.NowUtc).Value;
            Demand(Text(seen) == Text(now with { Shared = now.Shared with { Version = seen.Version } }), $"{step.What} of person {step.Person} shows to person {i}");
        }
    }

    private static string Text(CircleSnapshot seen) => JsonSerializer.Serialize(seen, CircleJson.Options);
}
