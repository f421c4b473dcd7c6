using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Calendars;

public static class ReplyRefusals
{
    /// <summary>A mail that somebody may have to read: it is not thrown away.</summary>
    public static bool IsForPeople(this Refusal? refusal) => refusal is NotAReply or AutomaticAnswer or UnknownInvite;
}

public sealed record NotAReply() : Refusal("not-a-reply", "This message holds no answer to an invite");

public sealed record AutomaticAnswer() : Refusal("automatic-answer", "This message was written by a machine on its own: an absence notice, or a mail of ours that came back");

public sealed record UnknownInvite() : Refusal("unknown-invite", "No invite of ours is answered by this message");

public sealed record WrongSender() : Refusal("wrong-sender", "An invite is answered by the person it was sent to alone, from the address it was sent to");

public sealed record ForgedSender() : Refusal("forged", "The mail server that took this message in says that its sender is not who they claim to be");

public sealed record OldReply() : Refusal("old-reply", "This answers an earlier state of the invite; the person has been asked again since");

public sealed record InviteIsCancelled() : Refusal("invite-cancelled", "This invite has been cancelled meanwhile");
