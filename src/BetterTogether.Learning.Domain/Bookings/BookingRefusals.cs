using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Bookings;

public sealed record BookingNotFound() : Refusal("booking-not-found", "We cannot find that booking among yours");

public sealed record AlreadyBooked() : Refusal("already-booked", "You already have a place on this session, or are on its list. My bookings shows it.");

public sealed record NotOffered() : Refusal("not-offered", "No place is offered to you on this session at the moment. My bookings shows where you are on the list.");

public sealed record OfferHasLapsed() : Refusal("offer-lapsed", "The time to take this place has passed, and it goes to the next person. You keep your position on the list.");

public sealed record Clash(string With) : Refusal("clash", $"You already have a place at that time: {With}. Confirm that you want both, or choose another session.");

public sealed record NothingToSwap() : Refusal("nothing-to-swap", "Only a confirmed place can be given to somebody else");

public sealed record NothingToMove() : Refusal("nothing-to-move", "Only a place you have can be moved to another date");

public sealed record NoPlaceThere() : Refusal("no-place-there", "That date has no place left, so you keep the one you have. You can join its waiting list from the session's page.");

public sealed record OneASlot() : Refusal("one-a-slot", "Choose one session in each slot: these run at the same time");

public sealed record NothingChosen() : Refusal("nothing-chosen", "Choose at least one session");

public sealed record LineInTheCircle() : Refusal(
    "line-in-circle", "A leader listens in this circle, so people of one line of management do not take part together. Please choose another date, and decline this place if it was offered to you.");

public sealed record NotYourPerson() : Refusal("not-your-person", "You can book for people you manage. The learning desk can book for anybody.");
