using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

public sealed record UnknownCommand() : Refusal("unknown-command", "This circle does not know that command. Reload the page.");

public sealed record CommandWrong() : Refusal("command-wrong", "Something in that command is missing or in the wrong form. Reload the page and try again.");

public sealed record StaleTurn() : Refusal("stale-turn", "That turn is over, so nothing was changed. The room shows where the piece is now.");

public sealed record StaleStage() : Refusal("stale-stage", "The circle has gone on already, so nothing was changed.");

public sealed record NoSeat() : Refusal("no-seat", "You have no seat in this circle. Ask its facilitator.");

public sealed record WasAskedToLeave() : Refusal("asked-to-leave", "You were asked to leave this circle. Its facilitator can tell you more.");

public sealed record CircleIsClosed() : Refusal("circle-closed", "This circle is closed. Its actions stay open.");

public sealed record NotRunning() : Refusal("not-running", "The circle has not started yet. Its facilitator starts it.");

public sealed record NotOpen() : Refusal("not-open", "Open the waiting room first, so that people can come in and agree.");

public sealed record OnABreak() : Refusal("on-a-break", "We are taking a break. Everything keeps its place until it goes on.");

public sealed record HasStarted() : Refusal("has-started", "The circle has started, so this can no longer be changed.");

public sealed record StartInThePast() : Refusal("in-the-past", "The start must be in the future. A circle may begin late: its time stays as it was planned.", nameof(CirclePlan.StartsAtUtc));

public sealed record FacilitatorsOnly() : Refusal("facilitators-only", "Only this circle's facilitators can do that.");

public sealed record NotAgreed() : Refusal("not-agreed", "Agree to how we will be together first.");

public sealed record AgreementsChanged() : Refusal("agreements-changed", "How we will be together has been changed since. Read it again, then agree.");

public sealed record NotHere() : Refusal("not-here", "The room does not see you as here. Wait until you are connected again.");

public sealed record SteppedOutNow() : Refusal("stepped-out", "You stepped out. Come back in first.");

public sealed record ListeningNow() : Refusal("listening-now", "In this part you listen. The piece will not come to you.");

public sealed record EveryoneIsSilent() : Refusal("everyone-is-silent", "This part is silent for everyone.");

public sealed record NotYourTurn() : Refusal("not-your-turn", "The piece is not with you.");

public sealed record NotOffered() : Refusal("not-offered", "The piece is not offered to you.");

public sealed record RoundTheCircle() : Refusal("round-the-circle", "The piece goes round the circle and comes to you.");

public sealed record NotRoundTheCircle() : Refusal("not-round-the-circle", "There is no order to change: the piece goes to whoever is ready.");

public sealed record HadTheirTurn() : Refusal("had-their-turn", "The piece has been there in this round. Begin another round for a second turn.");

public sealed record AskedFirst() : Refusal("asked-first", "Somebody who asked for the piece comes first.");

public sealed record SecondTurnsLater() : Refusal("second-turns-later", "They have had the piece in this round. Ask “Anyone who has not spoken?” before second turns.");

public sealed record AskedTwice() : Refusal("asked-twice", "The piece has come back to you once already. Take it now, or pass.");

public sealed record ManagersSpeakLast() : Refusal("managers-last", "In this round managers speak last.");

public sealed record PieceIsOut() : Refusal("piece-is-out", "The piece is with somebody.");

public sealed record NobodyHasThePiece() : Refusal("nobody-has-the-piece", "Nobody has the piece.");

public sealed record SomebodyHasThePiece() : Refusal("somebody-has-the-piece", "Somebody has the piece. Wait until they are done, or move on with a reason.");

public sealed record NotReady() : Refusal("not-ready", "They cannot take the piece now: they are away, have not agreed yet, or listen in this part.");

public sealed record ReasonNeeded() : Refusal("reason-needed", "Say in a few words why the turn ends: up to 200 characters.", nameof(CircleCommand.MoveOn.Reason));

public sealed record OrderWrong() : Refusal("order-wrong", "The new order must name everybody the piece has not been to, once each.");

public sealed record LastStage() : Refusal("last-stage", "This is the last part. Close the circle when you are ready.");

public sealed record NoSuchChoice() : Refusal("no-such-choice", "That cannot be chosen in this part.");

public sealed record SeatNotFound() : Refusal("seat-not-found", "There is nobody with that seat in this circle.");

public sealed record MessageNotFound() : Refusal("message-not-found", "There is no such message for you.");

/// <param name="Seats">The seats the piece has not been offered to.</param>
public sealed record NotEveryoneOffered(IReadOnlyList<string> Seats) : Refusal("not-everyone-offered", "Not everyone has been offered the piece. Confirm that you want to close, or finish the round.");

public sealed record BringerNeeded() : Refusal("bringer-needed", "Name who brings the question before you start.");

public sealed record FacilitatorNeeded() : Refusal("facilitator-needed", "A circle has one facilitator. Choose who it is.");

public sealed record FacilitatorInTheLine(string Name) : Refusal(
    "facilitator-in-line", $"{Name} is in the line of the leader who listens. People speak freely only if whoever facilitates is outside of it: choose another facilitator.");

public sealed record ManagerAmongThem(string Name) : Refusal(
    "manager-among-participants", $"{Name} manages somebody else who takes part. Where a leader listens nobody's manager sits among those who speak: invite {Name} to another circle.");

/// <param name="Pairs">Somebody above, and somebody below them.</param>
public sealed record LineAmongThoseBooked(IReadOnlyList<(string Manager, string Under)> Pairs) : Refusal(
    "line-among-those-booked",
    $"{string.Join("; ", Pairs.Select(p => $"{p.Manager} manages {p.Under}, and both take part"))}. Where a leader listens nobody's manager sits among those who speak. They have a place by their booking: ask one of them to change to another date first, or keep another kind of circle.");

public sealed record SeatedTwice() : Refusal("seated-twice", "Somebody is in the list twice. One person has one seat.");

public sealed record StaysAway(string Name) : Refusal("stays-away", $"{Name} cannot come back into this circle. Take them off the list; you can invite them to another one.");

public sealed record TooManySeats() : Refusal("too-many-seats", "A circle has up to 40 seats.");

public sealed record NotAsked() : Refusal("not-asked", "A co-facilitator before you in the order is here, and is asked first.");

public sealed record FacilitatorStays() : Refusal("facilitator-stays", "The facilitator cannot be asked to leave, and nobody asks themselves.");

public sealed record KeepsTheirRole() : Refusal("keeps-their-role", "Only somebody who takes part without another role can become co-facilitator.");

public sealed record NobodyToTell() : Refusal("nobody-to-tell", "There is no other facilitator to tell. The numbers at the door reach somebody outside.");

public sealed record SafetyOnlyOutside() : Refusal("safety-only-outside", "A message to somebody outside is for a worry about safety. Choose a facilitator for anything else.");

public sealed record ToldWhomNeeded() : Refusal("told-whom-needed", "Say whom you told, or “nobody yet”.", nameof(CircleCommand.HandOver.ToldWhom));

public sealed record TextNeeded(string Field) : Refusal("text-needed", "Enter some words.", Field);

public sealed record TextTooLong(int Most, string Field) : Refusal("too-long", $"Use up to {Most:N0} characters.", Field);

public sealed record DueWrong() : Refusal("due-wrong", "Choose a day from today on, within two years.", nameof(CircleCommand.Action.Due));
