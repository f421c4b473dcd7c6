namespace BetterTogether.Learning.Web.Features.Mail;

public sealed record RenderedMail(string Subject, string Text, string Html);
