using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>A line of the directory's list.</summary>
public sealed record PersonLine(Guid Id, string Name, string Email, string? Team, string? JobTitle, string? Manager, Roles Roles, bool Active);

public sealed record PeoplePage(IReadOnlyList<PersonLine> People, bool More);

/// <summary>One person's entry with the line manager's name and address.</summary>
public sealed record PersonCard(Person Person, string? ManagerName, string? ManagerEmail);

public sealed class PeopleQueries(LearningDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="text">Part of a name, an address or a team; empty for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<PeoplePage> SearchAsync(string? text, bool left, int page, CancellationToken cancel)
    {
        var people = db.People.AsNoTracking().Where(p => left || p.Active);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var part = text.Trim();
#pragma warning disable CA1304, CA1311, CA1862 // becomes the database's own lower(), on both sides: no culture of ours, and .NET's would not meet SQLite's, which knows A to Z only
            people = people.Where(p => p.Name.ToLower().Contains(part.ToLower()) || p.Email.Contains(part.ToLower()) || (p.Team != null && p.Team.ToLower().Contains(part.ToLower())));
#pragma warning restore CA1304, CA1311, CA1862
        }
        var found = await people.OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(p => new PersonLine(p.Id, p.Name, p.Email, p.Team, p.JobTitle, db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Name).FirstOrDefault(), p.Roles, p.Active))
            .ToListAsync(cancel);
        return new PeoplePage([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public Task<PersonCard?> FindAsync(Guid id, CancellationToken cancel) => db.People.AsNoTracking().Where(p => p.Id == id)
        .Select(p => new PersonCard(p, db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Name).FirstOrDefault(), db.People.Where(m => m.Id == p.ManagerId).Select(m => m.Email).FirstOrDefault()))
        .FirstOrDefaultAsync(cancel);

    /// <summary>Whether somebody's reviews are theirs to hold.</summary>
    public Task<bool> ManagesAsync(Guid id, CancellationToken cancel) => db.ManagedBy(id, clock.GetUtcNow().UtcDateTime.ToLondonDate()).AnyAsync(cancel);
}
