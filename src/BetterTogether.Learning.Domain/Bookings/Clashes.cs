using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Bookings;

/// <summary>Something a person has on already.</summary>
public sealed record Engagement(string Title, string? Place, Period Period);

/// <summary>The clash rule: two things at once, or two rooms too far apart to walk between.</summary>
public static class Clashes
{
    /// <summary>Time allowed to get from one place to another.</summary>
    public static readonly TimeSpan Travel = TimeSpan.FromMinutes(15);

    /// <summary>The first of a person's engagements that is in the way of <paramref name="wanted"/>; null when none is.</summary>
    public static Clash? With(IEnumerable<Engagement> mine, IReadOnlyCollection<Engagement> wanted) =>
        (from have in mine
         from want in wanted
         where have.Period.Overlaps(want.Period) || ShortTravel(have, want)
         orderby have.Period.StartsAtUtc
         select new Clash(have.Period.Overlaps(want.Period)
             ? $"{have.Title}, {have.Period}"
             : $"{have.Title}, {have.Period}, is at {have.Place}, with less than {Travel.Minutes} minutes to get to {want.Place}")).FirstOrDefault();

    private static bool ShortTravel(Engagement have, Engagement want) =>
        have.Place is not null && want.Place is not null && have.Place != want.Place && have.Period.GapTo(want.Period) < Travel;
}
