using BetterTogether.Learning.Domain.Mail;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A claimed mail and what became of it.</summary>
public sealed record Outcome(OutboxMail Mail, Delivery Delivery);
