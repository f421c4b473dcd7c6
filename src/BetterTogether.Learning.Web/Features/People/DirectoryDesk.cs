using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>One change to the directory, within its unit of work: who asks, and what the rules need to know of the others.</summary>
internal sealed class DirectoryDesk
{
    private readonly LearningDb db;
    private readonly IReadOnlyList<Person> withRoles;
    private readonly Guid actorId;
    private readonly bool actorIsAdministrator;
    private readonly DateTime nowUtc;

    private DirectoryDesk(LearningDb db, IReadOnlyList<Person> withRoles, Guid actorId, DateTime nowUtc)
    {
        (this.db, this.withRoles, this.actorId, this.nowUtc) = (db, withRoles, actorId, nowUtc);
        actorIsAdministrator = withRoles.Any(p => p.Id == actorId && DirectoryRules.CanAdminister(p, nowUtc));
    }

    public static async Task<DirectoryDesk> OpenAsync(LearningDb db, Guid actorId, DateTime nowUtc, CancellationToken cancel)
    {
        // Touched first, so that two changes wait for each other: else two administrators could each remove the other.
        var holders = db.People.Where(p => p.Roles != Roles.None);
        await holders.ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, p => p.Active), cancel);
        return new DirectoryDesk(db, await holders.ToListAsync(cancel), actorId, nowUtc);
    }

    public bool IsLastAdministrator(Person person) => DirectoryRules.IsLastAdministrator(person, withRoles, nowUtc);

    public Refusal? MayNotTouch(Person person) => person.Roles.HasFlag(Roles.Administrator) && !actorIsAdministrator ? new AdministratorNotYours() : null;

    /// <param name="person">Null: somebody new.</param>
    public async Task<Result<PersonDetails>> CheckAsync(Person? person, PersonEntry entry, CancellationToken cancel)
    {
        var before = person?.Roles ?? Roles.None;
        if (entry.Roles is { } roles && roles != before && !actorIsAdministrator) { return new RolesNotYours(); }
        var tidied = (entry.Details with { ManagerId = null, Roles = entry.Roles ?? before }).Checked();
        if (tidied.Refusal is { } no) { return no; }
        var details = tidied.Value;
        if (await db.People.AnyAsync(p => p.Email == details.Email && (person == null || p.Id != person.Id), cancel)) { return new EmailTaken(); }
        if (string.IsNullOrWhiteSpace(entry.ManagerEmail)) { return details; }
        var managerId = await ManagerAsync(entry.ManagerEmail, cancel);
        if (managerId is null) { return new ManagerUnknown(); }
        // Of somebody new there is nothing to read yet.
        if (person is not null && managerId == actorId && person.ManagerId != actorId) { return new NamesYourself(nameof(PersonDetails.ManagerId)); }
        if (person is not null && await ClosesCircleAsync(person.Id, managerId, cancel)) { return new ManagerInCircle(); }
        return details with { ManagerId = managerId };
    }

    private async Task<Guid?> ManagerAsync(string email, CancellationToken cancel)
    {
        var address = PersonDetails.TidyEmail(email);
        return await db.People.Where(p => p.Email == address).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<bool> ClosesCircleAsync(Guid personId, Guid? managerId, CancellationToken cancel)
    {
        var managerOf = await db.People.Where(p => p.ManagerId != null).Select(p => new { p.Id, p.ManagerId }).ToDictionaryAsync(p => p.Id, p => p.ManagerId!.Value, cancel);
        return DirectoryRules.ClosesCircle(personId, managerId, managerOf);
    }
}
