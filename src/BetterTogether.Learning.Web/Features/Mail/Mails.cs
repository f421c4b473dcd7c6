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

    /// <summary>Never shown on the desk's page, and dropped once sent: it would let its reader in somewhere.</summary>
    [JsonIgnore]
    public virtual bool IsSecret => false;
}

public sealed record CodeToSignIn(string Code, string ValidFor, string SignInLink) : TypedMail("sign-in/code")
{
    [JsonIgnore]
    public override int Urgency => MailUrgency.SignInCode;

    [JsonIgnore]
    public override bool IsSecret => true;
}

/// <param name="BookedBy">Who booked it where it was not the reader, for example "Dev Patel, your manager".</param>
public sealed record BookingConfirmed(
    string FirstName, string SessionTitle, string When, string Where, string? JoinLink, string? BookedBy, string BookingLink)
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
public sealed record BookingCancelled(
    string FirstName, string SessionTitle, string When, string Where, string? CancelledBy, string? Reason, string ProgrammeLink)
    : TypedMail("bookings/cancelled");

/// <summary>Old → new. A Was… property is set only for what has changed.</summary>
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
    string BookingLink)
    : TypedMail("bookings/session-changed")
{
    [JsonIgnore]
    public override bool IsSecret => JoinLink is not null || WasJoinLink is not null;
}

public sealed record SessionCancelled(
    string FirstName, string SessionTitle, string When, string Where, string? Reason, string ProgrammeLink)
    : TypedMail("bookings/session-cancelled");
