namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>One mail of each kind, for previews and for the test that keeps records and templates in step.</summary>
public static class MailSamples
{
    private const string Ann = "Ann";
    private const string Title = "Learning Wednesday: life story work";
    private const string When = "Wednesday 3 June 2026, 10am to 11:30am";
    private const string Where = "Room 2, Town Hall";
    private const string JoinLink = "https://meet.demo.example/life-story?room=2&day=3";
    private const string Booking = "https://learning.demo.example/bookings/1";
    private const string Programme = "https://learning.demo.example/";

    public static IReadOnlyList<TypedMail> All { get; } =
    [
        new CodeToSignIn("482913", "10 minutes", "https://learning.demo.example/sign-in"),
        new BookingConfirmed(Ann, Title, When, Where, JoinLink, "Dev Patel, your manager", Booking),
        new BookingWaiting(Ann, Title, When, Where, "3", "the Learning Academy", Booking),
        new PlaceOffered(Ann, Title, When, Where, "Friday 29 May 2026, 3pm", Booking),
        new PlaceOfferedToAll(Ann, Title, When, Where, Booking),
        new OfferGone(Ann, Title, When, Where, "2", Booking),
        new OfferLapsed(Ann, Title, When, Where, "1", Booking),
        new BookingCancelled(Ann, Title, When, Where, "Dev Patel, your manager", "You are needed in court that morning", Programme),
        new SessionChanged(
            Ann,
            Title,
            When,
            Where,
            JoinLink,
            "Learning Wednesday: life stories",
            "Wednesday 3 June 2026, 1pm to 2:30pm",
            "Room 1, Town Hall",
            "https://meet.demo.example/life-story?room=1",
            Booking),
        new SessionCancelled(Ann, Title, When, Where, "The trainer is unwell", Programme),
    ];
}
