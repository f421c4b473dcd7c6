namespace BetterTogether.Learning.Domain.Mail;

/// <summary>The higher goes first; within one urgency the older goes first.</summary>
public static class MailUrgency
{
    public const int Usual = 0;

    /// <summary>Somebody is looking at the page that asks for it.</summary>
    public const int SignInCode = 10;
}
