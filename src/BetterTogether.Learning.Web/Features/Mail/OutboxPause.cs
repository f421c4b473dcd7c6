namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Why the whole queue stands still, if it does. Threading: the worker writes one reference, anybody reads it.</summary>
public sealed class OutboxPause
{
    private volatile Stop? stop;

    public string? Reason => stop?.Reason;

    /// <summary>Null while the queue moves; the end of time until somebody has mended the settings and started again.</summary>
    public DateTime? UntilUtc => stop?.UntilUtc;

    public void Set(DateTime untilUtc, string reason) => stop = new Stop(untilUtc, reason);

    public void Clear() => stop = null;

    private sealed record Stop(DateTime UntilUtc, string Reason);
}
