namespace BetterTogether.Learning.Web.Features.Legal;

/// <summary>One kind of record in the privacy notice. A feature that keeps something new about people adds its line.</summary>
public sealed record KeptRecord(string What, string Why, string Who, string HowLong)
{
    private const string Schedule = "As the council's retention schedule says";

    public static IReadOnlyList<KeptRecord> All { get; } =
    [
        new("Your entry in the staff directory: name, work e-mail, team, job, line manager, working days", "So that you can sign in, and invites reach you", "You, the learning desk, administrators", "While you work with us, then as the council's retention schedule says"),
        new("Your bookings, and what you attended", "To hold your place and to show your training", "You, your line manager, the learning desk, the trainer of that session", Schedule + ": training for work with children may have to be shown many years later"),
        new("Your development plan: objectives, notes, what you did", "So that what you agreed is remembered and followed through the year", "You and your current line manager. A wellbeing objective nobody else, ever", Schedule),
        new("Your CPD record", "So that you have it ready for your regulator", "You alone", "While you work with us; take it with you with the download on its page"),
        new("Your annual review: what you prepared, what you both agreed, comments, and who opened it", "So that you and your line manager can prepare, agree and look back", "You and whoever leads your review: your line manager, or who stands in for them. Where the council wants it, their line manager reads what you both confirmed, nothing else. The learning desk sees how far it is, never a word", Schedule),
        new("Days you are away for long, never why; second posts; who stands in for a line manager", "So that nobody chases you while you are away, and the right person leads your review", "You, your line manager, the learning desk", Schedule),
        new("Mails we sent you", "To know that an invite reached you", "The learning desk. The text of sign-in codes and private mails is deleted once sent", Schedule),
        new("Which circles you have a place in, and actions you agreed to there", "So that you find the way in, and what was agreed", "Those in the circle", Schedule),
        new("A worry about somebody's safety that you sent in a circle", "So that it reaches whoever must act on it", "Whoever you sent it to; the duty contact if nobody has seen it", "Until it is recorded where it belongs, then it is deleted here"),
        new("Themes and a leader's written answer after a leaders' listening circle; a record of group supervision", "So that an answer is given, and the record reaches the child's file", "All staff read the answer; the record is for whoever brought the question and the facilitators", "The record until it is ticked as copied; the answer as the council's retention schedule says"),
        new("That you are signed in", "To know that it is you", "Nobody", "An hour after you last did something, twelve hours at most"),
        new("Who changed which record, and when", "To put mistakes right and to notice misuse", "Whoever runs the service for the council, when something has to be looked into", Schedule),
    ];
}
