using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Tests.Calendars;

/// <summary>The invites of the golden files: a file's name is the property it shows.</summary>
internal static class Invites
{
    public static Invite Request { get; } = new(
        "5f1c-1@learning.demo.example",
        0,
        InviteMethod.Request,
        Utc(2026, 5, 20, 8, 15),
        Utc(2026, 6, 3, 9, 0),
        Utc(2026, 6, 3, 10, 30),
        "Learning Wednesday: life story work",
        "Room 2, Town Hall",
        "Wednesday 3 June 2026, 10am to 11:30am\nRoom 2, Town Hall\n\nYou cannot come? https://learning.demo.example/bookings/1",
        new Mailbox("Learning Academy", "learning@demo.example"),
        new Mailbox("Ann Other", "worker1@demo.example"),
        Private: false);

    public static Invite Update { get; } = Request with
    {
        Sequence = 1,
        StampUtc = Utc(2026, 5, 21, 8, 15),
        StartsAtUtc = Utc(2026, 6, 3, 12, 0),
        EndsAtUtc = Utc(2026, 6, 3, 13, 30),
    };

    public static Invite Cancel { get; } = Update with { Method = InviteMethod.Cancel, Sequence = 2, StampUtc = Utc(2026, 5, 22, 8, 15) };

    public static Invite Private { get; } = Request with
    {
        Summary = Invite.SummaryFor("Bring a stuck conversation", isPrivate: true),
        Location = "",
        Description = "",
        Private = true,
    };

    public static Invite Published { get; } = Request with { Method = InviteMethod.Publish };

    public const string FeedName = "My; learning, \\ all of it 🌱";

    public static IReadOnlyList<Invite> Feed { get; } = [Published, Private with { Method = InviteMethod.Publish, Uid = "5f1c-2@learning.demo.example" }];

    public static Invite Awkward { get; } = Request with
    {
        Summary = "Families; first, \"always\" \\ no \\n here 🌱👩‍👩‍👧‍👦\a — " + string.Concat(Enumerable.Repeat("🌱", 40)),
        Location = "C:\\rooms\\new; left, right",
        Organiser = new Mailbox("Learning; \"the\" Academy, x:y", "learning@demo.example"),
        Attendee = new Mailbox("Zoë O'Neil\r\nATTENDEE:mailto:other@demo.example", "zoe.o'neil+l@demo.example"),
    };

    // 2am becomes 1am on 25 October 2026 and 1am becomes 2am on 28 March 2027: the same London hour is another UTC hour.
    public static Invite BeforeAutumn { get; } = At(Utc(2026, 10, 24, 9, 0));

    public static Invite AcrossAutumn { get; } = At(Utc(2026, 10, 25, 0, 30));

    public static Invite AfterSpring { get; } = At(Utc(2027, 3, 28, 9, 0));

    public static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    private static Invite At(DateTime startsAtUtc) => Request with { StartsAtUtc = startsAtUtc, EndsAtUtc = startsAtUtc.AddMinutes(90) };
}
