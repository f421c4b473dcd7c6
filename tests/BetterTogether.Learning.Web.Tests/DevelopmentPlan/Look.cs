using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Features.DevelopmentPlan;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.DevelopmentPlan;

/// <summary>Waits for the hourly look at who is to be nudged: the last in its order is somebody who is always due.</summary>
internal static class Look
{
    private const string Last = "the.last";

    /// <summary>Lets time pass to a moment and waits until the look of that moment is over.</summary>
    /// <param name="waits">False on a day on which nobody is asked.</param>
    public static async Task PassesToAsync(Academy academy, DateTime utc, bool waits = true)
    {
        var objective = await LastAsync(academy, utc);
        academy.Clock.JumpTo(utc);
        if (waits) { await Eventually.HoldsAsync(() => academy.App.Ask(db => db.Nudges.AnyAsync(n => n.PersonId == objective.PersonId && n.Kind == CheckInNudges.Kind)), "the last one was asked"); }
    }

    /// <summary>Who was nudged, the one that is always due left out.</summary>
    public static Task<List<Guid>> AskedAsync(Academy academy) => academy.App.Ask(db =>
        (from nudge in db.Nudges join person in db.People on nudge.PersonId equals person.Id where !person.Email.Contains(Last) select nudge.PersonId).ToListAsync());

    private static async Task<Objective> LastAsync(Academy academy, DateTime utc)
    {
        // Ids begin with the time they are made at: one that begins with the end of time is looked at last.
        var person = new Person(new Guid("ffffffff" + Guid.NewGuid().ToString()[8..]), new PersonDetails("The Last", $"{Last}.{Guid.NewGuid():n}@demo.example", JobTitle: "Recruitment officer").Checked().Value);
        var objective = Objective.Set(person.Id, new(ObjectiveKind.Work, "Be asked"), utc.AddMonths(-3)).Value;
        await academy.App.Has(person, objective);
        return objective;
    }
}
