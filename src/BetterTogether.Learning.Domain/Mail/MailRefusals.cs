using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Mail;

public sealed record MailNotFound() : Refusal("mail-not-found", "We cannot find that mail");

public sealed record MailHasGone() : Refusal("mail-has-gone", "This mail has gone out, or is on its way at this moment. It can no longer be stopped or sent again.");

public sealed record MailIsOver() : Refusal("mail-is-over", "This mail has ended already. Look at its state below.");

public sealed record MailIsOutOfDate() : Refusal("mail-out-of-date", "What this mail says is out of date, so it is not sent again.");

public sealed record MailIsEmptied() : Refusal("mail-emptied", "The words of this mail were private and are gone, so it cannot be sent again.");
