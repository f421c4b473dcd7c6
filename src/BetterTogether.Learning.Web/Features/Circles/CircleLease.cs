namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// Somebody is in a circle over one connection. Its node renews it while the connection is open; one that runs out is swept by any node.
/// So a node that dies takes nobody's place, and a late goodbye of an old connection cannot end a new one.
/// </summary>
public sealed class CircleLease
{
    /// <summary>Longer than a client's silence may last, so that presence ends by what is known, not by a slow disk.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    /// <summary>A page without script counts as being there for this long after it was fetched.</summary>
    public static readonly TimeSpan OfAPage = TimeSpan.FromMinutes(1);

    /// <summary>In the place of a connection's id: all pages of one person.</summary>
    public static string Page(Guid personId) => $"page/{personId}";

    private CircleLease() { }

    public CircleLease(string connectionId, Guid circleId, Guid personId, Guid? node, byte[]? signIn, DateTime untilUtc) =>
        (ConnectionId, CircleId, PersonId, Node, SignIn, UntilUtc) = (connectionId, circleId, personId, node, signIn, untilUtc);

    public string ConnectionId { get; private set; } = "";
    public Guid CircleId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The node that renews it; null for a page, which nobody renews.</summary>
    public Guid? Node { get; private set; }
    /// <summary>The hash of the sign-in's key: the connection ends with it.</summary>
    public byte[]? SignIn { get; private set; }
    public DateTime UntilUtc { get; private set; }

    public void Extend(DateTime untilUtc) => UntilUtc = untilUtc;
}
