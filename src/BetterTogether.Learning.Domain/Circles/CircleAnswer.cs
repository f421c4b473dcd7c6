using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <param name="Changed">There is a new version to commit and to push. A command can be accepted and change nothing: a double click.</param>
/// <param name="Effects">What the caller does besides, once the state is committed.</param>
public sealed record CircleAnswer(Refusal? Refusal, bool Changed, IReadOnlyList<CircleEffect> Effects)
{
    public bool Accepted => Refusal is null;
}

public abstract record CircleEffect;

/// <summary>Words of the turn, to be kept in memory and shown while it lasts. Nowhere else.</summary>
public sealed record Typed(string TurnId, string Text) : CircleEffect;

/// <summary>A private word. A help text lives in memory alone; a safety text must survive until <see cref="MessageGone"/>.</summary>
public sealed record Told(string MessageId, MessageAbout About, string Text) : CircleEffect;

/// <summary>This text is to be forgotten now.</summary>
public sealed record MessageGone(string MessageId) : CircleEffect;

/// <summary>A safety message is for further eyes: those of a seat (their snapshot shows it), or, where <paramref name="SeatId"/> is null, of the duty contact, who must be told now.</summary>
public sealed record PassedOn(string MessageId, string? SeatId) : CircleEffect;

/// <summary>Asked to leave before it began: it is planned without them from now on.</summary>
public sealed record Unseated(Guid PersonId) : CircleEffect;

/// <summary>The circle is over. Said once; the state keeps nothing of who was there.</summary>
/// <param name="TookPart">Who was here while it ran, for the register.</param>
public sealed record Ended(IReadOnlyList<Guid> TookPart, bool Abandoned) : CircleEffect;
