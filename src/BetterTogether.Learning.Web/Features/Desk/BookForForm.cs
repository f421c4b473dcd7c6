using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Booking for somebody by their address. A clash is confirmed for the person it was said of, not for whoever is typed next.</summary>
public sealed class BookForForm
{
    public const string EmailField = "Booking.Email";

    public string? Email { get; set; }
    public string? Key { get; set; }
    public string? ConfirmedFor { get; set; }

    public bool IsConfirmed => ConfirmedFor is not null && PersonDetails.TidyEmail(ConfirmedFor) == PersonDetails.TidyEmail(Email);

    /// <summary>What is in the way, once it was said.</summary>
    public string? Clash { get; private set; }

    public void Refused(Refusal refusal, ModelStateDictionary state)
    {
        Clash = (refusal as Clash)?.With;
        ConfirmedFor = Clash is null ? null : Email;
        // The services speak to the person themselves; here it is about somebody else.
        var said = refusal switch
        {
            Clash clash => new Invalid(clash.Code, $"They already have a place at that time: {clash.With}. Book all the same, or choose another session."),
            AlreadyBooked => new Invalid(refusal.Code, "They already have a place on this session, or are on its list"),
            _ => refusal,
        };
        Key = state.Show(said, EmailField, Key);
    }
}
