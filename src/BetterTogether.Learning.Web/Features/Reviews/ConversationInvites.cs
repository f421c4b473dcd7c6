using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The planned conversation in both calendars: an appointment that says nothing of what it is about.</summary>
public sealed class ConversationInvites(InviteService invites, Outbox outbox, IOptions<SiteOptions> site)
{
    public async Task TellAsync(LearningDb db, ReviewSeat seat, Period? before, DateTime nowUtc, CancellationToken cancel)
    {
        var (review, when) = (seat.Review, seat.Review.Planned!.Value);
        var entries = await InviteService.LiveAsync(db, InviteSubject.Review, review.Id, cancel);
        foreach (var person in Both(seat))
        {
            var entry = entries.Find(e => e.PersonId == person.Id);
            var invite = entry is null ? invites.First(db, InviteSubject.Review, review.Id, review.Id, person, About(seat.Review, when), nowUtc) : invites.Updated(entry, person, About(seat.Review, when), before ?? when, nowUtc);
            var mail = new ReviewConversation(person.FirstName, $"{when}", review.PlannedPlace ?? "Online", before is { } was && was != when ? $"{was}" : null, Page(seat));
            outbox.Add(db, nowUtc, To(person), mail, $"review-planned:{review.Id}:{review.PlanNumber}:{person.Id}", invite, expiresAtUtc: when.EndsAtUtc);
        }
    }

    /// <summary>Takes a plan that is still ahead out of both calendars; one that is over stays as it was.</summary>
    public async Task CallOffAsync(LearningDb db, ReviewSeat seat, DateTime nowUtc, CancellationToken cancel)
    {
        if (seat.Review.Planned is not { } when || when.EndsAtUtc <= nowUtc) { return; }
        var about = About(seat.Review, when);
        seat.Review.CallOffPlan();
        foreach (var entry in await InviteService.LiveAsync(db, InviteSubject.Review, seat.Review.Id, cancel))
        {
            if (await db.People.FindAsync([entry.PersonId], cancel) is not { } person) { continue; }
            var invite = invites.Cancelled(entry, person, about, nowUtc);
            outbox.Add(db, nowUtc, To(person), new ReviewConversationOff(person.FirstName, $"{when}", Page(seat)), $"review-plan-off:{seat.Review.Id}:{seat.Review.PlanNumber}:{person.Id}", invite, expiresAtUtc: when.EndsAtUtc);
        }
    }

    /// <summary>What a calendar says of it.</summary>
    public Occasion About(Review review, Period when) => new(Invite.PrivateSummary, when, review.PlannedPlace, $"More: {site.Value.Absolute(Links.Review(review.Id))}", Private: true);

    private static IEnumerable<Person> Both(ReviewSeat seat) => seat.Lead is { } lead ? [seat.Employee, lead] : [seat.Employee];

    private string Page(ReviewSeat seat) => site.Value.Absolute(Links.Review(seat.Review.Id));

    private static Recipient To(Person person) => new(person.Name, person.Email, person.Id);
}
