using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// A check-in in a minute: a question and a piece that goes round, on one phone or many, without a sign-in. It knows how many people there are and
/// whose place has the piece, never who they are or what they say, and is deleted at its end.
/// </summary>
public sealed class QuickCheckIn
{
    public const int Fewest = 2;
    public const int Most = 30;
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private QuickCheckIn() { }

    private QuickCheckIn(string code, string question, int people, DateTime nowUtc) => (Code, Question, People, Turn, ExpiresAtUtc) = (code, question, people, 1, nowUtc + Lifetime);

    /// <summary>In the address, and the only key: long enough that nobody guesses one.</summary>
    public string Code { get; private set; } = "";
    public string Question { get; private set; } = "";
    public int People { get; private set; }
    /// <summary>The place that has the piece, from 1; one more than there are people once everybody had it.</summary>
    public int Turn { get; private set; }
    public DateTime ExpiresAtUtc { get; private set; }

    public bool IsDone => Turn > People;

    public static Result<QuickCheckIn> Begin(string code, string question, int? people, DateTime nowUtc) => people is >= Fewest and <= Most
        ? new QuickCheckIn(code, question, people.Value, nowUtc)
        : new Invalid("people-wrong", $"Enter how many people you are, from {Fewest} to {Most}", "People");

    /// <param name="turn">The turn that is meant: pressed twice, or on two phones at once, the piece moves on once.</param>
    public void PassOn(int turn)
    {
        if (turn == Turn && !IsDone) { Turn++; }
    }

    public void DrawAnother(string question) => Question = question;
}
