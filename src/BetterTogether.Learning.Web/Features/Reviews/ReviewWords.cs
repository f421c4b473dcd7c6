using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Statuses and reasons as people read them.</summary>
public static class ReviewWords
{
    public static string Words(this Review review) => review.Status.Words(review.EmployeeSharedAtUtc is not null && review.ManagerSharedAtUtc is not null, review.HeldOn is not null);

    public static string Words(this ReviewStatus status, bool bothShared, bool talked) => status switch
    {
        ReviewStatus.NotStarted => "Not started",
        ReviewStatus.Preparing => "Preparing",
        ReviewStatus.Shared => talked ? "Talked, time to confirm" : bothShared ? "Shared, time to talk" : "Shared by one of you",
        ReviewStatus.OneConfirmed => "One of you has confirmed",
        _ => "Complete",
    };

    public static string Words(this NotDueReason reason) => reason switch
    {
        NotDueReason.Probation => "Not due: on probation",
        NotDueReason.Away => "Not due: away",
        NotDueReason.Merged => "Not due: one review for both posts",
        NotDueReason.Left => "Not due: has left",
        NotDueReason.NoLineManager => "Not due: no line manager in the directory",
        NotDueReason.NotEmployed => "Not due: agency, student or partner",
        _ => "Not due: joined after opening day",
    };

    public static string Css(this ReviewStatus status) => "bt-status" + status switch
    {
        ReviewStatus.Complete => " bt-status--yours",
        ReviewStatus.NotStarted => " bt-status--waiting",
        _ => "",
    };

    public static string DueWords(DateOnly? dueBy) => dueBy is { } by ? $"Due by {by.Words()}" : "Due within eight weeks of coming back";
}
