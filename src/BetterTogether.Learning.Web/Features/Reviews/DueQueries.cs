using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Reviews;

public enum DueFilter
{
    Everybody,
    Open,
    NotDue,
    OtherReviewer,
}

/// <summary>One of a cycle's people for the desk: status and days, never text.</summary>
/// <param name="Why">Why not due; null where a review is.</param>
public sealed record DueLine(Guid PersonId, string Name, string? Team, ReviewStatus? Status, bool BothShared, bool Talked, NotDueReason? Why, bool IsLate, DateOnly? DueBy, bool WantsOther);

public sealed record DuePage(IReadOnlyList<DueLine> Lines, bool More);

/// <summary>What the desk may know and note of one person in a cycle.</summary>
/// <param name="Manages">Somebody has to stand in for them while they are away.</param>
public sealed record DuePerson(Person Person, Cycle Cycle, IReadOnlyList<DuePost> Posts, IReadOnlyList<AwayPeriod> Away, bool Manages);

/// <param name="Id">A further post's, or the person's own id.</param>
/// <param name="Further">Null for the post in the directory.</param>
public sealed record DuePost(Guid Id, string Title, Post? Further, Review? Review, DueException? Noted, Guid? LeadId, string? LeadName, NotDueReason? Why);

public sealed class DueQueries(LearningDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<DuePage> ListAsync(Cycle cycle, string? text, DueFilter show, int page, CancellationToken cancel)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToLondonDate();
        var rows = from person in db.People
                   join one in db.Reviews.Where(r => r.CycleId == cycle.Id).Select(r => new { PersonId = (Guid?)r.PersonId, Id = (Guid?)r.Id, Status = (ReviewStatus?)r.Status, r.EmployeeSharedAtUtc, r.ManagerSharedAtUtc, r.HeldOn, r.NotDue, r.DueBy, r.FirstCompletedOn, r.WantsOtherReviewerAtUtc }) on person.Id equals one.PersonId into ones
                   from review in ones.DefaultIfEmpty()
                   where review!.Id != null || person.Active
                   select new { person, review, IsHere = person.Active && (person.LastDay == null || person.LastDay >= today) };
        rows = show switch
        {
            DueFilter.Open => rows.Where(r => r.IsHere && r.review!.Id != null && r.review.NotDue == null && r.review.Status != ReviewStatus.Complete),
            DueFilter.NotDue => rows.Where(r => !r.IsHere || r.review!.Id == null || r.review.NotDue != null),
            DueFilter.OtherReviewer => rows.Where(r => r.review!.WantsOtherReviewerAtUtc != null),
            _ => rows,
        };
        if (!string.IsNullOrWhiteSpace(text))
        {
            var part = text.Trim();
#pragma warning disable CA1304, CA1311, CA1862 // becomes the database's own lower(), on both sides, as in the directory's search
            rows = rows.Where(r => r.person.Name.ToLower().Contains(part.ToLower()) || (r.person.Team != null && r.person.Team.ToLower().Contains(part.ToLower())));
#pragma warning restore CA1304, CA1311, CA1862
        }
        var found = await rows.OrderBy(r => r.person.Name).ThenBy(r => r.person.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(r => new { r.person.Id, r.person.Name, r.person.Team, r.person.Employment, r.person.ManagerId, r.IsHere, r.review }).AsNoTracking().ToListAsync(cancel);
        return new([.. found.Take(PageSize).Select(r => new DueLine(
            r.Id, r.Name, r.Team, r.review?.Status, r.review is { EmployeeSharedAtUtc: not null, ManagerSharedAtUtc: not null }, r.review?.HeldOn is not null,
            !r.IsHere ? NotDueReason.Left : r.review?.Id is not null ? r.review.NotDue : WhyNone(r.Employment, r.ManagerId, cycle),
            r.IsHere && r.review is { NotDue: null, DueBy: { } by } && by < (r.review.FirstCompletedOn ?? today), r.review?.DueBy, r.review?.WantsOtherReviewerAtUtc is not null))], found.Count > PageSize);
    }

    public async Task<DuePerson?> FindAsync(Guid cycleId, Guid personId, CancellationToken cancel)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToLondonDate();
        if (await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cycleId, cancel) is not { } cycle || await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } person) { return null; }
        var posts = await db.Posts.AsNoTracking().Where(p => p.PersonId == personId).OrderBy(p => p.From).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.CycleId == cycleId && r.PersonId == personId).ToListAsync(cancel);
        var noted = await db.DueExceptions.AsNoTracking().Where(e => e.CycleId == cycleId && e.PersonId == personId).ToListAsync(cancel);
        var away = await db.AwayPeriods.AsNoTracking().Where(a => a.PersonId == personId).OrderBy(a => a.From).ToListAsync(cancel);
        var leads = posts.Select(p => p.ManagerId).Concat(reviews.Select(r => r.ReviewerId).OfType<Guid>()).Append(person.ManagerId ?? Guid.Empty).ToArray();
        var names = await db.People.Where(p => leads.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return new(person, cycle, [Of(person.Id, person.JobTitle ?? "Main post", null), .. posts.Select(p => Of(p.Id, p.Title, p))], away, await db.ManagedBy(personId, today).AnyAsync(cancel));

        DuePost Of(Guid postId, string title, Post? further)
        {
            var review = reviews.Find(r => r.PostId == postId);
            var leadId = review?.LeadOn(person, posts, today) ?? PersonAccess.LeadOf(person, postId, posts, today);
            return new(postId, title, further, review, noted.Find(n => n.PostId == postId), leadId, leadId is { } id ? names.GetValueOrDefault(id) : null,
                !person.Active ? NotDueReason.Left : review is not null ? review.NotDue : WhyNone(person.Employment, leadId, cycle));
        }
    }

    private static NotDueReason? WhyNone(Employment employment, Guid? managerId, Cycle cycle) =>
        employment != Employment.Employee ? NotDueReason.NotEmployed : managerId is null ? NotDueReason.NoLineManager : cycle.OpenedAtUtc is null ? null : NotDueReason.JoinedLater;
}
