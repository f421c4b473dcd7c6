namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>How far the reviews of a group are, as numbers: never what stands in one.</summary>
/// <param name="Late">Of those due: not complete by the closing day, or complete after it.</param>
public sealed record Completion(string Team, int NotStarted, int InProgress, int OneConfirmed, int Complete, int Late, int NotDue)
{
    public int Due => NotStarted + InProgress + OneConfirmed + Complete;

    public Completion Plus(Completion other) => this with
    {
        NotStarted = NotStarted + other.NotStarted,
        InProgress = InProgress + other.InProgress,
        OneConfirmed = OneConfirmed + other.OneConfirmed,
        Complete = Complete + other.Complete,
        Late = Late + other.Late,
        NotDue = NotDue + other.NotDue,
    };

    public static Completion None(string team) => new(team, 0, 0, 0, 0, 0, 0);
}

/// <summary>No figure tells of fewer than five people, not even the difference between a total and the lines that are shown.</summary>
public static class SmallGroups
{
    public const int Least = 5;
    public const string Together = "Smaller teams together";

    /// <returns>Teams of five and more by name, then the smaller ones as one line: it too has five or more, or takes in the next smallest team until it does. Nothing when all of them are fewer than five.</returns>
    public static IReadOnlyList<Completion> Pooled(IEnumerable<Completion> teams)
    {
        var left = teams.Where(t => t.Due + t.NotDue > 0).OrderBy(t => t.Due).ThenBy(t => t.Team, StringComparer.Ordinal).ToList();
        var pool = Completion.None(Together);
        var pooled = 0;
        while (left.Count > 0 && (left[0].Due < Least || (pooled > 0 && pool.Due < Least)))
        {
            pool = pool.Plus(left[0]);
            left.RemoveAt(0);
            pooled++;
        }
        if (pooled > 0 && pool.Due < Least) { return []; }
        left.Sort((a, b) => string.CompareOrdinal(a.Team, b.Team));
        return pooled > 0 ? [.. left, pool] : left;
    }
}
