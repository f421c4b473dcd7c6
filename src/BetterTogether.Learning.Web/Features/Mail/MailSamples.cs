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
    private const string Session = "https://learning.demo.example/sessions/1";
    private const string Circle = "How was our week?";
    private const string InCircle = "https://learning.demo.example/sessions/1/circle";
    private const string CircleLink = "https://learning.demo.example/circles/1";
    private const string Review = "https://learning.demo.example/reviews/1";
    private const string Programme = "https://learning.demo.example/";

    /// <returns>Null where there is no such kind.</returns>
    public static TypedMail? Of(string kind) => All.FirstOrDefault(sample => sample.Template == kind);

    public static IReadOnlyList<TypedMail> All { get; } =
    [
        new CodeToSignIn("482913", "10 minutes", "https://learning.demo.example/sign-in"),
        new BookingConfirmed(Ann, Title, When, Where, JoinLink, "Dev Patel, your manager", Booking, InCircle),
        new BookingWaiting(Ann, Title, When, Where, "3", "the Learning Academy", Booking),
        new PlaceOffered(Ann, Title, When, Where, "Friday 29 May 2026, 3pm", Booking),
        new PlaceOfferedToAll(Ann, Title, When, Where, Booking),
        new OfferGone(Ann, Title, When, Where, "2", Booking),
        new OfferLapsed(Ann, Title, When, Where, "1", Booking),
        new BookingCancelled(Ann, Title, When, Where, "Dev Patel, your manager", "You are needed in court that morning", Programme, "yes"),
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
            Booking,
            InCircle,
            "yes"),
        new DateCancelled(Ann, Title, When, Where, Booking),
        new SessionCancelled(Ann, Title, When, Where, "The trainer is unwell", Programme, "yes"),
        new PlanCheckIn(Ann, "three", "https://learning.demo.example/development-plan"),
        new CpdReminder(Ann, "Monday 30 November 2026", "1 more piece and a reflection with a peer", "Social Work England", "https://learning.demo.example/cpd"),
        new SessionReminder(Ann, "Tomorrow", Title, When, Where, JoinLink, Booking, InCircle),
        new DayReminder(
            Ann, "Tomorrow", "2", "Wednesday 3 June 2026",
            "10am to 11:30am: Learning Wednesday: life story work (Room 2, Town Hall)\n1pm to 2pm: Talking about feelings (Online)",
            "https://learning.demo.example/my-bookings"),
        new WorryPassedOn("Monday check-in", "Dev Patel", "https://learning.demo.example/circles/1/worries/m1"),
        new CirclePlanned(Ann, Circle, When, "Dev Patel", JoinLink, CircleLink),
        new CircleChanged(Ann, Circle, When, JoinLink, "Monday check-in", "Tuesday 2 June 2026, 10am to 11am", "https://meet.demo.example/old", CircleLink),
        new CircleOff(Ann, Circle, When, "Dev Patel", "yes", "https://learning.demo.example/circles"),
        new CircleSessionPlanned(Ann, "Circle for all", When, Where, "yes", JoinLink, InCircle, Session),
        new CircleSessionChanged(
            Ann, "Circle for all", When, Where, JoinLink, "A circle", "Tuesday 2 June 2026, 10am to 11am", "Room 1, Town Hall", "https://meet.demo.example/old", InCircle, Session),
        new CircleSessionOff(Ann, "Circle for all", When, Where, "yes", "The room is needed", "https://learning.demo.example/my-bookings"),
        new ReviewDue(Ann, "2026/27", "Sunday 31 May 2026", "two weeks left", "yes", Review),
        new TeamReviewsDue(Ann, "2026/27", "Sunday 31 May 2026", "3", "Dev Patel, Kit Moss, Sol Reyes", "three days left", "yes", "Noor Haddad", "https://learning.demo.example/my-people"),
        new ReviewShared(Ann, "Dev Patel", Review),
        new ReviewConfirmed(Ann, "Dev Patel", "yes", Review),
        new ReviewToRead(Ann, "Kit Moss", "Dev Patel", Review),
        new ReviewReopened(Ann, "Dev Patel", Review),
        new ReviewMoved(Ann, "your", "Dev Patel", "Kit Moss", "yes", Review),
        new StandInAgreed(Ann, "Dev Patel", "Monday 1 June 2026", "Friday 31 July 2026", "https://learning.demo.example/my-people"),
        new StandInForYou(Ann, "Dev Patel", "Monday 1 June 2026", "Friday 31 July 2026", "https://learning.demo.example/my-people/stand-ins"),
        new ReviewConversation(Ann, When, Where, "Tuesday 2 June 2026, 10am to 11am", Review),
        new ReviewConversationOff(Ann, When, Review),
    ];
}
