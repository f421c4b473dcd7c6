using System.Text.Json.Serialization;
using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// One mail (a type called Mail would be hidden by its namespace). The record's other properties are the placeholders of its template: strings, ready to read
/// (times in London words, absolute links). Null or empty: does not apply, and `{{#if Name}}` leaves it out.
/// </summary>
public abstract record TypedMail([property: JsonIgnore] string Template)
{
    [JsonIgnore]
    public virtual int Urgency => MailUrgency.Usual;

    /// <summary>Never shown on the desk's page, and dropped once sent: it would let its reader in somewhere, or tells of a review or a circle.</summary>
    [JsonIgnore]
    public virtual bool IsSecret => Template.StartsWith("reviews/", StringComparison.Ordinal) || Template.StartsWith("circles/", StringComparison.Ordinal);
}

public sealed record CodeToSignIn(string Code, string ValidFor, string SignInLink) : TypedMail("sign-in/code")
{
    [JsonIgnore]
    public override int Urgency => MailUrgency.SignInCode;

    [JsonIgnore]
    public override bool IsSecret => true;
}

/// <param name="CircleLink">Into the circle, where the session is one: it asks for the sign-in, so it is no secret.</param>
/// <param name="BookedBy">Who booked it where it was not the reader, for example "Dev Patel, your manager".</param>
public sealed record BookingConfirmed(
    string FirstName, string SessionTitle, string When, string Where, string? JoinLink, string? BookedBy, string BookingLink, string? CircleLink)
    : TypedMail("bookings/confirmed")
{
    [JsonIgnore]
    public override bool IsSecret => JoinLink is not null;
}

public sealed record BookingWaiting(
    string FirstName, string SessionTitle, string When, string Where, string Position, string? BookedBy, string BookingLink)
    : TypedMail("bookings/waiting");

public sealed record PlaceOffered(
    string FirstName, string SessionTitle, string When, string Where, string ReplyBy, string BookingLink)
    : TypedMail("bookings/place-offered");

/// <summary>In the last two working days the place is held for all who wait together: the first yes has it.</summary>
public sealed record PlaceOfferedToAll(
    string FirstName, string SessionTitle, string When, string Where, string BookingLink)
    : TypedMail("bookings/place-offered-to-all");

/// <summary>Somebody else said yes first.</summary>
public sealed record OfferGone(
    string FirstName, string SessionTitle, string When, string Where, string Position, string BookingLink)
    : TypedMail("bookings/offer-gone");

/// <summary>The offer passed on unanswered.</summary>
public sealed record OfferLapsed(
    string FirstName, string SessionTitle, string When, string Where, string Position, string BookingLink)
    : TypedMail("bookings/offer-lapsed");

/// <param name="CancelledBy">Who cancelled it where it was not the reader.</param>
/// <param name="Waiting">Set for whoever was on the waiting list.</param>
public sealed record BookingCancelled(
    string FirstName, string SessionTitle, string When, string Where, string? CancelledBy, string? Reason, string ProgrammeLink, string? Waiting)
    : TypedMail("bookings/cancelled");

/// <summary>Old → new. A Was… property is set only for what has changed.</summary>
/// <param name="Waiting">Set for whoever is on the waiting list: there is no entry in their calendar.</param>
public sealed record SessionChanged(
    string FirstName,
    string SessionTitle,
    string When,
    string Where,
    string? JoinLink,
    string? WasTitle,
    string? WasWhen,
    string? WasWhere,
    string? WasJoinLink,
    string BookingLink,
    string? CircleLink,
    string? Waiting)
    : TypedMail("bookings/session-changed")
{
    [JsonIgnore]
    public override bool IsSecret => JoinLink is not null || WasJoinLink is not null;
}

/// <summary>One of a session's dates, which goes on without it.</summary>
public sealed record DateCancelled(string FirstName, string SessionTitle, string When, string Where, string BookingLink) : TypedMail("bookings/date-cancelled");

/// <param name="Waiting">Set for whoever was on the waiting list.</param>
public sealed record SessionCancelled(
    string FirstName, string SessionTitle, string When, string Where, string? Reason, string ProgrammeLink, string? Waiting)
    : TypedMail("bookings/session-cancelled");

/// <summary>Three, six or nine months on. Tells nothing of the plan: no title, no kind.</summary>
/// <param name="Months">"three"</param>
public sealed record PlanCheckIn(string FirstName, string Months, string PlanLink) : TypedMail("plan/check-in");

/// <param name="LastDay">"Monday 30 November 2026"</param>
/// <param name="Missing">"1 more piece and a reflection with a peer"</param>
/// <param name="CopyTo">The regulator, where there is one.</param>
public sealed record CpdReminder(string FirstName, string LastDay, string Missing, string? CopyTo, string RecordLink) : TypedMail("cpd/reminder");

/// <param name="Lead">"Tomorrow", "Today", "Wednesday 3 June 2026".</param>
public sealed record SessionReminder(
    string FirstName, string Lead, string SessionTitle, string When, string Where, string? JoinLink, string BookingLink, string? CircleLink)
    : TypedMail("reminders/session")
{
    [JsonIgnore]
    public bool IsPrivate { get; init; }

    [JsonIgnore]
    public override bool IsSecret => IsPrivate || JoinLink is not null;
}

