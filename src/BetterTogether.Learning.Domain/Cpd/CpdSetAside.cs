namespace BetterTogether.Learning.Domain.Cpd;

/// <summary>An offer somebody wants not in their record: it is offered no more until they bring it back.</summary>
public sealed class CpdSetAside
{
    private CpdSetAside() { }

    public CpdSetAside(Guid personId, Guid fromId, int number) => (PersonId, FromId, Number) = (personId, fromId, number);

    public Guid PersonId { get; private set; }
    /// <summary>The session it was offered from, or the objective.</summary>
    public Guid FromId { get; private set; }
    /// <summary>Which line of the objective's history; 0 for a session.</summary>
    public int Number { get; private set; }
}
