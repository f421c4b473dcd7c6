namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>A template file that cannot be used as it stands. Caught where the fallback is.</summary>
public sealed class BrokenTemplateException : Exception
{
    public BrokenTemplateException()
    {
    }

    public BrokenTemplateException(string message)
        : base(message)
    {
    }

    public BrokenTemplateException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
