using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>Formats and casts for walks: ours, and any the desk could make.</summary>
internal static class Scripts
{
    private static readonly StageMode[] Modes = [StageMode.Sequential, StageMode.Sequential, StageMode.Popcorn, StageMode.Popcorn, StageMode.Open, StageMode.Text, StageMode.Silent, StageMode.BringerOnly];

    public static CircleFormat Any(Random random) => random.Next(3) == 0
        ? CircleFormats.All[random.Next(CircleFormats.All.Count)]
        : new CircleFormat("walk", "Walk", "", [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Stage(random, i))]);

    public static SeatRole[] Roles(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i switch { 0 => SeatRole.Facilitator, 1 => SeatRole.Bringer, 2 when random.Next(3) > 0 => SeatRole.CoFacilitator, 4 when random.Next(2) == 0 => SeatRole.Listener, _ => SeatRole.Participant })];

    private static Stage Stage(Random random, int i)
    {
        var mode = Modes[random.Next(Modes.Length)];
        var plain = mode is StageMode.Silent or StageMode.BringerOnly;
        var round = mode is StageMode.Sequential or StageMode.Text;
        return new($"Stage {i}", "Prompt", mode, 1)
        {
            Speakers = plain ? Speakers.Everyone : random.Next(6) switch { 0 => Speakers.AllButBringer, 1 => Speakers.Facilitators, _ => Speakers.Everyone },
            Begins = round ? (Begins)random.Next(3) : Begins.NextSeat,
            Direction = (Direction)random.Next(2),
            ManagersLast = random.Next(4) == 0,
            SilenceSeconds = random.Next(4) == 0 ? 10 : 0,
            Exit = random.Next(5) == 0 ? StageExit.GroupChoice : StageExit.NextStage,
        };
    }
}
