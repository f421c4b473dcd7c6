using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>How the nodes of one product tell each other that a circle has changed. Lost news is healed by the next one and by the clients' poll.</summary>
public interface IChangeNotifier
{
    /// <summary>Which node this is, for as long as the process lives.</summary>
    Guid Node { get; }

    /// <summary>Part of a transaction: the others hear it once that is committed, and never of one that failed.</summary>
    Task TellAsync(LearningDb db, IReadOnlyList<CircleNews> news, CancellationToken cancel);

    /// <summary>Hears the others until cancelled.</summary>
    /// <param name="missed">Called when news may have been lost: after each new connection.</param>
    Task ListenAsync(Action<CircleNews> heard, Action missed, CancellationToken cancel);
}
