namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// How many mails are claimed at once, and how soon. A batch is what goes in about a second; with a rate it is one mail,
/// evenly spread. Threading: the worker's own.
/// </summary>
/// <param name="perMinute">0: as fast as the server takes them.</param>
public sealed class MailPace(int perMinute)
{
    private const int First = 8;
    private const int Biggest = 100;

    private int size = First;
    private DateTime nextUtc = DateTime.MinValue;

    public int Most => perMinute > 0 ? 1 : size;

    /// <summary>How long an ordinary mail has to wait; a sign-in code does not, but the others then wait for it.</summary>
    public TimeSpan WaitAt(DateTime nowUtc) => nextUtc > nowUtc ? nextUtc - nowUtc : TimeSpan.Zero;

    public void Went(int begun, int claimed, DateTime nowUtc)
    {
        size = begun < claimed ? Math.Max(1, begun) : Math.Min(Biggest, Math.Max(size, claimed * 2));
        if (perMinute > 0)
        {
            nextUtc = (nextUtc > nowUtc ? nextUtc : nowUtc) + begun * TimeSpan.FromMinutes(1) / perMinute;
        }
    }
}
