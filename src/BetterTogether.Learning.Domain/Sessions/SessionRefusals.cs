using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Sessions;

public sealed record SessionNotFound() : Refusal("session-not-found", "We cannot find that session. It may have been taken out of the programme.");

public sealed record SessionIsCancelled() : Refusal("session-cancelled", "This session has been cancelled. Look in the programme for another date.");

public sealed record AlreadyBegun() : Refusal("already-begun", "This session has already begun, so its bookings can no longer change. The learning desk can help.");

public sealed record AlreadyOver() : Refusal("already-over", "This session is over and cannot be cancelled any more");

public sealed record RegisterStands() : Refusal("register-stands", "Somebody is marked in the register of a date that would be moved or taken out. Leave that date as it is.", nameof(SessionDetails.Dates));

public sealed record CapacityBelowHeld(int Held) : Refusal("capacity-below-held", $"{Held} {(Held == 1 ? "place is" : "places are")} held, so there cannot be fewer than {Held}. Enter {Held} or more, or release places first.", nameof(SessionDetails.Capacity));

public sealed record ChangedMeanwhile() : Refusal("changed-meanwhile", "Somebody else changed this while you were editing. What you typed is below: compare it with the current version, then save again.");

public sealed record NotYourSession() : Refusal("not-your-session", "Open sessions are planned by the learning desk, private ones by their facilitator");

public sealed record SeriesNotFound() : Refusal("series-not-found", "We cannot find that series");

public sealed record StaysPrivate() : Refusal("stays-private", "People have booked this session as a private one, so it stays private. Make another session that is open.", nameof(SessionDetails.Visibility));

public sealed record FacilitatorMissing() : Refusal("facilitator-missing", "A private session needs a facilitator from the staff directory, or nobody could open it again", nameof(SessionDetails.Trainers));
