using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// A circle in the calendars of its people: when, the way in, who facilitates, and of what it is about its title alone. One that
/// belongs to a session is in them by that session's invites.
/// </summary>
public sealed class CircleInvites(InviteService invites, SessionCircleInviteService sessions, Outbox outbox, IOptions<SiteOptions> site)
{
    /// <param name="circle">As it is planned now.</param>
    /// <param name="seats">Who has a seat now. Who had none is invited, who has none any more is told so.</param>
    /// <param name="before">What those who stay were told; null where it is planned for the first time.</param>
    public async Task TellAsync(LearningDb db, StoredCircle circle, IReadOnlyList<StoredSeat> seats, CircleFace? before, DateTime nowUtc, CancellationToken cancel)
    {
        if (circle.SessionId is { } sessionId)
        {
            await sessions.TellAsync(db, sessionId, seats, nowUtc, cancel);
            return;
        }
        var (face, entries) = (circle.Face, await InviteService.LiveAsync(db, InviteSubject.Circle, circle.Id, cancel));
        var people = await PeopleAsync(db, [.. entries.Select(e => e.PersonId), .. seats.Select(s => s.PersonId)], cancel);
        var unsent = await UnsentMails.OfAsync(db, entries.ConvertAll(e => e.Uid), cancel);
        var facilitator = people[seats.First(s => s.Role == SeatRole.Facilitator).PersonId];
        foreach (var person in seats.Where(s => face.Period.EndsAtUtc > nowUtc).Select(s => people[s.PersonId]))
        {
            var entry = entries.Find(e => e.PersonId == person.Id);
            if (entry is null)
            {
                var invite = invites.First(db, InviteSubject.Circle, circle.Id, circle.Id, person, About(circle.Id, face, facilitator), nowUtc);
                var mail = new CirclePlanned(person.FirstName, face.Title, $"{face.Period}", Name(facilitator, person), face.CallUrl, Page(circle.Id));
                outbox.Add(db, nowUtc, To(person), mail, $"circle-planned:{circle.Id}:{invite.Uid}", invite, expiresAtUtc: face.Period.EndsAtUtc);
            }
            else if (before is not null && before != face)
            {
                var invite = invites.Updated(entry, person, About(circle.Id, face, facilitator), before.Period, nowUtc);
                outbox.AddChange<CircleChanged>(
                    db, nowUtc, unsent, To(person), untold => Changed(circle.Id, face, before, person, untold), $"circle-changed:{circle.Id}:{invite.Uid}:{invite.Sequence}", invite,
                    expiresAtUtc: face.Period.EndsAtUtc);
            }
        }
        var gone = entries.Where(e => seats.All(s => s.PersonId != e.PersonId));
        TakeOut(db, circle.Id, before ?? face, gone, people, facilitator, unsent, goesOn: true, nowUtc);
    }

    /// <summary>It does not take place. What is over stays in the diaries.</summary>
    public Task CallOffAsync(LearningDb db, CircleState circle, DateTime nowUtc, CancellationToken cancel) => TakeOutAsync(db, circle, null, nowUtc, cancel);

    /// <summary>Somebody has no seat in it any more; it goes on without them.</summary>
    public async Task UnseatAsync(LearningDb db, CircleState circle, Guid personId, DateTime nowUtc, CancellationToken cancel)
    {
        if (await db.Circles.Where(c => c.Id == circle.Id).Select(c => c.SessionId).SingleAsync(cancel) is { } sessionId) { await sessions.TellAsync(db, sessionId, StoredSeat.Of(circle), nowUtc, cancel); }
        else { await TakeOutAsync(db, circle, personId, nowUtc, cancel); }
    }

    /// <param name="only">Null: out of everybody's.</param>
    private async Task TakeOutAsync(LearningDb db, CircleState circle, Guid? only, DateTime nowUtc, CancellationToken cancel)
    {
        var entries = (await InviteService.LiveAsync(db, InviteSubject.Circle, circle.Id, cancel)).FindAll(e => only is null || e.PersonId == only);
        if (entries.Count == 0) { return; }
        var face = (await db.Circles.AsNoTracking().SingleAsync(c => c.Id == circle.Id, cancel)).Face;
        var leads = circle.Seats.First(s => s.Role == SeatRole.Facilitator).PersonId!.Value;
        var people = await PeopleAsync(db, [.. entries.Select(e => e.PersonId), leads], cancel);
        var unsent = await UnsentMails.OfAsync(db, entries.ConvertAll(e => e.Uid), cancel);
        TakeOut(db, circle.Id, face, entries, people, people[leads], unsent, goesOn: only is not null, nowUtc);
    }

    private void TakeOut(
        LearningDb db, Guid circleId, CircleFace face, IEnumerable<SentInvite> entries, Dictionary<Guid, Person> people, Person facilitator, UnsentMails unsent, bool goesOn, DateTime nowUtc)
    {
        if (face.Period.EndsAtUtc <= nowUtc) { return; }
        foreach (var entry in entries)
        {
            var person = people[entry.PersonId];
            unsent.Withdraw(entry.Uid);
            var invite = invites.Cancelled(entry, person, About(circleId, face, facilitator), nowUtc);
            var mail = new CircleOff(person.FirstName, face.Title, $"{face.Period}", Name(facilitator, person), goesOn ? "yes" : null, site.Value.Absolute(Links.Circles));
            outbox.Add(db, nowUtc, To(person), mail, $"circle-off:{circleId}:{entry.Uid}", invite, expiresAtUtc: face.Period.EndsAtUtc);
        }
    }

    private CircleChanged? Changed(Guid circleId, CircleFace face, CircleFace before, Person person, CircleChanged? untold)
    {
        var (title, when, call) = (
            UnsentMails.Was(untold?.WasTitle, before.Title, face.Title), UnsentMails.Was(untold?.WasWhen, $"{before.Period}", $"{face.Period}"), UnsentMails.Was(untold?.WasCallLink, before.CallUrl ?? "", face.CallUrl ?? ""));
        return title is null && when is null && call is null ? null : new(person.FirstName, face.Title, $"{face.Period}", face.CallUrl, title, when, call, Page(circleId));
    }

    /// <summary>What a calendar says of it.</summary>
    public Occasion About(Guid circleId, CircleFace face, Person facilitator) => new(face.Title, face.Period, face.CallUrl is null ? "" : null, string.Join('\n', new[]
    {
        $"Go into the circle: {Page(circleId)}",
        face.CallUrl is { } call ? $"The call beside it: {call}" : null,
        $"{facilitator.Name} facilitates it.",
    }.OfType<string>()));

    private static Task<Dictionary<Guid, Person>> PeopleAsync(LearningDb db, IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);

    private static string? Name(Person facilitator, Person reader) => facilitator.Id == reader.Id ? null : facilitator.Name;

    private string Page(Guid circleId) => site.Value.Absolute(Links.Circle(circleId));

    private static Recipient To(Person person) => new(person.Name, person.Email, person.Id);
}
