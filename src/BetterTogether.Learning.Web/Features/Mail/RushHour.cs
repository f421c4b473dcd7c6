namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Whoever books stands there and waits; a mail may come a moment later. Threading: one waits.</summary>
/// <param name="came">How many writers have come so far.</param>
/// <param name="moment">Lets a moment pass.</param>
public sealed class RushHour(Func<long> came, Func<CancellationToken, Task> moment)
{
    /// <summary>More writers than this between two looks are a rush.</summary>
    public const int Few = 5;

    /// <summary>So many moments a rush is waited for, and no longer.</summary>
    public const int MostMoments = 20;

    private long seen;

    /// <summary>Returns once a moment brought few writers; at once where few have come since the last time.</summary>
    public async Task LetPassAsync(CancellationToken cancel)
    {
        for (var moments = 0; came() - seen > Few && moments < MostMoments; moments++)
        {
            seen = came();
            await moment(cancel);
        }

        seen = came();
    }
}
