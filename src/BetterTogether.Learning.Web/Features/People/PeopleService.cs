using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Bookings;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>Changes to the staff directory. Each waits for the one before, so that rules over several people hold.</summary>
public sealed class PeopleService(UnitOfWork work, LeaverService leavers, ILogger<PeopleService> log)
{
    public Task<Result<Person>> AddAsync(Guid actorId, PersonEntry entry, CancellationToken cancel) => work.DecideAsync<Person>(async (db, nowUtc) =>
    {
        var desk = await DirectoryDesk.OpenAsync(db, actorId, nowUtc, cancel);
        var details = await desk.CheckAsync(null, entry, cancel);
        if (details.Refusal is { } no) { return no; }
        var person = new Person(Ids.New(nowUtc), details.Value);
        db.Add(person);
        db.Record(nowUtc, actorId, "person-added", person.Id);
        log.Added(person.Id, actorId);
        return person;
    }, cancel);

    public Task<Result<Person>> ChangeAsync(Guid actorId, Guid personId, PersonEntry entry, CancellationToken cancel) => work.DecideAsync<Person>(async (db, nowUtc) =>
    {
        var desk = await DirectoryDesk.OpenAsync(db, actorId, nowUtc, cancel);
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        if (desk.MayNotTouch(person) is { } notYours) { return notYours; }
        var details = await desk.CheckAsync(person, entry, cancel);
        if (details.Refusal is { } no) { return no; }
        var wasLast = desk.IsLastAdministrator(person);
        var changed = DirectoryFields.Changed(person.Details, details.Value);
        person.Change(details.Value);
        if (wasLast && !DirectoryRules.CanAdminister(person, nowUtc)) { return new LastAdministrator(); }
        if (changed.Length > 0) { db.Record(nowUtc, actorId, "person-changed", personId, changed); }
        return person;
    }, cancel);

    /// <summary>Ends the person's sign-ins with it, for a cookie on a lost phone is worth nothing from this moment, and gives back the places they have ahead.</summary>
    public async Task<Result<Person>> DeactivateAsync(Guid actorId, Guid personId, CancellationToken cancel)
    {
        var sessionIds = await leavers.AheadOfAsync(personId, cancel);
        return await work.DecideAsync(sessionIds, (db, nowUtc) => DeactivateInAsync(db, actorId, personId, sessionIds, nowUtc, cancel), cancel);
    }

    private async Task<Result<Person>> DeactivateInAsync(LearningDb db, Guid actorId, Guid personId, List<Guid> sessionIds, DateTime nowUtc, CancellationToken cancel)
    {
        var desk = await DirectoryDesk.OpenAsync(db, actorId, nowUtc, cancel);
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        if (desk.MayNotTouch(person) is { } no) { return no; }
        if (desk.IsLastAdministrator(person)) { return new LastAdministrator(); }
        person.Deactivate();
        await db.SignIns.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancel);
        await leavers.LetGoAsync(db, person, sessionIds, actorId, nowUtc, cancel);
        db.Record(nowUtc, actorId, "person-deactivated", personId);
        log.Deactivated(personId, actorId);
        return person;
    }

    public Task<Result<Person>> ReactivateAsync(Guid actorId, Guid personId, CancellationToken cancel) => work.DecideAsync<Person>(async (db, nowUtc) =>
    {
        var desk = await DirectoryDesk.OpenAsync(db, actorId, nowUtc, cancel);
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        if (desk.MayNotTouch(person) is { } no) { return no; }
        person.Reactivate();
        db.Record(nowUtc, actorId, "person-reactivated", personId);
        return person;
    }, cancel);

    /// <summary>The one thing of their entry that people change themselves.</summary>
    public Task<Result<Person>> ChangeOwnWorkingDaysAsync(Guid personId, WorkingDays days, CancellationToken cancel) => work.DecideAsync<Person>(async (db, nowUtc) =>
    {
        if (await db.People.FindAsync([personId], cancel) is not { } person) { return new PersonNotFound(); }
        person.Change(person.Details with { WorkingDays = days });
        db.Record(nowUtc, personId, "person-changed", personId, nameof(Person.WorkingDays));
        return person;
    }, cancel);
}
