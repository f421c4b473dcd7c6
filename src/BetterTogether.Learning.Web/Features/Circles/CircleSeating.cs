using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>Who sits where: the people of a plan, from the directory, in the order of the ring.</summary>
internal static class CircleSeating
{
    private const int LongestName = 40;

    /// <returns>Facilitator, co-facilitators, bringer, listener, then the others in the order in which they were named; one seat a person.</returns>
    public static async Task<Result<IReadOnlyList<Participant>>> SeatAsync(LearningDb db, NewCircle circle, Guid callerId, DateTime nowUtc, CancellationToken cancel)
    {
        var caller = circle.FacilitatorEmail is null ? await db.People.Where(p => p.Id == callerId).Select(p => p.Email).SingleAsync(cancel) : circle.FacilitatorEmail;
        var wanted = new List<(string Email, SeatRole Role)> { (Tidy(caller), SeatRole.Facilitator) };
        wanted.AddRange((circle.CoFacilitatorEmails ?? []).Select(email => (Tidy(email), SeatRole.CoFacilitator)));
        if (circle.BringerEmail is { } bringer) { wanted.Add((Tidy(bringer), SeatRole.Bringer)); }
        if (circle.ListenerEmail is { } listener) { wanted.Add((Tidy(listener), SeatRole.Listener)); }
        wanted.AddRange(circle.ParticipantEmails.Select(email => (Tidy(email), SeatRole.Participant)));
        var seats = wanted.DistinctBy(w => w.Email).ToList();

        var emails = seats.ConvertAll(s => s.Email);
        var people = (await db.People.AsNoTracking().Where(p => emails.Contains(p.Email)).ToListAsync(cancel)).Where(p => p.IsHere(nowUtc)).ToDictionary(p => p.Email);
        var unknown = emails.Where(e => !people.ContainsKey(e)).ToList();
        if (unknown.Count > 0) { return new Invalid("person-not-known", $"Not in the staff directory: {string.Join(", ", unknown)}", nameof(NewCircle.ParticipantEmails)); }
        if (circle.InPersonNames?.Any(name => name.Trim().Length > LongestName) == true) { return new Invalid("name-too-long", $"Give first names only, one a line, up to {LongestName} characters each", nameof(NewCircle.InPersonNames)); }
        var above = circle.ListenerEmail is null ? null : await LinesAsync(db, [.. people.Values], cancel);
        return seats.ConvertAll(s => Seat(people[s.Email], s.Role, above?[people[s.Email].Id])).Concat((circle.InPersonNames ?? []).Select(name => new Participant(null, name.Trim()))).ToList();
    }

    /// <returns>Who has a place on the circle's session and is not in its plan: they come in by their place. Nobody where no leader listens, because nobody is kept out there.</returns>
    public static async Task<IReadOnlyList<Participant>> ComingAsync(LearningDb db, Guid circleId, IReadOnlyList<Participant> planned, CancellationToken cancel)
    {
        if (planned.All(p => p.Role != SeatRole.Listener)) { return []; }
        var ids = planned.Select(p => p.PersonId).OfType<Guid>().ToList();
        var people = await (from circle in db.Circles
                            join booking in db.Bookings on circle.SessionId equals booking.SessionId
                            join person in db.People on booking.PersonId equals person.Id
                            where circle.Id == circleId && booking.Status == BookingStatus.Confirmed && !ids.Contains(person.Id)
                            orderby person.Name
                            select person).AsNoTracking().ToListAsync(cancel);
        var lines = await LinesAsync(db, people, cancel);
        return people.ConvertAll(p => Seat(p, above: lines[p.Id]));
    }

    public static Participant Seat(Person person, SeatRole role = SeatRole.Participant, IReadOnlyList<Guid>? above = null) => new(person.Id, person.Name, role, ManagerId: person.ManagerId, Above: above);

    /// <returns>Of each of them everybody above, nearest first: a read for each level of the directory.</returns>
    public static async Task<Dictionary<Guid, IReadOnlyList<Guid>>> LinesAsync(LearningDb db, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var managerOf = people.ToDictionary(p => p.Id, p => p.ManagerId);
        while (managerOf.Values.OfType<Guid>().Where(id => !managerOf.ContainsKey(id)).Distinct().ToList() is { Count: > 0 } next)
        {
            foreach (var manager in await db.People.Where(p => next.Contains(p.Id)).Select(p => new { p.Id, p.ManagerId }).ToListAsync(cancel)) { managerOf.Add(manager.Id, manager.ManagerId); }
        }
        return people.ToDictionary(p => p.Id, p => (IReadOnlyList<Guid>)[.. DirectoryRules.Above(p.Id, managerOf)]);
    }

    private static string Tidy(string email) => PersonDetails.TidyEmail(email);
}
