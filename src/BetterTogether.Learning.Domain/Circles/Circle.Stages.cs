using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>The way through the script, from the waiting room to the end.</summary>
public sealed partial class Circle
{
    private Refusal? Open()
    {
        state = state with { Status = CircleStatus.Lobby };
        return null;
    }

    private Refusal? Consent(Seat seat, int version)
    {
        if (version != state.AgreementsVersion) { return new AgreementsChanged(); }
        Change(seat.Id, s => s with { AgreedVersion = version, Presence = s.Kind == SeatKind.InPerson ? Presence.Here : s.Presence });
        if (!seat.HasAgreed) { JoinTheRound(seat.Id); }
        return null;
    }

    private Refusal? Start(Seat seat)
    {
        TakeOver(seat);
        state = state with { Status = CircleStatus.Running };
        EnterStage(0);
        return null;
    }

    private void EnterStage(int index)
    {
        state = state with { StageIndex = index };
        BeginRound(1, Stage.Prompt);
    }

    private Refusal? GoToNextRound(string? prompt)
    {
        if (prompt is not null && Wrong(prompt, FormatRules.LongestPrompt, nameof(CircleCommand.NextRound.Prompt)) is { } no) { return no; }
        EndOwnTurn();
        BeginRound(state.Round.Number + 1, prompt?.Trim() ?? Stage.Prompt);
        return null;
    }

    private Refusal? GoToNextStage()
    {
        EndOwnTurn();
        EnterStage(StageAfter(state.StageIndex)!.Value);
        return null;
    }

    // Who goes on while the piece is with them has finished their turn.
    private void EndOwnTurn()
    {
        if (state.Floor.IsHeld) { EndTurn(TurnEnd.Released); }
    }

    private int? StageAfter(int index)
    {
        for (var i = index + 1; i < state.Format.Stages.Count; i++)
        {
            if (state.Format.Stages[i].OnChoice is not { } choice || state.Chosen.Contains(choice)) { return i; }
        }
        return null;
    }

    /// <summary>What the group may choose in this stage; after a response round it may still choose actions.</summary>
    private IReadOnlyList<string> CanChoose => Stage switch
    {
        { Exit: StageExit.GroupChoice } or { OnChoice: not null } =>
            [Wire(GroupChoice.NothingMore), .. state.Format.Stages.Skip(state.StageIndex + 1).Select(s => s.OnChoice).OfType<GroupChoice>().Distinct().Select(Wire)],
        { Mode: StageMode.Popcorn } when !state.Round.SecondTurns => ["secondTurns"],
        _ => [],
    };

    private Refusal? Choose(Seat by, string what)
    {
        if (!CanChoose.Contains(what)) { return new NoSuchChoice(); }
        if (what == "secondTurns")
        {
            state = state with { Round = state.Round with { SecondTurns = true } };
            return null;
        }
        if (FloorIsFreeFor(by) is { } no) { return no; }
        var choice = Enum.GetValues<GroupChoice>().First(c => Wire(c) == what);
        if (choice != GroupChoice.NothingMore) { state = state with { Chosen = [.. state.Chosen, choice] }; }
        var next = choice == GroupChoice.NothingMore ? StageAfter(state.StageIndex) : state.Format.Stages.ToList().FindIndex(state.StageIndex + 1, s => s.OnChoice == choice);
        if (next is null) { return new LastStage(); }
        EndOwnTurn();
        EnterStage(next.Value);
        return null;
    }

    private Refusal? Stop(CircleStatus how)
    {
        state = state with { Status = how, PausedByAbsence = false, Floor = state.Floor.Resting(nowUtc) };
        return null;
    }

    private Refusal? Resume(Seat seat)
    {
        if (Runs)
        {
            state = state with { Floor = state.Floor.Resumed(nowUtc) };
            return null;
        }
        TakeOver(seat);
        GoOn();
        return null;
    }

    private void GoOn() => state = state with
    {
        Status = CircleStatus.Running,
        PausedByAbsence = false,
        Floor = state.Floor.State == FloorState.Holding ? state.Floor.Resumed(nowUtc) : state.Floor,
    };

    private Refusal? Close(Seat by, bool confirmed)
    {
        if (HasBegun && !confirmed)
        {
            var open = state.Round.Order.Where(id => state.Round.Awaits(id) && !state.Round.Passed.Contains(id)).ToList();
            if (open.Count > 0) { return new NotEveryoneOffered(open); }
            if (FloorIsFreeFor(by) is { } no) { return no; }
        }
        if (state.Floor.IsHeld)
        {
            var floor = state.Floor;
            EndTurn(floor.SeatId == by.Id ? TurnEnd.Released : TurnEnd.Revoked);
        }
        state = state with { Status = CircleStatus.Closing, CalledOff = !HasBegun, PausedByAbsence = false, Floor = Floor.Free };
        AskWhoCarries(by);
        EndOnceAllIsCarried();
        return null;
    }

    /// <summary>Forgets what must not outlive the circle: who was there, who passed or stepped out, who spoke how long, what was asked in private.</summary>
    private void End(CircleStatus how)
    {
        // What nobody took on stays with whom the sender chose.
        foreach (var message in Uncarried().ToList()) { Change(message.Id, m => m with { HandOver = new HandOver(m.To[0], nowUtc) }); }
        effects.Add(new Ended([.. state.Seats.Where(s => s is { TookPart: true, PersonId: not null }).Select(s => s.PersonId!.Value)], how == CircleStatus.Abandoned));
        effects.AddRange(state.Messages.Where(m => m.About == MessageAbout.Help).Select(m => new MessageGone(m.Id)));
        state = state with
        {
            Status = how,
            CalledOff = state.CalledOff || state.Status == CircleStatus.Lobby,
            PausedByAbsence = false,
            Round = Round.None,
            Floor = Floor.Free,
            MovedOn = [],
            Messages = [.. state.Messages.Where(m => m.About == MessageAbout.Safety)],
            Seats = [.. state.Seats.Select(s => s with { Presence = Presence.Left, SteppedOut = false, TookPart = false, Above = null, Turns = 0, SpokenMs = 0 })],
            BellAtUtc = null,
            EmptySinceUtc = null,
            UnledSinceUtc = null,
        };
    }

    private static string Wire(GroupChoice choice) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
