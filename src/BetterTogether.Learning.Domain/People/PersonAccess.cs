namespace BetterTogether.Learning.Domain.People;

/// <summary>
/// The one rule about who leads whom today, and so may read what a person writes about their growth: the line manager of the directory
/// (the host while somebody is seconded), the managers of further posts, and whoever stands in for one of them. Nobody leads themselves.
/// </summary>
public static class PersonAccess
{
    /// <summary>Everybody the caller leads. It composes into a query: each branch goes by an index.</summary>
    public static IQueryable<Person> LedBy(IQueryable<Person> people, IQueryable<Post> posts, IQueryable<Delegation> delegations, Guid callerId, DateOnly today)
    {
        var standsInFor = StoodInForBy(delegations, callerId, today);
        var ids = people.Where(p => p.ManagerId == callerId || (p.ManagerId != null && standsInFor.Contains(p.ManagerId.Value)))
            .Where(p => !posts.Any(x => x.PersonId == p.Id && x.Kind == PostKind.Secondment && x.From <= today && (x.Until == null || today <= x.Until)))
            .Select(p => p.Id)
            .Union(posts.Where(x => (x.ManagerId == callerId || standsInFor.Contains(x.ManagerId)) && x.From <= today && (x.Until == null || today <= x.Until)).Select(x => x.PersonId));
        return people.Where(p => ids.Contains(p.Id) && p.Id != callerId);
    }

    /// <summary>The managers the caller stands in for today.</summary>
    public static IQueryable<Guid> StoodInForBy(IQueryable<Delegation> delegations, Guid callerId, DateOnly today) =>
        InForce(delegations, today).Where(d => d.DelegateId == callerId).Select(d => d.ManagerId);

    /// <summary><see cref="Delegation.IsInForce"/> as the database computes it.</summary>
    public static IQueryable<Delegation> InForce(IQueryable<Delegation> delegations, DateOnly today) =>
        delegations.Where(d => d.EndedAtUtc == null && d.From <= today && today <= d.Until);

    /// <summary>Who leads in a post today; null where nobody does, as in one that has ended.</summary>
    /// <param name="postId">A further post's id, or the person's own id for the post in the directory.</param>
    public static Guid? LeadOf(Person person, Guid postId, IReadOnlyCollection<Post> posts, DateOnly today) =>
        postId != person.Id
            ? posts.FirstOrDefault(x => x.Id == postId && x.IsHeld(today))?.ManagerId
            : posts.FirstOrDefault(x => x.PersonId == person.Id && x.Kind == PostKind.Secondment && x.IsHeld(today))?.ManagerId ?? person.ManagerId;
}
