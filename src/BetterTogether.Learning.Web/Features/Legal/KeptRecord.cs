namespace BetterTogether.Learning.Web.Features.Legal;

/// <summary>One kind of record in the privacy notice. A feature that keeps something new about people adds its line.</summary>
public sealed record KeptRecord(string What, string Why, string Who, string HowLong)
{
    private const string Schedule = "As the council's retention schedule says";

    public static IReadOnlyList<KeptRecord> All { get; } =
    [
        new("Your entry in the staff directory: name, work e-mail, team, job, line manager, working days", "So that you can sign in, and invites reach you", "You, the learning desk, administrators", "While you work with us, then as the council's retention schedule says"),
        new("Your bookings, and what you attended", "To hold your place and to show your training", "You, your line manager, the learning desk, the trainer of that session", Schedule + ": training for work with children may have to be shown many years later"),
        new("Mails we sent you", "To know that an invite reached you", "The learning desk. The text of sign-in codes and private mails is deleted once sent", Schedule),
        new("That you are signed in", "To know that it is you", "Nobody", "An hour after you last did something, twelve hours at most"),
        new("Who changed which record, and when", "To put mistakes right and to notice misuse", "Administrators", Schedule),
    ];
}
