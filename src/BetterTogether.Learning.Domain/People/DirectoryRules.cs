namespace BetterTogether.Learning.Domain.People;

/// <summary>What no single entry of the directory can know: rules that look at several people.</summary>
public static class DirectoryRules
{
    /// <summary>Whether somebody would come to stand above themselves. Ends on a circle that is already there, too.</summary>
    /// <param name="managerOf">Each person's line manager, where there is one.</param>
    public static bool ClosesCircle(Guid personId, Guid? managerId, IReadOnlyDictionary<Guid, Guid> managerOf)
    {
        HashSet<Guid> seen = [];
        for (var above = managerId; above is { } id && seen.Add(id); above = managerOf.TryGetValue(id, out var next) ? next : null)
        {
            if (id == personId) { return true; }
        }
        return false;
    }

    /// <summary>Everybody above somebody, the line manager first. Ends where the directory goes round in a circle.</summary>
    /// <param name="managerOf">Each person's line manager, where there is one.</param>
    public static IEnumerable<Guid> Above(Guid personId, IReadOnlyDictionary<Guid, Guid?> managerOf)
    {
        HashSet<Guid> seen = [personId];
        for (var above = managerOf.GetValueOrDefault(personId); above is { } id && seen.Add(id); above = managerOf.GetValueOrDefault(id)) { yield return id; }
    }

    /// <summary>Whether nobody else can give roles today; people whose last day has passed do not count.</summary>
    public static bool IsLastAdministrator(Person person, IEnumerable<Person> others, DateTime nowUtc) =>
        CanAdminister(person, nowUtc) && !others.Any(other => other.Id != person.Id && CanAdminister(other, nowUtc));

    public static bool CanAdminister(Person person, DateTime nowUtc) => person.Roles.HasFlag(Roles.Administrator) && person.IsHere(nowUtc);
}
