using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

public sealed class TeamQueries(LearningDb db, IOptions<ReviewOptions> options, TimeProvider clock)
{
    /// <summary>Two commands, however many people: the reviews, and what stands beside them.</summary>
    public async Task<Team> OfAsync(Guid callerId, CancellationToken cancel)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var today = nowUtc.ToLondonDate();
        var (members, cycle, closes) = await MembersAsync(callerId, today, cancel);
        var asked = Bookings(callerId, nowUtc).Concat(NeedingHelp(callerId, today)).Concat(HandedOver(callerId));
        if (options.Value.AsksAbove) { asked = asked.Concat(ToRead(callerId, today)); }
        var beside = (await asked.AsNoTracking().ToListAsync(cancel)).ToLookup(b => b.What);
        return new(
            members, cycle, closes,
            [.. new[] { (What.Booked, BookingStatus.Confirmed), (What.Waiting, BookingStatus.Waiting), (What.Offered, BookingStatus.Offered) }
                .SelectMany(kind => beside[kind.Item1].Select(b => new TeamBooking(b.Id, b.PageId, b.Name, kind.Item2, b.Title!, b.AtUtc, b.Place ?? "Online")))
                .OrderBy(b => b.StartsAtUtc).ThenBy(b => b.SessionId).ThenBy(b => b.Name, StringComparer.Ordinal)],
            [.. beside[What.NeedsHelp].OrderBy(b => b.Name, StringComparer.Ordinal).ThenBy(b => b.Id).Select(b => new NeedsHelp(b.PageId, b.Name, b.Title, b.AtUtc))],
            [.. beside[What.HandedOver].OrderByDescending(b => b.AtUtc).Select(b => new HandedOver(b.Id, b.Name, b.Title!, b.AtUtc))],
            [.. beside[What.ToRead].OrderBy(b => b.AtUtc).Select(b => new ToRead(b.PageId, b.Name, b.Title!, b.AtUtc))]);
    }

    /// <summary>Everybody somebody leads today, or reviews by agreement, those first who wait for them.</summary>
    private async Task<(IReadOnlyList<TeamMember> Members, string? Cycle, DateOnly? Closes)> MembersAsync(Guid callerId, DateOnly today, CancellationToken cancel)
    {
        var standsInFor = PersonAccess.StoodInForBy(db.Delegations, callerId, today);
        var cycle = Latest(today);
        var reviews = db.Reviews.Where(r => r.CycleId == cycle.Select(c => c.Id).FirstOrDefault());
        var ids = db.LedBy(callerId, today).Select(p => p.Id).Union(db.People.Where(p => p.ManagerId == callerId).Select(p => p.Id)).Union(reviews.Where(r => r.ReviewerId == callerId).Select(r => r.PersonId));
        // Only theirs: joined to everybody's, SQLite would first work out who leads each review of the cycle.
        var led = db.Led(reviews.Where(r => ids.Contains(r.PersonId)), today).Select(x => new
        {
            PersonId = (Guid?)x.Review.PersonId,
            Id = (Guid?)x.Review.Id,
            x.LeadId,
            Status = (ReviewStatus?)x.Review.Status,
            BothShared = (bool?)(x.Review.EmployeeSharedAtUtc != null && x.Review.ManagerSharedAtUtc != null),
            x.Review.HeldOn,
            x.Review.NotDue,
            x.Review.DueBy,
            x.Review.FirstCompletedOn,
            x.Review.PlannedStartsAtUtc,
            Post = db.Posts.Where(p => p.Id == x.Review.PostId).Select(p => p.Title).FirstOrDefault(),
            UpToManager = (bool?)db.Reviews.Where(Review.UpToManager).Any(r => r.Id == x.Review.Id),
        });
        var away = db.AwayOn(today);
        var rows = await (from person in db.People.Where(p => p.Active && ids.Contains(p.Id))
                          join one in led on person.Id equals one.PersonId into ones
                          from review in ones.DefaultIfEmpty()
                          orderby person.Name, person.Id
                          select new
                          {
                              person.Id, person.Name, person.Email, person.JobTitle, person.Employment, IsManaged = person.ManagerId == callerId,
                              IsAway = away.Contains(person.Id),
                              IsSeconded = db.Posts.Any(p => p.PersonId == person.Id && p.Kind == PostKind.Secondment && p.From <= today && (p.Until == null || today <= p.Until)),
                              Review = review,
                              Stands = review!.LeadId != null && standsInFor.Contains(review.LeadId.Value),
                              Label = cycle.Select(c => c.Label).FirstOrDefault(),
                              Closes = cycle.Select(c => (DateOnly?)c.Closes).FirstOrDefault(),
                          }).AsNoTracking().ToListAsync(cancel);
        var members = rows.ConvertAll(r => r.Review?.Id is null
            ? new TeamMember(r.Id, r.Name, r.Email, r.JobTitle, r.IsManaged, r.IsAway, null, false, false, default, false, false, r.Employment != Employment.Employee ? NotDueReason.NotEmployed : NotDueReason.JoinedLater, false, false, null, null)
            : new TeamMember(r.Id, r.Name, r.Email, r.Review.Post ?? r.JobTitle, r.IsManaged, r.IsAway, r.Review.Id, r.Review.LeadId == callerId || r.Stands,
                r.IsManaged && r.IsSeconded && r.Review.LeadId != callerId && r.Review.Post is null, r.Review.Status!.Value, r.Review.BothShared == true, r.Review.HeldOn is not null, r.Review.NotDue,
                r.Review.UpToManager == true && r.Review.NotDue is null, r.Review.NotDue is null && r.Review.DueBy < (r.Review.FirstCompletedOn ?? today), r.Review.DueBy, r.Review.PlannedStartsAtUtc));
        return ([.. members.OrderByDescending(m => m is { UpToManager: true, IsLed: true, IsAway: false })], rows.FirstOrDefault()?.Label, rows.FirstOrDefault()?.Closes);
    }

    private IQueryable<Beside> Bookings(Guid managerId, DateTime nowUtc) =>
        from booking in db.Bookings
        join person in db.People on booking.PersonId equals person.Id
        join session in db.Sessions on booking.SessionId equals session.Id
        where person.ManagerId == managerId && person.Active && session.Visibility == Visibility.Open && session.StartsAtUtc > nowUtc
           && (booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting || booking.Status == BookingStatus.Offered)
        select new Beside
        {
            What = booking.Status == BookingStatus.Confirmed ? What.Booked : booking.Status == BookingStatus.Waiting ? What.Waiting : What.Offered,
            Id = booking.Id, PageId = session.Id, Name = person.Name, Title = session.Title, AtUtc = session.StartsAtUtc, Place = session.Place,
        };

    // Whoever only stands in does not even count a wellbeing objective.
    private IQueryable<Beside> NeedingHelp(Guid managerId, DateOnly today)
    {
        var (led, managed) = (db.LedBy(managerId, today), db.ManagedBy(managerId, today));
        return from objective in db.Objectives
               join person in led on objective.PersonId equals person.Id
               where person.Active && (objective.Kind != ObjectiveKind.Wellbeing || managed.Any(m => m.Id == person.Id)) && objective.Status == ObjectiveStatus.NeedsHelp && objective.CarriedAtUtc == null
               select new Beside
               {
                   What = What.NeedsHelp,
                   Id = objective.Id, PageId = objective.Id, Name = person.Name, Title = objective.Kind == ObjectiveKind.Wellbeing ? null : objective.Title,
                   AtUtc = db.ObjectiveEntries.Where(e => e.ObjectiveId == objective.Id && e.Status == ObjectiveStatus.NeedsHelp).Max(e => (DateTime?)e.AtUtc) ?? objective.SetAtUtc,
                   Place = null,
               };
    }

    /// <summary>Reviews somebody has handed over and may still leave a note on.</summary>
    private IQueryable<Beside> HandedOver(Guid fromId) =>
        (from move in db.HandOvers
         join review in db.Reviews on move.ReviewId equals review.Id
         join employee in db.People on review.PersonId equals employee.Id
         join to in db.People on move.ToId equals to.Id
         where move.FromId == fromId && review.Status != ReviewStatus.Complete && move.Note == null
         orderby move.AtUtc descending
         select new Beside { What = What.HandedOver, Id = move.Id, PageId = review.Id, Name = employee.Name, Title = to.Name, AtUtc = move.AtUtc, Place = null }).Take(20);

    /// <summary>Of whatever year, the longest waiting first; the next ones follow as these are read.</summary>
    private IQueryable<Beside> ToRead(Guid callerId, DateOnly today) =>
        db.Unread([callerId], today).OrderBy(x => x.Review.CompletedAtUtc).Take(Team.MostToRead)
            .Select(x => new Beside { What = What.ToRead, Id = x.Review.Id, PageId = x.Review.Id, Name = x.Employee.Name, Title = x.Lead.Name, AtUtc = x.Review.CompletedAtUtc!.Value, Place = null });

    private IQueryable<Cycle> Latest(DateOnly today) => db.Cycles.Where(c => c.Opens <= today && c.Opens == db.Cycles.Where(o => o.Opens <= today).Max(o => o.Opens));

    private enum What
    {
        Booked,
        Waiting,
        Offered,
        NeedsHelp,
        HandedOver,
        ToRead,
    }

    // Of one shape, so that the database is asked for all of them at once.
    private sealed class Beside
    {
        public required What What { get; init; }
        public required Guid Id { get; init; }
        public required Guid PageId { get; init; }
        public required string Name { get; init; }
        public required string? Title { get; init; }
        public required DateTime AtUtc { get; init; }
        public required string? Place { get; init; }
    }
}
