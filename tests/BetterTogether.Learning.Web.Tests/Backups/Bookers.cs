using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>People who book, so that there is something to keep.</summary>
internal static class Bookers
{
    public static async Task BookAsync(this TestApp app, Session session, params string[] emails)
    {
        foreach (var email in emails)
        {
            await app.HasPerson(email);
            using var visitor = await app.SignedInAs(email);
            await visitor.BookAsync(session);
        }
    }

    public static async Task BookAsync(this Visitor visitor, Session session) =>
        (await visitor.PostAsync($"{Links.ApiSession(session.Id)}/bookings", new { confirmClash = true })).ShouldBe(System.Net.HttpStatusCode.Created);

    /// <summary>The product's own audit of a database finds nothing.</summary>
    public static async Task ShouldBeSoundAsync(this IDbContextFactory<Web.Data.LearningDb> contexts, FixedClock clock)
    {
        var audit = await new BookingInvariants(contexts, clock).AuditAsync(CancellationToken.None);
        Assert.NotEmpty(audit);
        Assert.All(audit, rule => Assert.True(rule.BrokenBy.Count == 0, rule.Name));
    }
}
