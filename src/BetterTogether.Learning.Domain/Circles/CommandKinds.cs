using System.Collections.Frozen;
using System.Reflection;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>The kinds of the wire contract, then those of our own room: they go through the same door.</summary>
public enum CommandKind
{
    Open, Consent, Start, Offer, Accept, Release, Pass, Defer, Take, Type, Silence, Resume, Bell, MoveOn, Reorder, NextRound, NextStage, Choose,
    Pause, Hold, Close, AskToLeave, MakeCoFacilitator, StepOut, Return, Tell, Action,
    AddAgreement, Seen, HandOver,
}

public static class CommandKinds
{
    internal static readonly FrozenDictionary<CommandKind, Type> Types = Enum.GetValues<CommandKind>()
        .ToFrozenDictionary(kind => kind, kind => typeof(CircleCommand).GetNestedType(kind.ToString(), BindingFlags.Public)!);

    private static readonly FrozenDictionary<Type, CommandKind> Kinds = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    internal static CommandKind Of(CircleCommand command) => Kinds[command.GetType()];

    /// <summary>It goes on from one round, or in it.</summary>
    public static bool MeansARound(this CommandKind kind) => kind is CommandKind.NextStage or CommandKind.NextRound or CommandKind.Choose;
}
