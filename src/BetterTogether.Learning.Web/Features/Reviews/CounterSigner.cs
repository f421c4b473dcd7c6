namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Who is asked to read what both have confirmed, and to say so.</summary>
public enum CounterSigner
{
    None,

    /// <summary>The line manager of whoever leads the review.</summary>
    ManagersManager,
}
