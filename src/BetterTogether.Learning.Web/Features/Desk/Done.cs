namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>What was just done, for the page one is sent on to: a word in the address, a sentence on the page.</summary>
public static class Done
{
    public const string Drafted = "drafted";
    public const string Published = "published";
    public const string Saved = "saved";
    public const string Cancelled = "cancelled";
    public const string Booked = "booked";
    public const string Waiting = "waiting";
    public const string Released = "released";
    public const string Marked = "marked";
    public const string Made = "made";
    public const string Changed = "changed";
    public const string Skipped = "skipped";

    /// <returns>Null for a word that is none of ours: an address is easily made up.</returns>
    public static string? Words(string? what) => what switch
    {
        Drafted => "Saved as a draft. Nobody but those who plan it sees it until it is published.",
        Published => "Published. People can book it now.",
        Saved => "Saved. Everybody booked is told of what matters to them.",
        Cancelled => "Cancelled. Everybody who had a place or waited is being told.",
        Booked => "Booked. They are told by e-mail, and their calendar has it.",
        Waiting => "The session is full, so they are on the waiting list now. They are told by e-mail.",
        Released => "Released. They are told by e-mail, and the place goes to the next in line.",
        Marked => "The register is saved.",
        Made => "The series is saved. Each session below can be filled in and published by itself.",
        Changed => "The series is changed, and the sessions that follow it with it.",
        Skipped => "That date is skipped. The other dates stay as they are.",
        _ => null,
    };
}
