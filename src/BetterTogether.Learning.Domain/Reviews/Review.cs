using System.Linq.Expressions;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>
/// One person's review in one post and cycle. Both sides prepare, talk, write the outcome together, and confirm the same version of it.
/// <see cref="Version"/> counts outcomes alone: 0 is none yet, and neither sharing nor confirming moves it.
/// </summary>
public sealed partial class Review
{
    private Review() { }

    /// <param name="postId">A further post's id, or the person's own id for the post in the directory.</param>
    public Review(Guid id, Guid cycleId, Guid personId, Guid postId, Guid? leadId) =>
        (Id, CycleId, PersonId, PostId, LastLeadId) = (id, cycleId, personId, postId, leadId);

    public Guid Id { get; private set; }
    public Guid CycleId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid PostId { get; private set; }
    /// <summary>Somebody else than the line manager, by agreement.</summary>
    public Guid? ReviewerId { get; private set; }
    /// <summary>Who led when the review was last looked at: how a change of manager is noticed.</summary>
    public Guid? LastLeadId { get; private set; }
    public ReviewStatus Status { get; private set; }
    public NotDueReason? NotDue { get; private set; }
    /// <summary>A London day; null while somebody is away and nobody knows for how long.</summary>
    public DateOnly? DueBy { get; private set; }
    public DateTime? EmployeeSharedAtUtc { get; private set; }
    public DateTime? ManagerSharedAtUtc { get; private set; }
    public DateTime? WantsOtherReviewerAtUtc { get; private set; }
    /// <summary>The London day on which somebody copied the outcome into the council's own form.</summary>
    public DateOnly? RecordedOn { get; private set; }

    public bool IsMainPost => PostId == PersonId;
    public bool IsComplete => CompletedAtUtc is not null;
    public bool AnyShared => EmployeeSharedAtUtc is not null || ManagerSharedAtUtc is not null;

    /// <summary>After the closing day, by London's calendar: not complete by then, or complete for the first time after it. Never where it is not due.</summary>
    public bool IsLate(DateOnly today) => NotDue is null && DueBy is { } by && (FirstCompletedOn ?? today) > by;

    /// <summary>Who leads this review on a London day; null where nobody does.</summary>
    public Guid? LeadOn(Person person, IReadOnlyCollection<Post> posts, DateOnly today) => ReviewerId ?? PersonAccess.LeadOf(person, PostId, posts, today);

    /// <summary>On which side somebody takes part; null: on none. Nobody is on both: whoever stands in for their own manager stays the employee here.</summary>
    /// <param name="standsIn">For the lead, today.</param>
    public ReviewSide? SideOf(Guid callerId, Guid? leadId, bool standsIn) =>
        callerId == PersonId ? ReviewSide.Employee : callerId == leadId || standsIn ? ReviewSide.Manager : null;

    public void Set(NotDueReason? notDue, DateOnly? dueBy) => (NotDue, DueBy) = (notDue, dueBy);

    public void Prepare()
    {
        if (Status == ReviewStatus.NotStarted) { Status = ReviewStatus.Preparing; }
    }

    public Result<Review> Share(ReviewSide side, DateTime nowUtc)
    {
        if (IsComplete) { return new ReviewComplete(); }
        if (side == ReviewSide.Employee) { EmployeeSharedAtUtc ??= nowUtc; }
        else { ManagerSharedAtUtc ??= nowUtc; }
        Settle();
        return this;
    }

    public void AskForOtherReviewer(DateTime nowUtc) => WantsOtherReviewerAtUtc ??= nowUtc;

    /// <summary>The desk's answer; null: the line manager stays.</summary>
    public void AnswerReviewer(Guid? reviewerId) => (ReviewerId, WantsOtherReviewerAtUtc) = (reviewerId, null);

    /// <summary>Another lead: what the one before confirmed is for the new one to confirm. What is complete stays as it is.</summary>
    public void MoveTo(Guid? leadId)
    {
        LastLeadId = leadId;
        if (IsComplete) { return; }
        (ManagerConfirmedAtUtc, ManagerConfirmedById) = (null, null);
        Settle();
    }

    public Result<Review> Record(DateOnly on, DateOnly today)
    {
        if (!IsComplete) { return new NotComplete(); }
        if (on > today) { return new Invalid("recorded-in-future", "Enter a day that is not in the future", nameof(RecordedOn)); }
        RecordedOn = on;
        return this;
    }

    /// <summary>Whether it is for the employee to do the next thing; as an expression, so that the database can ask it too.</summary>
    public static Expression<Func<Review, bool>> UpToEmployee { get; } = r =>
        r.CompletedAtUtc == null && r.EmployeeConfirmedAtUtc == null && (r.Version > 0 || r.EmployeeSharedAtUtc == null || r.ManagerSharedAtUtc != null);

    public static Expression<Func<Review, bool>> UpToManager { get; } = r =>
        r.CompletedAtUtc == null && r.ManagerConfirmedAtUtc == null && (r.Version > 0 || r.ManagerSharedAtUtc == null || r.EmployeeSharedAtUtc != null);

    private static readonly Func<Review, bool> Employees = UpToEmployee.Compile();
    private static readonly Func<Review, bool> Managers = UpToManager.Compile();

    public bool IsUpTo(ReviewSide side) => side == ReviewSide.Employee ? Employees(this) : Managers(this);

    private void Settle() => Status = IsComplete ? ReviewStatus.Complete
        : EmployeeConfirmedAtUtc is not null || ManagerConfirmedAtUtc is not null ? ReviewStatus.OneConfirmed
        : AnyShared ? ReviewStatus.Shared
        : Status == ReviewStatus.NotStarted ? ReviewStatus.NotStarted : ReviewStatus.Preparing;
}
