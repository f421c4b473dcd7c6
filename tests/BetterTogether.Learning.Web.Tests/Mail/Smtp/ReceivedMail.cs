namespace BetterTogether.Learning.Web.Tests.Mail.Smtp;

/// <summary>What came in: the envelope, and the message with its dots unstuffed.</summary>
internal sealed record ReceivedMail(string From, string To, string Mime, DateTime AtUtc);
