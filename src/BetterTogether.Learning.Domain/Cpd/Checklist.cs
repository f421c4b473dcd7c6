namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>What a year's record should hold, as data: a regulator's list, or one a service chose for itself.</summary>
/// <param name="Key">Stable, kept with whoever chose it.</param>
/// <param name="JobTitles">Words in a job title that make it the likely one, lower case.</param>
/// <param name="Pieces">How many entries that are ready.</param>
/// <param name="WithPeer">How many of them with a reflection with a peer.</param>
/// <param name="Reminders">"MM-dd": when to remind; empty for never.</param>
/// <param name="CopyTo">Where its people copy their entries to; null where they stay here.</param>
public sealed record Checklist(string Key, string Title, IReadOnlyList<string> JobTitles, int Pieces, int WithPeer, IReadOnlyList<ReminderDay> Reminders, string? CopyTo)
{
    public ChecklistProgress Progress(int ready, int withPeer) => new(this, ready, withPeer);

    public bool Fits(string? jobTitle) => jobTitle is not null && JobTitles.Any(words => jobTitle.Contains(words, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How far somebody is with a checklist.</summary>
public sealed record ChecklistProgress(Checklist Checklist, int Ready, int WithPeer)
{
    public int PiecesMissing => Math.Max(0, Checklist.Pieces - Ready);
    public int PeersMissing => Math.Max(0, Checklist.WithPeer - WithPeer);
    public bool IsDone => PiecesMissing + PeersMissing == 0;

    /// <summary>"1 more piece and a reflection with a peer"; "nothing" when done.</summary>
    public string MissingWords => (PiecesMissing, PeersMissing) switch
    {
        (0, 0) => "nothing",
        (0, var peers) => Peers(peers),
        (var pieces, 0) => Pieces(pieces),
        var (pieces, peers) => $"{Pieces(pieces)} and {Peers(peers)}",
    };

    private static string Pieces(int count) => count == 1 ? "1 more piece" : $"{count} more pieces";

    private static string Peers(int count) => count == 1 ? "a reflection with a peer" : $"{count} reflections with a peer";
}
