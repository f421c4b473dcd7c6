using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>What somebody might press: mostly what their screen offers, sometimes anything at all.</summary>
internal static class Commands
{
    /// <summary>A word that must never be found in a state.</summary>
    public const string Secret = "SAID-IN-CONFIDENCE";

    private static readonly CommandKind[] All = Enum.GetValues<CommandKind>();

    // Pressed rarely, or a walk would be over before anything happened.
    private static readonly HashSet<CommandKind> Rare =
    [
        CommandKind.Close, CommandKind.AskToLeave, CommandKind.NextStage, CommandKind.NextRound, CommandKind.Choose, CommandKind.Hold, CommandKind.Pause,
        CommandKind.StepOut, CommandKind.Tell, CommandKind.Action, CommandKind.AddAgreement, CommandKind.MakeCoFacilitator, CommandKind.Bell, CommandKind.Silence,
    ];

    public static CircleCommand Any(Random random, CircleSnapshot screen, string id)
    {
        var may = screen.You.MayDo;
        var kind = may.Count > 0 && random.Next(6) > 0 ? may[random.Next(may.Count)] : All[random.Next(All.Length)];
        if (Rare.Contains(kind) && may.Count > 0 && random.Next(3) > 0) { kind = may[random.Next(may.Count)]; }
        var turn = random.Next(4) > 0 ? screen.Floor.TurnId : null;
        int? stage = random.Next(4) > 0 ? screen.Stage.Index : null;
        int? round = random.Next(4) > 0 ? screen.Round.Number : null;
        return Make(random, screen, kind) with { Id = id, TurnId = turn, StageIndex = stage, Round = round };
    }

    private static CircleCommand Make(Random random, CircleSnapshot screen, CommandKind kind)
    {
        string Seat() => screen.Seats[random.Next(screen.Seats.Count)].SeatId;
        return kind switch
        {
            CommandKind.Open => new CircleCommand.Open { Id = "" },
            CommandKind.Consent => new CircleCommand.Consent(random.Next(9) == 0 ? 7 : screen.AgreementsVersion) { Id = "" },
            CommandKind.Start => new CircleCommand.Start { Id = "" },
            CommandKind.Offer => new CircleCommand.Offer(Seat()) { Id = "" },
            CommandKind.Accept => new CircleCommand.Accept { Id = "" },
            CommandKind.Release => new CircleCommand.Release(random.Next(4) == 0 ? Seat() : null) { Id = "" },
            CommandKind.Pass => new CircleCommand.Pass { Id = "" },
            CommandKind.Defer => new CircleCommand.Defer { Id = "" },
            CommandKind.Take => new CircleCommand.Take { Id = "" },
            CommandKind.Type => new CircleCommand.Type(Secret) { Id = "" },
            CommandKind.Silence => new CircleCommand.Silence { Id = "" },
            CommandKind.Resume => new CircleCommand.Resume { Id = "" },
            CommandKind.Bell => new CircleCommand.Bell { Id = "" },
            CommandKind.MoveOn => new CircleCommand.MoveOn(random.Next(5) == 0 ? " " : "time") { Id = "" },
            CommandKind.Reorder => new CircleCommand.Reorder([.. screen.Round.Order.Where(s => random.Next(15) > 0 && !screen.Round.Done.Contains(s)).OrderBy(_ => random.Next())]) { Id = "" },
            CommandKind.NextRound => new CircleCommand.NextRound(random.Next(2) == 0 ? "Another prompt" : null) { Id = "" },
            CommandKind.NextStage => new CircleCommand.NextStage { Id = "" },
            CommandKind.Choose => new CircleCommand.Choose(screen.Choices.Count > 0 ? screen.Choices[random.Next(screen.Choices.Count)] : "secondTurns") { Id = "" },
            CommandKind.Pause => new CircleCommand.Pause { Id = "" },
            CommandKind.Hold => new CircleCommand.Hold { Id = "" },
            CommandKind.Close => new CircleCommand.Close(random.Next(2) == 0) { Id = "" },
            CommandKind.AskToLeave => new CircleCommand.AskToLeave(Seat()) { Id = "" },
            CommandKind.MakeCoFacilitator => new CircleCommand.MakeCoFacilitator(Seat()) { Id = "" },
            CommandKind.StepOut => new CircleCommand.StepOut { Id = "" },
            CommandKind.Return => new CircleCommand.Return { Id = "" },
            CommandKind.Tell => new CircleCommand.Tell((MessageAbout)random.Next(2), Secret, random.Next(3) switch { 0 => null, 1 => "coFacilitator", _ => "outside" }) { Id = "" },
            CommandKind.Action => new CircleCommand.Action("Ask the team", Seat(), A.Day("2026-09-01")) { Id = "" },
            CommandKind.AddAgreement => new CircleCommand.AddAgreement("We take our time") { Id = "" },
            CommandKind.Seen => new CircleCommand.Seen(AnyMessage()) { Id = "" },
            _ => new CircleCommand.HandOver(AnyMessage(), ToldWhom: random.Next(2) == 0 ? "Duty team" : null, Recorded: random.Next(2) == 0) { Id = "" },
        };
        string AnyMessage() => screen.Messages.Count > 0 ? screen.Messages[random.Next(screen.Messages.Count)].MessageId : "none";
    }
}
