using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Who stands in for a line manager, and until when. The manager says so, or the desk where the manager cannot.</summary>
public sealed class StandInService(UnitOfWork work, ReviewMails mails)
{
    public Task<Result<Delegation>> AgreeAsync(Guid managerId, Guid actorId, string? email, DateOnly? from, DateOnly? until, CancellationToken cancel) => work.DecideAsync(async (db, nowUtc) =>
    {
        var address = PersonDetails.TidyEmail(email);
        if (await db.People.SingleOrDefaultAsync(p => p.Email == address && p.Active, cancel) is not { } standIn) { return new Invalid("stand-in-unknown", "Enter the work e-mail of a colleague, as in the directory", "Email"); }
        if (until is not { } last) { return new Invalid("until-missing", "Enter the last day. Standing in always ends.", "Until"); }
        if (standIn.Id == actorId && actorId != managerId) { return new NamesYourself("Email"); }
        var first = from ?? nowUtc.ToLondonDate();
        var agreed = Delegation.Agree(managerId, standIn.Id, first, last, nowUtc);
        if (agreed.Refusal is not null) { return agreed; }
        // Pressed twice, it is one.
        if (await db.Delegations.FirstOrDefaultAsync(d => d.ManagerId == managerId && d.DelegateId == standIn.Id && d.From == first && d.Until == last && d.EndedAtUtc == null, cancel) is { } known) { return known; }
        db.Add(agreed.Value);
        db.Record(nowUtc, actorId, "stand-in-agreed", managerId);
        await mails.StandInAsync(db, agreed.Value, await db.People.SingleAsync(p => p.Id == managerId, cancel), standIn, byManager: actorId == managerId, nowUtc, cancel);
        return agreed;
    }, cancel);

    public Task<Result<Delegation>> EndAsync(Guid delegationId, Guid managerId, Guid actorId, CancellationToken cancel) => work.DecideAsync<Delegation>(async (db, nowUtc) =>
    {
        if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == delegationId && d.ManagerId == managerId, cancel) is not { } agreed) { return new PersonNotFound(); }
        agreed.End(nowUtc);
        db.Record(nowUtc, actorId, "stand-in-ended", managerId);
        return agreed;
    }, cancel);

    /// <summary>Null: nobody in the directory.</summary>
    public async Task<string?> NameAsync(Guid managerId, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await db.People.Where(p => p.Id == managerId).Select(p => p.Name).SingleOrDefaultAsync(cancel);
    }

    public async Task<List<StandIn>> OfAsync(Guid managerId, DateOnly today, CancellationToken cancel)
    {
        await using var db = await work.ReadAsync(cancel);
        return await (from agreed in db.Delegations
                      join person in db.People on agreed.DelegateId equals person.Id
                      where agreed.ManagerId == managerId && agreed.EndedAtUtc == null && agreed.Until >= today
                      orderby agreed.From
                      select new StandIn(agreed.Id, person.Name, agreed.From, agreed.Until)).ToListAsync(cancel);
    }
}

public sealed record StandIn(Guid Id, string Name, DateOnly From, DateOnly Until);
