using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Who is where when, so that nobody of the demo is in two rooms at once, away from work, or gone.</summary>
internal sealed class DemoDiary
{
    private readonly Dictionary<Guid, List<Period>> taken = [];

    public bool IsFree(Person person, IReadOnlyCollection<Period> dates) =>
        dates.All(d => person.IsHere(d.EndsAtUtc) && d.StartsAtUtc.ToLondonDate().IsWorkingDay(person.WorkingDays))
        && (!taken.TryGetValue(person.Id, out var mine) || !mine.Any(m => dates.Any(d => m.Overlaps(d) || m.GapTo(d) < Clashes.Travel)));

    public void Take(Person person, IEnumerable<Period> dates)
    {
        if (!taken.TryGetValue(person.Id, out var mine)) { taken[person.Id] = mine = []; }
        mine.AddRange(dates);
    }

    /// <summary>The next people of a rota who are free then; they are engaged from now on.</summary>
    public IReadOnlyList<Guid> Staff(DemoRota rota, int count, IReadOnlyCollection<Period> dates)
    {
        var found = rota.Round().Where(p => IsFree(p, dates)).Take(count).ToList();
        foreach (var person in found) { Take(person, dates); }
        return [.. found.Select(p => p.Id)];
    }
}

/// <summary>People who take turns.</summary>
internal sealed class DemoRota(IReadOnlyList<Person> people)
{
    private int turn;

    /// <summary>Everybody once, beginning with whoever comes next.</summary>
    public IEnumerable<Person> Round()
    {
        for (var i = 0; i < people.Count; i++) { yield return people[turn++ % people.Count]; }
    }
}