/// <summary>One mail for a day with several sessions.</summary>
/// <param name="Sessions">A line each: time, title, place.</param>
public sealed record DayReminder(
    string FirstName, string Lead, string Count, string Day, string Sessions, string BookingsLink)
    : TypedMail("reminders/day")
{
    [JsonIgnore]
    public bool IsPrivate { get; init; }

    [JsonIgnore]
    public override bool IsSecret => IsPrivate;
}

/// <summary>For the duty contact. What was written is not in it, nor who wrote it.</summary>
public sealed record WorryPassedOn(string CircleTitle, string? Facilitator, string WorryLink) : TypedMail("circles/worry-passed-on")
{
    [JsonIgnore]
    public override int Urgency => MailUrgency.SignInCode;
}

/// <param name="Facilitator">Null: the reader.</param>
/// <param name="CallLink">Any call beside which it is held.</param>
public sealed record CirclePlanned(string FirstName, string CircleTitle, string When, string? Facilitator, string? CallLink, string CircleLink) : TypedMail("circles/planned");

/// <summary>Old → new. A Was… property is set only for what has changed; empty: there was none.</summary>
public sealed record CircleChanged(string FirstName, string CircleTitle, string When, string? CallLink, string? WasTitle, string? WasWhen, string? WasCallLink, string CircleLink)
    : TypedMail("circles/changed");

/// <param name="Facilitator">Who answers questions; null: the reader facilitates it.</param>
/// <param name="GoesOn">Set where it takes place without the reader.</param>
public sealed record CircleOff(string FirstName, string CircleTitle, string When, string? Facilitator, string? GoesOn, string CirclesLink) : TypedMail("circles/off");

/// <summary>A date of a session that is a circle, for somebody who has no booking of it.</summary>
/// <param name="Facilitates">Set where the reader does.</param>
/// <param name="CircleLink">Null where the session is private.</param>
public sealed record CircleSessionPlanned(string FirstName, string SessionTitle, string When, string Where, string? Facilitates, string? JoinLink, string? CircleLink, string PageLink)
    : TypedMail("circles/session-planned");

/// <summary>Old → new. A Was… property is set only for what has changed.</summary>
public sealed record CircleSessionChanged(
    string FirstName, string SessionTitle, string When, string Where, string? JoinLink, string? WasTitle, string? WasWhen, string? WasWhere, string? WasJoinLink, string? CircleLink, string PageLink)
    : TypedMail("circles/session-changed");

/// <param name="GoesOn">Set where it takes place without the reader.</param>
public sealed record CircleSessionOff(string FirstName, string SessionTitle, string When, string Where, string? GoesOn, string? Reason, string PageLink) : TypedMail("circles/session-off");

/// <param name="Left">"four weeks left", "today is the last day"; null when it opens and after it.</param>
/// <param name="After">Set after the closing day.</param>
public sealed record ReviewDue(string FirstName, string Cycle, string DueBy, string? Left, string? After, string ReviewLink) : TypedMail("reviews/due");

/// <param name="Names">Whose reviews wait for the reader.</param>
/// <param name="ToRead">Whose the reader is asked to read, as somebody above whoever led them; null: nobody's.</param>
public sealed record TeamReviewsDue(string FirstName, string Cycle, string DueBy, string Count, string Names, string? Left, string? After, string? ToRead, string TeamLink) : TypedMail("reviews/team-due");

public sealed record ReviewShared(string FirstName, string Who, string ReviewLink) : TypedMail("reviews/shared");

/// <param name="Complete">Set when both have confirmed.</param>
public sealed record ReviewConfirmed(string FirstName, string Who, string? Complete, string ReviewLink) : TypedMail("reviews/confirmed");

public sealed record ReviewToRead(string FirstName, string EmployeeName, string LeadName, string ReviewLink) : TypedMail("reviews/to-read");

/// <param name="Who">Null: the reader did it.</param>
public sealed record ReviewReopened(string FirstName, string? Who, string ReviewLink) : TypedMail("reviews/reopened");

/// <param name="Whose">"your", or "Ann Example's".</param>
/// <param name="WasYours">Set for whoever led before: they may leave a note.</param>
public sealed record ReviewMoved(string FirstName, string Whose, string From, string To, string? WasYours, string Link) : TypedMail("reviews/moved");

public sealed record StandInAgreed(string FirstName, string ManagerName, string From, string Until, string TeamLink) : TypedMail("reviews/stand-in");

/// <summary>To the line manager, where the learning desk has named somebody.</summary>
public sealed record StandInForYou(string FirstName, string StandInName, string From, string Until, string StandInsLink) : TypedMail("reviews/stand-in-for-you");

/// <param name="WasWhen">Set when it moved.</param>
public sealed record ReviewConversation(string FirstName, string When, string Where, string? WasWhen, string ReviewLink) : TypedMail("reviews/conversation");

public sealed record ReviewConversationOff(string FirstName, string When, string ReviewLink) : TypedMail("reviews/conversation-off");
